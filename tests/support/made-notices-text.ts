/** Notices with invented rows as markdown, for tests on generated vaults. */

export interface MadeRow {
  readonly name: string;
  readonly developer: string | null;
  readonly source: string;
  readonly version: string | null;
}

/** An infringement notice of 2021: 总第`total`批 of that day. */
export function infringementText(total: number, date: string, rows: readonly MadeRow[]): string {
  const title = `关于侵害用户权益行为的APP通报（2021年第${total - 9}批，总第${total}批）`;
  const text = [`> 经检测，尚有${rows.length}款APP未完成整改（详见附件），请相关企业抓紧落实。`, '>', '> 工业和信息化部信息通信管理局'];
  return noticeText(title, date, text, '存在问题的应用软件名单', rows);
}

/** A takedown of that day that follows the notice of `citedDate`, which stated `citedCount` apps. */
export function takedownText(date: string, citedDate: string, citedCount: number, rows: readonly MadeRow[]): string {
  const [year, month, day] = citedDate.split('-').map(Number);
  const text = [`> ${year}年${month}月${day}日，我部向社会通报了${citedCount}家存在问题的APP企业的名单。经复检，尚有${rows.length}款APP未按要求整改（名单见附件），现组织对其下架。`];
  return noticeText(`关于下架侵害用户权益APP名单的通报`, date, text, '下架的应用软件名单', rows);
}

function noticeText(title: string, date: string, text: readonly string[], caption: string, rows: readonly MadeRow[]): string {
  const table = rows.map((row, i) => `| ${i + 1} | ${row.name} | ${row.developer ?? ''} | ${row.source} | ${row.version ?? ''} | 违规收集个人信息 |`);
  return [
    '## 全文', '', '```YAML', `标题: ${title}`, '来源: 信息通信管理局', `时间: ${date}`, '```', '', ...text, '',
    '### 附件', '', `#### ${caption}`, '', '| 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |', '| -- | -- | -- | -- | -- | -- |', ...table, '',
  ].join('\n');
}
