/**
 * Rows → entries 名单条目. A row with an empty number continues the row above: another problem, or another package of the same app;
 * a numbered row with an empty name is an entry of its own with the name above. Every row is kept with its entry or reported.
 */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import type { Cell, TableRow } from '../document/document';
import { storesApart, valueOf } from './cell-values';
import type { ColumnField } from './columns';
import { isDitto } from './ditto';
import { entryType, typeOfList } from './entry-types';
import type { Columns } from './headers';
import { splitName } from './names-of-rows';
import type { Entry, Package, SourceRow } from './notice';
import { readProblems, type ReadProblems } from './problems';
import { readRowNumber } from './row-numbers';
import { withoutUnseen } from './unseen';

interface OpenPackage {
  developer: string | null;
  source: string | null;
  version: string | null;
  problems: string[];
  rows: SourceRow[];
}

interface OpenEntry extends OpenPackage {
  no: number | null;
  category: string | null;
  name: string;
  packages: OpenPackage[];
}

/** A list while its tables are read. */
export interface OpenList {
  readonly caption: string | null;
  readonly sections: readonly string[];
  /** Those of the last header: a list can go on under other headings. */
  columns: Columns;
  readonly entries: OpenEntry[];
  category: string | null;
  /** Problems that the words over the list tell for all of it. */
  readonly told: ReadProblems | null;
  /** Cells of problems read so far: most say what one above them said. */
  readonly problems: Map<string, ReadProblems>;
  /** Numbers of its entries so far. */
  readonly numbers: Set<number>;
  /** Labels that were reported as unknown: each is reported once. */
  readonly unknown: Set<string>;
}

/** What one row says, field by field; null where its cell is empty. */
interface RowValues {
  readonly no: number | null;
  readonly hasNumberColumn: boolean;
  readonly name: string | null;
  readonly developer: string | null;
  readonly source: string | null;
  readonly version: string | null;
  readonly category: string | null;
  readonly problems: readonly string[];
}

/** Adds one data row to a list, as a new entry, a further package or a further problem. */
export function addRow(list: OpenList, row: TableRow, listNumber: number, diagnostics: Diagnostic[]): void {
  const values = readRow(list, row, listNumber, diagnostics);
  const source: SourceRow = {
    line: row.line,
    cells: list.columns.headings.map((heading, i) => [heading, row.cells[i]?.raw ?? ''] as const),
    ...(row.cells.some(({ text, raw }) => raw !== text && raw !== text.replace(/\n/g, '<br>')) ? { markup: true } : {}),
  };
  if (values.category !== null) list.category = values.category;
  const current = list.entries.at(-1);
  if (current !== undefined && continues(current, values)) {
    continueEntry(current, values, source);
    return;
  }
  const repeated = values.name === null ? current : undefined;
  if (values.name === null && repeated === undefined) {
    diagnostics.push(diagnostic('row-without-name', { list: listNumber, line: row.line }));
    return;
  }
  const place = { list: listNumber, row: values.no ?? list.entries.length + 1, line: row.line };
  if (values.hasNumberColumn && values.no === null) diagnostics.push(diagnostic('row-without-number', place, { name: values.name ?? '' }));
  const last = values.no === null ? 0 : lastNumber(list);
  if (values.no !== null && last > 0 && values.no > last + 1) {
    const missing = values.no - last === 2 ? String(last + 1) : `${last + 1}–${values.no - 1}`;
    diagnostics.push(diagnostic('number-gap', place, { missing }));
  }
  if (values.no !== null && list.numbers.has(values.no)) diagnostics.push(diagnostic('number-repeated', place, { no: values.no }));
  if (values.no !== null) list.numbers.add(values.no);
  list.entries.push({
    no: values.no,
    category: list.category,
    name: values.name ?? repeated?.name ?? '',
    developer: values.developer ?? repeated?.developer ?? null,
    source: values.source,
    version: values.version,
    problems: [...values.problems],
    rows: [source],
    packages: [],
  });
}

/** Number of the last numbered entry; 0 before the first. */
export function lastNumber(list: OpenList): number {
  for (let i = list.entries.length - 1; i >= 0; i -= 1) {
    const no = list.entries[i]?.no;
    if (no != null) return no;
  }
  return 0;
}

/** 序号 of a row, or null where its cell is empty or is no number. */
export function rowNumber(columns: Columns, row: TableRow): number | null {
  const at = columns.fields.indexOf('no');
  return at < 0 ? null : readRowNumber(row.cells[at]?.text ?? '');
}

/** The entries of a list that was read to its end; `title` is the notice's, which may say what its apps are (SDK, 小程序). */
export function closeEntries(list: OpenList, title: string): readonly Entry[] {
  const around = typeOfList(list.caption, list.columns.headings, title);
  return list.entries.map((e) => ({
    no: e.no,
    type: entryType({ name: e.name, source: e.source, version: e.version, category: e.category, around }),
    category: e.category,
    name: e.name,
    ...closePackage(e),
    packages: e.packages.map(closePackage),
  }));
}

function closePackage(p: OpenPackage): Package {
  return { developer: p.developer, source: p.source, version: p.version, problems: p.problems, rows: p.rows };
}

/** Merged cells may repeat number and name in every row that they span; where nothing numbers the rows, all but the problem must be the same. */
function continues(current: OpenEntry, values: RowValues): boolean {
  const sameName = values.name === null || values.name === current.name;
  if (!sameName) return false;
  if (values.no !== null) return values.no === current.no && values.name !== null;
  if (values.hasNumberColumn || values.name === null) return true;
  return values.problems.length > 0 && samePackage(current.packages.at(-1) ?? current, values);
}

function samePackage(last: OpenPackage, values: RowValues): boolean {
  const same = (value: string | null, above: string | null): boolean => value === null || value === above;
  return same(values.developer, last.developer) && same(values.source, last.source) && same(values.version, last.version);
}

function continueEntry(entry: OpenEntry, values: RowValues, row: SourceRow): void {
  const last = entry.packages.at(-1) ?? entry;
  if (samePackage(last, values)) {
    last.problems.push(...values.problems.filter((p) => !last.problems.includes(p)));
    last.rows.push(row);
    return;
  }
  entry.packages.push({
    developer: values.developer ?? last.developer,
    source: values.source ?? last.source,
    version: values.version ?? last.version,
    problems: [...values.problems],
    rows: [row],
  });
}

function readRow(list: OpenList, row: TableRow, listNumber: number, diagnostics: Diagnostic[]): RowValues {
  const { columns } = list;
  const entry = list.entries.at(-1);
  const above = entry?.packages.at(-1) ?? entry;
  const cell = (field: ColumnField): Cell | undefined => row.cells[columns.fields.indexOf(field)];
  const no = rowNumber(columns, row);
  const place = { list: listNumber, ...(no === null ? {} : { row: no }), line: row.line };
  const inherit = (mark: string, value: string | null): string | null => {
    diagnostics.push(value === null ? diagnostic('ditto-without-row', place, { mark }) : diagnostic('ditto', place, { mark, value }));
    return value;
  };
  const valueIn = (field: 'developer' | 'source' | 'version'): string | null => {
    const value = valueOf(cell(field));
    return value !== null && isDitto(value) ? inherit(value, above?.[field] ?? null) : value;
  };
  const words = withoutUnseen(cell('problems')?.text ?? '');
  const isSame = isDitto(words);
  const same = isSame ? inherit(words.trim(), above?.problems.join('；') || null) : null;
  const problems = isSame ? { labels: same === null ? [] : [...(above?.problems ?? [])], mended: [], unknown: [] } : (list.told ?? problemsOf(list, words));
  for (const m of problems.mended) diagnostics.push(diagnostic('problem-mended', place, { from: m.from, to: m.to }));
  for (const label of problems.unknown) {
    if (list.unknown.has(label)) continue;
    list.unknown.add(label);
    diagnostics.push(diagnostic('problem-unknown', place, { label }));
  }
  const name = valueOf(cell('name'));
  const named = splitName(name !== null && isDitto(name) ? inherit(name, entry?.name ?? null) : name, columns.namesHoldVersion);
  return {
    no,
    hasNumberColumn: columns.fields.includes('no'),
    name: named.name,
    developer: valueIn('developer'),
    source: storesApart(cell('source')) ?? valueIn('source'),
    version: valueIn('version') ?? named.version,
    category: valueOf(cell('category')),
    problems: problems.labels,
  };
}

function problemsOf(list: OpenList, text: string): ReadProblems {
  const known = list.problems.get(text);
  if (known !== undefined) return known;
  const read = readProblems(text);
  list.problems.set(text, read);
  return read;
}
