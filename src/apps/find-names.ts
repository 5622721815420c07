/**
 * Names of apps in a text: which places mean an app, how sure that is, and why.
 *
 * | the text | apps | |
 * |---|---|---|
 * | 《知衣》App存在问题 | 知衣 | sure |
 * | 工信部通报了知衣、快点等12款App | 知衣, 快点 | sure |
 * | 通知衣物管理员 / 完美团队 | 知衣 / 美团 | nothing: inside a word |
 * | 下载天气预报App | 天气预报 | nothing: said of many apps |
 * | 央视《天气预报》 | 天气预报 | ask |
 * | 知衣极速版 | 知衣 | nothing: another app |
 */
import { compareDevelopers, isSameFirm } from './compare-developers';
import { readDeveloper } from './developers';
import type { LinkReason } from './link-reasons';
import {
  BARRIER, developerBeside, hasAppWordBeside, isAppAlone, isAtLeftEdge, isCalledApp, isListedAsApp, isNoApp, isOpenAfter, isOpenBefore, isOtherKind,
  isPartOfOther, isRegulated, isSpeaking, speaksOfApps, surroundingsOf, type Surroundings,
} from './name-context';
import type { IndexedName, NamedApp, NameIndex } from './name-index';
import { isAtWordEdges } from './name-strength';
import { beginsWithEdition } from './names';

/** `sure`: linked unless the user says no. `ask`: linked where he says yes. */
export type Certainty = 'sure' | 'ask';

/** A line of text in which names are searched. */
export interface SearchedText {
  /** As it is shown; what is no text is `BARRIER`. */
  readonly text: string;
  /** `name-cell`: a cell of the column of app names. `cell`: a cell of a table without one. `prose`: anything else. */
  readonly role: 'prose' | 'name-cell' | 'cell';
  /** What the row's column of developers says; null where there is none. */
  readonly developer: string | null;
}

/** A place in the text that may mean an app. */
export interface FoundName {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
  readonly reason: LinkReason;
  /** The app, or all that bear the name, the likeliest first. */
  readonly apps: readonly [NamedApp, ...NamedApp[]];
}

/** Finds the names in order. Of names that overlap the longest counts, even where it turns out to mean no app: what it holds is part of it. */
export function findNames(searched: SearchedText, index: NameIndex): readonly FoundName[] {
  const { text, role } = searched;
  if (role !== 'prose') return findInCell(searched, index);
  const found: FoundName[] = [];
  let covered = 0;
  for (let at = 0; at < text.length; at += 1) {
    const match = index.longestAt(text, at);
    if (match === null || match.end <= covered) continue;
    covered = match.end;
    const one = judge(text, at, match.end, match.name);
    if (one === null) continue;
    found.push(one);
    at = match.end - 1;
  }
  return found;
}

/** A cell holds a name when it holds nothing else, but for a remark in a bracket. */
function findInCell({ text, role, developer }: SearchedText, index: NameIndex): readonly FoundName[] {
  const start = text.length - text.trimStart().length;
  const match = index.longestAt(text, start);
  if (match === null || !/^\s*(?:$|[（(](?!.*版)[^（）()]*[）)]\s*$)/.test(text.slice(match.end))) return [];
  const { name, end } = match;
  if (role === 'cell') {
    const reason = name.apps.length > 1 ? 'homonym' : 'no-name-column';
    return name.strength === 'distinct' || name.strength === 'phrase' ? [{ start, end, certainty: 'ask', reason, apps: candidates(name.apps) }] : [];
  }
  if (isOtherKind({ before: '', after: text.slice(end), isMarked: false, name: '' })) return [];
  return [settle(start, end, name, developer, { certainty: 'sure', reason: 'name-cell' })];
}

interface Verdict {
  readonly certainty: Certainty;
  readonly reason: LinkReason;
}

function judge(text: string, start: number, end: number, name: IndexedName): FoundName | null {
  const around = surroundingsOf(text, start, end);
  if (isPartOfOther(around) || beginsWithEdition(around.after) || !hasRightCase(around, name)) return null;
  const developer = developerBeside(around);
  const isFirm = developer !== null && /公司|集团|工作室|中心|大学|银行/.test(developer);
  const verdict = matchesDeveloper(name.apps, developer) ? ({ certainty: 'sure', reason: 'developer-beside' } as const) : weigh(text, start, end, around, name);
  if (verdict === null) return null;
  if (isOtherKind(around) && !/小程序|快应用|sdk/i.test(name.key)) return { start, end, certainty: 'ask', reason: 'other-kind', apps: candidates(name.apps) };
  return settle(start, end, name, isFirm ? developer : null, verdict);
}

/** A Latin name in running text is written as the app writes it: keep is a word, Keep may be an app. */
function hasRightCase({ name: written, isMarked }: Surroundings, name: IndexedName): boolean {
  if (isMarked || /\p{Script=Han}/u.test(written) || !/\p{L}/u.test(written)) return true;
  const plain = written.normalize('NFKC').trim();
  return name.apps.some((app) => app.names.some((one) => one.normalize('NFKC').trim() === plain));
}

/** The rules, the surest evidence first. Null: nothing speaks for an app. */
function weigh(text: string, start: number, end: number, around: Surroundings, { strength }: IndexedName): Verdict | null {
  const isDistinct = strength === 'distinct';
  const isPlain = isDistinct || strength === 'phrase' || strength === 'short';
  const isOpen = isOpenBefore(around) && isOpenAfter(around);
  const doubt: Verdict = { certainty: 'ask', reason: 'ordinary-words' };
  if (isNoApp(around) && (around.isMarked || !isDistinct)) return around.isMarked && isPlain ? { certainty: 'ask', reason: 'marks-only' } : null;
  if (around.isMarked) {
    const isCommon = strength === 'kind' || strength === 'everyday';
    const isApp = isCommon ? hasAppWordBeside(around) || isListedAsApp(around, false) || isRegulated(around) : isDistinct || speaksOfApps(around, isPlain);
    if (isApp) return { certainty: 'sure', reason: 'in-marks' };
    return strength === 'everyday' ? null : { certainty: 'ask', reason: 'marks-only' };
  }
  if (isListedAsApp(around, isPlain)) return strength === 'kind' ? doubt : { certainty: 'sure', reason: 'listed' };
  if (isCalledApp(around)) {
    if (isDistinct && (isOpenBefore(around) || isAtWordEdges(...clauseOf(text, start, end)))) return { certainty: 'sure', reason: 'called-app' };
    if (isPlain && isAtLeftEdge(around)) return isAppAlone(around) ? { certainty: 'sure', reason: 'called-app' } : doubt;
    if (strength === 'word' && isAtLeftEdge(around) && isAppAlone(around)) return isRegulated(around) ? { certainty: 'sure', reason: 'regulated' } : doubt;
    return isPlain && isOpenBefore(around) ? doubt : null;
  }
  if (isRegulated(around) && (isDistinct ? isOpenBefore(around) : isPlain && isAtLeftEdge(around))) return { certainty: 'sure', reason: 'regulated' };
  if (start === 0 && around.after.trim() === '') return isDistinct ? { certainty: 'sure', reason: 'whole-line' } : isPlain ? doubt : null;
  if (isDistinct && isOpen) return { certainty: 'sure', reason: 'stands-alone' };
  if (strength === 'short') return isAtLeftEdge(around) && isSpeaking(around) ? doubt : null;
  if (!isPlain) return null;
  if (!isDistinct) return isOpen && speaksOfApps(around, false) ? doubt : null;
  return isAtWordEdges(...clauseOf(text, start, end)) ? { certainty: 'ask', reason: 'unclear-edge' } : null;
}

/** The run of Chinese around a name, short enough to be cut into words at no cost. */
function clauseOf(text: string, start: number, end: number): [text: string, from: number, to: number] {
  const from = Math.max(0, start - 8);
  return [text.slice(from, end + 6).replaceAll(BARRIER, ' '), start - from, end - from];
}

/** Applies what holds for every rule: a name of several apps, of another firm's app, or one that is not the app's own. */
function settle(start: number, end: number, name: IndexedName, developer: string | null, verdict: Verdict): FoundName {
  const own = name.apps.filter((app) => matchesDeveloper([app], developer));
  const apps = candidates([...own, ...name.apps.filter((app) => !own.includes(app))]);
  if (own.length === 1 && own[0] !== undefined) return { start, end, ...verdict, apps: [own[0]] };
  if (own.length === 0 && isStranger(name.apps, developer)) return { start, end, certainty: 'ask', reason: 'other-developer', apps };
  if (name.apps.length > 1) return { start, end, certainty: 'ask', reason: 'homonym', apps };
  if (name.derived) return { start, end, certainty: 'ask', reason: 'shortened', apps };
  return { start, end, ...verdict, apps };
}

function candidates(apps: readonly NamedApp[]): readonly [NamedApp, ...NamedApp[]] {
  const [first, ...others] = apps;
  if (first === undefined) throw new Error('A name belongs to an app.');
  return [first, ...others];
}

function matchesDeveloper(apps: readonly NamedApp[], developer: string | null): boolean {
  if (developer === null) return false;
  const read = readDeveloper(developer);
  return apps.some((app) => app.developers.some((one) => developer.endsWith(one) || isSameFirm(compareDevelopers(read, readDeveloper(one)))));
}

/** Whether the developer is known to be none of the apps'. */
function isStranger(apps: readonly NamedApp[], developer: string | null): boolean {
  const read = readDeveloper(developer);
  return read !== null && apps.every((app) => app.developers.length > 0 && app.developers.every((one) => compareDevelopers(read, readDeveloper(one)) === 'different'));
}
