/** Notices with invented apps for the browser tests of identity: homonyms, an alias, a firm that was renamed. */

export interface NoticeRow {
  readonly name: string;
  readonly developer: string;
  readonly store?: string;
  readonly version?: string;
  readonly problem?: string;
}

/** A notice of 2022 in markdown. `total` is its 总第N批. */
export function noticeText(total: number, date: string, rows: readonly NoticeRow[]): string {
  const title = noticeTitle(total);
  const table = rows.map(({ name, developer, store = '应用宝', version = `1.${total}.0`, problem = '违规收集个人信息' }, i) => `| ${i + 1} | ${name} | ${developer} | ${store} | ${version} | ${problem} |`);
  return [
    '---', `title: ${title}`, '---', '', '```yaml', `标题: ${title}`, '来源: 信息通信管理局', `时间: ${date}`, '```', '',
    `抽查发现，尚有${rows.length}款APP未完成整改。`, '', '工业和信息化部信息通信管理局', '', '附件：存在问题的应用软件名单', '',
    '| 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |', '| --- | --- | --- | --- | --- | --- |', ...table, '',
  ].join('\n');
}

export function noticeTitle(total: number): string {
  return `关于侵害用户权益行为的APP通报（2022年第${total - 20}批，总第${total}批）`;
}

export function noticePath(total: number): string {
  return `通报/侵害通报/${noticeTitle(total)}.md`;
}

/** 松果词典 of two firms (homonyms), 银杏地图 of a firm in two forms (one app), and 远航 whose next version bears another name. */
export const HOMONYM_NOTICES: Readonly<Record<string, string>> = {
  'batch-21.md': noticeText(21, '2022-01-18', [
    { name: '松果词典', developer: '苏州白桦软件有限公司', version: '2.1.0' },
    { name: '银杏地图', developer: '南京银杏信息技术有限公司', version: '4.0.2', store: '小米应用商店' },
    { name: '青禾记账', developer: '杭州青禾软件有限公司', version: '3.2.1' },
  ]),
  'batch-22.md': noticeText(22, '2022-03-14', [
    { name: '松果词典', developer: '杭州云杉网络有限公司', version: '1.0.3', store: '华为应用市场', problem: '强制用户使用定向推送功能' },
    { name: '银杏地图', developer: '南京银杏信息技术股份有限公司', version: '4.1.0', store: '小米应用商店' },
    { name: '青禾记账本', developer: '杭州青禾软件有限公司', version: '3.4.0' },
  ]),
  'batch-23.md': noticeText(23, '2022-05-20', [
    { name: '松果词典', developer: '成都木棉信息技术有限公司', version: '6.2.0', store: 'vivo应用商店' },
    { name: '青禾记账', developer: '上海蒲公英网络有限公司', version: '5.0.0' },
  ]),
};
