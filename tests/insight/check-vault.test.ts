/** A check of the whole vault: each fault is made by hand in a vault that was whole, and is said. */
import { describe, expect, it } from 'vitest';
import { describeDiagnostic, severityOf } from '../../src/document/diagnostic';
import { checkVault } from '../../src/insight/check-vault';
import { planAdoption } from '../../src/plan/plan-adoption';
import { DEFAULT_SETTINGS, ENGLISH_PROPERTY_NAMES, type Settings } from '../../src/settings';
import { infringementText, takedownText } from '../support/made-notices-text';
import { APPS, apply, HOST, importTexts } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { noticeOf, titleOf } from '../support/sample-notice';

const NAMES = ['松果笔记', '云雀听书', '青禾相册', '白鹭地图', '石榴词典'];
const ROWS = NAMES.map((name, i) => ({ name, developer: `杭州第${i + 1}软件有限公司`, source: '应用宝', version: `1.${i}` }));
const noteOf = (total: number): string => `通报/侵害通报/${titleOf(total)}.md`;
const INDEX = DEFAULT_SETTINGS.indexNote;

/** Every finding as `severity file: sentence`. */
async function check(vault: MemoryVault, settings: Settings = DEFAULT_SETTINGS): Promise<readonly string[]> {
  const { findings } = await checkVault(vault, settings, HOST);
  return findings.map((each) => `${severityOf(each)} ${each.file}: ${describeDiagnostic(each, 'en')}`);
}
function edit(vault: MemoryVault, path: string, change: (text: string) => string): void {
  const text = vault.files.get(path) ?? '';
  const after = change(text);
  if (after === text) throw new Error(`nothing to change in ${path}`);
  vault.files.set(path, after);
}
async function wholeVault(settings: Settings = DEFAULT_SETTINGS): Promise<MemoryVault> {
  const vault = memoryVault({ '日记/一.md': '# 一\n\n[[没有的笔记]]\n' });
  await importTexts(vault, [infringementText(10, '2021-01-22', ROWS), infringementText(11, '2021-02-05', ROWS.slice(0, 2)), takedownText('2021-03-01', '2021-01-22', 5, ROWS.slice(0, 1))], settings);
  return vault;
}
const TAKEDOWN = '通报/下架通报/2021_03_关于下架侵害用户权益APP名单的通报.md';

describe('a vault as imports leave it', () => {
  it('has nothing wrong, and is left as it is', async () => {
    const vault = await wholeVault();
    const before = new Map(vault.files);
    const { findings, counts, review, isComplete } = await checkVault(vault, DEFAULT_SETTINGS, HOST);
    expect(findings).toEqual([]);
    expect(counts).toEqual({ notices: 3, entries: 8, apps: 5, news: 0, findings: { error: 0, warning: 0, note: 0 } });
    expect({ review, isComplete }).toEqual({ review: [], isComplete: true });
    expect(vault.files).toEqual(before);
  });

  it.each([['markdown links', { linkStyle: 'markdown' }], ['English names of properties', { propertyNames: ENGLISH_PROPERTY_NAMES }], ['English notes', { noteLanguage: 'en' }]] as const)('has nothing wrong with %s', async (_, other) => {
    const settings: Settings = { ...DEFAULT_SETTINGS, ...other };
    expect(await check(await wholeVault(settings), settings)).toEqual([]);
  });

  it('has nothing wrong with other line ends, a table of the user in a note, folded callouts and padded tables', async () => {
    const vault = await wholeVault();
    edit(vault, noteOf(10), (text) => `${text}\n## 我的统计\n\n| 序号 | 应用名称 | 备注 |\n| --- | --- | --- |\n| 1 | 松果笔记 | 已卸载 |\n`);
    for (const [path, text] of vault.files) if (path.startsWith('通报/')) vault.files.set(path, text.replace(/\]\+ /g, ']- ').replace(/^(> \|.*)\|$/gm, '$1   |').replace(/\n/g, '\r\n'));
    expect(await check(vault)).toEqual([]);
  });

  it('has nothing wrong where notes of the user were adopted', async () => {
    const vault = memoryVault({ [`旧/${titleOf(10)}.md`]: noticeOf(10, '2021-01-22', ROWS), [`旧/${titleOf(11)}.md`]: noticeOf(11, '2021-02-05', ROWS.slice(0, 2)) });
    const { plan, settings } = await planAdoption('旧', vault, HOST, DEFAULT_SETTINGS);
    expect((await check(vault, settings)).map((line) => line.split(': ')[1])).toEqual(['You keep this notice by hand; apps and index pages do not know of it. Adopting its folder takes it in.', 'You keep this notice by hand; apps and index pages do not know of it. Adopting its folder takes it in.']);
    await apply(vault, plan);
    expect((await check(vault, settings)).filter((line) => !line.includes(INDEX))).toEqual([]);
  });

  it('says nothing where it was stopped, for half a vault seems to lack the other half', async () => {
    const { findings, isComplete } = await checkVault(await wholeVault(), DEFAULT_SETTINGS, HOST, { shouldStop: () => true });
    expect({ findings, isComplete }).toEqual({ findings: [], isComplete: false });
  });

  it('reads each note of ours once and none of the user', async () => {
    const vault = await wholeVault();
    const read: string[] = [];
    await checkVault({ ...vault, read: (path) => { read.push(path); return vault.read(path); } }, DEFAULT_SETTINGS, HOST);
    expect(read.filter((path) => path !== INDEX).sort()).toEqual([...vault.files.keys()].filter((path) => path.startsWith('通报/') && path !== INDEX).sort());
  });
});

describe('numbering', () => {
  it('misses batches between known ones, by total or by year', async () => {
    const vault = memoryVault();
    await importTexts(vault, [noticeOf(10, '2021-01-22', ROWS.slice(0, 1)), noticeOf(12, '2021-03-12', ROWS.slice(1, 2)), noticeOf(16, '2021-08-12', ROWS.slice(2, 3))]);
    expect(await check(vault)).toEqual([
      `warning ${noteOf(12)}: Before this notice the vault lacks 总第11批.`,
      `warning ${noteOf(16)}: Before this notice the vault lacks 总第13–15批.`,
    ]);
  });

  it('counts batches of a province by year, from 1 where the year before is known', async () => {
    const vault = memoryVault();
    const province = (year: number, number: number): string => `---\n通报类型: 侵害通报\n通报序列: zj-ca-infringement\ntitle: 浙江通报${year}-${number}\n年度批次: ${year}-0${number}\n发布日期: ${year}-0${number}-01\n---\n`;
    for (const [year, number] of [[2022, 2], [2022, 3], [2023, 2], [2023, 4]] as const) vault.files.set(`通报/侵害通报/浙${year}-${number}.md`, province(year, number));
    const found = (await check(vault)).filter((line) => line.includes('lacks'));
    expect(found).toEqual(['warning 通报/侵害通报/浙2023-2.md: Before this notice the vault lacks 2023年第1批.', 'warning 通报/侵害通报/浙2023-4.md: Before this notice the vault lacks 2023年第3批.']);
  });
});

describe('counts', () => {
  it('are compared with the text, the property and other lists', async () => {
    const vault = memoryVault();
    await importTexts(vault, [infringementText(10, '2021-01-22', ROWS).replace('尚有5款', '尚有7款'), infringementText(11, '2021-02-05', ROWS)]);
    edit(vault, noteOf(11), (text) => text.replace('名单数量: 5', '名单数量: 6'));
    expect(await check(vault)).toEqual([
      `warning ${noteOf(10)}: The text states 7 (尚有7款APP未完成整改（详见附件）), the lists hold 5.`,
      `warning ${noteOf(11)}: The property “名单数量” says 6, the lists hold 5.`,
      `warning ${noteOf(11)}: This list says the same, row by row, as list 1 of ${noteOf(10)}.`,
    ]);
  });
});

describe('the chain of naming and takedown', () => {
  it('misses the notice that a takedown refers to', async () => {
    const vault = memoryVault();
    await importTexts(vault, [infringementText(11, '2021-02-05', ROWS), takedownText('2021-03-01', '2021-01-22', 5, ROWS.slice(0, 1))]);
    expect(await check(vault)).toEqual([expect.stringMatching(new RegExp(`^warning ${TAKEDOWN}: It refers to a notice that the vault does not have: .*2021年1月22日`))]);
  });

  it('knows that a bureau may follow a notice of the ministry', async () => {
    const vault = memoryVault();
    await importTexts(vault, [infringementText(10, '2021-01-22', ROWS), takedownText('2021-03-01', '2021-01-22', 5, ROWS.slice(0, 1)).replace('来源: 信息通信管理局', '来源: 浙江省通信管理局')]);
    expect([...vault.files.values()].some((text) => text.includes('通报序列: zj-ca-takedown'))).toBe(true);
    expect((await check(vault)).filter((line) => line.includes('refers to'))).toEqual([]);
  });

  it('names apps that were taken down and not named before', async () => {
    const vault = memoryVault();
    await importTexts(vault, [infringementText(10, '2021-01-22', ROWS), takedownText('2021-03-01', '2021-01-22', 5, [...ROWS.slice(0, 1), { name: '海棠天气', developer: '厦门海棠科技有限公司', source: '小米应用商店', version: '3.1' }])]);
    expect(await check(vault)).toEqual([`note ${TAKEDOWN}: Taken down here without an entry in the notice that it follows: 1 (海棠天气).`]);
  });
});

describe('records of apps', () => {
  it('lack rows of a notice, have rows that no notice has, and say something else', async () => {
    const vault = await wholeVault();
    edit(vault, `${APPS}/青禾相册.md`, (text) => text.replace(/\n> \| 2021-01-22 .*/, ''));
    edit(vault, `${APPS}/白鹭地图.md`, (text) => text.replace('№4', '№9').replace(/应用宝/, '应用宝'));
    edit(vault, `${APPS}/石榴词典.md`, (text) => text.replace('| 1.4 |', '| 9.9 |'));
    expect(await check(vault)).toEqual([
      `warning ${noteOf(10)}: Entries that no app note records: 2 (青禾相册、白鹭地图). Import the notice again to add them.`,
      `warning ${APPS}/白鹭地图.md: Rows of the record that are in no list of their notice: 1 (总第10批 名单1 №9).`,
      `warning ${APPS}/石榴词典.md: The record says “9.9”, the list “1.4” (总第10批 名单1 №5).`,
      `warning ${APPS}/青禾相册.md: The property “通报次数” says 1, the record comes to 0.`,
    ]);
  });

  it('stand in two notes, or are not understood', async () => {
    const vault = await wholeVault();
    vault.files.set(`${APPS}/石榴词典 副本.md`, vault.files.get(`${APPS}/石榴词典.md`) ?? '');
    edit(vault, `${APPS}/白鹭地图.md`, (text) => text.replace(/\n(> \| 2021-01-22 .*)/, '\n$1\n> | 某天 | 某通报 | 白鹭 |'));
    expect(await check(vault)).toEqual([
      `warning ${APPS}/白鹭地图.md: Rows of the record that are not understood: 1.`,
      `warning ${APPS}/石榴词典 副本.md: Rows of the record that stand in the record of ${APPS}/石榴词典.md as well: 1 (总第10批 名单1 №5).`,
    ]);
  });

  it('are not missed where only notable apps have notes, nor where the user deleted the note', async () => {
    const notable: Settings = { ...DEFAULT_SETTINGS, appNotes: 'notable' };
    const vault = memoryVault();
    await importTexts(vault, [infringementText(10, '2021-01-22', ROWS)], notable);
    expect(await check(vault, notable)).toEqual([]);
    const other = await wholeVault();
    other.files.delete(`${APPS}/石榴词典.md`);
    expect(await check(other)).toEqual([`warning ${noteOf(10)}: Links that lead nowhere: 1 (通报/应用/石榴词典).`]);
  });
});

describe('notes', () => {
  it('have damaged markers, broken front matter and dead links', async () => {
    const vault = await wholeVault();
    edit(vault, noteOf(11), (text) => text.replace('^rn-list-1\n', ''));
    edit(vault, `${APPS}/石榴词典.md`, (text) => text.replace('通报类型: 应用', '通报类型: [应用'));
    edit(vault, `${APPS}/云雀听书.md`, (text) => text.replace('通报类型', '不同于:\n  - "[[没有这款]]"\n通报类型'));
    expect(await check(vault)).toEqual([
      `error ${noteOf(11)}: The marker ^rn-list-1 is missing or stands there twice; the note was left as it is. Restore the marker line below its callout to go on.`,
      `error ${APPS}/石榴词典.md: The properties of the note are missing or not valid YAML; the note was left as it is.`,
      `warning ${noteOf(10)}: Entries that no app note records: 1 (石榴词典). Import the notice again to add them.`,
      `warning ${APPS}/云雀听书.md: Links that lead nowhere: 1 (没有这款).`,
    ]);
  });

  it('of one notice are two', async () => {
    const vault = await wholeVault();
    vault.files.set('别处/副本.md', vault.files.get(noteOf(11)) ?? '');
    expect(await check(vault)).toEqual([`note 别处/副本.md: The vault has the same notice in ${noteOf(11)} as well; the records of apps lead there.`]);
  });

  it('that the user keeps of notices are named until they are adopted', async () => {
    const vault = await wholeVault();
    vault.files.set(`旧/${titleOf(12)}.md`, noticeOf(12, '2021-03-12', [{ name: '松果笔记', developer: '杭州第1软件有限公司' }]));
    vault.files.set('旧/通报学习笔记.md', '今天读了两份通报。\n');
    expect(await check(vault)).toEqual([`warning 旧/${titleOf(12)}.md: You keep this notice by hand; apps and index pages do not know of it. Adopting its folder takes it in.`]);
  });

  it('are missing on the index page, or in another order', async () => {
    const vault = await wholeVault();
    edit(vault, INDEX, (text) => text.replace(/(> .*总第10批.*\n)(> .*总第11批.*\n)/, '$2$1'));
    expect(await check(vault)).toEqual([`warning ${INDEX}: Notices are missing on this page or stand out of order; rebuilding the index pages puts that right.`]);
    vault.files.delete(INDEX);
    expect(await check(vault)).toEqual([`note ${INDEX}: This index page is not there; rebuilding the index pages makes it.`]);
  });
});

describe('figures of news', () => {
  it('stand beside what the vault comes to', async () => {
    const vault = await wholeVault();
    const news = ['---', 'title: 整治行动进展', '通报类型: 新闻', '发布日期: 2021-02-20', '---', '', '截至2021年2月10日，已公开通报7款违规APP。截至2021年3月10日，下架3款APP。', ''].join('\n');
    vault.files.set('通报/新闻/整治行动进展.md', news);
    const { figures, findings } = await checkVault(vault, DEFAULT_SETTINGS, HOST);
    expect(figures).toMatchObject([
      { measure: 'named', stated: 7, read: 7, notices: 2, until: '2021-02-10' },
      { measure: 'taken-down', stated: 3, read: 1, notices: 1, until: '2021-03-10' },
    ]);
    expect(findings.map((each) => describeDiagnostic(each, 'zh'))).toEqual([expect.stringMatching(/^仓库中截至 2021-03-10 的通报合计 1，此处写明 3：/)]);
  });
});
