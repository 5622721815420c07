/** Files and folders that are dropped: what is taken, under which name, and what a list of sources does with it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { addSources, chosenFiles, droppedFiles, readFiles, removeSource, unreadLines } from '../../src/obsidian/dropped-files';
import type { ImportSource } from '../../src/import-notices';
import { installNodeDom } from '../support/obsidian-host/node-dom';

beforeAll(() => {
  installNodeDom();
});

interface Tree {
  readonly [name: string]: string | Tree;
}

/** An entry as the browser gives it: a folder is read in portions, the last of them empty. */
function entryOf(name: string, content: string | Tree): FileSystemEntry {
  if (typeof content === 'string') return { isDirectory: false, name, file: (found: (file: File) => void) => found(new File([content], name)) } as unknown as FileSystemEntry;
  const children = Object.entries(content).map(([child, inner]) => entryOf(child, inner));
  const createReader = () => {
    const left = [...children];
    return { readEntries: (found: (some: FileSystemEntry[]) => void) => found(left.splice(0, 2)) };
  };
  return { isDirectory: true, name, createReader } as unknown as FileSystemEntry;
}

function dropOf(tree: Tree): DataTransfer {
  const files = Object.entries(tree).flatMap(([name, content]) => (typeof content === 'string' ? [new File([content], name)] : []));
  return { files, items: Object.entries(tree).map(([name, content]) => ({ webkitGetAsEntry: () => entryOf(name, content) })) } as unknown as DataTransfer;
}

describe('a drop', () => {
  it('takes the files of folders that can be read, by their path, and every file that is dropped itself', async () => {
    const found = await droppedFiles(dropOf({ 'a.html': 'a', 通报: { 'c.docx': 'c', 'b.md': 'b', 'picture.jpg': 'x', '.hidden': { 'd.md': 'd' }, 2021: { 'e.PDF': 'e' } }, 'odd.bin': 'o' }));
    expect(found.map(({ name }) => name)).toEqual(['a.html', '通报/2021/e.PDF', '通报/b.md', '通报/c.docx', 'odd.bin']);
    expect((await readFiles(found)).sources.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['a', 'e', 'b', 'c', 'o']);
  });

  it('takes plain files as they are', async () => {
    expect((await droppedFiles(dropOf({ 'a.md': 'a', 'b.unknown': 'b' }))).map(({ name }) => name)).toEqual(['a.md', 'b.unknown']);
  });
});

describe('what the system does not hand out', () => {
  const gone = (): Promise<never> => Promise.reject(new DOMException('A requested file or directory could not be found', 'NotFoundError'));

  it('is named, and holds up no other file', async () => {
    const { sources, unread } = await readFiles([{ name: 'a.md', file: new File(['a'], 'a.md') }, { name: 'gone.md', file: Object.assign(new File([], 'gone.md'), { arrayBuffer: gone }) }, { name: 'b.md', file: new File(['b'], 'b.md') }]);
    expect(sources.map(({ fileName }) => fileName)).toEqual(['a.md', 'b.md']);
    expect(unread).toEqual(['gone.md']);
  });

  it('is named in a folder too, be it a file or a folder', async () => {
    const refuse = (_found: unknown, failed: (error: DOMException) => void): void => failed(new DOMException('', 'NotReadableError'));
    const file = { isDirectory: false, name: 'locked.md', file: refuse };
    const folder = { isDirectory: true, name: '封存', createReader: () => ({ readEntries: refuse }) };
    const createReader = () => {
      const left = [[file, folder], [entryOf('a.md', 'a')], []];
      return { readEntries: (found: (some: unknown) => void) => found(left.shift()) };
    };
    const found = await droppedFiles({ files: [], items: [{ webkitGetAsEntry: () => ({ isDirectory: true, name: '通报', createReader }) }] } as unknown as DataTransfer);
    const { sources, unread } = await readFiles(found);
    expect(sources.map(({ fileName }) => fileName)).toEqual(['通报/a.md']);
    expect(unread).toEqual(['通报/locked.md', '通报/封存']);
  });

  it('is said in words of our own, a line each, of many the first', () => {
    expect(unreadLines(['a.md'], 'zh')).toEqual(['无法读取“a.md”，文件可能已被移动、删除或占用。']);
    expect(unreadLines(['a.md'], 'en')).toEqual(['“a.md” cannot be read. It may have been moved, deleted or locked.']);
    expect(unreadLines(Array.from({ length: 900 }, (_, i) => `${i}.md`), 'zh').slice(-2)).toEqual(['无法读取“4.md”，文件可能已被移动、删除或占用。', '……另有 895 项']);
  });
});

it('takes of a chosen folder what can be read', () => {
  const file = (name: string, path: string): File => Object.defineProperty(new File([''], name), 'webkitRelativePath', { value: path });
  expect(chosenFiles([file('a.md', '通报/a.md'), file('b.jpg', '通报/b.jpg'), file('c.jpg', '')]).map(({ name }) => name)).toEqual(['通报/a.md', 'c.jpg']);
});

describe('the list of sources', () => {
  const source = (fileName: string, text: string, more: Partial<ImportSource> = {}): ImportSource => ({ fileName, bytes: new TextEncoder().encode(text), ...more });
  const names = (sources: readonly ImportSource[]): string[] => sources.map(({ fileName }) => fileName);

  it('holds a file once, and gives another of that name a number', () => {
    const held = addSources([], [source('a.md', '1'), source('a.md', '1'), source('a.md', '2'), source('a.md', '3')]);
    expect(names(held)).toEqual(['a.md', 'a 2.md', 'a 3.md']);
  });

  it('keeps the files of a page with their page, and lets them go with it', () => {
    const held = addSources([source('index.html', 'other')], [source('index.html', 'page'), source('list.docx', 'list', { attachmentOf: 'index.html' })]);
    expect(held.map(({ fileName, attachmentOf }) => [fileName, attachmentOf])).toEqual([['index.html', undefined], ['index 2.html', undefined], ['list.docx', 'index 2.html']]);
    const page = held[1];
    expect(page && names(removeSource(held, page))).toEqual(['index.html']);
  });
});
