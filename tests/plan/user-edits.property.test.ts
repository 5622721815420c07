/** People edit their notes between imports, anywhere and in any way: no line of theirs is ever lost, and nothing is dropped in silence. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/import-notices';
import { readFingerprints } from '../../src/notes/fingerprints';
import { findRegions } from '../../src/notes/managed-regions';
import { describePlan } from '../../src/plan/describe-plan';
import { DEFAULT_SETTINGS, type NoteLanguage, type Settings } from '../../src/settings';
import { infringementText, takedownText, type MadeRow } from '../support/made-notices-text';
import { importTexts } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { applyEdit, userEdit, userLines } from '../support/user-edits';

const SEED = 20211122;
const RUNS = 1000;
/** Runs with the program's own words in English, and in both languages in turn. */
const FEWER_RUNS = 150;

const row = (name: string, developer: string): MadeRow => ({ name, developer, source: '应用宝', version: '1.0.2' });
const LOOK = row('晨光看看', '上海晨光信息科技有限公司');
const WALK = row('乐行计步', '杭州乐行网络科技有限公司');
const MAPS = row('山雨地图', '北京山雨网络有限公司');
const NOTICES = [
  infringementText(10, '2021-01-22', [LOOK, WALK]),
  infringementText(11, '2021-02-05', [WALK, MAPS]),
  infringementText(12, '2021-03-12', [LOOK, MAPS, row('晨光看看', '沈阳北辰软件有限公司')]),
  takedownText('2021-05-10', '2021-01-22', 2, [WALK]),
];

const someNotices = fc.subarray([0, 1, 2, 3], { minLength: 1, maxLength: 2 });
const textsOf = (numbers: readonly number[]): string[] => numbers.map((number) => NOTICES[number] ?? '');
const step = fc.record({ edits: fc.array(userEdit, { minLength: 1, maxLength: 5 }), notices: someNotices });
const story = fc.record({ first: someNotices, steps: fc.array(step, { minLength: 1, maxLength: 3 }) });

const counts = { edits: 0, lines: 0, conflicts: 0, damaged: 0, imports: 0 };
afterAll(() => console.info(`user edits: ${RUNS + 2 * FEWER_RUNS} runs, ${counts.imports} imports, ${counts.edits} edits; lines checked ${counts.lines}, conflicts ${counts.conflicts}, damaged notes ${counts.damaged}`));

/** Markers that the note should have and lost, or has twice: looked for without the program's own check. */
function isDamaged(text: string): boolean {
  const ids = findRegions(text).map(({ id }) => id);
  const written = [...(readFingerprints(text)?.regions.keys() ?? [])];
  return new Set(ids).size < ids.length || written.some((id) => !ids.includes(id));
}

/** What app records call the entries of the imported notices: 总第10批 №1. */
function labelsOf({ sources }: ImportReport): readonly string[] {
  return sources.flatMap(({ notice }) => (notice === null ? [] : notice.lists.flatMap((list) => list.entries.map(({ no }) => `${notice.kind === 'takedown' ? notice.date : `总第${notice.batch?.total}批`} №${no}`))));
}

/** Whether a record has the entry, or the report says why none has it. */
function isSaid(label: string, { files }: MemoryVault, { plan }: ImportReport): boolean {
  const rows = [...files.values()].flatMap((text) => text.split('\n').filter((line) => /^>\s*\|/.test(line) && line.replace(/\s+/g, ' ').includes(label)));
  return rows.length > 0 || plan.conflicts.some(({ proposed }) => proposed.includes(label)) || plan.kept.some(({ reason }) => reason !== 'unchanged');
}

/** What an import must not have done, whatever it had to do. */
function checkImport(vault: MemoryVault, before: ReadonlyMap<string, string>, linesBefore: readonly string[], report: ImportReport): void {
  const { plan } = report;
  expect(userLines(vault).filter((line) => linesBefore.includes(line))).toEqual(linesBefore);
  for (const [path, text] of before) {
    expect(vault.files.has(path), path).toBe(true);
    if (isDamaged(text)) expect(vault.files.get(path), path).toBe(text);
  }
  for (const { path, part, kept } of plan.conflicts) {
    counts.conflicts += 1;
    if (part.startsWith('rn-')) expect(vault.files.get(path) ?? '', `${path} ${part}`).toContain(kept);
  }
  for (const { path, reason } of plan.kept) {
    if (reason !== 'damaged-markers') continue;
    counts.damaged += 1;
    expect(plan.diagnostics.filter(({ file }) => file === path).map(({ code }) => code).filter((code) => code === 'damaged-markers' || code === 'note-front-matter'), path).not.toEqual([]);
  }
  for (const label of labelsOf(report)) expect(isSaid(label, vault, report), label).toBe(true);
  counts.lines += linesBefore.length;
  counts.imports += 1;
}

/** Languages of notes, import by import in turn. */
const CASES: readonly (readonly [name: string, runs: number, languages: readonly NoteLanguage[]])[] = [
  ['notes in Chinese', RUNS, ['zh']],
  ['notes in English', FEWER_RUNS, ['en']],
  ['notes in both', FEWER_RUNS, ['zh', 'en']],
];

describe('between imports', () => {
  it.each(CASES)('no line of the user is lost, doubled or moved, and a damaged note stays as it is: %s', async (_, numRuns, languages) => {
    await fc.assert(
      fc.asyncProperty(story, async ({ first, steps }) => {
        const vault = memoryVault();
        const settingsOf = (turn: number): Settings => ({ ...DEFAULT_SETTINGS, noteLanguage: languages[turn % languages.length] ?? 'zh' });
        await importTexts(vault, textsOf(first), settingsOf(0));
        let number = 0;
        for (const [i, { edits, notices }] of steps.entries()) {
          const settings = settingsOf(i + 1);
          for (const edit of edits) applyEdit(vault, edit, (number += 1));
          counts.edits += edits.length;
          const before = new Map(vault.files);
          const lines = userLines(vault);
          checkImport(vault, before, lines, await importTexts(vault, textsOf(notices), settings));
          const settled = new Map(vault.files);
          const again = await importTexts(vault, textsOf(notices), settings);
          expect(describePlan({ ...again.plan, kept: [], conflicts: [] }, 'en')).toEqual([]);
          expect(new Map(vault.files)).toEqual(settled);
        }
      }),
      { seed: SEED, numRuns },
    );
  }, 600_000);
});
