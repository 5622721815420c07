/** A notice written again as a web page, a Word file and an Excel file: the same words in another form. */
import type { Notice, NoticeList } from '../../src/notice/notice';
import { cell, docxParts, paragraph, row, sheetRows, table, xlsxParts, zipParts } from './office-files';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The rows of a list as they stand in its source, header first; breaks in cells are `\n`. */
export function sourceRows(list: NoticeList): readonly (readonly string[])[] {
  const rows = list.entries.flatMap((entry) => [...entry.rows, ...entry.packages.flatMap((one) => one.rows)]);
  const unique = [...new Map(rows.map((r) => [r.line, r])).values()].sort((a, b) => a.line - b.line);
  const header = unique[0]?.cells.map(([heading]) => heading) ?? [];
  return [header, ...unique.map((r) => r.cells.map(([, text]) => text.replace(/<br\s*\/?>/g, '\n')))];
}

function signature(notice: Notice): readonly string[] {
  const day = notice.signedDate?.split('-').map(Number);
  return [...(notice.agencyFrom === 'signature' ? [notice.agency ?? ''] : []), ...(day === undefined ? [] : [`${day[0] ?? ''}年${day[1] ?? ''}月${day[2] ?? ''}日`])];
}

/** An article page as the ministry's: metadata in the head, the lists in the body behind the signature. */
export function toHtml(notice: Notice): Uint8Array {
  const lists = notice.lists.map((list) => {
    const rows = sourceRows(list).map((cells) => `<tr>${cells.map((text) => `<td>${escape(text).replace(/\n/g, '<br>')}</td>`).join('')}</tr>`);
    return `${list.caption === null ? '' : `<p style="text-align:center">${escape(list.caption)}</p>`}<table border="1">${rows.join('')}</table>`;
  });
  const text = [...notice.paragraphs, ...signature(notice)].map((line) => `<p>${escape(line)}</p>`).join('\n');
  return new TextEncoder().encode(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escape(notice.title)}</title><meta name="ArticleTitle" content="${escape(notice.title)}"><meta name="PubDate" content="${notice.date ?? ''} 10:00"><meta name="ContentSource" content="${escape(notice.source ?? '')}"></head>
<body><div class="nav"><a href="/">首页</a></div><h1 id="con_title">${escape(notice.title)}</h1><div id="con_con">${text}${lists.join('\n')}</div></body></html>`);
}

/** A Word file with the title, the text, the signature and every list under its caption. */
export function toDocx(notice: Notice): Uint8Array {
  const lists = notice.lists.flatMap((list) => [
    paragraph(escape(list.caption ?? '')),
    table(...sourceRows(list).map((cells) => row(cells.map((text) => cell(text.split('\n').map((line) => paragraph(escape(line))).join('')))))),
    paragraph(''),
  ]);
  const title = paragraph(escape(notice.title), '<w:jc w:val="center"/><w:pStyle w:val="Title"/>');
  const styles = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>';
  return zipParts(docxParts([title, ...[...notice.paragraphs, ...signature(notice)].map((line) => paragraph(escape(line))), ...lists].join(''), { styles }));
}

/** An Excel file with one sheet a list, its caption in the first row over all columns. */
export function toXlsx(notice: Notice): Uint8Array {
  const sheets = notice.lists.map((list, i) => {
    const rows = sourceRows(list).map((cells) => cells.map(escape));
    const last = String.fromCharCode(64 + (rows[0]?.length ?? 1));
    const caption = list.caption === null ? [] : [[escape(list.caption)]];
    const merge = list.caption === null ? '' : `<mergeCells><mergeCell ref="A1:${last}1"/></mergeCells>`;
    return { name: `附件${i + 1}`, content: `<sheetData>${sheetRows([...caption, ...rows])}</sheetData>${merge}` };
  });
  return zipParts(xlsxParts(sheets));
}

/** What a notice says, whatever it was read from: source lines and places left out. */
export function meaningOf(notice: Notice): object {
  const { kind, title, batch, signedDate, deadline, statedCount, paragraphs } = notice;
  return { kind, title, batch, signedDate, deadline, statedCount, paragraphs, lists: listsOf(notice) };
}

/** The lists alone, which are all that an Excel file holds. */
export function listsOf(notice: Notice): readonly object[] {
  const pack = (one: { developer: string | null; source: string | null; version: string | null; problems: readonly string[] }): object => ({ developer: one.developer, source: one.source, version: one.version, problems: one.problems });
  return notice.lists.map(({ caption, entries }) => ({
    caption,
    entries: entries.map((entry) => ({ no: entry.no, name: entry.name, type: entry.type, category: entry.category, ...pack(entry), packages: entry.packages.map(pack) })),
  }));
}
