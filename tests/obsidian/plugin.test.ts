/** The plugin's life: what it does when the app starts, and what it keeps while the app runs. */
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { App } from '../support/obsidian-host';
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
