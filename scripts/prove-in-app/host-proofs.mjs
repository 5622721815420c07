/**
 * What the plugin relies on in Obsidian, each as a function that runs in the app and throws where it is not so.
 * The tests run the same functions in the host that plays the app, so the two cannot drift apart unseen.
 *
 * A proof is sent to the app as its source text: it may use its two arguments and the browser's globals, nothing else.
 * `app` is the app; `tools` is `proofTools()`. Every proof writes in a folder of its own.
 */

/** What every proof may use; sent along with it. */
export function proofTools() {
  const show = (value) => JSON.stringify(value) ?? String(value);
  const tools = {
    same(seen, wanted) {
      if (show(seen) !== show(wanted)) throw new Error(`expected ${show(wanted)}, saw ${show(seen)}`);
    },
    holds(condition, words) {
      if (!condition) throw new Error(words);
    },
    /** The message of the error that the work ends with. */
    async refusal(work) {
      try {
        await work();
      } catch (error) {
        return error.message;
      }
      throw new Error('it was not refused');
    },
    async until(condition, words) {
      const end = Date.now() + 60_000;
      while (!(await condition())) {
        if (Date.now() > end) throw new Error(`${words}: not so after a minute`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    /** Writes a note, with the folders above. */
    async note(app, path, text) {
      const parts = path.split('/').slice(0, -1);
      for (let depth = 1; depth <= parts.length; depth += 1) {
        const folder = parts.slice(0, depth).join('/');
        if (app.vault.getFolderByPath(folder) === null) await app.vault.createFolder(folder);
      }
      return app.vault.create(path, text);
    },
    /** Waits until the app has indexed a note as it is now; gives what the index holds. */
    async indexed(app, file) {
      await tools.until(() => app.metadataCache.getFileCache(file) !== null, `${file.path} is indexed`);
      return app.metadataCache.getFileCache(file);
    },
  };
  return tools;
}

export const HOST_PROOFS = [
  {
    says: 'a note is not created over another: “File already exists.”',
    async prove(app, { note, refusal, same }) {
      const file = await note(app, 'p01/a.md', 'mine');
      same(await refusal(() => app.vault.create('p01/a.md', 'other')), 'File already exists.');
      same(await app.vault.read(file), 'mine');
    },
  },
  {
    says: 'a folder is not created twice, whatever its case: “Folder already exists.”',
    async prove(app, { refusal, same }) {
      await app.vault.createFolder('p02');
      await app.vault.createFolder('p02/Apps');
      same(await refusal(() => app.vault.createFolder('p02/Apps')), 'Folder already exists.');
      same(await refusal(() => app.vault.createFolder('p02/apps')), 'Folder already exists.');
    },
  },
  {
    says: 'paths are NFC, and a no-break space is a space',
    async prove(app, { note, same }) {
      const file = await note(app, 'p03/cafe\u0301\u00a01.md', '');
      same(file.path, 'p03/caf\u00e9 1.md');
    },
  },
  {
    says: 'process hands over the text of that moment and writes in the same step',
    async prove(app, { note, same }) {
      const file = await note(app, 'p04/a.md', 'one');
      await Promise.all([app.vault.process(file, (text) => `${text} two`), app.vault.process(file, (text) => `${text} three`)]);
      same(await app.vault.read(file), 'one two three');
    },
  },
  {
    says: 'the index knows a new note only later, and keeps dates as they are written',
    async prove(app, { note, indexed, same }) {
      const file = await note(app, 'p05/a.md', '---\n发布日期: 2021-01-22\n总批次: 10\n---\n');
      same(app.metadataCache.getFileCache(file), null);
      const { frontmatter } = await indexed(app, file);
      same([frontmatter['发布日期'], frontmatter['总批次']], ['2021-01-22', 10]);
    },
  },
  {
    says: 'links count in callouts, tables (with \\|) and properties, and not in a fence inside a callout',
    async prove(app, { note, indexed, same }) {
      const text = ['---', 'up: "[[总览]]"', '---', '> [!note]+ 名单', '> | 名称 | 来源 |', '> | --- | --- |', '> | [[应用/甲\\|甲]] | 乙 |', '>', '> ```yaml', '> link: "[[in a fence]]"', '> ```', ''].join('\n');
      const cache = await indexed(app, await note(app, 'p06/a.md', text));
      same((cache.links ?? []).map((link) => [link.link, link.displayText]), [['应用/甲', '甲']]);
      same((cache.frontmatterLinks ?? []).map((link) => link.link), ['总览']);
    },
  },
  {
    says: 'a block id on a line of its own after a callout is a block; a heading inside a callout is no heading',
    async prove(app, { note, indexed, same }) {
      const cache = await indexed(app, await note(app, 'p07/a.md', '## 附件\n\n> [!abstract]+ 名单\n> ## inside\n> text\n\n^rn-list-1\n\ntext\n'));
      same((cache.headings ?? []).map((heading) => heading.heading), ['附件']);
      same(Object.keys(cache.blocks ?? {}), ['rn-list-1']);
    },
  },
  {
    says: 'front matter that is not YAML gives no properties, and the links below it still count',
    async prove(app, { note, indexed, holds, same }) {
      const cache = await indexed(app, await note(app, 'p08/a.md', '---\na: [1\n---\n[[p08-b]]\n'));
      holds(cache.frontmatter === undefined || cache.frontmatter === null, `expected no properties, saw ${JSON.stringify(cache.frontmatter)}`);
      same((cache.links ?? []).map((link) => link.link), ['p08-b']);
    },
  },
  {
    says: 'a new note of that name nearer to the top takes over links by bare name',
    async prove(app, { note, until }) {
      await note(app, 'p09/deep/应用九.md', 'x');
      const from = await note(app, 'p09/from.md', '[[应用九]]');
      await until(() => app.metadataCache.resolvedLinks[from.path]?.['p09/deep/应用九.md'] === 1, 'the link leads to the only note');
      await app.vault.create('应用九.md', 'y');
      await until(() => app.metadataCache.resolvedLinks[from.path]?.['应用九.md'] === 1, 'the link leads to the new note');
    },
  },
  {
    says: 'a percent-encoded markdown link and a wiki link by full path resolve',
    async prove(app, { note, until }) {
      await note(app, 'p10/应用/甲（一）.md', 'x');
      const from = await note(app, 'p10/from.md', `[甲](${encodeURI('p10/应用/甲（一）.md')}) [[p10/应用/甲（一）|甲]]`);
      await until(() => app.metadataCache.resolvedLinks[from.path]?.['p10/应用/甲（一）.md'] === 2, 'both links resolve');
    },
  },
  {
    says: 'an alias does not resolve as a link',
    async prove(app, { note, indexed, until }) {
      await indexed(app, await note(app, 'p11/甲十一.md', '---\naliases:\n  - 乙十一\n---\n'));
      const from = await note(app, 'p11/from.md', '[[乙十一]]');
      await until(() => app.metadataCache.unresolvedLinks[from.path]?.['乙十一'] === 1, 'the link leads nowhere');
    },
  },
  {
    says: 'renameFile rewrites the links that led there, aliases and block ids kept, where the user has it so',
    async prove(app, { note, until, same, holds }) {
      app.vault.setConfig?.('alwaysUpdateLinks', true);
      const file = await note(app, 'p12/旧名十二.md', 'x');
      const from = await note(app, 'p12/from.md', '[[旧名十二|名字]]\n\n| a |\n| --- |\n| [[旧名十二#^rn-record\\|№1]] |\n');
      await until(() => app.metadataCache.resolvedLinks[from.path]?.[file.path] === 2, 'the links resolve');
      await app.fileManager.renameFile(file, 'p12/新名十二.md');
      await until(async () => (await app.vault.read(from)).includes('新名十二#^rn-record'), 'the links are rewritten');
      const text = await app.vault.read(from);
      holds(!text.includes('旧名十二'), `a link was left: ${text}`);
      same(/\[\[[^\]]*新名十二\|名字\]\]/.test(text) && /\[\[[^\]]*新名十二#\^rn-record\\\|№1\]\]/.test(text), true);
    },
  },
  {
    says: 'vault.rename leaves links alone, keeps the file object, and refuses a name that is taken',
    async prove(app, { note, refusal, same, holds }) {
      const file = await note(app, 'p13/a13.md', 'x');
      await note(app, 'p13/b13.md', 'y');
      const from = await note(app, 'p13/from.md', '[[a13]]');
      holds(/exists/.test(await refusal(() => app.vault.rename(file, 'p13/b13.md'))), 'the refusal does not say that the name is taken');
      await app.vault.rename(file, 'p13/c13.md');
      same(file.path, 'p13/c13.md');
      same(await app.vault.read(from), '[[a13]]');
    },
  },
  {
    says: 'trashFile takes a note away without deleting it for good',
    async prove(app, { note, same }) {
      const file = await note(app, 'p14/gone14.md', 'x');
      await app.fileManager.trashFile(file);
      same(app.vault.getFileByPath('p14/gone14.md'), null);
    },
  },
  {
    says: 'hidden files can be written, read, renamed, listed and removed through the adapter',
    async prove(app, { same }) {
      const { adapter, configDir } = app.vault;
      const folder = `${configDir}/p15`;
      await adapter.mkdir(folder);
      await adapter.write(`${folder}/one.tmp`, 'text 文');
      await adapter.rename(`${folder}/one.tmp`, `${folder}/one.json`);
      same(await adapter.read(`${folder}/one.json`), 'text 文');
      same((await adapter.list(folder)).files, [`${folder}/one.json`]);
      await adapter.remove(`${folder}/one.json`);
      same(await adapter.exists(`${folder}/one.json`), false);
    },
  },
  {
    says: 'local storage is kept on the device, is null at first, and forgets what is set to null',
    async prove(app, { same }) {
      same(app.loadLocalStorage('rn-proof'), null);
      app.saveLocalStorage('rn-proof', { id: 'a' });
      same(app.loadLocalStorage('rn-proof'), { id: 'a' });
      app.saveLocalStorage('rn-proof', null);
      same(app.loadLocalStorage('rn-proof'), null);
    },
  },
];
