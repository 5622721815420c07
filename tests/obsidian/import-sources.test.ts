/** The page of sources: what it says where there is nothing to take, and what it shows of a paste. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { App } from '../support/obsidian-host';
import { enablePlugin, runCommand } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { MANIFEST } from '../support/plugin-manifest';
import { waitFor } from '../support/wait-for';

const NOTICE = '---\n标题: 关于侵害用户权益行为的APP通报（2022年第2批，总第22批）\n日期: 2022-03-14\n通报类型: 侵害通报\n---\n名单待补。\n';
const PAGE = '<html><head><style>p{color:red}</style></head><body><script>window.__hit=1</script><p>只有&nbsp;HTML &lt;b&gt;</p></body></html>';

let app: App;

beforeAll(() => {
  installNodeDom();
});

beforeEach(async () => {
  activeDocument.body.empty();
  app = new App();
  localStorage.setItem('language', 'zh');
  await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
});

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.removeItem('language');
});

const all = (selector: string): HTMLElement[] => [...activeDocument.querySelectorAll<HTMLElement>(selector)];
const run = (command: string): boolean => runCommand(app, `regulatory-notices:${command}`);
const warning = (): string[] => all('.modal .regulatory-notices-warning > div').map((line) => line.textContent);
const sources = (): string[] => all('.modal .regulatory-notices-chosen li').map((item) => item.textContent);
const button = (name: string): HTMLElement => {
  const found = all('.modal button').find((each) => each.textContent === name);
  if (found === undefined) throw new Error(`There is no button ${name}.`);
  return found;
};
const send = (target: Element | null | undefined, type: string, more: object = {}): void => {
  target?.dispatchEvent(Object.assign(new (activeDocument.defaultView?.Event ?? Event)(type, { bubbles: true, cancelable: true }), more));
};
const paste = (data: Readonly<Record<string, string>>): void => send(activeDocument.querySelector('.modal textarea'), 'paste', { clipboardData: { getData: (type: string) => data[type] ?? '' } });
const box = (): string => activeDocument.querySelector<HTMLTextAreaElement>('.modal textarea')?.value ?? '';

/** A clipboard that may be read and holds this; null is one that is refused. */
function setClipboard(held: Readonly<Record<string, string>> | null): void {
  const refuse = (): Promise<never> => Promise.reject(new DOMException('Read permission denied.', 'NotAllowedError'));
  const item = { types: Object.keys(held ?? {}), getType: (type: string) => Promise.resolve(new Blob([held?.[type] ?? ''])) };
  vi.stubGlobal('navigator', { clipboard: held === null ? { read: refuse, readText: refuse } : { read: () => Promise.resolve([item]), readText: () => Promise.resolve(held['text/plain'] ?? '') } });
}

const PICTURES: readonly (readonly [what: string, held: Readonly<Record<string, string>>])[] = [
  ['a picture', { 'image/png': 'x' }],
  ['a picture copied from a page', { 'image/png': 'x', 'text/html': '<html><head></head><body><img src="https://www.example.gov.cn/1.png"></body></html>' }],
];

describe('a clipboard without text', () => {
  it.each(PICTURES)('is named by the button: %s', async (_what, held) => {
    setClipboard(held);
    run('import-notices');
    button('读取剪贴板').click();
    await waitFor(() => expect(warning()).toEqual(['剪贴板中没有文字。']));
    expect(sources()).toEqual([]);
  });

  it.each(PICTURES)('is named by the command, once: %s', async (_what, held) => {
    setClipboard(held);
    run('import-notice-from-clipboard');
    await waitFor(() => expect(warning()).toEqual(['剪贴板中没有文字。']));
    paste({ 'text/plain': '通报' });
    button('预览').click();
    await waitFor(() => button('上一步').click());
    expect(warning()).toEqual([]);
  });

  it('is told from one that is refused', async () => {
    setClipboard(null);
    run('import-notice-from-clipboard');
    await waitFor(() => expect(warning()).toEqual(['无法直接读取剪贴板，请粘贴到上面的框里。']));
  });

  it('is named where a list is to be added', async () => {
    app.vault.put('通报/侵害通报/总第22批.md', NOTICE);
    await app.metadataCache.settled();
    await app.workspace.openLinkText('通报/侵害通报/总第22批.md', '');
    setClipboard({ 'image/png': 'x' });
    run('add-list-from-clipboard');
    await waitFor(() => expect(all('.modal')[0]?.textContent).toContain('剪贴板中没有文字。'));
  });
});

describe('files that cannot be taken', () => {
  const choose = (name: string, files: readonly File[]): void => {
    button(name).click();
    answerPicker(files);
  };
  const answerPicker = (files: readonly File[]): void => {
    const input = activeDocument.querySelector('body > input[type="file"]');
    if (input !== null) Object.defineProperty(input, 'files', { value: files });
    send(input, files.length === 0 ? 'cancel' : 'change');
  };
  const file = (name: string, path = ''): File => Object.defineProperty(new File(['x'], name), 'webkitRelativePath', { value: path });
  const gone = (name: string): File => Object.assign(file(name), { arrayBuffer: () => Promise.reject(new DOMException('A requested file or directory could not be found', 'NotFoundError')) });

  it('are named where the folder that was chosen holds no others', async () => {
    run('import-notices');
    choose('选择文件夹', [file('图.png', '照片/图.png')]);
    await waitFor(() => expect(warning()).toEqual(['其中没有可以读取的文件。']));
  });

  it.each(['选择文件', '选择文件夹'])('are none where nothing was chosen by %s', async (name) => {
    run('import-notices');
    choose(name, []);
    await Promise.resolve();
    expect(warning()).toEqual([]);
  });

  it('are named where they are gone when they are dropped, and the others join the list', async () => {
    run('import-notices');
    send(activeDocument.querySelector('.modal-title'), 'drop', { dataTransfer: { files: [gone('总第22批.docx'), file('a.md')], items: [] } });
    await waitFor(() => expect(sources()).toEqual(['a.md']));
    expect(warning()).toEqual(['无法读取“总第22批.docx”，文件可能已被移动、删除或占用。']);
  });

  it('are named by the command, which shows the list before it reads the others', async () => {
    run('import-notice-from-file');
    answerPicker([gone('总第22批.docx'), file('a.md')]);
    await waitFor(() => expect(warning()).toEqual(['无法读取“总第22批.docx”，文件可能已被移动、删除或占用。']));
    expect(sources()).toEqual(['a.md']);
  });
});

describe('HTML that comes without text', () => {
  it('shows as what a reader sees of it', () => {
    run('import-notices');
    paste({ 'text/html': PAGE });
    expect(box()).toBe('只有\u00a0HTML <b>');
    expect(button('预览').hasAttribute('disabled')).toBe(false);
  });

  it('is nothing where a reader sees nothing', () => {
    run('import-notices');
    paste({ 'text/html': '<html><body><script>1</script><img src="x"></body></html>' });
    expect(box()).toBe('');
    expect(button('预览').hasAttribute('disabled')).toBe(true);
  });

  it('shows so in the box for a list, which reads nothing where there is nothing', async () => {
    app.vault.put('通报/侵害通报/总第22批.md', NOTICE);
    await app.metadataCache.settled();
    await app.workspace.openLinkText('通报/侵害通报/总第22批.md', '');
    setClipboard(null);
    run('add-list-from-clipboard');
    await waitFor(() => expect(all('.modal')).toHaveLength(1));
    for (const html of ['<html><body><img src="x"></body></html>', ' ']) {
      paste({ 'text/html': html });
      expect(box()).toBe('');
      expect(button('读取名单').hasAttribute('disabled')).toBe(true);
    }
    paste({ 'text/html': PAGE });
    expect(box()).toBe('只有\u00a0HTML <b>');
    expect(button('读取名单').hasAttribute('disabled')).toBe(false);
  });
});
