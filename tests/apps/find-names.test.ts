import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/apps/find-names';
import { appOf, namesIndex } from './link-names';

/** The names found in a text, those to be asked about with a question mark. */
function found(text: string, index = namesIndex()): string[] {
  return findNames({ text, role: 'prose', developer: null }, index).map(({ start, end, certainty }) => text.slice(start, end) + (certainty === 'ask' ? '?' : ''));
}

function inCell(text: string, developer: string | null = null, index = namesIndex()): string[] {
  return findNames({ text, role: 'name-cell', developer }, index).map(({ start, end, certainty, apps }) => `${text.slice(start, end)}${certainty === 'ask' ? '?' : ''} ${apps.map((app) => app.path).join(' ')}`);
}

describe('names of apps in a text', () => {
  it.each<[string, string[]]>([
    ['《知衣》App存在违规收集个人信息问题。', ['知衣']],
    ['工信部通报了“快点”“CP”等12款App。', ['快点', 'CP']],
    ['工信部通报了知衣、快点、in等12款App。', ['知衣', '快点', 'in']],
    ['知衣App已经下架。', ['知衣']],
    ['“花椒”软件被下架', ['花椒']],
    ['花椒App存在强制授权问题', ['花椒']],
    ['下架了知衣、美团。', ['知衣', '美团']],
    ['近期发现得到、美团、快点3家企业在App中反复出现问题', ['得到', '美团', '快点']],
    ['用户在青禾优相里删除照片。', ['青禾优相']],
    ['照片存在QQ 同步助手里，也用2345浏览器。', ['QQ 同步助手', '2345浏览器']],
    ['看看新闻被工信部通报。', ['看看新闻']],
    ['美团外卖和别的应用', ['美团外卖']],
    ['“美团外卖”App的开发者', ['美团外卖']],
    ['知衣（杭州知衣科技有限公司）', ['知衣']],
    ['杭州知衣科技有限公司旗下的“知衣”', ['知衣']],
    ['这是由杭州知衣科技有限公司开发的知衣。', ['知衣']],
    ['ＱＱ同步助手被下架', ['ＱＱ同步助手']],
    ['照片用 TapNote 整理', ['TapNote']],
  ])('finds %s', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it.each<[string]>([
    ['请通知衣物管理员'], ['完美团队'], ['快点走吧，快点！'], ['下载一款天气预报App'], ['今天的天气预报说有雨'], ['check in the box'], ['in-app purchase'],
    ['组CP'], ['CPU很快'], ['知衣极速版App已下架'], ['《知衣》家长版'], ['知衣科技有限公司'], ['美团公司'], ['开发者：知衣'], ['知衣.apk'], ['晚上我们看看新闻吧'],
    ['，一个App被下架'], ['得到App的支持'], ['tapnote is a word'], ['Use TapNote today'], ['青禾优相2已下架'], ['青禾优相 Pro'], ['一位网友写下“快点”二字'], ['他们说《天气预报》很准。'], ['，看看新闻里怎么说'], ['超市里有花椒、快点等农产品'], ['超市下架了花椒、大米'], ['必要App权限'],
  ])('finds nothing in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['大家每晚都看《天气预报》。', ['天气预报?']],
    ['超市下架了“花椒”。', ['花椒?']],
    ['花椒App已经更新。', ['花椒?']],
    ['我用QQ同步助手备份', ['QQ同步助手?']],
    ['用户在看看新闻里读到两款App下架', ['看看新闻?']],
    ['“知衣”小程序已下架', ['知衣?']],
    ['美团回应称已整改', ['美团?']],
  ])('asks about %s', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('takes the longest name, and does not look for another inside one that means no app', () => {
    expect(found('《美团外卖》App')).toEqual(['美团外卖']);
    expect(found('美团外卖极速版App')).toEqual([]);
  });

  it('links the app whose developer stands beside a name that several bear, and asks where none does', () => {
    const index = namesIndex([appOf('知衣', ['广州云裳网络有限公司'], '别处')]);
    const [byDeveloper] = findNames({ text: '《知衣》App（广州云裳网络有限公司）已下架', role: 'prose', developer: null }, index);
    expect(byDeveloper).toMatchObject({ certainty: 'sure', reason: 'developer-beside', apps: [{ path: '别处/知衣.md' }] });
    const [without] = findNames({ text: '《知衣》App已下架', role: 'prose', developer: null }, index);
    expect(without).toMatchObject({ certainty: 'ask', reason: 'homonym', apps: [{ path: '通报/应用/知衣.md' }, { path: '别处/知衣.md' }] });
  });

  it('asks where the developer beside the name is another firm', () => {
    const [one] = findNames({ text: '《知衣》App（沈阳北风药业有限公司）已下架', role: 'prose', developer: null }, namesIndex());
    expect(one).toMatchObject({ certainty: 'ask', reason: 'other-developer' });
  });

  it('asks about the short form of a longer name', () => {
    const [one] = findNames({ text: '《超拍王》App已下架', role: 'prose', developer: null }, namesIndex([appOf('超拍王-好玩的短视频')]));
    expect(one).toMatchObject({ certainty: 'ask', reason: 'shortened', apps: [{ names: ['超拍王-好玩的短视频'] }] });
  });
});

describe('names of apps in a name column', () => {
  it('links a cell that is a name, however common the word', () => {
    expect(inCell(' 快点 ')).toEqual(['快点 通报/应用/快点.md']);
    expect(inCell('天气预报')).toEqual(['天气预报 通报/应用/天气预报.md']);
    expect(inCell('in')).toEqual(['in 通报/应用/in.md']);
  });

  it('does not link a cell that holds more than a name', () => {
    expect(inCell('通知衣物')).toEqual([]);
    expect(inCell('知衣极速版')).toEqual([]);
    expect(inCell('知衣（极速版）')).toEqual([]);
    expect(inCell('知衣小程序')).toEqual([]);
  });

  it('tells apps of one name apart by the developer of the row', () => {
    const index = namesIndex([appOf('知衣', ['广州云裳网络有限公司'], '别处')]);
    expect(inCell('知衣', '广州云裳网络有限公司', index)).toEqual(['知衣 别处/知衣.md']);
    expect(inCell('知衣', null, index)).toEqual(['知衣? 通报/应用/知衣.md 别处/知衣.md']);
    expect(inCell('知衣', '沈阳北风药业有限公司')).toEqual(['知衣? 通报/应用/知衣.md']);
  });
});
