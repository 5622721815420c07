/** The decisions of a review as one plan: each is taken in the vault that those before it would leave. */
import type { Settings } from '../settings';
import { applyPlan } from './apply-plan';
import { joinReview, keepApart } from './decide-apps';
import type { Conflict, FileDiagnostic, KeptFile, Plan } from './plan';
import { TrialVault } from './trial-vault';
import type { VaultPort } from './vault-port';

/** What the user said of a pair, by the paths of the two notes. */
export interface ReviewDecision {
  readonly kind: 'join' | 'apart';
  readonly a: string;
  readonly b: string;
}

/**
 * Plans the decisions. One that cannot be carried out (a note is gone, or its record was edited) is left out and named in the
 * diagnostics; the others stand. Joining A with B and B with C makes one note of three.
 */
export async function planDecisions(decisions: readonly ReviewDecision[], vault: VaultPort, settings: Settings): Promise<Plan> {
  const trial = new TrialVault(vault);
  const joinedInto = new Map<string, string>();
  const now = (path: string): string => {
    const next = joinedInto.get(path);
    return next === undefined ? path : now(next);
  };
  const kept: KeptFile[] = [];
  const conflicts: Conflict[] = [];
  const diagnostics: FileDiagnostic[] = [];
  // Joins first: what is kept apart from one of two joined notes is kept apart from the note that stays.
  for (const { kind, a, b } of [...decisions].sort((one, other) => Number(one.kind === 'apart') - Number(other.kind === 'apart'))) {
    const [left, right] = [now(a), now(b)];
    if (kind === 'join' && left === right) continue;
    const plan = kind === 'join' ? await joinReview(left, right, trial, settings) : await keepApart(left, right, trial, settings);
    await applyPlan(plan, trial);
    for (const change of plan.changes) {
      if (change.kind === 'trash' && (change.path === left || change.path === right)) joinedInto.set(change.path, change.path === left ? right : left);
    }
    kept.push(...plan.kept);
    conflicts.push(...plan.conflicts);
    diagnostics.push(...plan.diagnostics);
  }
  return { changes: trial.changes(), kept, conflicts, diagnostics };
}
