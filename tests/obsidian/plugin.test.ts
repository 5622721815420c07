/** The plugin's life: what it does when the app starts, and what it keeps while the app runs. */
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { App, Plugin } from '../support/obsidian-host';
import { enablePlugin } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { waitFor } from '../support/wait-for';

const MANIFEST = { id: 'regulatory-notices', name: 'Regulatory Notices', author: '', version: '0.1.0', minAppVersion: '1.13.0', description: '' };

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  activeDocument.body.empty();
});

const saved = (app: App): unknown => JSON.parse(app.pluginStore.data.get(MANIFEST.id) ?? 'null');

describe('when the user moves what the settings name', () => {
  it('keeps them true, saves only what differs, and keeps nothing for other files', async () => {
    const app = new App();
    app.vault.put('通报/应用/甲.md', '');
    await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    await app.vault.rename(app.vault.getFileByPath('通报/应用/甲.md')!, '通报/应用/乙.md');
    expect(saved(app)).toBeNull();
    await app.vault.rename(app.vault.getFolderByPath('通报/应用')!, 'App');
    await waitFor(() => expect(saved(app)).toEqual({ folders: { apps: 'App' } }));
    await app.vault.rename(app.vault.getFolderByPath('App')!, '通报/应用');
    await waitFor(() => expect(saved(app)).toEqual({}));
  });

  it('leaves in its file what a later version has put there', async () => {
    const app = new App();
    app.vault.put('通报/应用/甲.md', '');
    app.pluginStore.data.set(MANIFEST.id, '{"later":{"x":[1]},"folders":{"news":"新闻","later":1}}');
    await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    await app.vault.rename(app.vault.getFolderByPath('通报/应用')!, 'App');
    await waitFor(() => expect(saved(app)).toEqual({ later: { x: [1] }, folders: { news: '新闻', later: 1, apps: 'App' } }));
  });

  it('says that they could not be saved, and goes by them all the same', async () => {
    const app = new App();
    app.vault.put('通报/应用/甲.md', '');
    const plugin = await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    plugin.saveData = () => Promise.reject(new Error('EROFS: read-only file system'));
    const said: unknown[] = [];
    const log = vi.spyOn(console, 'error').mockImplementation((error: unknown) => void said.push(error));
    onTestFinished(() => log.mockRestore());
    await app.vault.rename(app.vault.getFolderByPath('通报/应用')!, 'App');
    await waitFor(() => expect([...activeDocument.querySelectorAll('.notice')].map((one) => one.textContent)).toEqual(['The settings could not be saved: EROFS: read-only file system']));
    expect(said).toHaveLength(1);
    expect(saved(app)).toBeNull();
    await app.vault.rename(app.vault.getFolderByPath('App')!, 'Apps');
    await waitFor(() => expect(activeDocument.querySelectorAll('.notice')).toHaveLength(2));
  });
});

describe('saved settings that make no sense', () => {
  const FOLDER = '.obsidian/plugins/regulatory-notices';
  const CUT = '{"watchedDevelopers":["甲","乙"],"noteLanguage":"en","appNotes":"notable"';
  const corner = (): string[] => [...activeDocument.querySelectorAll('.notice')].map((one) => one.textContent);
  const kept = (app: App): Record<string, string> => Object.fromEntries([...app.vault.hidden.peekAll()].map(([path, text]) => [path.slice(FOLDER.length + 1), text]));

  async function start(text: string | null, more: Readonly<Record<string, string>> = {}): Promise<{ readonly app: App; readonly plugin: RegulatoryNoticesPlugin }> {
    const app = new App();
    app.vault.put('通报/应用/甲.md', '');
    if (text !== null) app.vault.hidden.put(`${FOLDER}/data.json`, text);
    for (const [name, beside] of Object.entries(more)) app.vault.hidden.put(`${FOLDER}/${name}`, beside);
    return { app, plugin: (await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST)) as RegulatoryNoticesPlugin };
  }

  it.each([['cut short', CUT], ['a list', '[]'], ['a text', '"x"'], ['nothing', ''], ['null', 'null']])('are kept beside, and the user is told, where they are %s', async (_, text) => {
    const { app } = await start(text);
    expect(kept(app)).toEqual({ 'data.json': text, 'data.damaged.json': text });
    expect(corner()).toEqual(['The settings file data.json in the plugin’s folder is damaged. A copy is kept beside it as data.damaged.json. Check the settings before the next import.']);
    await app.vault.rename(app.vault.getFolderByPath('通报/应用')!, '通报/软件');
    await waitFor(() => expect(saved(app)).toEqual({ folders: { apps: '通报/软件' } }));
    expect(kept(app)['data.damaged.json']).toBe(text);
    expect(corner()).toHaveLength(1);
  });

  it('are kept where the app gives nothing for them, too', async () => {
    const load = vi.spyOn(Plugin.prototype, 'loadData').mockResolvedValue(null);
    onTestFinished(() => load.mockRestore());
    const { app } = await start(CUT);
    expect(kept(app)).toEqual({ 'data.json': CUT, 'data.damaged.json': CUT });
  });

  it('overwrite no copy of other settings, and make no second one of the same', async () => {
    expect(kept((await start(CUT, { 'data.damaged.json': '[1]' })).app)).toEqual({ 'data.json': CUT, 'data.damaged.json': '[1]', 'data.damaged-2.json': CUT });
    expect(Object.keys(kept((await start(CUT, { 'data.damaged.json': '[1]', 'data.damaged-2.json': CUT })).app))).toHaveLength(3);
  });

  it('are never overwritten where no copy could be made, which is said', async () => {
    const app = new App();
    app.vault.put('通报/应用/甲.md', '');
    app.pluginStore.data.set(MANIFEST.id, CUT);
    app.vault.disk.break({ kind: 'full', after: 0 });
    await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    expect(corner().join()).toContain('is damaged. It was left as it is.');
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => log.mockRestore());
    await app.vault.rename(app.vault.getFolderByPath('通报/应用')!, '通报/软件');
    await waitFor(() => expect(corner().join()).toContain('The settings could not be saved: ENOSPC'));
    expect(kept(app)).toEqual({ 'data.json': CUT });
  });

  it('that came from another device leave those in force as they are', async () => {
    const { app, plugin } = await start('{"folders":{"apps":"通报/应用"},"appNotes":"notable"}');
    expect(corner()).toEqual([]);
    app.pluginStore.data.set(MANIFEST.id, CUT);
    await plugin.onExternalSettingsChange();
    expect(kept(app)['data.damaged.json']).toBe(CUT);
    expect(corner()).toHaveLength(1);
    await app.vault.rename(app.vault.getFolderByPath('通报/应用')!, '通报/软件');
    await waitFor(() => expect(saved(app)).toEqual({ folders: { apps: '通报/软件' }, appNotes: 'notable' }));
  });

  it('are none where the file is absent, or begins with a byte order mark', async () => {
    expect(kept((await start(null)).app)).toEqual({});
    const { app } = await start('\uFEFF{"appNotes":"notable"}');
    expect(Object.keys(kept(app))).toEqual(['data.json']);
    await app.vault.rename(app.vault.getFolderByPath('通报/应用')!, '通报/软件');
    await waitFor(() => expect(saved(app)).toEqual({ folders: { apps: '通报/软件' }, appNotes: 'notable' }));
    expect(corner()).toEqual([]);
  });
});
