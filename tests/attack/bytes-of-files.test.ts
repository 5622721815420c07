/** Files whose bytes are more than the text that they read as, and files that nobody may write to. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openNodeVault } from '../../cli/node-vault';
import { createObsidianVault } from '../../src/obsidian/vault-adapter';
import { applyWithJournal } from '../../src/plan/apply-with-journal';
import { EMPTY_PLAN, type FileChange, type Plan } from '../../src/plan/plan';
import { undoLast } from '../../src/plan/undo-last';
import { memoryJournal } from '../support/memory-journal';
import { App } from '../support/obsidian-host';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { putFiles, scratchFolder } from '../support/scratch-folder';

const OPTIONS = { action: 'import', startedAt: '2026-03-01T08:00:00Z' } as const;
const planOf = (...changes: readonly FileChange[]): Plan => ({ ...EMPTY_PLAN, changes });
/** 甲乙 and 丙丁 as old Chinese pages have them: no UTF-8, and the same four replacement characters to whoever reads it as that. */
const [OLD, EDITED] = [Uint8Array.of(0xbc, 0xd7, 0xd2, 0xd2), Uint8Array.of(0xb1, 0xfb, 0xb6, 0xa1)];

it('keeps the copy of a page that the user edited in its old encoding, at undo', async () => {
  const folder = scratchFolder();
  const [vault, journal] = [openNodeVault(folder), memoryJournal()];
  expect(new TextDecoder().decode(OLD)).toBe(new TextDecoder().decode(EDITED));
  await applyWithJournal(planOf({ kind: 'create-binary', path: '附件/页.html', bytes: OLD }, { kind: 'create', path: '甲.md', text: '甲' }), vault, journal, OPTIONS);
  writeFileSync(join(folder, '附件/页.html'), EDITED);
  const undone = await undoLast(vault, journal);
  expect({ failed: undone.failed.map(({ path }) => path), trashed: undone.trashed }).toEqual({ failed: ['附件/页.html'], trashed: ['甲.md'] });
  expect([...readFileSync(join(folder, '附件/页.html'))]).toEqual([...EDITED]);
});

it('leaves a file that nobody may write to, names it, and does the rest', async () => {
  const folder = scratchFolder();
  putFiles(folder, { '锁.md': '锁住\n', '甲.md': '甲\n' });
  chmodSync(join(folder, '锁.md'), 0o444);
  const result = await applyWithJournal(planOf({ kind: 'update', path: '锁.md', before: '锁住\n', after: '改了\n' }, { kind: 'update', path: '甲.md', before: '甲\n', after: '乙\n' }), openNodeVault(folder), memoryJournal(), OPTIONS);
  expect(result).toMatchObject({ updated: ['甲.md'], failed: [{ path: '锁.md', reason: 'error' }], rolledBack: false });
  expect(readFileSync(join(folder, '锁.md'), 'utf8')).toBe('锁住\n');
});

it('leaves a note in the app whose bytes are no UTF-8, for writing it back would spoil them', async () => {
  installNodeDom();
  const app = new App();
  await app.vault.createBinary('乱.md', Uint8Array.of(...new TextEncoder().encode('甲'), 0xff, 0x0a).buffer);
  app.vault.put('好.md', '一个 \uFFFD 字\n');
  const port = createObsidianVault(app.asApp(), () => undefined);
  const before = await port.read('乱.md');
  const result = await applyWithJournal(planOf({ kind: 'update', path: '乱.md', before, after: `${before}乙\n` }, { kind: 'update', path: '好.md', before: '一个 \uFFFD 字\n', after: '改了\n' }), port, memoryJournal(), OPTIONS);
  expect(result).toMatchObject({ updated: ['好.md'], failed: [{ path: '乱.md', reason: 'error' }], rolledBack: false });
  const file = app.vault.getFileByPath('乱.md');
  expect(file === null ? [] : [...new Uint8Array(await app.vault.readBinary(file))]).toEqual([...new TextEncoder().encode('甲'), 0xff, 0x0a]);
});
