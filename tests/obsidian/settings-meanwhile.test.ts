/** Settings that change while the preview of an import is open: in the settings window above it, or on another device. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { App } from '../support/obsidian-host';
import { enablePlugin, openMenu } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { MANIFEST } from '../support/plugin-manifest';
import { noticeOf, titleOf } from '../support/sample-notice';
import { waitFor } from '../support/wait-for';

let app: App;
let plugin: Awaited<ReturnType<typeof enablePlugin>>;

beforeAll(() => {
  installNodeDom();
  window.localStorage.setItem('language', 'zh');
});

beforeEach(async () => {
  activeDocument.body.empty();
  app = new App();
  app.vault.put('甲.md', noticeOf(10, '2021-01-22', [{ name: '晨光看看', developer: '上海晨光信息科技有限公司' }]));
  await app.metadataCache.settled();
  plugin = await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
});

const all = (selector: string) => [...activeDocument.querySelectorAll<HTMLElement>(selector)];
const shown = () => all('.modal')[0]?.textContent ?? '';
const corner = () => all('.notice').map((each) => each.textContent);
const press = (name: string) => all('.modal button').find((each) => each.textContent === name)?.click();
const previewed = () => waitFor(() => expect(all('.regulatory-notices-preview:not(.is-planning)')).toHaveLength(1));
const made = () => app.vault.getFiles().map(({ path }) => path).filter((path) => path !== '甲.md').sort();
async function change(settings: unknown): Promise<void> {
  await plugin.saveData(settings);
  await plugin.onExternalSettingsChange?.();
}

it('make the preview anew before anything is imported, and the import goes by them', async () => {
  openMenu(app, ['甲.md']).items[0]?.choose();
  await previewed();
  await change({ folders: { infringement: '公示/侵害', apps: '公示/应用' } });
  press('导入');
  expect(corner()).toEqual(['设置已更改，尚未导入。请查看新的预览。']);
  await previewed();
  expect(made()).toEqual([]);
  expect(shown()).toContain(`公示/侵害/${titleOf(10)}.md`);
  press('导入');
  await waitFor(() => expect(shown()).toContain('导入完成'));
  expect(made()).toEqual(['公示/侵害/' + titleOf(10) + '.md', '公示/应用/晨光看看.md', '通报/APP侵害用户权益专项整治行动.md']);
});

it('keep what they say of app notes where the user did not answer the question', async () => {
  openMenu(app, ['甲.md']).items[0]?.choose();
  await previewed();
  expect(all('.regulatory-notices-choice')).toHaveLength(1);
  await change({ appNotes: 'notable' });
  press('导入');
  await previewed();
  expect(all('.regulatory-notices-choice')).toHaveLength(0);
  press('导入');
  await waitFor(() => expect(shown()).toContain('导入完成'));
  expect(made().filter((path) => path.startsWith('通报/应用/'))).toEqual([]);
  expect(await plugin.loadData()).toEqual({ appNotes: 'notable' });
});
