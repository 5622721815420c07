/** The commands: which there are, what they are called, and where each is offered. */
import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { App } from '../support/obsidian-host';
import { enablePlugin, offeredCommands } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { MANIFEST } from '../support/plugin-manifest';

/** Commands that make sense anywhere. */
const ANYWHERE = [
  'adopt-folder', 'check-vault', 'export-lists', 'import-notice-from-clipboard', 'import-notice-from-file', 'import-notice-from-url', 'import-notices',
  'open-app-record', 'open-demo-notices', 'open-overview', 'rebuild-index-pages', 'review-app-matches',
];
const ON_A_NOTE = ['import-active-note', 'link-app-names'];
const ON_AN_APP = ['add-app-alias', 'merge-app-notes', 'rename-app', 'split-app-note'];

const FILES = {
  '日记.md': '今天读到[[青禾记账]]。\n',
  '图.png': '',
  '通报/侵害通报/甲.md': '---\n通报类型: 侵害通报\n---\n',
  '通报/应用/青禾记账.md': '---\n通报类型: 应用\n---\n',
};

let app: App;

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  window.localStorage.removeItem('language');
  app = new App();
});

async function start(open?: string): Promise<void> {
  for (const [path, text] of Object.entries(FILES)) app.vault.put(path, text);
  await app.metadataCache.settled();
  await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
  if (open !== undefined) await app.workspace.openLinkText(open, '');
}

const offered = (): string[] => [...offeredCommands(app).keys()].map((id) => id.replace('regulatory-notices:', '')).sort();

describe('the commands', () => {
  it('that are offered where no note is open', async () => {
    await start();
    expect(offered()).toEqual(ANYWHERE);
  });

  it('that are offered on a note of the user', async () => {
    await start('日记.md');
    expect(offered()).toEqual([...ANYWHERE, ...ON_A_NOTE].sort());
  });

  it('that are offered on a notice', async () => {
    await start('通报/侵害通报/甲.md');
    expect(offered()).toEqual([...ANYWHERE, ...ON_A_NOTE, 'add-list-from-clipboard'].sort());
  });

  it('that are offered on an app', async () => {
    await start('通报/应用/青禾记账.md');
    expect(offered()).toEqual([...ANYWHERE, ...ON_A_NOTE, ...ON_AN_APP].sort());
  });

  it('have names in the language of the app, each its own, without the plugin’s', async () => {
    window.localStorage.setItem('language', 'zh');
    await start('通报/应用/青禾记账.md');
    const names = [...offeredCommands(app).values()].map((name) => name.replace('Regulatory Notices: ', ''));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\u4e00-\u9fff]/);
    expect(names).toContain('打开示例通报…');
  });

  it('all stand in the README, by the name that they have', async () => {
    await start('通报/应用/青禾记账.md');
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const named = new Set([...readme.matchAll(/^\| ([^|]+?) \|/gm)].flatMap(([, cell = '']) => cell.split(' · ')));
    for (const { name } of app.pluginStore.registrations.commands.values()) expect(named).toContain(name.replace('Regulatory Notices: ', ''));
  });

  it('have ids that do not repeat the plugin’s', async () => {
    await start('通报/应用/青禾记账.md');
    for (const id of offered()) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(offered().filter((id) => /regulatory|command/.test(id))).toEqual([]);
  });
});
