/** The decisions of a review as one plan: each is taken in the vault that those before it would leave. */
import { diagnostic } from '../document/diagnostic';
import type { ReaderHost } from '../document/document';
import type { Settings } from '../settings';
import { applyPlan } from './apply-plan';
import { joinSides, keepApart, type JoinedSide } from './decide-apps';
import { EMPTY_PLAN, type Conflict, type FileDiagnostic, type KeptFile, type Plan } from './plan';
import { TrialVault } from './trial-vault';
import type { VaultPort } from './vault-port';

/** What the user said of a pair. A side is an app note, or a row whose app has none. */
export interface ReviewDecision {
  readonly kind: 'join' | 'apart';
  readonly a: JoinedSide;
  readonly b: JoinedSide;
}

/** What a side is known by through all decisions: the path of its note, else its row. */
export function sideId({ path, row }: JoinedSide): string {
  return path ?? `row ${row?.key ?? ''}`;
}

/**
 * Plans the decisions. One that cannot be carried out (a note is gone, or its record was edited) is left out and named in the
 * diagnostics; the others stand. Joining A with B and B with C makes one note of three.
 */
export async function planDecisions(decisions: readonly ReviewDecision[], vault: VaultPort, host: ReaderHost, settings: Settings): Promise<Plan> {
  const trial = new TrialVault(vault);
  const joinedInto = new Map<string, string>();
  const now = (side: JoinedSide): JoinedSide => {
    const into = joinedInto.get(sideId(side));
    return into === undefined ? side : now({ path: into, row: null });
  };
  const kept: KeptFile[] = [];
  const conflicts: Conflict[] = [];
  const diagnostics: FileDiagnostic[] = [];
  // Joins first: what is kept apart from one of two joined notes is kept apart from the note that stays.
  for (const { kind, a, b } of [...decisions].sort((one, other) => Number(one.kind === 'apart') - Number(other.kind === 'apart'))) {
    const [left, right] = [now(a), now(b)];
    if (kind === 'join' && sideId(left) === sideId(right)) continue;
    const plan = kind === 'join' ? await joinSides(left, right, trial, host, settings) : await planApart(left, right, trial, settings);
    await applyPlan(plan, trial);
    if (kind === 'join' && plan.changes.length > 0) {
      const stays = noteThatStays(left, right, plan);
      for (const side of [left, right]) if (stays !== null && sideId(side) !== stays) joinedInto.set(sideId(side), stays);
    }
    kept.push(...plan.kept);
    conflicts.push(...plan.conflicts);
    diagnostics.push(...plan.diagnostics);
  }
  return { changes: trial.changes(), kept, conflicts, diagnostics };
}

/** Only a note can say that it is not the same as another. */
async function planApart(a: JoinedSide, b: JoinedSide, vault: VaultPort, settings: Settings): Promise<Plan> {
  if (a.path !== null && b.path !== null) return keepApart(a.path, b.path, vault, settings);
  const row = a.path === null ? a.row : b.row;
  return { ...EMPTY_PLAN, diagnostics: [{ ...diagnostic('not-an-app-note'), file: row?.noticePath ?? '' }] };
}

/** Of two notes the one that was not trashed; else the one of them, or the one that the rows were given. */
function noteThatStays(a: JoinedSide, b: JoinedSide, plan: Plan): string | null {
  const gone = new Set(plan.changes.flatMap((change) => (change.kind === 'trash' ? [change.path] : [])));
  const left = [a.path, b.path].find((path) => path !== null && !gone.has(path));
  return left ?? plan.changes.find((change) => change.kind === 'create')?.path ?? null;
}
