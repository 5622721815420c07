/** Small notices with invented apps and firms, for tests of the way from a file to the vault. */

export interface SampleRow {
  readonly name: string;
  readonly developer: string;
  readonly problems?: string;
}

/** A notice of 2021 as it is kept in Obsidian. `total` is its 总第N批; the batch of the year is nine less. */
export function noticeOf(total: number, date: string, rows: readonly SampleRow[]): string {
  const title = titleOf(total);
  const table = rows.map(({ name, developer, problems }, i) => `> | ${i + 1} | ${name} | ${developer} | 应用宝 | 1.${i} | ${problems ?? '违规收集个人信息'} |`);
  return [
    '---', `title: ${title}`, 'published: true', '---', '', '## 全文', '',
    '> [!abstract]+ 元数据', '>', '> ```yaml', `> 标题: ${title}`, '> 来源: 信息通信管理局', `> 时间: ${date}`, `> 链接: https://example.org/tzgg/${total}.html`, '> ```', '',
    `> [!quote]+ ${title}`, '>', `> 经检测，尚有${rows.length}款APP未完成整改（详见附件），请相关企业抓紧落实。`, '>', '> 工业和信息化部信息通信管理局', '',
    '## 附件', '', '> [!abstract]+ 存在问题的应用软件名单', '>', '> | 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |', '> | --- | --- | --- | --- | --- | --- |', ...table, '',
  ].join('\n');
}

/** The title of that notice, which is the name of its note. */
export function titleOf(total: number): string {
  return `关于侵害用户权益行为的APP通报（2021年第${total - 9}批，总第${total}批）`;
}
