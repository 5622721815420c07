/** A notice as an agency publishes it today: a page, and its list in a file. */
import { docxParts, row, sheetRows, table, xlsxParts, zipParts } from './office-files';

export const PAGE_TITLE = '关于侵害用户权益行为的APP通报（2024年第9批，总第44批）';

export interface PageOptions {
  /** Links, frames and the like behind the text. */
  readonly attachments: string;
  readonly charset?: string;
  readonly words?: string;
}

export function noticePage({ attachments, charset = 'utf-8', words = '我部近期组织抽查，发现2款APP仍未完成整改（详见附件），上述APP应于11月28日前完成整改。' }: PageOptions): string {
  return `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${PAGE_TITLE}</title><meta name="ArticleTitle" content="${PAGE_TITLE}"><meta name="PubDate" content="2024-11-20 15:00"><meta name="ContentSource" content="信息通信管理局"></head>
<body><div class="nav"><a href="/">首页</a></div><h1 id="con_title">${PAGE_TITLE}</h1><div id="con_con"><p>${words}</p>${attachments}
<p style="text-align:right">工业和信息化部信息通信管理局</p><p style="text-align:right">2024年11月20日</p></div><div class="share">分享到</div></body></html>`;
}

const HEADER = ['序号', '应用名称', '应用开发者', '应用来源', '版本号', '所涉问题'];
export const APP_ROWS = [
  ['1', '青禾相册', '杭州青禾软件有限公司', '应用宝', '4.10', '违规收集个人信息'],
  ['2', '山雀听书', '成都山雀科技有限公司', '小米应用商店', '2.0.1', '超范围收集个人信息'],
];
export const SDK_ROWS = [['1', '灰鹤推送SDK', '上海灰鹤网络有限公司', '官方网站', '3.1', '违规收集个人信息']];

export function listDocx(rows: readonly (readonly string[])[] = APP_ROWS): Uint8Array {
  return zipParts(docxParts(table(row(HEADER), ...rows.map((cells) => row(cells)))));
}

export function listXlsx(rows: readonly (readonly string[])[] = SDK_ROWS): Uint8Array {
  return zipParts(xlsxParts([{ name: '名单', content: `<sheetData>${sheetRows([HEADER, ...rows])}</sheetData>` }]));
}
