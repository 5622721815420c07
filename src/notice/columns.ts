/** Headings of lists, and the field that each column holds. Agencies word them differently; order matters, the first rule that fits wins. */

export type ColumnField = 'no' | 'name' | 'developer' | 'source' | 'version' | 'problems' | 'category' | 'other';

/** Each with the headings it was made for. */
const RULES: readonly (readonly [field: ColumnField, pattern: RegExp])[] = [
  ['no', /^(?:序号?|编号|No\.?|#|序列号?)$/i],
  ['name', /(?:APP|应用|软件|程序|SDK|产品|游戏)(?:\([^)]*\))?名称$/i], // 应用名称, 存在问题的APP名称, APP(SDK)名称
  ['other', /数量|占比|比例|[款个总]数$/], // statistics: APP数量, 问题数量占比
  ['problems', /问题|违规(?:行为|情形|情况|内容|类型)?$|违法|情形|不合规/], // 所涉问题, 问题类型, 存在的问题, 违法违规情形
  ['other', /备案|许可|包名|标识|MD5|哈希|备注|属地|地区|所在地|省份|下载量|链接|网址|时间|日期/i], // 备案号, ICP备案主体 stays verbatim in rows
  ['developer', /开发|运营|企业|公司|厂商|单位|主体|主办|经营者|责任人|提供者|权利人/], // 应用开发者, 运营者名称, 企业名称, 应用主办者
  ['source', /来源|渠道|商店|市场|平台|下载(?:地址|站|点|来源)/], // 应用来源, 版本来源, 应用商店
  ['version', /版本/], // 应用版本, 版本号, 下架版本, 复测应用版本
  ['category', /类别|类型|分类|领域|行业/], // 应用类别
  ['name', /(?:名称|名字|APP|应用|软件|程序|SDK|产品|游戏|^名$)/i], // 应用名称, 软件名称, APP名称, 小程序名称
];

/** The field of a heading. Blanks and emphasis are no part of it. */
export function fieldOfHeading(heading: string): ColumnField {
  const plain = heading.normalize('NFKC').replace(/[\s*_]+/g, '');
  if (plain === '') return 'other';
  return RULES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}

/** Fields of all columns; a field that two headings claim belongs to the first, save 版本 and 来源, which some lists split in two. */
export function fieldsOfHeader(headings: readonly string[]): readonly ColumnField[] {
  const taken = new Set<ColumnField>();
  return headings.map((heading) => {
    const field = fieldOfHeading(heading);
    if (field === 'other' || !taken.has(field)) {
      taken.add(field);
      return field;
    }
    return 'other';
  });
}
