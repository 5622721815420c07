/** The test host behaves as the app where the plugin depends on it. Each case is something measured in the app. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Plugin, type MarkdownView, type TFile } from 'obsidian';
import { App, Modal, Notice, normalizePath } from '../support/obsidian-host';
import { enablePlugin } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';

beforeAll(() => {
  installNodeDom();
});

describe('the vault', () => {
  it('refuses to create over a file, whatever the case', async () => {
    const { vault } = new App();
    await vault.create('Notes.md', 'mine');
    await expect(vault.create('Notes.md', 'other')).rejects.toThrow('File already exists.');
    await expect(vault.create('notes.md', 'other')).rejects.toThrow('File already exists.');
    expect(vault.peek('Notes.md')).toBe('mine');
  });

  it('refuses a folder that is there, whatever its case', async () => {
    const { vault } = new App();
    await vault.createFolder('通报/Apps');
    await expect(vault.createFolder('通报/apps')).rejects.toThrow('Folder already exists.');
  });

  it('refuses a file in a folder that is not there', async () => {
    await expect(new App().vault.create('通报/a.md', '')).rejects.toThrow('ENOENT');
  });

  it('refuses names that a phone or Windows cannot hold', async () => {
    await expect(new App().vault.create('what?.md', '')).rejects.toThrow('File name cannot contain');
    await expect(new App().vault.create(`${'通'.repeat(90)}.md`, '')).rejects.toThrow('ENAMETOOLONG');
    for (const name of ['con.md', 'COM1', 'dot.', 'blank ', 'line\u0007.md']) await expect(new App().vault.create(name, '')).rejects.toThrow('Windows');
    for (const name of ['a#b.md', 'a^b.md', 'a[b].md', '50%%.md']) await expect(new App().vault.createFolder(name)).rejects.toThrow('Links will not work');
    await expect(new App().vault.create('.hidden.md', '')).rejects.toThrow('dot');
    await expect(new App().vault.create('：？（）｜／.md', '')).resolves.toBeDefined();
  });

  it('finds files by the path they have, not by another way to write it', async () => {
    const { vault } = new App();
    await vault.create('cafe\u0301.md', '');
    expect(vault.getFileByPath('caf\u00e9.md')).not.toBeNull();
    expect(vault.getFileByPath('cafe\u0301.md')).toBeNull();
    expect(vault.getFileByPath('/caf\u00e9.md')).toBeNull();
    expect(vault.getFileByPath('CAF\u00c9.md')).toBeNull();
  });

  it('leaves a file alone where process throws', async () => {
    const { vault } = new App();
    const file = await vault.create('a.md', 'one');
    await expect(vault.process(file, () => { throw new Error('not so'); })).rejects.toThrow('not so');
    expect(vault.peek('a.md')).toBe('one');
    await vault.delete(file);
    await expect(vault.process(file, (text) => text)).rejects.toThrow('ENOENT');
  });

  it('refuses to rename over a file, lets a file change its case, and takes the files of a folder with it', async () => {
    const { vault } = new App();
    const file = vault.put('通报/a.md', 'mine');
    vault.put('通报/b.md', 'other');
    await expect(vault.rename(file, '通报/B.md')).rejects.toThrow('Destination file already exists!');
    await vault.rename(file, '通报/A.md');
    await vault.rename(vault.getFolderByPath('通报')!, '公告');
    expect(vault.peek('公告/A.md')).toBe('mine');
    expect(vault.getFileByPath('公告/A.md')).toBe(file);
    expect(vault.getAbstractFileByPath('通报')).toBeNull();
  });

  it('moves what is trashed out of the vault', async () => {
    const { vault, fileManager } = new App();
    await fileManager.trashFile(vault.put('通报/a.md', ''));
    expect(vault.trashed).toEqual(['通报/a.md']);
    expect(vault.peek('通报/a.md')).toBeNull();
  });

  it('counts up for a free name of an attachment', async () => {
    const { vault, fileManager } = new App();
    vault.put('通报/附件.docx', '');
    expect(await fileManager.getAvailablePathForAttachment('附件.docx', '通报/a.md')).toBe('通报/附件 1.docx');
    vault.put('通报/附件 1.docx', '');
    expect(await fileManager.getAvailablePathForAttachment('附件.docx', '通报/a.md')).toBe('通报/附件 2.docx');
  });

  it('keeps paths in NFC with plain spaces', async () => {
    const { vault } = new App();
    expect(normalizePath('//cafe\u0301\u00a0bar/')).toBe('caf\u00e9 bar');
    await vault.create('cafe\u0301\u00a01.md', '');
    expect(vault.getFiles().map((file) => file.path)).toEqual(['caf\u00e9 1.md']);
  });

  it('hands process the text of that moment and writes in the same step', async () => {
    const { vault } = new App();
    const file = await vault.create('a.md', 'one');
    await Promise.all([vault.process(file, (text) => `${text} two`), vault.process(file, (text) => `${text} three`)]);
    expect(vault.peek('a.md')).toBe('one two three');
  });
});

describe('files that the vault does not list', () => {
  it('need their folder, and do not take the name of another', async () => {
    const { adapter } = new App().vault;
    await expect(adapter.write('.obsidian/plugins/mine/a.json', '1')).rejects.toThrow('ENOENT');
    await adapter.mkdir('.obsidian/plugins/mine');
    await adapter.write('.obsidian/plugins/mine/a.json', '1');
    await adapter.write('.obsidian/plugins/mine/b.json', '2');
    await expect(adapter.rename('.obsidian/plugins/mine/a.json', '.obsidian/plugins/mine/b.json')).rejects.toThrow('Destination file already exists!');
    expect((await adapter.list('.obsidian/plugins/mine')).files).toHaveLength(2);
    await expect(adapter.list('.obsidian/plugins/other')).rejects.toThrow('ENOENT');
  });
});

describe('a disk', () => {
  it('that is full refuses writes until there is room again', async () => {
    const { vault } = new App();
    vault.disk.break({ kind: 'full', after: 1 });
    await vault.create('a.md', '1');
    await expect(vault.create('b.md', '2')).rejects.toThrow('ENOSPC');
    vault.disk.break(null);
    await vault.create('b.md', '2');
    expect(vault.getFiles()).toHaveLength(2);
  });
});

describe('starting again', () => {
  it('finds files, settings and what was kept on the device; another device finds its own storage empty', async () => {
    const app = new App();
    app.vault.put('通报/a.md', '1');
    await app.vault.adapter.mkdir('.obsidian/plugins');
    app.saveLocalStorage('id', 'x');
    const again = App.again(app);
    expect(again.vault.peek('通报/a.md')).toBe('1');
    expect(await again.vault.adapter.exists('.obsidian/plugins')).toBe(true);
    expect(again.loadLocalStorage('id')).toBe('x');
    expect(App.again(app, 'another').loadLocalStorage('id')).toBeNull();
  });
});

describe('the metadata cache', () => {
  it('knows a note only some time after it was written', async () => {
    const { vault, metadataCache } = new App();
    const file = await vault.create('a.md', '---\n总批次: 10\n---\n');
    expect(metadataCache.getFileCache(file)).toBeNull();
    await metadataCache.settled();
    expect(metadataCache.getFileCache(file)?.frontmatter).toEqual({ 总批次: 10 });
  });

  it('keeps dates as they are written', async () => {
    const { vault, metadataCache } = new App();
    const file = await vault.create('a.md', '---\n发布日期: 2021-01-22\n---\n');
    await metadataCache.settled();
    expect(metadataCache.getFileCache(file)?.frontmatter).toEqual({ 发布日期: '2021-01-22' });
  });

  it('gives a note with broken front matter no properties', async () => {
    const { vault, metadataCache } = new App();
    const file = await vault.create('a.md', '---\na: [1\n---\n[[b]]');
    await metadataCache.settled();
    expect(metadataCache.getFileCache(file)?.frontmatter).toBeUndefined();
    expect(metadataCache.getFileCache(file)?.links).toHaveLength(1);
  });

  it('sees links in a callout, a table and a property, and none in code', async () => {
    const { vault, metadataCache } = new App();
    const text = [
      '---',
      'up: "[[总览]]"',
      'note: see [[nobody]]',
      '---',
      '> [!note]+ 名单',
      '> | 名称 | 来源 |',
      '> | --- | --- |',
      '> | [[应用/甲\\|甲]] | [[乙|broken]] |',
      '>',
      '> ```yaml',
      '> link: "[[in a fence]]"',
      '> ```',
      '',
      '`[[in code]]` and [丙](应用/%E4%B8%99.md) and [out](https://example.org)',
    ].join('\n');
    const file = await vault.create('a.md', text);
    await metadataCache.settled();
    const cache = metadataCache.getFileCache(file);
    expect(cache?.links?.map((link) => [link.link, link.displayText])).toEqual([
      ['应用/甲', '甲'],
      ['应用/丙.md', '丙'],
    ]);
    expect(cache?.frontmatterLinks?.map((link) => link.link)).toEqual(['总览']);
  });

  it('takes a property for a link only where it is nothing else, in lists one an item', async () => {
    const { vault, metadataCache } = new App();
    const file = await vault.create('a.md', '---\n相关通报:\n  - "[[一]]"\n  - "[[二|第二批]]"\n  - 见 [[三]]\n---\n');
    await metadataCache.settled();
    expect(metadataCache.getFileCache(file)?.frontmatterLinks?.map((link) => [link.key, link.link])).toEqual([['相关通报.0', '一'], ['相关通报.1', '二']]);
  });

  it('does not take an alias for a name', async () => {
    const { vault, metadataCache } = new App();
    vault.put('通报/a.md', '---\naliases:\n  - 总第10批\n---\n');
    vault.put('b.md', '[[总第10批]]');
    await metadataCache.settled();
    expect(metadataCache.unresolvedLinks['b.md']).toEqual({ 总第10批: 1 });
  });

  it('tells what changed only after it has read it', async () => {
    const { vault, metadataCache } = new App();
    const seen: string[] = [];
    vault.on('modify', (file) => seen.push(`modify ${(file as TFile).path}`));
    metadataCache.on('changed', (file) => seen.push(`changed ${(file as TFile).path}`));
    await vault.process(vault.put('a.md', 'one'), () => 'two');
    expect(seen).toEqual(['modify a.md']);
    await metadataCache.settled();
    expect(seen).toEqual(['modify a.md', 'changed a.md']);
  });

  it('lists headings outside callouts, and blocks', async () => {
    const { vault, metadataCache } = new App();
    const file = await vault.create('a.md', '## 附件\n> ## inside\n\n> [!abstract]+ 名单\n> text\n\n^rn-list-1\n');
    await metadataCache.settled();
    expect(metadataCache.getFileCache(file)?.headings?.map((heading) => heading.heading)).toEqual(['附件']);
    expect(Object.keys(metadataCache.getFileCache(file)?.blocks ?? {})).toEqual(['rn-list-1']);
  });

  it('resolves a bare name to the file nearest to the top, and counts what leads nowhere', async () => {
    const { vault, metadataCache } = new App();
    vault.put('通报/应用/美团.md', '');
    vault.put('a.md', '[[美团]] [[nowhere]]');
    await metadataCache.settled();
    expect(metadataCache.resolvedLinks['a.md']).toEqual({ '通报/应用/美团.md': 1 });
    expect(metadataCache.unresolvedLinks['a.md']).toEqual({ nowhere: 1 });
    vault.put('美团.md', '');
    await metadataCache.settled();
    expect(metadataCache.resolvedLinks['a.md']).toEqual({ '美团.md': 1 });
  });
});

describe('renaming', () => {
  it('rewrites the links that led there, aliases and subpaths kept', async () => {
    const { vault, fileManager } = new App();
    const file = vault.put('应用/甲.md', '');
    vault.put('a.md', '[[应用/甲|名字]]\n| [[甲#^rn-record\\|№1]] |\n[x](应用/甲.md)\n```\n[[甲]]\n```');
    await fileManager.renameFile(file, '应用/乙.md');
    expect(vault.peek('a.md')).toBe('[[乙|名字]]\n| [[乙#^rn-record\\|№1]] |\n[x](%E4%B9%99.md)\n```\n[[甲]]\n```');
  });

  it('rewrites the links into a folder that is moved', async () => {
    const { vault, fileManager } = new App();
    vault.put('通报/应用/甲.md', '');
    vault.put('别处/甲.md', '');
    vault.put('a.md', '[[通报/应用/甲|甲]] [[别处/甲]]');
    await fileManager.renameFile(vault.getFolderByPath('通报')!, '公告');
    expect(vault.peek('a.md')).toBe('[[公告/应用/甲|甲]] [[别处/甲]]');
  });

  it('makes a link only to a file that is there', async () => {
    const { vault, fileManager } = new App();
    const file = vault.put('应用/甲.md', '');
    expect(fileManager.generateMarkdownLink(file, 'a.md')).toBe('[[甲]]');
    await vault.delete(file);
    expect(() => fileManager.generateMarkdownLink(file, 'a.md')).toThrow();
  });

  it('leaves links alone where the user has set so', async () => {
    const { vault, fileManager } = new App({ updateLinks: false });
    const file = vault.put('甲.md', '');
    vault.put('a.md', '[[甲]]');
    await fileManager.renameFile(file, '乙.md');
    expect(vault.peek('a.md')).toBe('[[甲]]');
  });
});

describe('a plugin', () => {
  class Listening extends Plugin {
    readonly heard: string[] = [];

    override onload(): void {
      this.app.vault.on('create', (file) => this.heard.push(file.path));
      this.app.workspace.onLayoutReady(() => this.heard.push('layout ready'));
    }
  }
  const MANIFEST = { id: 'listening', name: 'Listening', author: '', version: '1.0.0', minAppVersion: '1.13.0', description: '' };

  it('hears every file of the vault as new before the layout is ready', async () => {
    const app = new App();
    app.vault.put('a.md', '');
    const { heard } = (await enablePlugin(app, Listening, MANIFEST)) as Listening;
    expect(heard.slice(-2)).toEqual(['a.md', 'layout ready']);
  });

  it('has null for settings at first, and what it saved after', async () => {
    const plugin = await enablePlugin(new App(), Listening, MANIFEST);
    expect(await plugin.loadData()).toBeNull();
    await plugin.saveData({ appNotes: 'notable' });
    expect(await plugin.loadData()).toEqual({ appNotes: 'notable' });
  });

  it('keeps settings in a file of its folder, and rejects one that is no JSON when it is asked for, not before', async () => {
    const app = new App();
    const plugin = await enablePlugin(app, Listening, MANIFEST);
    await plugin.saveData({});
    expect(await app.vault.adapter.read('.obsidian/plugins/listening/data.json')).toBe('{}');
    await app.vault.adapter.write('.obsidian/plugins/listening/data.json', '{"a":');
    const asked = plugin.loadData();
    await expect(asked).rejects.toThrow(SyntaxError);
  });

  it('finds what is typed in the editor, and in the file only once it is saved', async () => {
    const { vault, workspace } = new App();
    const file = vault.put('a.md', 'one');
    const leaf = workspace.getLeaf();
    await leaf.openFile(file);
    const view = leaf.view as MarkdownView;
    view.editor.setValue('one, typed');
    expect(vault.peek('a.md')).toBe('one');
    await view.save();
    expect(vault.peek('a.md')).toBe('one, typed');
  });
});

describe('windows', () => {
  it('keeps a modal open until someone closes it', () => {
    const modal = new Modal(new App().asApp());
    modal.open();
    const button = modal.contentEl.createEl('button', { text: 'OK' });
    button.click();
    expect(activeDocument.querySelectorAll('.modal')).toHaveLength(1);
    modal.close();
    expect(activeDocument.querySelectorAll('.modal')).toHaveLength(0);
  });

  it('shows a notice until it is hidden', () => {
    const notice = new Notice('Reading…', 0);
    expect(activeDocument.querySelector('.notice')?.textContent).toBe('Reading…');
    notice.hide();
    expect(activeDocument.querySelector('.notice')).toBeNull();
  });
});
