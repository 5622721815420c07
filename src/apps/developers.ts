/**
 * Developers as they are compared: a firm's name taken apart into what says who it is (字号, the core) and what does not
 * (place, trade, legal form). Chinese company names are built place + core + trade + form (企业名称登记管理规定 §6), with the
 * place in brackets after the core as the other order: `爆米花（杭州）科技有限公司` and `杭州爆米花科技股份有限公司` have one core.
 */
import { foldText, keepLettersAndDigits } from './fold-text';
import { readPlaces, takeLeadingPlace } from './places';

/** A developer cell in the forms in which it is compared. */
export interface Developer {
  /** The whole name in comparison form, legal form included. Equal keys are the same developer. */
  readonly key: string;
  /** The name without its legal form, brackets of place and doubled words. */
  readonly body: string;
  /** What tells this firm from others; the whole body where nothing is left of it (深圳航空). */
  readonly core: string;
  /** Trade words after the core, joined: 网络科技. */
  readonly trade: string;
  /** Places named, without 省 and 市, in the order they stand. */
  readonly places: readonly string[];
  readonly script: 'chinese' | 'latin';
  /** `app-name`: the cell repeats the app's name; `person`: two to four Chinese characters without form or trade; `firm`: anything else. */
  readonly nature: 'firm' | 'person' | 'app-name';
  /** Whether the name ends with a whole legal form; a cut name does not. */
  readonly formed: boolean;
}

/** Words of trades (行业) and of common institutions: a name made of these alone tells no firm from another. */
const TRADE_WORDS = new Set(
  ('网络 科技 信息 技术 软件 硬件 文化 传媒 传播 发展 电子 商务 电商 互联网 互联 移动 无线 数码 数字 数据 智能 人工智能 计算机 系统 服务 管理 咨询 投资 广告 影视 影业 娱乐 游戏 互动 互娱 ' +
    '教育 培训 健康 医疗 医药 金融 贸易 商贸 商业 实业 通信 通讯 电信 开发 创意 设计 策划 动漫 多媒体 新媒体 媒体 融媒体 自媒体 生物 汽车 租赁 旅游 旅行社 旅行 国际 在线 控股 企业 产业 工程 工作室 中心 事业部 ' +
    '零售 超市 连锁 餐饮 食品 农业 物流 运输 货运 快递 供应链 能源 环保 新能源 电力 燃气 银行 航空 公交 地铁 轨道交通 交通 铁路 高速公路 广播 电视 广播电视 日报 报业 出版 出版社 出版传媒 保险 证券 期货 基金 信托 资产 财富 ' +
    '小额贷款 贷款 消费金融 支付 担保 融资租赁 房地产 房产 经纪 置业 物业 家具 家居 装饰 建筑 工业 制造 机械 设备 电器 服饰 服装 鞋业 日用品 用品 体育 文体 艺术 音乐 音像 摄影 图书 书店 数媒 ' +
    '人力资源 人才 招聘 劳务 会展 展览 礼仪 婚庆 家政 生活 社区 城市 研究院 研究所 学院 大学 学校 医院 气象 云计算 大数据 区块链 物联网 网络通信 系统集成 集成 高新 高新技术 创新 创业 孵化 营销 推广 公关 经营 运营 ' +
    '技 信 网 研发 应用 资讯 资源 语音 平台 协会 销售 合伙').split(' '),
);
const LONGEST_TRADE = 5;

const FORM_WORDS = /股份|有限|责任|集团|公司|\(?普通合伙\)?|\(?特殊普通合伙\)?|\(?有限合伙\)?|合伙企业|个体工商户/g;
/** What a cell that was cut leaves of 有限责任公司 and 股份有限公司. */
const CUT_FORM = /(?:股份)?(?:有限责任公|有限责任|有限责|有限公|有限|有)?$/;
const WHOLE_FORM = /(?:公司|合伙企业(?:\(有限合伙\))?|中心|工作室|研究院|研究所|大学|学院|银行|医院|协会|社)$/;
const BRANCH = /^(.*公司).{0,14}?(?:分公司|分行|事业部|拟公司|子公司)$/u;
const LATIN_FORM = /\b(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|plc|pte|pty|gmbh|group|holdings?)\b/g;
const DOUBLED = /(\p{Script=Han}{2,6})\1/gu;

/** No firm is longer; what is behind tells no two firms apart. */
const LONGEST_READ = 1000;

/** Reads a developer as it stands in a cell; null where there is none (`/`, `-` and blanks included). */
export function readDeveloper(verbatim: string | null): Developer | null {
  const folded = foldText((verbatim ?? '').slice(0, LONGEST_READ)).replace(/[【[]/g, '(').replace(/[】\]]/g, ')');
  const key = keepLettersAndDigits(folded);
  if (key === '') return null;
  return /\p{Script=Han}/u.test(key) ? readChinese(folded.replace(/[^\p{L}\p{N}()+]/gu, ''), key) : readLatin(folded, key);
}

function readLatin(folded: string, key: string): Developer {
  const body = keepLettersAndDigits(folded.replace(LATIN_FORM, ' ')) || key;
  return { key, body, core: body, trade: '', places: [], script: 'latin', nature: 'firm', formed: false };
}

function readChinese(text: string, key: string): Developer {
  const heads: string[] = [];
  const bracketed: string[] = [];
  const whole = BRANCH.exec(text)?.[1] ?? text;
  let bare = whole.replace(/\(([^()]*)\)?/g, (bracket: string, inner: string) => {
    const named = readPlaces(inner);
    if (named === null) return bracket;
    bracketed.push(...named);
    return '';
  });
  const formed = WHOLE_FORM.test(bare);
  if (!formed) bare = bare.replace(CUT_FORM, '');
  bare = keepLettersAndDigits(bare.replace(FORM_WORDS, '')).replace(DOUBLED, '$1');
  const body = bare === '' ? key : bare;
  for (let head = takeLeadingPlace(bare); head !== null; head = takeLeadingPlace(bare)) {
    heads.push(head.place);
    bare = head.rest;
  }
  const places = [...heads, ...bracketed];
  const core = takeTrade(bare);
  const isPerson = !formed && core === body && body.length <= 4 && places.length === 0;
  return {
    key, body, places, formed, script: 'chinese',
    core: core === '' ? body : core,
    trade: core === '' ? '' : bare.slice(core.length),
    nature: isPerson ? 'person' : 'firm',
  };
}

/** Takes trade words off the end, the longest first; gives what stands before them. */
function takeTrade(text: string): string {
  let rest = text;
  for (;;) {
    const length = [5, 4, 3, 2].find((size) => size <= Math.min(LONGEST_TRADE, rest.length) && TRADE_WORDS.has(rest.slice(-size)));
    if (length === undefined) break;
    rest = rest.slice(0, -length);
  }
  return rest;
}
