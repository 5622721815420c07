/** An export as the bytes of a file. */
import type { Language } from '../document/diagnostic';
import { NOTICE_COLUMNS, ROW_COLUMNS } from './export-columns';
import type { ExportData } from './export-rows';
import { writeCsv } from './write-csv';
import { MOST_ROWS, writeSheet, writeXlsx } from './write-xlsx';

/** Formats of an export; each is the ending of its file, too. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
/** A format of an export. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Whether a word, in lower case, names a format. */
export function isExportFormat(word: string): word is ExportFormat {
  return (EXPORT_FORMATS as readonly string[]).includes(word);
}

const SHEET_NAMES: Readonly<Record<'rows' | 'notices', Readonly<Record<Language, string>>>> = {
  rows: { en: 'Entries', zh: '名单条目' },
  notices: { en: 'Notices', zh: '通报' },
};

/**
 * The bytes of an export; null where a sheet of Excel cannot hold so many rows.
 * csv: the rows. xlsx: a sheet of rows and one of notices. json: an array of `ExportRow`, one a line.
 * @param language of the headings; JSON has none
 */
export async function writeExport({ rows, notices }: Pick<ExportData, 'rows' | 'notices'>, format: ExportFormat, language: Language): Promise<Uint8Array | null> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'csv':
      return encode(writeCsv(ROW_COLUMNS, rows, language));
    case 'json':
      return encode(rows.length === 0 ? '[]\n' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
    case 'xlsx': {
      if (rows.length + 1 > MOST_ROWS) return null;
      const sheets = [
        writeSheet({ name: SHEET_NAMES.rows[language], columns: ROW_COLUMNS, rows }, language),
        writeSheet({ name: SHEET_NAMES.notices[language], columns: NOTICE_COLUMNS, rows: notices }, language),
      ];
      return writeXlsx(sheets);
    }
  }
}
