/** Files and folders that are dropped: what is taken, under which name, and what a list of sources does with it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { addSources, chosenFiles, droppedFiles, readFiles, removeSource } from '../../src/obsidian/dropped-files';
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
    expect((await readFiles(found)).map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['a', 'e', 'b', 'c', 'o']);
  });

  it('takes plain files as they are', async () => {
    expect((await droppedFiles(dropOf({ 'a.md': 'a', 'b.unknown': 'b' }))).map(({ name }) => name)).toEqual(['a.md', 'b.unknown']);
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
