/** How two developer cells relate, as graded evidence: from the same words to different firms. */
import type { Developer } from './developers';
import { differsByOneCharacter } from './fold-text';
import type { AppName } from './names';

/**
 * - `same`: the same words, apart from width, blanks and marks
 * - `form`: another legal form, branch, bracket or 市 (股份, 有限责任, 深圳沃森 and 深圳市沃森)
 * - `cut`: one cell breaks off (科技有限公)
 * - `one-character`: one character wrong, missing or swapped
 * - `renamed`: the same core with another trade (薄荷信息科技, 薄荷健康科技)
 * - `moved`: the same core in another place
 * - `one-house`: one core begins with the other (北京小糖, 北京小糖互联), or a short one comes back in another place and trade
 * - `other-script`: one Chinese, one Latin: the cells alone do not tell
 * - `person`: a person's name on one side
 * - `unknown`: no developer, or the cell repeats the app's name
 * - `different`: nothing in common
 */
export type DeveloperRelation =
  | 'same' | 'form' | 'cut' | 'one-character' | 'renamed' | 'moved' | 'one-house'
  | 'other-script' | 'person' | 'unknown' | 'different';

/** Relations that mean the same firm where the app's name is the same. */
const SAME_FIRM: ReadonlySet<DeveloperRelation> = new Set(['same', 'form', 'cut', 'one-character', 'renamed', 'moved']);

/** Whether a relation means one firm, the name cut, mistyped or changed included. */
export function isSameFirm(relation: DeveloperRelation): boolean {
  return SAME_FIRM.has(relation);
}

/** Compares two developers; null stands for an empty cell. Symmetric. */
export function compareDevelopers(a: Developer | null, b: Developer | null): DeveloperRelation {
  if (a === null || b === null) return 'unknown';
  if (a.key === b.key) return 'same';
  if (a.nature === 'app-name' || b.nature === 'app-name') return 'unknown';
  if (a.script !== b.script) return 'other-script';
  if (a.body === b.body) return 'form';
  if (a.script === 'latin') return a.body.length >= 6 && b.body.length >= 6 && differsByOneCharacter(a.body, b.body) ? 'one-character' : 'different';
  if (a.nature === 'person' && b.nature === 'person') return sortCharacters(a.body) === sortCharacters(b.body) ? 'form' : 'different';
  if (a.nature === 'person' || b.nature === 'person') return 'person';
  if (a.core === b.core) return compareOfOneCore(a, b);
  if (isCut(a, b) || isCut(b, a)) return 'cut';
  if (isSlip(a, b)) return 'one-character';
  if (isOneHouse(a.core, b.core) || isOneHouse(b.core, a.core)) return 'one-house';
  return 'different';
}

/** App stores turn 陈小青 into 小青 陈. */
function sortCharacters(text: string): string {
  return [...text].sort().join('');
}

/** Short cores (全民, 灵动) are borne by firms of several cities: two characters need the same place or the same trade, one the same place. */
function compareOfOneCore(a: Developer, b: Developer): DeveloperRelation {
  const apart = a.places.length > 0 && b.places.length > 0 && !a.places.some((place) => b.places.includes(place));
  if (a.core.length < 2 && apart) return 'different';
  if (apart && a.core.length === 2 && a.trade !== b.trade) return 'one-house';
  if (apart) return 'moved';
  return a.trade === b.trade ? 'form' : 'renamed';
}

/** Whether `a` is what is left of `b` when a cell breaks off in the middle of a word. */
function isCut(a: Developer, b: Developer): boolean {
  return !a.formed && a.body.length >= 4 && b.body.startsWith(a.body);
}

/** One character in a name long enough for that to be a slip. The place is not part of it: 天津 and 天水 are two places. */
function isSlip(a: Developer, b: Developer): boolean {
  const [left, right] = [a.core + a.trade, b.core + b.trade];
  return a.places.join() === b.places.join() && Math.min(left.length, right.length) >= 4 && differsByOneCharacter(left, right);
}

function isOneHouse(short: string, long: string): boolean {
  return short.length >= 2 && long.length > short.length && long.startsWith(short);
}

/** Whether the firm's own word stands in the app's name: 北京唔哩网络 and 唔哩头条. Such a name is a brand, seldom borne by two firms. */
export function bearsBrand(name: AppName, developer: Developer | null): boolean {
  return developer?.nature === 'firm' && developer.core.length >= 2 && name.main.includes(developer.core);
}

/** The surest relations: enough where the app's names differ as well. 奇虎 and 奇元 are not among them. */
export function isCertainFirm(relation: DeveloperRelation): boolean {
  return relation === 'same' || relation === 'form' || relation === 'cut';
}
