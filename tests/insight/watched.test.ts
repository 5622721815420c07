import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import { APPS, importTexts } from '../support/made-vault';
import { memoryVault } from '../support/memory-vault';
import { noticeOf, titleOf } from '../support/sample-notice';

const ROWS = [
  { name: '松果笔记', developer: '昆明松果软件有限公司', problems: '违规收集个人信息；过度索取权限' },
  { name: '云雀听书', developer: '成都云雀科技有限公司' },
  { name: '云雀相机', developer: '成都云雀科技有限公司 ' },
];
const settings: Settings = { ...DEFAULT_SETTINGS, watchedDevelopers: ['云雀', ' '] };

describe('watched apps and firms', () => {
  it('are named with notice, problems and deadline', async () => {
    const vault = memoryVault();
    await importTexts(vault, [noticeOf(10, '2021-01-22', ROWS)]);
    const path = `${APPS}/松果笔记.md`;
    vault.files.set(path, (vault.files.get(path) ?? '').replace('通报类型:', '关注: true\n通报类型:'));
    const later = noticeOf(12, '2021-03-12', ROWS).replace('抓紧落实', '于3月19日前完成整改');
    const { watched } = await importTexts(vault, [later, noticeOf(10, '2021-01-22', ROWS)], settings);
    expect(watched.map(({ kind, watched: name, app, listing, isNew }) => [kind, name, app.path, listing.notice.label, listing.no, isNew])).toEqual([
      ['app', '松果笔记', path, '总第12批', 1, true],
      ['developer', '云雀', `${APPS}/云雀听书.md`, '总第12批', 2, true],
      ['developer', '云雀', `${APPS}/云雀相机.md`, '总第12批', 3, true],
      ['app', '松果笔记', path, '总第10批', 1, false],
      ['developer', '云雀', `${APPS}/云雀听书.md`, '总第10批', 2, false],
      ['developer', '云雀', `${APPS}/云雀相机.md`, '总第10批', 3, false],
    ]);
    expect(watched[0]).toMatchObject({ problems: ['违规收集个人信息', '过度索取权限'], deadline: { date: '2021-03-19' }, noticePath: `通报/侵害通报/${titleOf(12)}.md` });
  });

  it('are none where nothing is watched', async () => {
    expect((await importTexts(memoryVault(), [noticeOf(10, '2021-01-22', ROWS)])).watched).toEqual([]);
  });

  it('have notes where only notable apps have them', async () => {
    const vault = memoryVault();
    const { watched } = await importTexts(vault, [noticeOf(10, '2021-01-22', ROWS)], { ...settings, appNotes: 'notable' });
    expect([...vault.files.keys()].filter((path) => path.startsWith(APPS))).toEqual([`${APPS}/云雀听书.md`, `${APPS}/云雀相机.md`]);
    expect(watched.map(({ app }) => app)).toEqual([{ name: '云雀听书', path: `${APPS}/云雀听书.md` }, { name: '云雀相机', path: `${APPS}/云雀相机.md` }]);
  });
});
