/** Settings that an adoption changes together with notes: after a restart, a crash, and undo. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { App } from '../support/obsidian-host';
import { enablePlugin, openMenu, runCommand } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { MANIFEST } from '../support/plugin-manifest';
import { waitFor } from '../support/wait-for';

const NOTICE = ['---', 'title: 关于侵害用户权益行为的APP通报（2022年第9批，总第29批）', 'date: 2022-09-02', '---', '', '| 序号 | 应用名称 | 应用开发者 |', '|---|---|---|', '| 1 | 雨燕相册 | 杭州雨燕科技有限公司 |', ''].join('\n');
const FILES = { '档案/侵害/九批.md': NOTICE, '日记.md': '今天。\n' };
const SETTINGS = { linkStyle: 'wiki', watchedDevelopers: ['雨燕'] };

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  activeDocument.body.empty();
});

async function newApp(): Promise<App> {
  const app = new App();
  for (const [path, text] of Object.entries(FILES)) app.vault.put(path, text);
  app.pluginStore.data.set(MANIFEST.id, JSON.stringify(SETTINGS));
  await app.metadataCache.settled();
  await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
  return app;
}

/** The same vault and device in an app that has just been started. */
async function restart(before: App): Promise<App> {
  activeDocument.body.empty();
  const app = App.again(before);
  await app.metadataCache.settled();
  await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
  return app;
}

const saved = (app: App): unknown => JSON.parse(app.pluginStore.data.get(MANIFEST.id) ?? 'null');
const files = (app: App): Record<string, string> => Object.fromEntries(app.vault.getFiles().map(({ path }): [string, string] => [path, app.vault.peek(path) ?? '']).sort());
const buttons = (): HTMLElement[] => [...activeDocument.querySelectorAll('button')];
const button = (text: string): HTMLElement | undefined => buttons().find((one) => one.textContent === text);
const labels = (): string[] => buttons().map((one) => one.textContent);
const windowText = (): string => activeDocument.querySelector('.modal')?.textContent ?? '';
const corner = (): string[] => [...activeDocument.querySelectorAll('.notice')].map((each) => each.textContent);
const press = async (text: string): Promise<void> => {
  await waitFor(() => expect(labels(), windowText()).toContain(text));
  button(text)?.click();
};

async function adopt(app: App): Promise<void> {
  openMenu(app, ['档案']).items[0]?.choose();
  await press('Adopt');
}

/** Whether the journal has an entry that is not closed. */
async function hasOpenEntry({ vault: { adapter } }: App): Promise<boolean> {
  const journal = '.obsidian/plugins/regulatory-notices/journal';
  if (!(await adapter.exists(journal))) return false;
  const folder = (await adapter.list(journal)).folders[0];
  const names = folder === undefined ? [] : (await adapter.list(folder)).files;
  return names.some((name) => name.endsWith('.plan.json') && !names.includes(name.replace('.plan.', '.done.')));
}

async function adopted(): Promise<App> {
  const app = await newApp();
  await adopt(app);
  await waitFor(() => expect(windowText()).toContain('Folder adopted'));
  return app;
}

describe('an adoption', () => {
  it('is taken back with its settings by the command, after a restart too', async () => {
    const before = await adopted();
    expect(windowText()).toContain('The settings changed with the files.');
    expect(saved(before)).toMatchObject({ watchedDevelopers: ['雨燕'], folders: { infringement: '档案/侵害', apps: '档案/应用' } });
    const app = await restart(before);
    await waitFor(() => expect(runCommand(app, `${MANIFEST.id}:undo-last-import`)).toBe(true));
    await waitFor(() => expect(windowText()).toContain('The settings that changed with these files go with them.'));
    await press('Undo');
    await waitFor(() => expect(windowText()).toContain('Undone'));
    expect([saved(app), files(app)]).toEqual([SETTINGS, FILES]);
  });

  it('writes nothing where the saved settings are damaged, and says which file to look at', async () => {
    const app = await newApp();
    openMenu(app, ['档案']).items[0]?.choose();
    await waitFor(() => expect(labels(), windowText()).toContain('Adopt'));
    app.pluginStore.data.set(MANIFEST.id, '{"linkStyle": "wi');
    await press('Adopt');
    await waitFor(() => expect(windowText()).toContain('The settings could not be read or saved, so everything is as it was. See that the file data.json'));
    expect(windowText()).not.toContain('disk');
    expect(files(app)).toEqual(FILES);
    expect(app.pluginStore.data.get(MANIFEST.id)).toBe('{"linkStyle": "wi');
  });

  it('leaves at undo what the user set since, by its name on the settings page', async () => {
    const before = await adopted();
    before.pluginStore.data.set(MANIFEST.id, JSON.stringify({ ...(saved(before) as object), folders: { infringement: '别处', apps: '档案/应用' } }));
    const app = await restart(before);
    await waitFor(() => expect(runCommand(app, `${MANIFEST.id}:undo-last-import`)).toBe(true));
    await press('Undo');
    await waitFor(() => expect(windowText()).toContain('Settings that were changed since, left as they are'));
    expect(windowText()).toContain('Folders · Infringement notices');
    expect(saved(app)).toEqual({ ...SETTINGS, folders: { infringement: '别处' } });
  });

  it.each(['Finish', 'Roll back'])('that was cut off anywhere has notes and settings of one time after “%s”', async (way) => {
    const whole = await adopted();
    let cuts = 0;
    for (let after = 0; ; after += 1) {
      activeDocument.body.empty();
      const killed = await newApp();
      killed.vault.disk.break({ kind: 'killed', after });
      const device = { isKilled: false };
      void killed.vault.disk.killed.then(() => (device.isKilled = true));
      await adopt(killed);
      await waitFor(() => expect(device.isKilled || windowText().includes('Folder adopted')).toBe(true));
      const hasEnded = !device.isKilled;
      const app = await restart(killed);
      await waitFor(async () => expect(button(way) !== undefined || !(await hasOpenEntry(app))).toBe(true));
      const asked = button(way) !== undefined;
      if (asked) {
        cuts += 1;
        button(way)?.click();
        await waitFor(() => expect(labels()).toContain('Close'));
      }
      const states = [[saved(whole), files(whole)], [SETTINGS, FILES]];
      if (asked) expect([after, saved(app), files(app)]).toEqual([after, ...(states[way === 'Finish' ? 0 : 1] ?? [])]);
      else expect(states).toContainEqual([saved(app), files(app)]);
      if (hasEnded) break;
    }
    console.info(`adoption with settings, app killed, then “${way}”: asked about ${cuts}`);
    expect(cuts).toBeGreaterThan(2);
  });
});

describe('a record of the journal that makes no sense', () => {
  it('is set aside, and the user is told', async () => {
    const before = await adopted();
    const journal = (await before.vault.adapter.list('.obsidian/plugins/regulatory-notices/journal')).folders[0] ?? '';
    for (const path of (await before.vault.adapter.list(journal)).files) {
      if (path.endsWith('.done.json')) await before.vault.adapter.remove(path);
      else await before.vault.adapter.write(path, '{"version":1,"length":0}\n');
    }
    const app = await restart(before);
    await waitFor(() => expect(corner().join()).toContain('set aside as 000001.damaged.json'));
    expect(windowText()).toBe('');
    expect(files(app)).toEqual(files(before));
  });
});
