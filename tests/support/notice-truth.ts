/** The checked truth of the archive's notices (under its older names) and its comparison with a Notice, field by field. */
import { ENTRY_TYPES_OF_TRUTH, type TruthNotice, type TruthPackage, type TruthRow } from './notice-truth-types';
import type { Entry, Notice, Package } from '../../src/notice/notice';

const squeeze = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, '');

/** Phrases are compared by containment, either way. */
function phraseFits(read: string | null, truth: string | null): boolean {
  if (truth === null || read === null) return true;
  return squeeze(truth).includes(squeeze(read)) || squeeze(read).includes(squeeze(truth));
}

/** Every field in which a Notice differs from its truth, one line each: `place: read ≠ truth`. */
export function compareNotice(read: Notice, truth: TruthNotice): string[] {
  const differences: string[] = [];
  const check = (place: string, a: unknown, b: unknown): void => {
    if (JSON.stringify(a) !== JSON.stringify(b)) differences.push(`${truth.id} ${place}: ${JSON.stringify(a)} ≠ ${JSON.stringify(b)}`);
  };
  check('kind', read.kind, truth.kind === '侵害' ? 'infringement' : 'takedown');
  check('series', read.series, truth.kind === '侵害' ? 'miit-infringement' : 'miit-takedown');
  check('title', read.title, truth.title);
  check('date', read.date, truth.date);
  check('signedDate', read.signedDate, truth.date_signed);
  check('source', read.source, truth.source);
  check('agency', read.agency, truth.signature ?? '工业和信息化部信息通信管理局');
  check('total batch', read.batch?.total ?? null, truth.total_batch);
  // A first batch of 2019 and of takedowns bears its number; the truth's yearly number leaves both out.
  const numbered = truth.yearly_batch ?? (/第一批/.test(truth.batch_label ?? '') ? 1 : null);
  check('batch', read.batch?.number ?? null, numbered);
  check('year', read.batch === null ? null : read.batch.year, numbered === null ? null : truth.year);
  const archived = truth.urls.filter((url) => !truth.urls_original.includes(url));
  check('urls', read.urls, [...truth.urls_original, ...archived]);
  check('deadline', read.deadline?.date ?? null, truth.deadline?.date ?? null);
  if (!phraseFits(read.deadline?.phrase ?? null, truth.deadline?.phrase ?? null)) check('deadline phrase', read.deadline?.phrase, truth.deadline?.phrase);
  check('stated count', read.statedCount?.number ?? null, truth.stated_count?.number ?? null);
  const stated = truth.stated_count?.how === 'stated';
  check('stated count is a sum', read.statedCount?.phrase === null, !stated);
  const { stated_count: count } = truth;
  if (count?.how === 'stated' && !phraseFits(read.statedCount?.phrase ?? null, count.phrase)) check('count phrase', read.statedCount?.phrase, count.phrase);
  const parts = truth.stated_counts.filter((c) => c.role === 'part');
  if (parts.length > 0) check('count parts', read.statedCount?.parts.map((p) => [p.number, p.lists]), parts.map((p) => [p.number, p.lists]));
  // The truth holds the lines that name a file; links to annexes within a sentence are attachments too.
  for (const line of truth.attachment_lines) check(`attachment ${line}`, read.attachments.some((a) => a.name === line.replace(/^附件：/, '')), true);
  check('paragraphs', read.paragraphs.map(squeeze), truth.paragraphs.map(squeeze));
  check('lists', read.lists.length, truth.lists.length);
  for (const [i, list] of truth.lists.entries()) {
    const other = read.lists[i];
    const place = `list ${i + 1}`;
    check(`${place} caption`, other?.caption, list.caption);
    check(`${place} agency`, other?.agency, list.agency);
    check(`${place} agencyFrom`, other?.agencyFrom, list.agency_from === 'caption' ? 'caption' : 'notice');
    check(`${place} rows`, other?.entries.length, list.rows.length);
    check(`${place} headings`, other?.entries[0]?.rows[0]?.cells.map(([heading]) => heading), list.headers);
    for (const [j, row] of list.rows.entries()) compareEntry(`${place} row ${row.no ?? j}`, other?.entries[j], row, check);
  }
  return differences;
}

function compareEntry(place: string, read: Entry | undefined, truth: TruthRow, check: (place: string, a: unknown, b: unknown) => void): void {
  check(`${place} no`, read?.no ?? null, truth.no);
  check(`${place} name`, read?.name, truth.name);
  check(`${place} type`, read?.type, ENTRY_TYPES_OF_TRUTH[truth.type]);
  if (truth.category !== undefined) check(`${place} category`, read?.category, truth.category);
  comparePackage(place, read, truth, check);
  check(`${place} packages`, read?.packages.length, truth.sub_rows?.length ?? 0);
  for (const [i, sub] of (truth.sub_rows ?? []).entries()) comparePackage(`${place} package ${i + 2}`, read?.packages[i], sub, check);
}

function comparePackage(place: string, read: Package | undefined, truth: TruthPackage, check: (place: string, a: unknown, b: unknown) => void): void {
  check(`${place} developer`, read?.developer, truth.developer);
  check(`${place} source`, read?.source, truth.source);
  check(`${place} version`, read?.version, truth.version);
  check(`${place} problems`, read?.problems, truth.problems_canonical);
  const verbatim = read?.rows.map((row) => row.cells.find(([heading]) => heading === '所涉问题')?.[1] ?? '').filter((cell) => cell !== '');
  check(`${place} verbatim problems`, verbatim, truth.problems_raw);
}
