/** The vault port on Obsidian: what it writes, what it refuses, and what it knows of notes just written. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createObsidianVault } from '../../src/obsidian/vault-adapter';
import { applyPlan } from '../../src/plan/apply-plan';
import { invertPlan } from '../../src/plan/invert-plan';
import { EMPTY_PLAN, type Plan } from '../../src/plan/plan';
import type { VaultPort } from '../../src/plan/vault-port';
import { donePart } from '../support/done-part';
import { App, type MarkdownView } from '../support/obsidian-host';
import { installNodeDom } from '../support/obsidian-host/node-dom';

let app: App;
let port: VaultPort;

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  app = new App();
  port = createObsidianVault(app.asApp(), () => undefined);
});

describe('creating', () => {
  it('makes the folders above a note', async () => {
    await port.create('通报/侵害通报/a.md', 'text');
    expect(app.vault.peek('通报/侵害通报/a.md')).toBe('text');
  });

  it('makes many notes of one folder at the same time', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => port.create(`通报/应用/${name}.md`, name)));
    expect(await port.listPaths()).toEqual(['通报/应用/a.md', '通报/应用/b.md', '通报/应用/c.md']);
  });

  it('refuses a path that is taken in another case', async () => {
    app.vault.put('通报/QQ.md', 'mine');
    await expect(port.create('通报/qq.md', 'other')).rejects.toThrow('File already exists.');
    expect(await port.listPaths()).toEqual(['通报/QQ.md']);
  });

  it('takes a path again once its note is gone', async () => {
    await port.create('a.md', '1');
    await expect(port.create('A.md', '2')).rejects.toThrow();
    await port.trash('a.md');
    await port.create('A.md', '2');
    expect(app.vault.peek('A.md')).toBe('2');
  });
});

describe('replacing', () => {
  it('writes where the note is as it was seen', async () => {
    app.vault.put('a.md', 'before');
    expect(await port.replace('a.md', 'before', 'after')).toBe(true);
    expect(app.vault.peek('a.md')).toBe('after');
  });

  it('leaves alone what someone changed meanwhile', async () => {
    app.vault.put('a.md', 'edited');
    expect(await port.replace('a.md', 'before', 'after')).toBe(false);
    expect(app.vault.peek('a.md')).toBe('edited');
  });

  it('sees text that stands in an editor and is not saved yet', async () => {
    const file = app.vault.put('a.md', 'before');
    await app.workspace.getLeaf(true).openFile(file);
    const view = app.workspace.getLeavesOfType('markdown')[0]?.view as unknown as MarkdownView;
    view.type('before and typed');
    expect(await port.replace('a.md', 'before', 'after')).toBe(false);
    expect(app.vault.peek('a.md')).toBe('before and typed');
  });

  it('throws where there is no such note', async () => {
    await expect(port.replace('a.md', '', 'x')).rejects.toThrow('No such file: a.md');
    await expect(port.read('a.md')).rejects.toThrow('No such file: a.md');
  });
});

describe('listing notes', () => {
  it('knows the properties of a note that the app has not indexed yet', async () => {
    await port.create('a.md', '---\n总批次: 10\n---\n');
    expect(app.metadataCache.getCache('a.md')).toBeNull();
    expect(await port.listNotes()).toEqual([{ path: 'a.md', properties: { 总批次: 10 } }]);
  });

  it('does not show the properties from before a change', async () => {
    app.vault.put('a.md', '---\n总批次: 10\n---\n');
    await app.metadataCache.settled();
    await port.replace('a.md', '---\n总批次: 10\n---\n', '---\n总批次: 11\n---\n');
    expect(app.metadataCache.getCache('a.md')?.frontmatter).toEqual({ 总批次: 10 });
    expect(await port.listNotes()).toEqual([{ path: 'a.md', properties: { 总批次: 11 } }]);
  });

  it('takes the properties from the cache once it knows them', async () => {
    app.vault.put('a.md', '---\n总批次: 10\n---\n');
    await app.metadataCache.settled();
    expect(await port.listNotes()).toEqual([{ path: 'a.md', properties: { 总批次: 10 } }]);
  });

  it('gives a note with broken front matter none', async () => {
    await port.create('a.md', '---\na: [1\n---\n');
    expect(await port.listNotes()).toEqual([{ path: 'a.md', properties: {} }]);
    await app.metadataCache.settled();
    expect(await port.listNotes()).toEqual([{ path: 'a.md', properties: {} }]);
  });
});

it('moves a note to the trash that the user chose', async () => {
  app.vault.put('a.md', 'text');
  await port.trash('a.md');
  expect(app.vault.trashed).toEqual(['a.md']);
  expect(await port.listPaths()).toEqual([]);
});

describe('taking back', () => {
  it.each([['no text', [0x25, 0x50, 0xff, 0, 0x0a]], ['a page with a byte order mark', [0xef, 0xbb, 0xbf, 0x3c, 0x70, 0x3e]]])('trashes a copy of a file that is %s', async (_, bytes) => {
    const plan: Plan = { ...EMPTY_PLAN, changes: [{ kind: 'create-binary', path: '通报/附件/a.bin', bytes: Uint8Array.from(bytes) }] };
    const done = await applyPlan(plan, port);
    expect(await port.listPaths()).toEqual(['通报/附件/a.bin']);
    expect((await applyPlan(invertPlan(donePart(plan, done)), port)).failed).toEqual([]);
    expect(await port.listPaths()).toEqual([]);
  });
});
