/** The figures of a vault, from the properties of its notes. */
import { describe, expect, it } from 'vitest';
import { readOverview, type Overview } from '../../src/insight/overview';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { infringementText, takedownText, type MadeRow } from '../support/made-notices-text';
import { APPS, importTexts } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { titleOf } from '../support/sample-notice';

const row = (name: string, developer: string, version: string): MadeRow => ({ name, developer, source: '应用宝', version });
const SONGGUO = '昆明松果软件有限公司';
const FIRST = [row('松果笔记', SONGGUO, '1.0'), row('云雀听书', '成都云雀科技有限公司', '1.0'), row('松果相机', SONGGUO, '2.0')];

async function sampleVault(): Promise<MemoryVault> {
  const vault = memoryVault({ '日记.md': '今天。\n' });
  await importTexts(vault, [
    infringementText(9, '2020-12-21', FIRST.slice(0, 1)),
    infringementText(10, '2021-01-22', FIRST),
    takedownText('2021-02-10', '2021-01-22', 3, FIRST.slice(0, 1)),
    infringementText(11, '2021-03-05', [row('松果笔记', SONGGUO, '1.1')]).replace('抓紧落实。', '于3月12日前完成整改。'),
  ]);
  return vault;
}
async function overview(vault: MemoryVault, today = '2021-03-08'): Promise<Overview> {
  const closed = { ...vault, read: () => Promise.reject(new Error('a note was opened')) };
  return readOverview(closed, DEFAULT_SETTINGS, { today });
}

describe('the overview', () => {
  it('counts notices by year and kind, and apps by what became of them, without opening a note', async () => {
    const { total, years, apps, lastNotice } = await overview(await sampleVault());
    expect(total).toEqual({ infringement: { notices: 3, entries: 5 }, takedown: { notices: 1, entries: 1 }, news: 0 });
    expect(years).toEqual([
      { year: 2021, infringement: { notices: 2, entries: 4 }, takedown: { notices: 1, entries: 1 } },
      { year: 2020, infringement: { notices: 1, entries: 1 }, takedown: { notices: 0, entries: 0 } },
    ]);
    expect(apps).toEqual({ all: 3, namedAgain: 1, takenDown: 1, namedAfterTakedown: 1 });
    expect(lastNotice).toEqual({ path: `通报/侵害通报/${titleOf(11)}.md`, title: titleOf(11), label: '总第11批', kind: 'infringement', date: '2021-03-05', entries: 1 });
  });

  it('names problems and developers by the number of apps, one developer however it is written', async () => {
    const vault = await sampleVault();
    const path = `${APPS}/云雀听书.md`;
    vault.files.set(path, (vault.files.get(path) ?? '').replace('成都云雀科技有限公司', '成都云雀科技有限公司\n  - 昆明松果软件有限公司 '));
    const { problems, developers } = await overview(vault);
    expect(problems).toEqual([{ name: '违规收集个人信息', apps: 3 }]);
    expect(developers).toEqual([{ name: SONGGUO, apps: 3 }, { name: '成都云雀科技有限公司', apps: 1 }]);
  });

  it('shows deadlines until their day is over, and watched apps', async () => {
    const vault = await sampleVault();
    const path = `${APPS}/云雀听书.md`;
    vault.files.set(path, (vault.files.get(path) ?? '').replace('通报类型:', '关注: true\n通报类型:'));
    const { deadlines, watched } = await overview(vault, '2021-03-12');
    expect(deadlines.map(({ label, deadline }) => [label, deadline])).toEqual([['总第11批', '2021-03-12']]);
    expect((await overview(vault, '2021-03-13')).deadlines).toEqual([]);
    expect(watched).toEqual([{ path, name: '云雀听书', status: '已通报', lastNamed: '2021-01-22' }]);
  });

  it('is empty for a vault without notices, and counts two notes of one notice once', async () => {
    expect(await overview(memoryVault({ '日记.md': '今天。\n' }))).toMatchObject({ years: [], lastNotice: null, apps: { all: 0 }, problems: [], deadlines: [] });
    const vault = await sampleVault();
    vault.files.set('副本.md', vault.files.get(`通报/侵害通报/${titleOf(10)}.md`) ?? '');
    expect((await overview(vault)).total.infringement).toEqual({ notices: 3, entries: 5 });
  });
});
