/** Exports as a person sees them who opens the file. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { walkBlocks } from '../../src/document/document';
import { readDocument } from '../../src/document/read-document';
import { writeExport } from '../../src/insight/export-file';
import { exportRows, type ExportData } from '../../src/insight/export-rows';
import type { Column } from '../../src/insight/export-columns';
import { writeCsv } from '../../src/insight/write-csv';
import { writeSheet, writeXlsx } from '../../src/insight/write-xlsx';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { APPS, HOST, importTexts } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { noticeOf, titleOf } from '../support/sample-notice';

const ROWS = [{ name: '松果笔记', developer: '昆明松果软件有限公司', problems: '违规收集个人信息；强制、频繁、过度索取权限' }, { name: '=云雀听书', developer: '成都云雀科技有限公司' }];
const NOTE = `通报/侵害通报/${titleOf(10)}.md`;

async function exported(vault: MemoryVault): Promise<ExportData> {
  return exportRows(vault, DEFAULT_SETTINGS, HOST);
}
async function sampleVault(): Promise<MemoryVault> {
  const vault = memoryVault({ '日记.md': '今天没有通报。\n' });
  await importTexts(vault, [noticeOf(11, '2021-02-05', [{ name: '松果笔记', developer: '昆明松果软件有限公司' }]), noticeOf(10, '2021-01-22', ROWS).replace('| 1.0 |', '| 4.10 |')]);
  return vault;
}

describe('rows of an export', () => {
  it('say what the list says and where it stands', async () => {
    const { rows, notices, isComplete } = await exported(await sampleVault());
    expect(isComplete).toBe(true);
    expect(rows.map(({ key, app }) => [key, app])).toEqual([['miit-infringement:10#1#1', '松果笔记'], ['miit-infringement:10#1#2', '=云雀听书'], ['miit-infringement:11#1#1', '松果笔记']]);
    expect(rows[0]).toEqual({
      app: '松果笔记', appNote: `${APPS}/松果笔记.md`, name: '松果笔记', type: 'app', category: null, developer: '昆明松果软件有限公司', source: '应用宝', version: '4.10',
      problems: ['违规收集个人信息', 'APP强制、频繁、过度索取权限'], notice: titleOf(10), series: 'miit-infringement', kind: 'infringement', agency: '工业和信息化部', year: 2021, number: 1, total: 10,
      date: '2021-01-22', deadline: null, list: 1, caption: '存在问题的应用软件名单', no: 1, package: 1, key: 'miit-infringement:10#1#1', noticeNote: NOTE, urls: ['https://example.org/tzgg/10.html'],
      cells: [['序号', '1'], ['应用名称', '松果笔记'], ['应用开发者', '昆明松果软件有限公司'], ['应用来源', '应用宝'], ['应用版本', '4.10'], ['所涉问题', '违规收集个人信息；强制、频繁、过度索取权限']],
    });
    expect(rows[1]?.cells[1]).toEqual(['应用名称', '=云雀听书']);
    expect(notices.map(({ notice, stated, entries }) => [notice, stated, entries])).toEqual([[titleOf(10), 2, 2], [titleOf(11), 1, 1]]);
  });

  it('follow the note where the user moved it, and name no app where none is recorded', async () => {
    const vault = await sampleVault();
    vault.files.set('别处/十.md', vault.files.get(NOTE) ?? '');
    vault.files.delete(NOTE);
    vault.files.delete(`${APPS}/松果笔记.md`);
    const { rows } = await exported(vault);
    expect(rows[0]).toMatchObject({ app: null, appNote: null, name: '松果笔记', noticeNote: '别处/十.md' });
  });

  it('give each package of an entry a row of its own', async () => {
    const vault = memoryVault();
    await importTexts(vault, [noticeOf(10, '2021-01-22', ROWS.slice(0, 1)).trimEnd() + '\n> |  |  |  | 华为应用市场 | 5.2 | 超范围收集个人信息 |\n']);
    const { rows } = await exported(vault);
    expect(rows.map((row) => [row.key, row.package, row.name, row.developer, row.source, row.version, row.problems[0]])).toEqual([
      ['miit-infringement:10#1#1', 1, '松果笔记', '昆明松果软件有限公司', '应用宝', '1.0', '违规收集个人信息'],
      ['miit-infringement:10#1#1', 2, '松果笔记', '昆明松果软件有限公司', '华为应用市场', '5.2', '超范围收集个人信息'],
    ]);
  });

  it('stop when asked to, and say so', async () => {
    let asked = 0;
    const { isComplete, notices } = await exportRows(await sampleVault(), DEFAULT_SETTINGS, HOST, { shouldStop: () => (asked += 1) > 1 });
    expect([isComplete, notices.length]).toEqual([false, 1]);
  });
});

/** Reads CSV by the letter of RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows[rows.length - 1]?.push(quoted === undefined ? (plain ?? '') : quoted.replace(/""/g, '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
const PLAIN: readonly Column<readonly string[]>[] = ['甲', '乙'].map((title, i) => ({ title: { zh: title, en: title }, width: 10, value: (row: readonly string[]) => row[i] ?? null }));

describe('CSV', () => {
  it('opens as a table with Chinese headings, and runs no formula', async () => {
    const bytes = await writeExport(await exported(await sampleVault()), 'csv', 'zh');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? new Uint8Array());
    expect(text.startsWith('\uFEFF应用,所列名称,类型,')).toBe(true);
    const [head, first, second] = readCsv(text.slice(1));
    expect(new Set([head?.length, first?.length, second?.length])).toEqual(new Set([26]));
    expect(first?.slice(0, 8)).toEqual(['松果笔记', '松果笔记', 'APP', '', '昆明松果软件有限公司', '应用宝', '4.10', '违规收集个人信息；APP强制、频繁、过度索取权限']);
    expect(second?.[1]).toBe("'=云雀听书");
    expect(first?.[25]).toBe('序号：1\n应用名称：松果笔记\n应用开发者：昆明松果软件有限公司\n应用来源：应用宝\n应用版本：4.10\n所涉问题：违规收集个人信息；强制、频繁、过度索取权限');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1＋1', '－'])('writes %j as text', (value) => {
    expect(readCsv(writeCsv(PLAIN, [[value, 'a']], 'zh').slice(1))[1]).toEqual([`'${value}`, 'a']);
  });

  it('is read back as it was written, whatever stands in it', () => {
    const field = fc.oneof(fc.string(), fc.stringMatching(/^[",\r\n 甲=-]{0,6}$/));
    fc.assert(fc.property(fc.array(fc.tuple(field, field), { maxLength: 8 }), (rows) => {
      const back = readCsv(writeCsv(PLAIN, rows, 'en').slice(1)).slice(1);
      expect(back.map((row) => row.map((cell, i) => (cell === `'${rows[back.indexOf(row)]?.[i] ?? ''}` ? cell.slice(1) : cell)))).toEqual(rows);
    }), { seed: 20261122, numRuns: 500 });
  });
});

/** ExcelJS leaves to its callers what Excel undoes itself (ECMA-376 part 1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

describe('Excel', () => {
  afterEach(() => { vi.unstubAllGlobals(); });

  it('keeps text text, in a sheet of entries and one of notices', async () => {
    const bytes = (await writeExport(await exported(await sampleVault()), 'xlsx', 'zh')) ?? new Uint8Array();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([['名单条目', 4], ['通报', 3]]);
    const sheet = book.worksheets[0];
    const cells = (row: number): unknown[] => (sheet?.getRow(row).values as unknown[]).slice(1);
    expect(cells(1).slice(0, 3)).toEqual(['应用', '所列名称', '类型']);
    expect(cells(2)[6]).toBe('4.10');
    expect(cells(2)[19]).toBe(1);
    expect(cells(3)[1]).toBe('=云雀听书');
    expect(sheet?.getCell('B3').formula).toBeUndefined();
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
  });

  it.each(['packed', 'stored where the host cannot pack'])('is read by our own reader, %s', async (way) => {
    if (way !== 'packed') vi.stubGlobal('CompressionStream', undefined);
    const bytes = (await writeExport(await exported(await sampleVault()), 'xlsx', 'en')) ?? new Uint8Array();
    const result = await readDocument({ fileName: 'rows.xlsx', bytes }, nodeReaderHost);
    const tables = result.ok ? [...walkBlocks(result.document.blocks)].flatMap(({ block }) => (block.kind === 'table' ? [block] : [])) : [];
    const found = tables[0]?.rows.find((row) => row.cells.some(({ text }) => text === '4.10'));
    expect(found?.cells.slice(0, 7).map(({ text }) => text)).toEqual(['松果笔记', '松果笔记', 'app', '', '昆明松果软件有限公司', '应用宝', '4.10']);
  });

  it('holds any text', async () => {
    const rows = [['\u0007响<&>"\'', '_x0041_ 与 _x_'], ['两\r\n行', ' 前后 '], ['\u{20BB7}\uD800', '甲'.repeat(40_000)]];
    const bytes = await writeXlsx([writeSheet({ name: '表', columns: PLAIN, rows }, 'zh')]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const back = [2, 3, 4].map((row) => ['A', 'B'].map((column) => unescaped(book.worksheets[0]?.getCell(`${column}${row}`).text ?? '')));
    expect(back[0]).toEqual(['\u0007响<&>"\'', '_x0041_ 与 _x_']);
    expect(back[1]).toEqual(['两\r\n行', ' 前后 ']);
    expect(back[2]?.[0]).toBe('\u{20BB7}\uFFFD');
    expect(back[2]?.[1]).toHaveLength(32_767);
    expect(back[2]?.[1]?.endsWith('甲…')).toBe(true);
  });
});

describe('JSON', () => {
  it('is an array of the rows', async () => {
    const data = await exported(await sampleVault());
    const text = new TextDecoder().decode((await writeExport(data, 'json', 'zh')) ?? new Uint8Array());
    expect(JSON.parse(text)).toEqual(data.rows);
    expect(text.trimEnd().split('\n')).toHaveLength(data.rows.length + 2);
    expect(new TextDecoder().decode((await writeExport({ rows: [], notices: [] }, 'json', 'zh')) ?? new Uint8Array())).toBe('[]\n');
  });
});
