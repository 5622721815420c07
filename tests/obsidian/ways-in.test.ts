/** The ways into an import beside the palette: ribbon, menus, links, the inbox. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { readImportLink } from '../../src/obsidian/import-link';
import { App } from '../support/obsidian-host';
import { enablePlugin, offeredCommands, openMenu, runCommand } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { MANIFEST } from '../support/plugin-manifest';
import { waitFor } from '../support/wait-for';

const NOTICE = ['---', 'title: 关于侵害用户权益行为的APP通报（2022年第9批，总第29批）', 'date: 2022-09-02', '---', '', '我部抽查应用，其中1款未完成整改。', '', '| 序号 | 应用名称 | 应用开发者 |', '|---|---|---|', '| 1 | 雨燕相册 | 杭州雨燕科技有限公司 |', ''].join('\n');

let app: App;

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  activeDocument.body.empty();
  app = new App();
});

async function start(files: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const [path, text] of Object.entries(files)) app.vault.put(path, text);
  await app.metadataCache.settled();
  await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
}

const titles = (on: readonly string[] | 'editor') => openMenu(app, on).items.map(({ title }) => title);
const windowText = () => activeDocument.querySelector('.modal')?.textContent ?? '';
const corner = () => [...activeDocument.querySelectorAll('.notice')].map((each) => each.textContent);
const paths = () => app.vault.getFiles().map(({ path }) => path).sort();
const follow = (params: Readonly<Record<string, string>>): unknown => app.pluginStore.registrations.protocols.get('regulatory-notices')?.({ action: 'regulatory-notices', ...params });

describe('the menu of a file', () => {
  it('offers the import on what can be read, and on nothing else', async () => {
    const formats = ['md', 'html', 'htm', 'docx', 'docm', 'doc', 'xlsx', 'xlsm', 'xls', 'pdf', 'rtf', 'wps'];
    await start({ ...Object.fromEntries(formats.map((each) => [`下载/名单.${each}`, ''])), '下载/照片.png': '', '下载/曲.mp3': '', '白板.canvas': '{}' });
    for (const each of formats) expect(titles([`下载/名单.${each}`])).toEqual(['Import as notice']);
    for (const path of ['下载/照片.png', '下载/曲.mp3', '白板.canvas']) expect(titles([path])).toEqual([]);
  });

  it('offers to adopt a folder, and shows what it would do there', async () => {
    await start({ '档案/一月.md': NOTICE });
    const [line, ...others] = openMenu(app, ['档案']).items;
    expect([line?.title, others]).toEqual(['Adopt notices of this folder', []]);
    line?.choose();
    await waitFor(() => expect(windowText()).toContain('Found in “档案”: 1 notice'));
    expect(paths()).toEqual(['档案/一月.md']);
  });

  it('is not offered on notes that the plugin has made', async () => {
    await start({ '通报/应用/甲.md': '---\n通报类型: 应用\n---\n', '随笔.md': '---\n类型: 随笔\n---\n' });
    expect(titles(['通报/应用/甲.md'])).toEqual([]);
    expect(titles(['随笔.md'])).toEqual(['Import as notice']);
  });

  it('goes on to the preview, and writes nothing', async () => {
    await start({ '下载/总第29批.md': NOTICE });
    openMenu(app, ['下载/总第29批.md']).items[0]?.choose();
    await waitFor(() => expect(windowText()).toContain('（2022年第9批，总第29批）'));
    expect(paths()).toEqual(['下载/总第29批.md']);
  });

  it('reads what was typed and not saved yet', async () => {
    await start({ '草稿.md': '空的。\n' });
    await app.workspace.openLinkText('草稿.md', '');
    app.workspace.activeEditorView()?.type(NOTICE);
    openMenu(app, ['草稿.md']).items[0]?.choose();
    await waitFor(() => expect(windowText()).toContain('总第29批'));
  });

  it('takes several files at once, and counts those that can be read', async () => {
    await start({ 'a.md': NOTICE, 'b.md': NOTICE.replace('第9批，总第29批', '第10批，总第30批'), 'c.png': '' });
    expect(titles(['a.md', 'c.png'])).toEqual(['Import as notice']);
    expect(titles(['c.png'])).toEqual([]);
    const menu = openMenu(app, ['a.md', 'b.md', 'c.png']);
    expect(menu.items.map(({ title }) => title)).toEqual(['Import 2 files as notices']);
    menu.items[0]?.choose();
    await waitFor(() => expect(windowText()).toContain('总第30批'));
    expect(windowText()).toContain('总第29批');
  });
});

describe('selected text', () => {
  it('has the import in its menu and in the palette, only while something is selected', async () => {
    await start({ '摘录.md': `我的摘录。\n\n${NOTICE}` });
    await app.workspace.openLinkText('摘录.md', '');
    expect(titles('editor')).toEqual([]);
    expect(offeredCommands(app).has('regulatory-notices:import-selection')).toBe(false);
    app.workspace.activeEditorView()?.select(NOTICE.split('---\n').at(-1) ?? '');
    expect(offeredCommands(app).has('regulatory-notices:import-selection')).toBe(true);
    openMenu(app, 'editor').items[0]?.choose();
    await waitFor(() => expect(windowText()).toContain('雨燕相册'));
  });
});

describe('the ribbon', () => {
  it('has one icon that is named', async () => {
    await start();
    expect(app.pluginStore.registrations.ribbon.map(({ title }) => title)).toEqual(['Import notices']);
  });
});

describe('the inbox', () => {
  it('is imported on command, with the folders in it, and offered only where it is', async () => {
    await start({ '通报/收件箱/2022/总第29批.md': NOTICE, '通报/收件箱/图.png': '', '别处.md': NOTICE.replace('总第29批', '总第31批') });
    expect(runCommand(app, 'regulatory-notices:import-inbox')).toBe(true);
    await waitFor(() => expect(windowText()).toContain('总第29批'));
    expect(windowText()).not.toContain('总第31批');
  });

  it('says that it is empty', async () => {
    await start({ '通报/收件箱/图.png': '' });
    runCommand(app, 'regulatory-notices:import-inbox');
    expect(corner()).toEqual(['There is nothing to import in “通报/收件箱”.']);
  });

  it('is no command in a vault without one', async () => {
    await start();
    expect(offeredCommands(app).has('regulatory-notices:import-inbox')).toBe(false);
  });
});

describe('a link', () => {
  it('fills in the window, and neither fetches nor writes', async () => {
    await start();
    await follow({ url: 'https://www.example.cn/art/2022/1.html' });
    await waitFor(() => expect(activeDocument.querySelector<HTMLInputElement>('.modal input')?.value).toBe('https://www.example.cn/art/2022/1.html'));
    expect(paths()).toEqual([]);
  });

  it('names a file of the vault', async () => {
    await start({ '下载/总第29批.md': NOTICE });
    await follow({ file: '下载/总第29批.md' });
    await waitFor(() => expect(windowText()).toContain('总第29批'));
    expect(paths()).toEqual(['下载/总第29批.md']);
  });

  it.each<readonly [address: string, problem: string]>([
    ['javascript:alert(1)', 'bad-address'],
    ['file:///etc/passwd', 'bad-address'],
    ['obsidian://open?vault=x', 'bad-address'],
    ['data:text/html,<p>x', 'bad-address'],
    ['www.example.cn', 'bad-address'],
  ])('is refused where its address is %s', (url, problem) => {
    expect(readImportLink({ url })).toBe(problem);
  });

  it.each(['../秘密.md', '下载/../../秘密.md', '/etc/passwd', 'C:\\x.docx', '.obsidian/plugins/x/data.json', '下载/.trash/x.md', '下载//x.md', 'x\u0000.md'])('is refused where its file is %s', (file) => {
    expect(readImportLink({ file })).toBe('bad-file');
  });

  it('is refused whole, with a sentence, where one part of it is bad', async () => {
    await start({ '下载/总第29批.md': NOTICE });
    await follow({ file: '下载/总第29批.md', url: 'javascript:alert(1)' });
    await follow({ file: '没有.md' });
    await follow({ text: '长'.repeat(100_001) });
    await follow({});
    await waitFor(() => expect(corner()).toEqual([
      'Not opened: the address does not begin with https:// or http://, or is too long.',
      'Not opened: there is no such file in this vault, or it cannot be imported.',
      'Not opened: the text is too long.',
      'Nothing to import was named.',
    ]));
    expect(windowText()).toBe('');
  });

  it('is refused where its address or its path is longer than any', () => {
    expect(readImportLink({ url: `https://example.cn/${'a'.repeat(3000)}` })).toBe('bad-address');
    expect(readImportLink({ file: `${'长'.repeat(600)}.md` })).toBe('bad-file');
  });

  it('takes a parameter without a value as none, and ignores those it does not know', () => {
    expect(readImportLink({ url: 'true', file: 'true', vault: '我的仓库' })).toBe('empty');
    expect(readImportLink({ text: ' 通报全文 ', apply: 'true' })).toEqual({ url: null, file: null, text: '通报全文' });
  });
});

describe("Obsidian's own command line", () => {
  const answer = async (command: string, params: Readonly<Record<string, string>> = {}) => app.pluginStore.registrations.cli.get(command)?.(params);

  it('checks the vault, in words or as JSON', async () => {
    await start({ '通报/应用/甲.md': '---\n通报类型: 应用\n---\n' });
    expect(await answer('regulatory-notices:check')).toMatch(/^Read: 0 notices, 0 entries, 1 app\.\n/);
    expect(JSON.parse(String(await answer('regulatory-notices:check', { json: 'true' })))).toMatchObject({ counts: { apps: 1 } });
  });

  it('opens the window of an import, and neither imports nor takes what a link may not hold', async () => {
    await start({ '下载/总第29批.md': NOTICE });
    expect(await answer('regulatory-notices:import', { file: '下载/总第29批.md' })).toBe('The import window is open in Obsidian.');
    expect(windowText()).toContain('总第29批');
    expect(paths()).toEqual(['下载/总第29批.md']);
    expect(await answer('regulatory-notices:import', { file: '../x.md' })).toMatch(/^Not opened: there is no such file/);
  });
});
