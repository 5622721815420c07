/**
 * What the plugin does in Obsidian, in the order of a user's first hour; each proof stands on those before it.
 * Rules as in host-proofs.mjs. Those marked `onlyInApp` use parts of the app that the tests' host has no stand-in for.
 */

/** Two notices with invented apps; the second names an app of the first again. */
export const PROOF_NOTICES = {
  first: `---
title: 关于侵害用户权益行为的APP通报（2022年第2批，总第22批）
---

> [!abstract]+ 元数据
> \`\`\`yaml
> 标题: 关于侵害用户权益行为的APP通报（2022年第2批，总第22批）
> 来源: 信息通信管理局
> 时间: 2022-03-14
> \`\`\`

检查发现，尚有2款APP未完成整改，应在3月21日前落实。字段 rank:: first 与 <% 6 * 7 %> 只是文字。

工业和信息化部信息通信管理局

2022年3月14日

附件：存在问题的应用软件名单

| 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |
| --- | --- | --- | --- | --- | --- |
| 1 | 白塔闹钟 | 大理白塔软件有限公司 | 应用宝 | 3.2.1 | 违规收集个人信息 |
| 2 | 渡口地铁 | 南通渡口科技有限公司 | 小米应用商店 | 2.10 | 强制用户使用定向推送功能 |
`,
  second: `---
title: 关于侵害用户权益行为的APP通报（2022年第3批，总第23批）
---

\`\`\`yaml
标题: 关于侵害用户权益行为的APP通报（2022年第3批，总第23批）
来源: 信息通信管理局
时间: 2022-05-20
\`\`\`

抽查发现，尚有1款APP未按要求整改，应在5月27日前落实。

工业和信息化部信息通信管理局

2022年5月20日

附件：存在问题的应用软件名单

| 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |
| --- | --- | --- | --- | --- | --- |
| 1 | 白塔闹钟 | 大理白塔软件有限公司 | vivo应用商店 | 3.3.0 | 违规收集个人信息 |
`,
};

/** What the proofs of the plugin use beside `proofTools()`; `notices` is `PROOF_NOTICES`. */
export function pluginTools(tools, notices) {
  const commandId = (id) => `regulatory-notices:${id}`;
  const more = {
    ...tools,
    notices,
    window: () => activeDocument.querySelector('.modal'),
    windowText: () => more.window()?.textContent ?? '',
    commandIds: (app) => Object.keys(app.commands.commands).filter((id) => id.startsWith(commandId(''))),
    run: (app, id) => app.commands.executeCommandById(commandId(id)),
    texts: async (app) => Object.fromEntries(await Promise.all(app.vault.getMarkdownFiles().map(async (file) => [file.path, await app.vault.read(file)]))),
    written: (app) => app.vault.getMarkdownFiles().map((file) => file.path).filter((path) => path.startsWith('通报/')).sort(),
    async openNote(app, path) {
      await app.workspace.getLeaf(false).openFile(app.vault.getFileByPath(path));
      await tools.until(() => app.workspace.getActiveFile()?.path === path, `${path} is open`);
    },
    /** Opens the preview of an import of a note that is in the vault. */
    async preview(app, path) {
      await more.openNote(app, path);
      tools.holds(more.run(app, 'import-active-note'), 'the command is not offered');
      await tools.until(() => (more.window()?.querySelector('.regulatory-notices-preview') ?? null) !== null, 'the preview is shown');
    },
    /** Presses the button that most people want; the window must not close by itself. */
    async pressMain() {
      const button = more.window().querySelector('button.mod-cta');
      tools.holds(button !== null, 'there is no button to go on with');
      button.click();
      await tools.until(() => /finished|导入完成/.test(more.windowText()), 'the window says what was done');
    },
    /** Goes on in the window that asks whether to take something back. */
    async pressUndo() {
      await tools.until(() => (more.window()?.querySelector('button.mod-cta') ?? null) !== null, 'the window is shown');
      more.window().querySelector('button.mod-cta').click();
      await tools.until(() => /Undone|已撤销/.test(more.window()?.querySelector('.modal-title')?.textContent ?? ''), 'the window says that it was taken back');
    },
    async close() {
      for (const cross of [...activeDocument.querySelectorAll('.modal-close-button')].reverse()) cross.click();
      await tools.until(() => more.window() === null, 'the window is closed');
    },
    async allIndexed(app) {
      await tools.until(() => app.vault.getMarkdownFiles().every((file) => app.metadataCache.getFileCache(file) !== null), 'every note is indexed');
    },
  };
  return more;
}

export const PLUGIN_PROOFS = [
  {
    says: 'the plugin is on, and has no saved settings in a new vault',
    async prove(app, { until, same, commandIds }) {
      await until(() => app.plugins.plugins['regulatory-notices'] !== undefined && commandIds(app).length > 0, 'the plugin is on');
      same((await app.plugins.plugins['regulatory-notices'].loadData()) ?? null, null);
    },
  },
  {
    says: 'a command that needs a note is not offered without one of its kind',
    async prove(app, { note, openNote, run, same, until }) {
      await note(app, 'p20/mine.md', 'my own note\n');
      await openNote(app, 'p20/mine.md');
      await until(() => app.metadataCache.getFileCache(app.vault.getFileByPath('p20/mine.md')) !== null, 'the note is indexed');
      same([run(app, 'merge-app-notes'), run(app, 'add-list-from-clipboard')], [false, false]);
    },
  },
  {
    says: 'an import writes nothing before it is told to; then its links resolve and make backlinks',
    async prove(app, { note, notices, preview, pressMain, close, written, allIndexed, until, same, holds }) {
      await note(app, '收件箱/总第22批.md', notices.first);
      await preview(app, '收件箱/总第22批.md');
      same(written(app), []);
      await pressMain();
      await close();
      await allIndexed(app);
      const notice = written(app).find((path) => path.includes('总第22批'));
      holds(notice !== undefined, `no note of the notice among ${written(app).join(', ')}`);
      await until(() => app.metadataCache.resolvedLinks[notice]?.['通报/应用/白塔闹钟.md'] >= 1, 'the notice links the app');
      await until(() => app.metadataCache.resolvedLinks['通报/应用/白塔闹钟.md']?.[notice] >= 1, 'the record links the notice');
      same(written(app).flatMap((path) => Object.keys(app.metadataCache.unresolvedLinks[path] ?? {})), []);
    },
  },
  {
    says: 'its properties and block ids are what the app understands',
    async prove(app, { written, same, holds }) {
      const notice = app.vault.getFileByPath(written(app).find((path) => path.includes('总第22批')));
      const { frontmatter, blocks } = app.metadataCache.getFileCache(notice);
      same([frontmatter['通报类型'], frontmatter['发布日期'], frontmatter['总批次']], ['侵害通报', '2022-03-14', 22]);
      holds(blocks !== undefined && 'rn-list-1' in blocks, `no block rn-list-1 among ${Object.keys(blocks ?? {}).join(', ')}`);
    },
  },
  {
    says: 'the same source again changes nothing',
    async prove(app, { preview, close, windowText, texts, same, holds }) {
      const before = await texts(app);
      await preview(app, '收件箱/总第22批.md');
      holds(/already|无需改动/.test(windowText()), `the window says: ${windowText().slice(0, 200)}`);
      await close();
      same(await texts(app), before);
    },
  },
  {
    says: 'what was typed and not saved yet is kept by an import that writes into the same note',
    async prove(app, { note, notices, openNote, preview, pressMain, close, until, holds }) {
      const path = '通报/应用/白塔闹钟.md';
      await openNote(app, path);
      const { view } = app.workspace.getLeaf(false);
      if (view.getMode?.() === 'preview') await view.setState({ ...view.getState(), mode: 'source' }, { history: false });
      view.editor.setValue(view.editor.getValue().replace('%% regulatory-notices', '还没有保存的一行\n\n%% regulatory-notices'));
      await note(app, '收件箱/总第23批.md', notices.second);
      await app.workspace.getLeaf(true).openFile(app.vault.getFileByPath('收件箱/总第23批.md'));
      await preview(app, '收件箱/总第23批.md');
      await pressMain();
      await close();
      const read = () => app.vault.read(app.vault.getFileByPath(path));
      await until(async () => (await read()).includes('总第23批'), 'the record has its new row');
      holds((await read()).includes('还没有保存的一行'), 'the line that was not saved is lost');
    },
  },
  {
    says: 'an app note that was renamed in the app is found again',
    async prove(app, { notices, note, preview, pressMain, close, allIndexed, same, written, until }) {
      app.vault.setConfig?.('alwaysUpdateLinks', true);
      await allIndexed(app);
      await app.fileManager.renameFile(app.vault.getFileByPath('通报/应用/渡口地铁.md'), '通报/应用/渡口出行.md');
      await note(app, '收件箱/总第24批.md', notices.second.replaceAll('第3批，总第23批', '第4批，总第24批').replaceAll('2022-05-20', '2022-06-20').replaceAll('白塔闹钟', '渡口地铁').replaceAll('大理白塔软件有限公司', '南通渡口科技有限公司'));
      await allIndexed(app);
      await preview(app, '收件箱/总第24批.md');
      await pressMain();
      await close();
      same(written(app).filter((path) => path.includes('渡口')), ['通报/应用/渡口出行.md']);
      await until(async () => (await app.vault.read(app.vault.getFileByPath('通报/应用/渡口出行.md'))).includes('总第24批'), 'its record has the new row');
    },
  },
  {
    says: 'an import is taken back byte for byte',
    async prove(app, { notices, note, preview, pressMain, close, window, windowText, texts, until, same, holds }) {
      await note(app, '收件箱/总第25批.md', notices.second.replaceAll('第3批，总第23批', '第5批，总第25批').replaceAll('2022-05-20', '2022-07-20'));
      const before = await texts(app);
      await preview(app, '收件箱/总第25批.md');
      await pressMain();
      holds(JSON.stringify(await texts(app)) !== JSON.stringify(before), 'the import changed nothing');
      [...window().querySelectorAll('button')].find((button) => /^(Undo|撤销)/.test(button.textContent)).click();
      await until(() => /Undone|已撤销/.test(windowText()), 'the window says that it was taken back');
      await close();
      same(await texts(app), before);
    },
  },
  {
    says: 'the import before that is taken back by its command, and what was edited since is left alone',
    async prove(app, { run, pressUndo, close, written, until, holds }) {
      const notice = app.vault.getFileByPath(written(app).find((path) => path.includes('总第24批')));
      await app.vault.process(notice, (text) => `${text}\n我的一行\n`);
      await until(() => run(app, 'undo-last-import'), 'the command is offered');
      await pressUndo();
      await close();
      holds((await app.vault.read(notice)).includes('我的一行'), 'the edited note is gone');
      holds(!(await app.vault.read(app.vault.getFileByPath('通报/应用/渡口出行.md'))).includes('总第24批'), 'the record was not taken back');
    },
  },
  {
    says: 'the settings open',
    onlyInApp: true,
    async prove(app, { same, holds }) {
      app.setting.open();
      app.setting.openTabById('regulatory-notices');
      same(app.setting.activeTab?.id, 'regulatory-notices');
      holds(app.setting.activeTab.containerEl.textContent !== '', 'the tab is empty');
      app.setting.close();
    },
  },
  {
    says: 'reading view shows foreign commands and fields as text',
    onlyInApp: true,
    async prove(app, { written, openNote, until }) {
      await openNote(app, written(app).find((path) => path.includes('总第22批')));
      const { view } = app.workspace.getLeaf(false);
      await view.setState({ ...view.getState(), mode: 'preview' }, { history: false });
      await until(() => view.previewMode.containerEl.textContent.includes('<% 6 * 7 %>'), 'the text is shown');
    },
  },
  {
    says: 'disabled, the plugin leaves no command behind; enabled, it comes back',
    onlyInApp: true,
    async prove(app, { commandIds, same, until }) {
      const before = commandIds(app).length;
      await app.plugins.disablePlugin('regulatory-notices');
      same(commandIds(app), []);
      await app.plugins.enablePlugin('regulatory-notices');
      await until(() => commandIds(app).length === before, 'its commands are back');
    },
  },
];
