/** What a person says of a notice where the reading of it went wrong: it wins over whatever the source seems to say. */
import { findAgency, isOnlyAgency, type NamedAgency } from './agencies';
import { readDay } from './dates';
import type { Batch, NoticeKind } from './notice';
import { readNumeral } from './numerals';

/** Kinds that a source can be corrected to: those that become notes. */
export const STATED_KINDS = ['infringement', 'takedown', 'news'] as const satisfies readonly NoticeKind[];

/** A kind that a person may say a source is. */
export type StatedKind = (typeof STATED_KINDS)[number];

/** Only what is stated is there; null says that the notice states none. */
export interface StatedFacts {
  readonly kind?: StatedKind;
  readonly batch?: Batch | null;
  /** `YYYY-MM-DD` */
  readonly date?: string | null;
  readonly agency?: string | null;
}

/** What a person typed, field by field; empty where the field is empty. */
export interface TypedFacts {
  readonly date: string;
  readonly agency: string;
  readonly year: string;
  readonly number: string;
  readonly total: string;
}

/**
 * Why what was typed cannot be: not the form of a date, a day to come, no agency that is known, and so on; `year-apart` is a year of the batch more
 * than one away from the date's.
 */
export type FactProblem = 'date' | 'date-ahead' | 'agency' | 'year' | 'number' | 'total' | 'total-small' | 'year-alone' | 'year-apart';

/** What was typed, understood; null for a field left empty or not understood. `date` is `YYYY-MM-DD`. */
export interface ReadFacts {
  readonly date: string | null;
  readonly agency: string | null;
  readonly batch: Batch | null;
  /** What cannot be, and in which field. */
  readonly problems: readonly { readonly field: keyof TypedFacts; readonly problem: FactProblem }[];
}

/** No notice of this kind is older: the law that they rest on is of 2013. */
const FIRST_YEAR = 2010;
const LAST_YEAR = 2099;
const MOST_BATCHES = 9999;
const LONGEST_AGENCY = 60;

/**
 * Reads what was typed: a day in any usual form, numbers in Chinese or Arabic numerals. Values that cannot be are problems.
 * @param today `YYYY-MM-DD`; a notice is not published later
 */
export function readTypedFacts(typed: TypedFacts, today: string): ReadFacts {
  const problems: { field: keyof TypedFacts; problem: FactProblem }[] = [];
  const numberIn = (field: 'year' | 'number' | 'total', from: number, to: number): number | null => {
    const text = typed[field].trim().replace(/^总?\s*第?|[年批期]$/g, '').trim();
    if (text === '') return null;
    const value = readNumeral(text);
    if (value === null || value < from || value > to) {
      problems.push({ field, problem: field });
      return null;
    }
    return value;
  };
  const dateText = typed.date.trim();
  const date = dateText === '' ? null : readDay(dateText);
  if (dateText !== '' && (date === null || Number(date.slice(0, 4)) < FIRST_YEAR)) problems.push({ field: 'date', problem: 'date' });
  else if (date !== null && date > today) problems.push({ field: 'date', problem: 'date-ahead' });
  const agency = typed.agency.trim();
  if (agency !== '' && (agency.length < 3 || agency.length > LONGEST_AGENCY || !/^[\p{L}\p{N}、（）()· ]+$/u.test(agency))) problems.push({ field: 'agency', problem: 'agency' });
  const year = numberIn('year', FIRST_YEAR, LAST_YEAR);
  const number = numberIn('number', 1, MOST_BATCHES);
  const total = numberIn('total', 1, MOST_BATCHES);
  if (number !== null && total !== null && total < number) problems.push({ field: 'total', problem: 'total-small' });
  if (year !== null && number === null && total === null && !problems.some(({ field }) => field === 'number' || field === 'total')) problems.push({ field: 'year', problem: 'year-alone' });
  // A list that is dated in January can be the last of the year before.
  if (year !== null && date !== null && Math.abs(year - Number(date.slice(0, 4))) > 1) problems.push({ field: 'year', problem: 'year-apart' });
  return { date, agency: agency === '' ? null : agency, batch: year === null && number === null && total === null ? null : { year, number, total }, problems };
}

/** A stated agency as one that is known by the form of its name; else by that name alone. */
export function statedAgency(name: string): NamedAgency {
  const known = findAgency(name);
  if (known === null) return { name, authority: name, code: 'agency' };
  return isOnlyAgency(name) ? { ...known, name } : known;
}
