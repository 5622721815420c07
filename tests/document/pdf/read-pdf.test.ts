import { describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../../cli/html';
import { describeDiagnostic } from '../../../src/document/diagnostic';
import { readDocument } from '../../../src/document/read-document';
import { outlineOf } from '../../support/made-files/outline';
import { drawTable, makePdf, PAGE_WIDTH, type MadePage, type MadeText } from '../../support/made-files/pdf';

async function read(pages: readonly MadePage[] | Uint8Array): Promise<string[]> {
  const bytes = pages instanceof Uint8Array ? pages : makePdf(pages);
  const result = await readDocument({ fileName: '名单.pdf', bytes }, nodeReaderHost);
  const said = (result.ok ? result.document.diagnostics : result.diagnostics).map((one) => `! ${describeDiagnostic(one, 'en')}`);
  return [...(result.ok ? outlineOf(result.document) : []), ...said];
}

const EDGES = [50, 90, 200, 330, 545];
const HEADER = ['序号', '应用名称', '版本号', '所涉问题'];
const TABLE_TEXT = ['| 序号 | 应用名称 | 版本号 | 所涉问题 |', '| 1 | 看图 | 4.10 | 账号注销难 |', '| 2 | 看书 | 007 | 账号注销难 |'];
const ROWS = [HEADER, ['1', '看图', '4.10', '账号注销难'], ['2', '看书', '007', '账号注销难']];

/** Lines of text one under the other, from the top of the page. */
function lines(...texts: readonly string[]): MadeText[] {
  return texts.map((text, at) => ({ x: 50, y: 780 - at * 16, text }));
}

describe('PDF: text', () => {
  test('lines become paragraphs again, a wrapped title one heading, a signature its own', async () => {
    const full = '持'.repeat(49);
    const texts: MadeText[] = [
      { x: 153, y: 780, size: 18, text: '关于侵害用户权益行为的通报第一行' },
      { x: 207, y: 755, size: 18, text: '（第一批，总第一批）' },
      { x: 70, y: 720, text: '近期检查发现问题，' + '一'.repeat(38) }, { x: 50, y: 704, text: full }, { x: 50, y: 688, text: '段落到此结束。' },
      { x: 70, y: 672, text: '第二段。' }, { x: 460, y: 640, text: '2021年1月2日' },
    ];
    expect(await read([{ texts }])).toEqual(['# 关于侵害用户权益行为的通报第一行（第一批，总第一批）', `近期检查发现问题，${'一'.repeat(38)}${full}段落到此结束。`, '第二段。', '2021年1月2日 {align=right}']);
  });

  test('a paragraph goes on over a page break; letterheads and page numbers are left out', async () => {
    const page = (number: number, texts: readonly MadeText[]): MadePage => ({ texts: [{ x: 50, y: 810, text: '某某管理局' }, ...texts, { x: 280, y: 30, text: `- ${number} -` }] });
    expect(await read([page(1, [{ x: 70, y: 700, text: '前'.repeat(47) }, { x: 50, y: 684, text: '中'.repeat(49) }]), page(2, [{ x: 50, y: 700, text: '后半句。' }])])).toEqual([
      `${'前'.repeat(47)}${'中'.repeat(49)}后半句。`, '! Lines at the head or foot of the pages were left out: 某某管理局 / - 2 -',
    ]);
  });

  test('blanks between words are told by their gaps', async () => {
    expect(await read([{ texts: [{ x: 50, y: 700, text: 'Hello' }, { x: 78, y: 700, text: 'World' }, { x: 103, y: 700, text: '应用' }, { x: 130, y: 700, text: '商店' }] }])).toEqual(['Hello World应用商店']);
  });

  test('a web page in print: its menu, recommendations and comments are left out, its date and source are taken', async () => {
    const texts: MadeText[] = [
      { x: 50, y: 800, text: '首页 新闻' }, { x: 50, y: 770, size: 13, text: '热门推荐' }, { x: 50, y: 750, text: '新款手机开售。' }, { x: 50, y: 710, size: 18, text: '工信部通报三款应用' },
      { x: 50, y: 680, text: '2024年5月21日 17:30 来源：某报' }, { x: 50, y: 640, text: '工信部今日发布通报。' }, { x: 50, y: 600, size: 13, text: '网友评论' }, { x: 50, y: 580, text: '支持' },
    ];
    const bytes = makePdf([{ texts }]);
    expect(await read(bytes)).toEqual(['# 工信部通报三款应用', '工信部今日发布通报。', '! 5 parts beside the article (menus, recommendations, comments) were left out: 首页 新闻 / 热门推荐 / 新款手机开售。 / 网友评论 / 支持']);
    const result = await readDocument({ fileName: 'a.pdf', bytes }, nodeReaderHost);
    expect(result.ok && result.document.frontMatter.values).toEqual({ 时间: '2024年5月21日 17:30', 来源: '某报' });
  });

  test('slanting text is left out and named', async () => {
    expect(await read([{ texts: [...lines('正文一句。'), { x: 200, y: 300, size: 40, angle: 45, text: '内部资料' }] }])).toEqual(['正文一句。', '! Slanting text, such as a watermark, was left out: 内部资料']);
  });

  test('a page set on its side', async () => {
    const table = drawTable({ edges: EDGES, top: 500, rows: ROWS });
    // Turned by a quarter for the reader: what is written upwards reads level.
    const turned = {
      texts: table.texts.map(({ x, y, text }) => ({ x: PAGE_WIDTH - y, y: x, text, angle: 90 })),
      lines: table.lines.map(([x1, y1, x2, y2]): [number, number, number, number] => [PAGE_WIDTH - y1, x1, PAGE_WIDTH - y2, x2]),
    };
    expect(await read([{ ...turned, rotate: 90 }])).toEqual(TABLE_TEXT);
  });
});

describe('PDF: tables', () => {
  test('drawn with lines', async () => {
    expect(await read([drawTable({ edges: EDGES, top: 700, rows: ROWS })])).toEqual(TABLE_TEXT);
  });

  test('drawn with thin boxes, each cell with borders of its own', async () => {
    const { texts, bottom } = drawTable({ edges: EDGES, top: 700, rows: ROWS, rowHeight: 24 });
    const boxes: [number, number, number, number][] = [];
    for (let y = 700; y > bottom + 1; y -= 24) {
      for (const [at, left] of EDGES.slice(0, -1).entries()) {
        const width = (EDGES[at + 1] ?? 0) - left - 1.5;
        boxes.push([left, y - 0.7, width, 0.7], [left, y - 22.5, width, 0.7], [left, y - 22.5, 0.7, 22.5], [left + width - 0.7, y - 22.5, 0.7, 22.5]);
      }
    }
    expect(await read([{ texts, boxes }])).toEqual(TABLE_TEXT);
  });

  test('the ends of full lines are no breaks, the ends of short ones are', async () => {
    const rows = [HEADER, ['1', '看图看报看新闻专业\n版', '4.10', '违规收集个人信息\n账号注销难']];
    expect(await read([drawTable({ edges: EDGES, top: 700, rows })])).toEqual([TABLE_TEXT[0], '| 1 | 看图看报看新闻专业版 | 4.10 | 违规收集个人信息⏎账号注销难 |']);
  });

  test('a word or number wider than its column is whole', async () => {
    const rows = [['序号', '应用', '版本', '网址'], ['100\n0', '看图', '1.0', 'example.cn/\nlist'], ['1001', 'App\nStore', '2.0', 'example.cn']];
    expect(await read([drawTable({ edges: [50, 74, 110, 150, 215], top: 700, rows })])).toEqual(['| 序号 | 应用 | 版本 | 网址 |', '| 1000 | 看图 | 1.0 | example.cn/list |', '| 1001 | App Store | 2.0 | example.cn |']);
  });

  test('merged cells hold their value in every place; a row of one cell over the headings is the caption', async () => {
    const table = drawTable({ edges: EDGES, top: 700, rows: [['应用名单', null, null, null], ...ROWS, ['3', '看报', '通用版本', null]] });
    // The problem of the first two rows is one cell.
    const between = table.lines.findIndex(([x1, y1, x2, y2]) => y1 === y2 && x1 === 50 && x2 === 545 && Math.abs(y1 - (700 - 3 * 20)) < 0.1);
    const cut = table.lines.map((line, at): [number, number, number, number] => (at === between ? [line[0], line[1], 330, line[3]] : line));
    const texts = table.texts.filter(({ text, y }) => text !== '账号注销难' || y > 645);
    expect(await read([{ texts, lines: cut }])).toEqual(['(应用名单)', ...TABLE_TEXT, '| 3 | 看报 | 通用版本 | 通用版本 |']);
  });

  test('a table goes on over page breaks: repeated headings once, a row cut in two made whole', async () => {
    const first = drawTable({ edges: EDGES, top: 200, rows: [HEADER, ['1', '看图', '4.10', '账号注销难'], ['2', '看书', '007', '未明示收集使用个人信息的目的']] });
    const second = drawTable({ edges: EDGES, top: 780, rows: [HEADER, ['', '', '', '和范围'], ['3', '看报', '1.0', '账号注销难']] });
    const third = drawTable({ edges: EDGES, top: 780, rows: [['4', '看天', '2.0', '账号注销难']] });
    expect(await read([first, second, third])).toEqual([
      TABLE_TEXT[0], TABLE_TEXT[1], '| 2 | 看书 | 007 | 未明示收集使用个人信息的目的⏎和范围 |', '| 3 | 看报 | 1.0 | 账号注销难 |', '| 4 | 看天 | 2.0 | 账号注销难 |',
    ]);
  });

  test('another package of the same app at the head of a page stays a row of its own', async () => {
    const first = drawTable({ edges: EDGES, top: 200, rows: [HEADER, ['1', '看图', '4.10', '账号注销难']] });
    const second = drawTable({ edges: EDGES, top: 780, rows: [['', '', '5.0', '违规收集个人信息']] });
    expect(await read([first, second])).toEqual([TABLE_TEXT[0], TABLE_TEXT[1], '|  |  | 5.0 | 违规收集个人信息 |']);
  });

  test('tables of other columns, or with text between, stay apart', async () => {
    const [first, second] = [drawTable({ edges: EDGES, top: 700, rows: ROWS }), drawTable({ edges: [50, 200, 545], top: 780, rows: [['类别', '数量'], ['应用', '2']] })];
    expect(await read([first, second])).toEqual([...TABLE_TEXT, '| 类别 | 数量 |', '| 应用 | 2 |']);
    const third = drawTable({ edges: EDGES, top: 700, rows: ROWS });
    expect(await read([first, { ...third, texts: [...third.texts, { x: 50, y: 740, text: '附件2' }] }])).toEqual([...TABLE_TEXT, '附件2', ...TABLE_TEXT]);
  });

  test('without upright lines, and without any', async () => {
    const { texts, lines: drawn } = drawTable({ edges: EDGES, top: 700, rows: ROWS });
    expect(await read([{ texts, lines: drawn.filter(([x1, , x2]) => x1 !== x2) }])).toEqual(TABLE_TEXT);
    expect(await read([{ texts: [...lines('近期检查发现下列应用存在问题，现予以通报。'), ...texts] }])).toEqual(['近期检查发现下列应用存在问题，现予以通报。', ...TABLE_TEXT]);
  });

  test('a cell that runs over the edge of the page is whole', async () => {
    const { texts, lines: drawn } = drawTable({ edges: [50, 90, 200, 330, 640], top: 700, rows: [HEADER, ['1', '看图', '4.10', '未明示收集使用个人信息的目的、方式和范围等事项'], ...ROWS.slice(2)] });
    expect((await read([{ texts, lines: drawn }]))[1]).toBe('| 1 | 看图 | 4.10 | 未明示收集使用个人信息的目的、方式和范围等事项 |');
  });
});

describe('PDF: what cannot be read', () => {
  test('scans are named', async () => {
    expect(await read([{ picture: true }, { picture: true }])).toEqual(['! This is a picture without text (PDF). Its list is still to be added; nothing was guessed.']);
    expect(await read([{ texts: lines('名单见下页。') }, { picture: true }])).toEqual(['名单见下页。', '! Page 2 is a picture without text; a list on it is still to be added.']);
  });

  test('locked, damaged and empty files say so', async () => {
    expect(await read(makePdf([{ texts: lines('甲') }], { locked: true }))).toEqual(['! The file is protected by a password. Save a copy without one and import that.']);
    expect(await read(new TextEncoder().encode('%PDF-1.7\nnothing here'))).toEqual([expect.stringContaining('! The file is damaged or cut off and cannot be read as PDF')]);
    expect(await read([{}])).toEqual(['! The file is empty.']);
  });

  test('a host without pdf.js says so', async () => {
    const result = await readDocument({ fileName: 'a.pdf', bytes: makePdf([{ texts: lines('甲') }]) }, { parseHtml: (html) => nodeReaderHost.parseHtml(html) });
    expect(result.ok ? [] : result.diagnostics.map((one) => describeDiagnostic(one, 'en'))).toEqual(['PDF files cannot be read here: pdf.js']);
  });

  test('the bytes of the source stay as they are', async () => {
    const bytes = makePdf([{ texts: lines('甲') }]);
    const before = bytes.slice();
    await read(bytes);
    expect(bytes).toEqual(before);
  });
});
