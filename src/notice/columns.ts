/** Headings of lists, and the field that each column holds. Agencies word them differently; order matters, the first rule that fits wins. */
import { simplify } from './traditional';
import { withoutUnseen } from './unseen';

/** The field of an entry that a column holds: 序号, 应用名称, 应用开发者, 应用来源, 应用版本, 所涉问题, 应用类别; `other` for a heading that no rule knows. */
export type ColumnField = 'no' | 'name' | 'developer' | 'source' | 'version' | 'problems' | 'category' | 'other';

/** Each with the headings it was made for. */
const RULES: readonly (readonly [field: ColumnField, pattern: RegExp])[] = [
  ['no', /^(?:序号?|编号|No\.?|#|序列号?|项次|次序)$/i],
  ['name', /(?:APP|应用|软件|程序|SDK|产品|游戏|终端|设备)(?:\([^)]*\))?名称?(?:\/?[及和与(].*)?$/i], // 应用名称, 存在问题的APP名称, APP(SDK)名称, 应用名称及版本, 应用名
  ['other', /数量|占比|比例|[款个总题]数$/], // statistics: APP数量, 问题数量占比
  ['name', /(?:问题|违规|违法|通报|下架|涉及|侵害)的?(?:移动)?(?:互联网)?(?:APP|应用|应用程序|应用软件|软件|小程序|SDK)(?:\([^)]*\))?(?:[/、和及](?:APP|小程序|快应用|SDK))*$/i], // 存在问题的APP, 下架应用, 问题APP/小程序
  ['problems', /问题|违规(?:行为|情形|情况|内容|类型|点|项|事项)?$|违法|情形|不合规|不符合|行为$|条款|原因|检测(?:结果|发现)/], // 所涉问题, 问题类型, 存在的问题, 违法违规情形, 下架原因
  ['other', /备案|许可|包名|标识|MD5|哈希|SHA|备注|属地|地区|所在地|省份|地市|城市|下载量|链接|网址|时间|日期|期限|措施|处理|处置|整改|联系|电话|系统|代码/i], // 备案号, ICP备案主体 stays verbatim in rows
  ['developer', /开发|运营|企业|公司|厂商|单位|主体|主办|经营者|责任人|提供者|权利人|所有者|制造商|品牌/], // 应用开发者, 运营者名称, 企业名称, 应用主办者
  ['version', /(?:平台|商店|市场)版本号?$/], // of a store itself
  ['source', /来源|渠道|商店|市场|商城|平台|下载(?:地址|站|点|来源)/], // 应用来源, 版本来源, 应用商店, 检测平台
  ['version', /版本|Version/i], // 应用版本, 版本号, 下架版本, 复测应用版本
  ['category', /类别|类型|分类|领域|行业|种类/], // 应用类别
  ['name', /(?:名称|名字|APP|应用|软件|程序|SDK|产品|游戏|终端|型号|^名$)/i], // 应用名称, 软件名称, APP名称, 小程序名称
];

/** The field of a heading. Blanks, emphasis and the script (應用名稱) are no part of it. */
export function fieldOfHeading(heading: string): ColumnField {
  const plain = simplify(withoutUnseen(heading.normalize('NFKC')).replace(/[\s*_:]+/g, ''));
  if (plain === '') return 'other';
  return RULES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}

/** Whether a column of names says the version too: 应用名称及版本, APP名称（版本号）. */
export function holdsVersion(heading: string): boolean {
  const plain = simplify(heading.normalize('NFKC').replace(/[\s*_]+/g, ''));
  return /名称?.*版本/.test(plain);
}

/** 平台名称, 应用商店名称 beside whoever runs them: a list of stores, which are what it names; 检测平台名称 is none. */
const STORE_NAME = /^(?:问题|存在问题的)?(?:移动|互联网|手机)?(?:应用(?:程序|软件)?|软件|APP|小程序|游戏)?(?:分发|下载|运营)?(?:平台|商店|市场|商城)名称?$/i;

/** Fields of all columns; a field that two headings claim belongs to the first, what the second says stays in the rows. */
export function fieldsOfHeader(headings: readonly string[]): readonly ColumnField[] {
  const known = headings.map(fieldOfHeading);
  const ofStores = !known.includes('name') && known.includes('developer');
  const claimed = known.map((field, i) => (ofStores && field === 'source' && STORE_NAME.test(simplify((headings[i] ?? '').replace(/[\s*]+/g, ''))) ? 'name' : field));
  // 应用名称及版本 beside a column of names is the version.
  const names = claimed.filter((f) => f === 'name').length;
  const taken = new Set<ColumnField>();
  return claimed.map((claim, i) => {
    const field = claim === 'name' && names > 1 && holdsVersion(headings[i] ?? '') ? 'version' : claim;
    if (field === 'other' || !taken.has(field)) {
      taken.add(field);
      return field;
    }
    return 'other';
  });
}
