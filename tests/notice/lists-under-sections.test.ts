/** Lists whose words above tell what their rows leave out. All names are invented. */
import { describe, expect, it } from 'vitest';
import { codesOf, readLists, shortLists } from './read-notice';

const TABLE = '| 序号 | 应用名称 | 运营者 | 版本 |\n|---|---|---|---|\n';

describe('a section that names a problem', () => {
  it.each(['一、未公开收集使用规则（2款）', '**（一）未公开收集使用规则（共2款）**', '一、存在未公开收集使用规则问题的APP（2款）', '### 存在未公开收集使用规则问题的APP名单', '#### 1.未公开收集使用规则'])('gives it to the rows without a column of problems: %s', (caption) => {
    const notice = readLists(`发现2款APP存在问题。\n\n${caption}\n\n${TABLE}| 1 | 瓦当 | 西安瓦当有限公司 | 1.0 |\n| 2 | 飞檐 | 西安飞檐有限公司 | 2.0 |\n`);
    expect(shortLists(notice)).toEqual([['1 瓦当/西安瓦当有限公司//1.0/未公开收集使用规则', '2 飞檐/西安飞檐有限公司//2.0/未公开收集使用规则']]);
    expect(notice.paragraphs).toEqual(['发现2款APP存在问题。']);
    expect(codesOf(notice)).toEqual([]);
  });

  it('parts the lists, and is no text behind them', () => {
    const notice = readLists(`发现2款APP存在问题。\n\n一、违反必要原则，收集与其提供的服务无关的个人信息（1款）\n\n${TABLE}| 1 | 瓦当 | 西安瓦当有限公司 | 1.0 |\n\n二、未提供有效的账号注销功能（1款）\n\n${TABLE}| 1 | 飞檐 | 西安飞檐有限公司 | 2.0 |\n`);
    expect(shortLists(notice)).toEqual([['1 瓦当/西安瓦当有限公司//1.0/违反必要原则，收集与其提供的服务无关的个人信息'], ['1 飞檐/西安飞檐有限公司//2.0/未提供有效的账号注销功能']]);
    expect(codesOf(notice)).toEqual(['problem-unknown']);
  });

  it('says nothing where the rows tell their problems, or where it tells of a measure', () => {
    const told = readLists(`一、未公开收集使用规则（1款）\n\n| 序号 | 应用名称 | 所涉问题 |\n|---|---|---|\n| 1 | 瓦当 | 账号注销难 |\n`);
    expect(shortLists(told)).toEqual([['1 瓦当////账号注销难']]);
    const measure = readLists(`一、未按要求完成整改的APP名单（1款）\n\n${TABLE}| 1 | 瓦当 | 西安瓦当有限公司 | 1.0 |\n`);
    expect(shortLists(measure)).toEqual([['1 瓦当/西安瓦当有限公司//1.0']]);
  });
});

describe('a section that says what is asked', () => {
  it.each(['二、依法从严处理违法违规行为', '（三）严厉打击违规收集个人信息行为', '三、对违规收集个人信息行为依法处置', '## 一、持续整治侵害用户权益行为', '四、不得违规收集个人信息行为', '五、账号注销难：飞檐'])('is no problem of the apps below it: %s', (words) => {
    const notice = readLists(`发现1款APP存在问题。\n\n${words}\n\n${TABLE}| 1 | 瓦当 | 西安瓦当有限公司 | 1.0 |\n`);
    expect(shortLists(notice)).toEqual([['1 瓦当/西安瓦当有限公司//1.0']]);
    expect(notice.lists[0]?.caption).toBeNull();
  });
  it.each(['一、处理敏感个人信息未取得单独同意（1款）', '（二）未建立并公布个人信息投诉、举报渠道（1款）'])('and one that words an offence with such a word is: %s', (words) => {
    const notice = readLists(`发现1款APP存在问题。\n\n${words}\n\n${TABLE}| 1 | 瓦当 | 西安瓦当有限公司 | 1.0 |\n`);
    expect(notice.lists[0]?.entries[0]?.problems).toEqual([words.replace(/^[^、）]+[、）]|（1款）$/g, '')]);
  });
});

describe('a section that names what it is of', () => {
  it('says the type of its entries, and is no text', () => {
    const table = (name: string): string => `| 序号 | 名称 | 主办单位 |\n|---|---|---|\n| 1 | ${name} | ${name}有限公司 |\n\n`;
    const notice = readLists(`现将3款通报如下：\n\n一、APP（1款）\n\n${table('瓦当')}二、小程序（1款）\n\n${table('飞檐')}三、SDK\n\n${table('斗拱')}`);
    expect(notice.lists.map((l) => [l.caption, l.entries[0]?.type])).toEqual([['一、APP（1款）', 'app'], ['二、小程序（1款）', 'mini-program'], ['三、SDK', 'sdk']]);
    expect([notice.paragraphs, codesOf(notice)]).toEqual([['现将3款通报如下：'], []]);
  });
});

describe('an annex in sections', () => {
  it('is theirs, whatever they number', () => {
    const list = (name: string): string => `| 序号 | 应用名称 | 所涉问题 |\n|---|---|---|\n| 1 | ${name} | 账号注销难 |\n\n`;
    const notice = readLists(
      `发现1款APP存在问题（详见附件1）；各通信管理局发现2款APP存在问题（详见附件2）。\n\n附件1：存在问题的应用软件名单\n\n${list('瓦当')}附件2：各通信管理局通报存在问题的应用软件名单\n\n**一、上海市通信管理局通报的名单**\n\n${list('飞檐')}**二、江苏省通信管理局通报的名单**\n\n${list('斗拱')}`,
    );
    expect(notice.lists.map((l) => l.agency)).toEqual(['工业和信息化部', '上海市通信管理局', '江苏省通信管理局']);
    expect(notice.statedCount?.parts.map((p) => p.lists)).toEqual([[1], [2, 3]]);
    expect(codesOf(notice)).toEqual([]);
  });
});

describe('a list of stores', () => {
  it('names the stores, beside a list of apps', () => {
    const notice = readLists('附件1：存在问题的应用商店名单\n\n| 序号 | 平台名称 | 运营企业 | 平台版本 | 所涉问题 |\n|---|---|---|---|---|\n| 1 | 飞檐应用市场 | 西安飞檐有限公司 | 6.1 | 应用分发平台管理责任落实不到位 |\n');
    expect(shortLists(notice)).toEqual([['1 飞檐应用市场/西安飞檐有限公司//6.1/应用分发平台管理责任落实不到位']]);
  });

  it('is none in a table of who checked', () => {
    expect(readLists('| 检测平台名称 | 技术支撑单位 | 检测结果 |\n|---|---|---|\n| 飞檐检测平台 | 飞檐研究院 | 合格 |\n').lists).toEqual([]);
  });

  it('is none in a table of what each store did', () => {
    const notice = readLists('| 序号 | 平台名称 | 下架数量 |\n|---|---|---|\n| 1 | 飞檐应用市场 | 12 |\n');
    expect(notice.lists).toEqual([]);
  });
});

describe('cells', () => {
  it('name a store a line', () => {
    const notice = readLists('| 序号 | 应用名称 | 应用来源 |\n|---|---|---|\n| 1 | 瓦当 | 应用宝<br>小米应用商店 |\n| 2 | 飞檐 | 小米应用<br>商店 |\n');
    expect(shortLists(notice)).toEqual([['1 瓦当//应用宝、小米应用商店', '2 飞檐//小米应用商店']]);
    const wrapped = readLists('| 序号 | 应用名称 | 应用来源 |\n|---|---|---|\n| 1 | 瓦当 | 豌豆荚<br>手机助手 |\n| 2 | 飞檐 | 华为应用市场<br>（官网） |\n');
    expect(shortLists(wrapped)).toEqual([['1 瓦当//豌豆荚手机助手', '2 飞檐//华为应用市场（官网）']]);
  });

  it('keep a version together that is wrapped at its dots', () => {
    expect(shortLists(readLists('| 序号 | 应用名称 | 版本 |\n|---|---|---|\n| 1 | 瓦当 | V3.<br>0.1 |\n| 2 | 飞檐 | 2.0<br>.7 |\n'))).toEqual([['1 瓦当///V3.0.1', '2 飞檐///2.0.7']]);
  });

  it('hold no characters that are not seen', () => {
    const notice = readLists('| 序号 | 应用名称 | 应用来源 |\n|---|---|---|\n| 1 | 瓦\u200b当 | App&nbsp;Store |\n');
    expect(shortLists(notice)).toEqual([['1 瓦当//App Store']]);
    expect(notice.lists[0]?.entries[0]?.rows[0]?.cells[1]?.[1]).toContain('瓦\u200b当');
  });

  it('are a note where the column of numbers says so', () => {
    const notice = readLists('| 序号 | 应用名称 | 应用来源 |\n|---|---|---|\n| 1 | 瓦当 | 应用宝 |\n| 备注： | 1.以上按名称排列 | |\n');
    expect([shortLists(notice), codesOf(notice)]).toEqual([[['1 瓦当//应用宝']], ['note-row']]);
  });

  it('end before the attributes and the block id of their table', () => {
    for (const mark of ['{.dense}', '^list-1']) {
      const notice = readLists(`| 序号 | 应用名称 | 应用来源 |\n|---|---|---|\n| 1 | 瓦当 | 应用宝 |\n${mark}\n`);
      expect([shortLists(notice), notice.paragraphs, codesOf(notice)]).toEqual([[['1 瓦当//应用宝']], [], []]);
    }
  });
});
