/** A journal that somebody else wrote, or that fell into disorder: it leads out of the vault nowhere, and stops no later work. */
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applyWithJournal } from '../../src/plan/apply-with-journal';
import { writeEntry } from '../../src/plan/journal-entry';
import { EMPTY_PLAN, type FileChange } from '../../src/plan/plan';
import { lastApply, undoLast } from '../../src/plan/undo-last';
import { memoryJournal } from '../support/memory-journal';
import { memoryVault } from '../support/memory-vault';
import { runHere } from '../support/run-command-line';
import { filesIn, putFiles, scratchFolder } from '../support/scratch-folder';
import { infringementText } from '../support/made-notices-text';

const NOTICE = infringementText(10, '2021-01-22', [{ name: '青禾相册', developer: '杭州青禾软件有限公司', source: '应用宝', version: '1.0' }]);

/** A vault into which a notice was imported, and the folder of its journal. */
async function importedVault(): Promise<{ readonly top: string; readonly vault: string; readonly journal: string }> {
  const top = scratchFolder();
  putFiles(top, { 'source/10.md': NOTICE, 'outside/mine.md': 'mine\n', 'vault/日记.md': '今天\n' });
  const vault = join(top, 'vault');
  expect((await runHere(['import', join(top, 'source'), '--vault', vault])).code).toBe(0);
  const place = join(vault, '.obsidian/plugins/regulatory-notices/journal');
  return { top, vault, journal: join(place, readdirSync(place)[0] ?? '') };
}

const CHANGES: readonly FileChange[] = [
  { kind: 'update', path: '../outside/mine.md', before: 'mine\n', after: 'theirs\n' },
  { kind: 'create', path: '/tmp/theirs.md', text: 'x' },
  { kind: 'create', path: '.obsidian/plugins/other/main.js', text: 'x' },
  { kind: 'trash', path: '.obsidian/app.json', before: '{}' },
  { kind: 'move', path: '日记.md', to: '../日记.md' },
  { kind: 'create', path: 'C:/x.md', text: 'x' },
];

it.each(CHANGES.map((change) => [change.kind === 'move' ? change.to : change.path, change] as const))('is set aside where it names %s', async (_, change) => {
  const { top, vault, journal } = await importedVault();
  putFiles(vault, { '.obsidian/app.json': '{}' });
  const isOutside = ([path]: readonly [string, string]): boolean => path.startsWith('outside') || path.endsWith('app.json') || path.endsWith('日记.md');
  const before = Object.entries(filesIn(top)).filter(isOutside);
  writeFileSync(join(journal, '000002.plan.json'), writeEntry({ action: 'import', startedAt: '2026-03-01T08:00:00Z', folders: [], skipped: [], emptied: [], changes: [change] }));
  const outcome = await runHere(['index', '--vault', vault]);
  expect(outcome).toMatchObject({ code: 0 });
  expect(outcome.err.join('\n')).toContain('000002.damaged.json');
  expect(Object.entries(filesIn(top)).filter(isOutside)).toEqual(before);
  expect(existsSync(join(vault, '.obsidian/plugins/other'))).toBe(false);
});

it('takes away no folder outside the vault', async () => {
  const { top, vault, journal } = await importedVault();
  putFiles(top, { 'empty/x': '' });
  writeFileSync(join(journal, '000002.plan.json'), writeEntry({ action: 'import', startedAt: '2026-03-01T08:00:00Z', folders: ['../empty'], skipped: [], emptied: [], changes: [] }));
  expect(await runHere(['undo', '--vault', vault])).toMatchObject({ code: 0 });
  expect(existsSync(join(top, 'empty'))).toBe(true);
});

it('is recovered from although a folder of it is a link that leads outside by now', async () => {
  const { top, vault, journal } = await importedVault();
  symlinkSync(join(top, 'outside'), join(vault, '别处'));
  writeFileSync(join(journal, '000002.plan.json'), writeEntry({ action: 'import', startedAt: '2026-03-01T08:00:00Z', folders: ['别处'], skipped: [], emptied: [], changes: [{ kind: 'create', path: '别处/甲.md', text: 'x' }] }));
  expect((await runHere(['undo', '--vault', vault])).code).toBe(0);
  expect((await runHere(['index', '--vault', vault])).err).toEqual([]);
  expect(readFileSync(join(top, 'outside/mine.md'), 'utf8')).toBe('mine\n');
});

it('goes on counting beyond six digits', async () => {
  const [vault, journal] = [memoryVault(), memoryJournal()];
  const apply = (path: string): Promise<unknown> => applyWithJournal({ ...EMPTY_PLAN, changes: [{ kind: 'create', path, text: path }] }, vault, journal, { action: 'import', startedAt: path });
  await apply('甲.md');
  for (const part of ['plan', 'done']) {
    journal.files.set(`999999.${part}.json`, journal.files.get(`000001.${part}.json`) ?? '');
    journal.files.delete(`000001.${part}.json`);
  }
  await apply('乙.md');
  expect((await lastApply(journal))?.at).toBe('乙.md');
  await undoLast(vault, journal);
  expect([...vault.files.keys()]).toEqual(['甲.md']);
});
