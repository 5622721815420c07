/** What entries of a list have beside their titles, with placeholders for what differs from notice to notice, and filled in again for a new one. */
import type { NoticeRef } from '../apps/listing';
import { completeBatch, findBatch, mergeBatches } from '../notice/batches';

/** Placeholders of days are `{Y}`, `{MM}`, `{M}`, `{DD}`, `{D}`; of batches `{T}` (total), `{BY}` and `{B}` (of a year). */
type Values = Readonly<Record<string, string | undefined>>;

/** Of a number that both could be: the total batch, or that of the year. */
export type Counted = 'B' | 'T';

/** A day, a month of a year, or a day without its year: below the title of a year it needs none. */
const DAY = /(?:(\d{4})([-_./]|年))?(\d{1,2})(?:([-_./]|月)(\d{1,2})(?!\d))?/g;
const BATCH = /(总\s*第?\s*)(\d+)(?=\s*[批期])|(?:(\d{4})(\s*年度?\s*))?(第\s*)(\d+)(?=\s*[批期])/g;

function valuesOf(ref: NoticeRef): Values {
  const batch = completeBatch(mergeBatches(findBatch(ref.label), findBatch(ref.title)), ref.kind, ref.series, ref.date);
  const [year, month, day] = (ref.date ?? '').split('-');
  const ofYear = batch?.year?.toString();
  return { Y: year === '' ? ofYear : year, MM: month, M: month?.replace(/^0/, ''), DD: day, D: day?.replace(/^0/, ''), BY: ofYear, B: batch?.number?.toString(), T: batch?.total?.toString() };
}

/** A day of another month than the notice's stays: it says when the item was read, or done. So does another batch than its own. */
export function withPlaceholders(markdown: string, ref: NoticeRef | null, first: Counted = 'B'): string {
  const own = ref?.date?.split('-').map(Number);
  const values = ref === null ? {} : valuesOf(ref);
  const counted = (verbatim: string, ...of: readonly Counted[]): string => {
    const found = of.find((one) => values[one] === verbatim) ?? of.find((one) => values[one] === undefined);
    return found === undefined ? verbatim : `{${found}}`;
  };
  return markdown
    .replace(DAY, (found, year: string | undefined, dash: string | undefined, month: string, dash2: string | undefined, day: string | undefined) => {
      const isOwn = own === undefined ? year !== undefined : Number(month) === own[1] && (year === undefined ? Number(day) === own[2] : Number(year) === own[0]);
      if (!isOwn) return found;
      return `${year === undefined ? '' : `{Y}${dash ?? ''}`}${placeholder('M', month, dash2 ?? dash)}${day === undefined ? '' : `${dash2 ?? ''}${placeholder('D', day, dash2)}`}`;
    })
    .replace(BATCH, (_, total: string | undefined, ofAll: string, year: string | undefined, between: string, mark: string, number: string) => {
      if (total !== undefined) return total + counted(ofAll, 'T');
      if (year === undefined) return mark + counted(number, first, 'B', 'T');
      return `${values.BY === undefined || values.BY === year ? '{BY}' : year}${between}${mark}${counted(number, 'B')}`;
    })
    .replace(/\d{4}(?=\s*年)/g, (year) => (year === values.Y ? '{Y}' : year));
}

/** In 1月19日 figures are as short as they can be; elsewhere two say that all have two. */
function placeholder(of: 'M' | 'D', figures: string, dash = ''): string {
  return figures.startsWith('0') || (figures.length === 2 && !/[年月]/.test(dash)) ? `{${of}${of}}` : `{${of}}`;
}

/** Fills placeholders in; empty where a day or batch that the template names is not known. */
export function fillPattern(template: string, ref: NoticeRef): string {
  const values = valuesOf(ref);
  const isKnown = (template.match(/\{(\w+)\}/g) ?? []).every((one) => values[one.slice(1, -1)] !== undefined);
  return isKnown ? template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '') : '';
}

/** A pattern without its placeholders and the words around them. */
export function bareWords(pattern: string): string {
  return pattern.replace(/\{[A-Za-z]+\}|[年月日]|总?第|[批期]/g, '');
}

/** Whether a pattern may be said of a notice that its keeper has not seen: outside tags it has no figures but those of the notice. */
export function isSayable(pattern: string): boolean {
  return !/\p{N}/u.test(bareWords(pattern.replace(/#[^\s#]+|<[^>]*>/g, '')));
}
