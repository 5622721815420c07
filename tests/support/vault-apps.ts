/** What the app notes of a vault come to, whatever their files are called; and accepting the sure pairs that an import left to the user. */
import type { ImportReport } from '../../src/import-notices';
import { joinReview } from '../../src/plan/decide-apps';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import { appNotes, apply, recordRows } from './made-vault';
import type { MemoryVault } from './memory-vault';

/** The records of all apps, row by row as they stand, in one fixed order. */
export function recordsOf(vault: MemoryVault): readonly string[] {
  return [...appNotes(vault).values()].map((note) => recordRows(note).join('\n')).sort();
}

/** Joins every pair of kind `bridge` of these reports; gives back how many there were. */
export async function acceptBridges(vault: MemoryVault, reports: readonly ImportReport[], settings: Settings = DEFAULT_SETTINGS): Promise<number> {
  const gone = new Map<string, string>();
  const now = (path: string): string => {
    const next = gone.get(path);
    return next === undefined ? path : now(next);
  };
  let count = 0;
  for (const { a, b } of reports.flatMap((report) => report.review.filter((pair) => pair.kind === 'bridge'))) {
    // A sure pair has notes on both sides, whatever the settings.
    const [one, other] = [now(a.path ?? ''), now(b.path ?? '')];
    count += 1;
    if (one === other) continue;
    await apply(vault, await joinReview(one, other, vault, settings));
    const kept = vault.files.has(one) ? one : other;
    gone.set(kept === one ? other : one, kept);
  }
  return count;
}

/** The note of each listing: `notice link text of the row` → path. */
export function noteOfRows(vault: MemoryVault): ReadonlyMap<string, string> {
  return new Map([...appNotes(vault)].flatMap(([path, note]) => recordRows(note).map((row) => [row.split(' | ').slice(0, 2).join(' '), path] as const)));
}
