/** The window of an export: where the file goes, and that none is ever written over. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { planImport } from '../../src/import-notices';
import { demoNotices } from '../../src/obsidian/demo-notices';
import { exportPath, freeExportPath } from '../../src/obsidian/export-path';
import { applyPlan } from '../../src/plan/apply-plan';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { App } from '../support/obsidian-host';
import { enablePlugin, runCommand } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { memoryVault } from '../support/memory-vault';
import { parseHtml } from '../support/parse-html';
import { MANIFEST } from '../support/plugin-manifest';
import { waitFor } from '../support/wait-for';

let app: App;

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-04-05T12:00:00') });
  activeDocument.body.empty();
  app = new App();
  return () => vi.useRealTimers();
});

async function open(files: Readonly<Record<string, string>> = {}, withDemo = true): Promise<void> {
  const vault = memoryVault();
  if (withDemo) await applyPlan((await planImport(demoNotices(), vault, { parseHtml }, DEFAULT_SETTINGS)).plan, vault);
  for (const path of await vault.listPaths()) app.vault.put(path, await vault.read(path));
  for (const [path, text] of Object.entries(files)) app.vault.put(path, text);
  await app.metadataCache.settled();
  await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
  expect(runCommand(app, 'regulatory-notices:export-lists')).toBe(true);
  await waitFor(() => expect(field()).toBeDefined());
}

const all = <T extends HTMLElement>(selector: string): T[] => [...activeDocument.querySelectorAll<T>(`.modal ${selector}`)];
const field = () => all<HTMLInputElement>('input[type="text"]')[0];
const choose = (format: string): void => {
  const radio = all<HTMLInputElement>(`input[value="${format}"]`)[0];
  if (radio === undefined) throw new Error(`There is no format ${format}.`);
  radio.checked = true;
  radio.dispatchEvent(new (activeDocument.defaultView as unknown as { Event: typeof Event }).Event('change'));
};
const type = (text: string): void => {
  const input = field();
  if (input === undefined) throw new Error('There is no field.');
  input.value = text;
  input.dispatchEvent(new (activeDocument.defaultView as unknown as { Event: typeof Event }).Event('input'));
};
const press = (name: string): void => all('button').find((each) => each.textContent === name)?.click();
const windowText = (): string => activeDocument.querySelector('.modal')?.textContent ?? '';
const others = (): string[] => app.vault.getFiles().flatMap(({ path, extension }) => (extension === 'md' ? [] : [path]));

describe('an export', () => {
  it('goes into a file of the vault that says the day, with every row', async () => {
    await open();
    expect(field()?.value).toBe('通报/Notices 2024-04-05.xlsx');
    choose('csv');
    expect(field()?.value).toBe('通报/Notices 2024-04-05.csv');
    press('Export');
    await waitFor(() => expect(windowText()).toContain('5 rows of 2 notices were exported to:通报/Notices 2024-04-05.csv'));
    const text = new TextDecoder().decode(await app.vault.readBinary(app.vault.getFileByPath('通报/Notices 2024-04-05.csv')!));
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(6);
    expect(text).toContain('灯下读书');
    expect(others()).toEqual(['通报/Notices 2024-04-05.csv']);
  });

  it('proposes a name that is free in every format', async () => {
    await open({ '通报/notices 2024-04-05.JSON': '[]' });
    expect(field()?.value).toBe('通报/Notices 2024-04-05 2.xlsx');
  });

  it('never writes over a file, whatever its case', async () => {
    await open({ '数据/名单.JSON': 'mine' });
    choose('json');
    type('数据/名单.json');
    press('Export');
    await waitFor(() => expect(windowText()).toContain('A file of that name is there already.'));
    expect(app.vault.peek('数据/名单.JSON')).toBe('mine');
    expect(field()?.value).toBe('数据/名单.json');
  });

  it('refuses a path that leaves the vault', async () => {
    await open();
    type('../名单.xlsx');
    press('Export');
    await waitFor(() => expect(windowText()).toContain('Enter a path in this vault'));
    expect(others()).toEqual([]);
  });

  it('makes no folder where a file stands', async () => {
    await open({ '笔记.md': 'mine' });
    type('笔记.MD/名单.xlsx');
    press('Export');
    await waitFor(() => expect(windowText()).toContain('One of the folders of this path is a file.'));
    expect(others()).toEqual([]);
  });

  it('asks for a name where none was given, and makes none up', async () => {
    await open();
    type('');
    choose('csv');
    expect(field()?.value).toBe('');
    press('Export');
    await waitFor(() => expect(windowText()).toContain('Enter a path in this vault'));
    expect(field()?.value).toBe('');
  });

  it('writes no empty file', async () => {
    await open({}, false);
    press('Export');
    await waitFor(() => expect(windowText()).toContain('There are no notices in this vault yet.'));
    expect(others()).toEqual([]);
  });
});

describe('the path of an export', () => {
  it.each(['../x', 'a/../x', '.hidden/x', 'a/.x', 'C:\\x', 'a//x', 'x?', 'a. /x', ' ', 'a#b/x', '[x]', 'nul',  '长'.repeat(90)])('is none at %s', (path) => {
    expect(exportPath(path, 'csv')).toBeNull();
  });

  it.each([['导出/名单', '导出/名单.csv'], ['/名单.xlsx', '名单.csv'], ['名单 v1.2.JSON', '名单 v1.2.csv'], ['e\u0301\u00A0x', 'é x.csv']])('%s becomes %s', (path, expected) => {
    expect(exportPath(path, 'csv')).toBe(expected);
  });

  it('counts on until it is free', () => {
    expect(freeExportPath('a/b.xlsx', ['a/B.csv', 'a/b 2.json'])).toBe('a/b 3.xlsx');
    expect(freeExportPath('a/b.xlsx', ['b.xlsx'])).toBe('a/b.xlsx');
  });
});
