/** The first import asks which apps get notes: how long, with which counts, and what becomes of the answer. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { App } from '../support/obsidian-host';
import { enablePlugin, openMenu } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { MANIFEST } from '../support/plugin-manifest';
import { waitFor } from '../support/wait-for';
import { noticeOf, titleOf } from '../support/sample-notice';

const LOOK = { name: '晨光看看', developer: '上海晨光信息科技有限公司' };
const WALK = { name: '乐行计步', developer: '杭州乐行网络科技有限公司' };
const HERB = { name: '百草识图', developer: '成都百草科技有限公司' };
const FILES = { '甲.md': noticeOf(10, '2021-01-22', [LOOK, WALK]), '乙.md': noticeOf(11, '2021-02-05', [LOOK]), '丙.md': noticeOf(12, '2021-03-12', [HERB]) };

let app: App;

beforeAll(() => {
  installNodeDom();
  window.localStorage.setItem('language', 'zh');
});

beforeEach(() => {
  activeDocument.body.empty();
  app = new App();
});

/** The preview of all that is in the vault, or of one file. */
async function preview(...names: string[]): Promise<void> {
  openMenu(app, names).items.find(({ title }) => title.includes('导入'))?.choose();
  await previewed();
}

async function start(): Promise<void> {
  for (const [path, text] of Object.entries(FILES)) app.vault.put(path, text);
  await app.metadataCache.settled();
  await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
}

const all = (selector: string) => [...activeDocument.querySelectorAll<HTMLElement>(selector)];
const shown = () => all('.modal')[0]?.textContent ?? '';
const change = (element: HTMLElement | undefined) => element?.dispatchEvent(new (activeDocument.defaultView as unknown as { Event: typeof Event }).Event('change'));
const press = (name: string) => all('.modal button').find((each) => each.textContent === name)?.click();
/** Until the last change is in the plan that is shown. */
const previewed = () => waitFor(() => expect(all('.regulatory-notices-preview:not(.is-planning)')).toHaveLength(1));
/** The two ways as they are written, the chosen one marked. */
const question = () => all('.regulatory-notices-choice label').map((label) => `${label.querySelector('input')?.checked === true ? '*' : ''}${label.textContent}`);
async function answer(way: 'all' | 'notable'): Promise<void> {
  change(all(`.regulatory-notices-choice input[value="${way}"]`)[0]);
  await previewed();
}
/** Ticks a file off, or on again. */
async function tick(path: string, isOn: boolean): Promise<void> {
  const box = all('.regulatory-notices-tick input').find((each) => each.getAttribute('aria-label') === path) as HTMLInputElement;
  box.checked = isOn;
  change(box);
  await previewed();
}
/** Says of a source in the list what kind it is. */
async function correctKind(source: number, kind: string): Promise<void> {
  const form = all('.regulatory-notices-correction form')[source];
  const select = form?.querySelector('select') as HTMLSelectElement;
  for (const option of select.querySelectorAll('option')) option.toggleAttribute('selected', option.value === kind);
  form?.dispatchEvent(new (activeDocument.defaultView as unknown as { Event: typeof Event }).Event('submit', { cancelable: true }));
  await previewed();
}
const apps = () => app.vault.getFiles().map(({ path }) => path).filter((path) => path.startsWith('通报/应用/')).sort();
const saved = () => JSON.parse(app.pluginStore.data.get(MANIFEST.id) ?? 'null') as unknown;
const imported = async () => {
  press('导入');
  await waitFor(() => expect(shown()).toContain('导入完成'));
};
const ALL = '全部应用（3 款）';
const NOTABLE = '仅限多次被通报、被下架或您关注的应用（1 款）';

describe('the question', () => {
  it('stays with its answer where the user goes back to the sources, and the answer is saved', async () => {
    await start();
    await preview('甲.md', '乙.md', '丙.md');
    expect(question()).toEqual([`*${ALL}`, NOTABLE]);
    await answer('notable');
    expect(question()).toEqual([ALL, `*${NOTABLE}`]);
    press('上一步');
    press('预览');
    await previewed();
    expect(question()).toEqual([ALL, `*${NOTABLE}`]);
    expect(shown()).toContain('新增应用 1 款');
    await answer('all');
    expect(shown()).toContain('新增应用 3 款');
    await answer('notable');
    await imported();
    expect(apps()).toEqual(['通报/应用/晨光看看.md']);
    expect(saved()).toEqual({ appNotes: 'notable' });
  });

  it('counts what the plan makes after a correction and after a tick', async () => {
    await start();
    await preview('甲.md', '乙.md', '丙.md');
    await correctKind(2, 'takedown');
    expect(question()).toEqual([`*${ALL}`, NOTABLE.replace('1 款', '2 款')]);
    await correctKind(2, 'news');
    expect(question()).toEqual([`*${ALL.replace('3 款', '2 款')}`, NOTABLE]);
    await answer('notable');
    await tick(`通报/侵害通报/${titleOf(11)}.md`, false);
    expect(question()).toEqual([ALL.replace('3 款', '2 款'), `*${NOTABLE.replace('1 款', '0 款')}`]);
  });

  it('is put only where the answer makes a difference, and stays once it was answered', async () => {
    await start();
    await preview('甲.md');
    expect(question()).toHaveLength(2);
    await correctKind(0, 'takedown');
    expect(question()).toEqual([]);
    await correctKind(0, 'infringement');
    await answer('notable');
    await correctKind(0, 'takedown');
    expect(question()).toEqual([ALL.replace('3 款', '2 款'), `*${NOTABLE.replace('1 款', '2 款')}`]);
    await imported();
    expect(saved()).toEqual({ appNotes: 'notable' });
  });

  it('is put no more where another window has imported meanwhile, and its answer counts no more', async () => {
    await start();
    await preview('甲.md');
    await answer('notable');
    app.vault.put('通报/应用/别的.md', '---\n通报类型: 应用\n---\n');
    await app.metadataCache.settled();
    press('上一步');
    press('预览');
    await previewed();
    expect(question()).toEqual([]);
    expect(shown()).toContain('新增应用 2 款');
  });
});
