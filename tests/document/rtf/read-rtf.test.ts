import { describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../../cli/html';
import { describeDiagnostic } from '../../../src/document/diagnostic';
import type { Document } from '../../../src/document/document';
import { readDocument } from '../../../src/document/read-document';
import { outlineOf } from '../../support/made-files/outline';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

async function open(body: string): Promise<Document | string> {
  const result = await readDocument({ fileName: '名单.doc', bytes: latin1(`{\\rtf1\\ansi\\ansicpg936\\uc1${body}}`) }, nodeReaderHost);
  return result.ok ? result.document : result.diagnostics.map((one) => describeDiagnostic(one, 'en')).join(' ');
}

async function read(body: string): Promise<string[]> {
  const document = await open(body);
  return typeof document === 'string' ? [document] : outlineOf(document);
}

/** Chinese text as RTF writes it: a number, and `?` for old programs. */
const u = (text: string): string => Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at) > 32767 ? text.charCodeAt(at) - 65536 : text.charCodeAt(at)}?`).join('');
const row = (cells: readonly string[], layout: string): string => `\\trowd${layout}\\pard\\intbl ${cells.map((text) => `${text}\\cell `).join('')}\\row`;

describe('RTF', () => {
  test('text in the code page of the file, of a font, and as numbers of characters', async () => {
    expect(await read("{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset136 B;}}\\f0\\'b9\\'a4\\'d0\\'c5\\'b2\\'bf {\\f1\\'a4\\'a4\\'a4\\'e5}\\par \\u-10179?\\u-8704?\\par\\uc2\\u22270\\'cd\\'bcok")).toEqual(['工信部 中文', '😀', '图ok']);
  });

  test('what is no text of the document is left out', async () => {
    expect(await read(`{\\info{\\title x}}{\\header y\\par}{\\*\\generator z;}{\\pict 0102}{\\*\\unknown ${u('无')}}${u('正文')}{\\v hidden}{\\deleted old}\\par`)).toEqual(['正文']);
  });

  test('headings by style and by outline level, alignment, and a centred title where there are no headings', async () => {
    expect(await read(`{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}}\\pard\\s1 ${u('标题')}\\par\\pard\\outlinelevel1 ${u('一')}\\par\\pard\\qr ${u('落款')}\\par`)).toEqual(['# 标题', '## 一', '落款 {align=right}']);
    expect(await read(`\\pard\\qc ${u('关于通报的公告')}\\par ${u('（第一批）')}\\par\\pard ${u('正文。')}\\par`)).toEqual(['# 关于通报的公告（第一批）', '正文。']);
  });

  test('tables with merged cells, breaks and automatic numbers', async () => {
    expect(await read([
      row([u('序号'), u('应用名称'), u('所涉问题')], '\\cellx900\\cellx3000\\cellx6000'),
      row(['{\\listtext 1.\\tab}', u('看图'), `${u('甲')}\\line ${u('乙')}\\par ${u('丙')}`], '\\cellx900\\cellx3000\\clvmgf\\cellx6000'),
      row(['{\\listtext 2.\\tab}', u('看书'), ''], '\\cellx900\\cellx3000\\clvmrg\\cellx6000'),
      row(['3.', u('看报')], '\\cellx900\\cellx6000'),
    ].join('\n'))).toEqual(['| 序号 | 应用名称 | 所涉问题 |', '| 1. | 看图 | 甲⏎乙⏎丙 |', '| 2. | 看书 | 甲⏎乙⏎丙 |', '| 3. | 看报 | 看报 |']);
  });

  test('a table inside a cell is read as a table of its own', async () => {
    const inner = (a: string, b: string): string => `\\pard\\intbl\\itap2 ${a}\\nestcell ${b}\\nestcell{\\*\\nesttableprops\\trowd\\cellx400\\cellx800\\nestrow}{\\nonesttables\\par}`;
    expect(await read(`\\trowd\\cellx900\\cellx3000\\pard\\intbl ${u('左')}\\cell ${u('右')}\\cell\\row ${inner(u('序号'), u('应用名称'))}${inner('1', u('看图'))}\\pard\\intbl ${u('后')}\\cell ${u('旁')}\\cell\\row`)).toEqual(['| 左 | 右 |', '| 后 | 旁 |', '| 序号 | 应用名称 |', '| 1 | 看图 |']);
  });

  test('web links keep their target', async () => {
    const document = await open(`${u('见')}{\\field{\\*\\fldinst HYPERLINK "https://example.cn/a"}{\\fldrslt ${u('附件')}}}\\par`);
    expect(typeof document === 'string' ? document : document.blocks).toMatchObject([{ text: '见附件', links: [{ text: '附件', target: 'https://example.cn/a' }] }]);
  });

  test('a file of nothing, and one of nothing but brackets', async () => {
    expect(await read('')).toEqual(['The file holds no text that is shown.']);
    expect(await read('{'.repeat(5000))).toEqual(['The file is damaged or cut off and cannot be read as RTF: {{{…']);
  });
});
