/**
 * Whether two listings mean one app. A judgement depends on the two listings and their notices alone, never on what was
 * imported before: that is what makes the outcome independent of order.
 *
 * Rule of the field: the same name from another developer is another app, unless the firm is the same one renamed, cut or
 * mistyped, or a takedown cites that very notice, or the versions run on in the same store. Editions and kinds stay apart.
 */
import { bearsBrand, compareDevelopers, isCertainFirm, isSameFirm, type DeveloperRelation } from './compare-developers';
import type { Facts } from './facts';
import { commonSubsequenceLength } from './fold-text';
import { compareNames, type NameRelation } from './names';
import { compareVersions, type VersionRelation } from './versions';

/** `decided`: one app by what the user wrote. `sure`: one app by the rules. `doubtful`: for a person to decide. */
export type Verdict = 'decided' | 'sure' | 'doubtful';

/** What was seen of a pair and what follows from it. */
export interface Judgement {
  readonly verdict: Verdict;
  /** How likely the two are one app, 0 to 1: an order for the review list, not a measure. */
  readonly score: number;
  readonly name: NameRelation;
  readonly developer: DeveloperRelation;
  readonly versions: VersionRelation;
  /** A takedown on one side cites the notice of the other, and no other row there can be meant. */
  readonly cited: boolean;
  /** Both names bear the own word of a firm on one side: 宝宝树孕育 of 宝宝树. */
  readonly branded: boolean;
}

/** What a judgement needs to know of the notices around a pair. */
export interface PairContext {
  cites(notice: string, other: string): boolean;
  /** How many developers a notice names beside a name of that kind. */
  developersNamed(notice: string, kind: string, nameKey: string): number;
}

const DEVELOPER_ORDER: readonly DeveloperRelation[] = [
  'same', 'form', 'cut', 'one-character', 'renamed', 'moved', 'one-house', 'unknown', 'other-script', 'person', 'different',
];

/** Weighs two listings; null where they are two apps, or have nothing to do with each other. Symmetric. */
export function weighPair(a: Facts, b: Facts, context: PairContext): Judgement | null {
  if (a.kind !== b.kind) return null;
  const name = compareNames(a.name, b.name);
  if (name === 'none' || name === 'edition') return null;
  const seen = { name, developer: nearestDeveloper(a, b), versions: versionsOf(a, b), cited: isCited(a, b, name, context), branded: brandsOf(a, b).length > 0 };
  if (a.decided !== null || b.decided !== null) return weighDecision(a, b, seen);
  const oneNotice = a.notice !== null && a.notice.key === b.notice?.key;
  if (name === 'equal') return weighSameName(a, b, seen, oneNotice && a.list === b.list);
  return oneNotice ? null : weighOtherName(a, b, seen);
}

type Seen = Omit<Judgement, 'verdict' | 'score'>;

/** A name and a developer that the user wrote into a note count as that app's own. */
function weighDecision(a: Facts, b: Facts, seen: Seen): Judgement | null {
  if (seen.name !== 'equal') return null;
  const nameDecided = a.decided === 'name' || b.decided === 'name';
  if (isCertainFirm(seen.developer) || (nameDecided && seen.developer === 'unknown')) return { ...seen, verdict: 'decided', score: 1 };
  return { ...seen, verdict: isSameFirm(seen.developer) ? 'sure' : 'doubtful', score: isSameFirm(seen.developer) ? 0.95 : 0.5 };
}

function weighSameName(a: Facts, b: Facts, seen: Seen, oneList: boolean): Judgement | null {
  const { developer, versions, cited } = seen;
  const slip = developer === 'one-character' || developer === 'moved';
  if (isSameFirm(developer) && !(slip && versions === 'back')) return { ...seen, verdict: 'sure', score: developer === 'same' ? 1 : 0.97 };
  if (oneList) return null;
  if (versions === 'same-build') return { ...seen, verdict: 'sure', score: 0.96 };
  if (cited && versions !== 'back' && versions !== 'later') return { ...seen, verdict: 'sure', score: 0.96 };
  if (versions === 'next-build' && lowestPart(a, b) >= 2) return { ...seen, verdict: 'sure', score: 0.95 };
  if (isHandedOn(a, b, versions)) return { ...seen, verdict: 'sure', score: 0.93 };
  if (versions === 'back' && developer === 'different' && !seen.branded && !cited) return null;
  return { ...seen, verdict: 'doubtful', score: doubt(0.4, seen) };
}

function weighOtherName(a: Facts, b: Facts, seen: Seen): Judgement | null {
  const { name, developer, versions, cited } = seen;
  if (name === 'former' && (isSameFirm(developer) || cited)) return { ...seen, verdict: 'sure', score: 0.97 };
  if (isCertainFirm(developer)) {
    if (name === 'slogan' && isSureSlogan(a, b, versions)) return { ...seen, verdict: 'sure', score: 0.95 };
    if (cited && closeBuild(versions)) return { ...seen, verdict: 'sure', score: 0.95 };
    if (versions === 'same-build' && name !== 'near') return { ...seen, verdict: 'sure', score: 0.93 };
    if (closeBuild(versions) && (isReordered(a, b) || differsByBrand(a, b))) return { ...seen, verdict: 'sure', score: 0.92 };
  }
  if (name === 'former' || name === 'slogan') {
    if (isHandedOn(a, b, versions)) return { ...seen, verdict: 'sure', score: 0.92 };
    return isSameFirm(developer) || cited || (versions !== 'back' && seen.branded) ? { ...seen, verdict: 'doubtful', score: doubt(0.6, seen) } : null;
  }
  if (isSameFirm(developer)) {
    const close = name === 'contained' ? isCloseContainment(a, b, versions) : shortest(a, b) >= 4 || closeBuild(versions);
    return close ? { ...seen, verdict: 'doubtful', score: doubt(0.4, seen) } : null;
  }
  const samePlace = a.developers.some((one) => one?.places.some((place) => b.developers.some((other) => other?.places.includes(place))));
  if (name === 'one-character' && samePlace && (cited || closeBuild(versions))) return { ...seen, verdict: 'doubtful', score: doubt(0.3, seen) };
  return null;
}

/**
 * An app that bears one firm's own word and goes on under another firm: the versions run on (唔哩头条 7.0.8, 7.1.8), or reach the
 * next number where the word is long enough to be nobody else's (宝宝树孕育). Versions 0 and 1 are everybody's and tell nothing.
 */
function isHandedOn(a: Facts, b: Facts, versions: VersionRelation): boolean {
  const brands = brandsOf(a, b);
  if (lowestPart(a, b) < 2) return false;
  return brands.length > 0 && (versions === 'same-line' || versions === 'next-build' || (versions === 'later' && brands.some((brand) => brand.length >= 3)));
}

/** The firms' own words that stand in both names. */
function brandsOf(a: Facts, b: Facts): string[] {
  return [...a.developers, ...b.developers].flatMap((developer) => (bearsBrand(a.name, developer) && bearsBrand(b.name, developer) ? [developer?.core ?? ''] : []));
}

/** The same words in another order, but for one character: 车行易违章查询, 车行易查违章. Short names agree so by chance. */
function isReordered(a: Facts, b: Facts): boolean {
  const [short, long] = [a.name.main, b.name.main].sort((one, other) => one.length - other.length).map((text) => [...text].sort());
  if (short === undefined || long === undefined || short.length < 6 || long.length - short.length > 1) return false;
  return commonSubsequenceLength(short.join(''), long.join('')) === short.length;
}

/** One name has the firm's own word besides: WiFi钥匙 and WiFi众联钥匙 of 众联世纪. What is left must be a name by itself. */
function differsByBrand(a: Facts, b: Facts): boolean {
  const [short, long] = byLength(a, b);
  if (short.length < 4 || long.length < short.length + 2) return false;
  for (let at = 0; at <= short.length; at++) {
    const added = long.slice(at, at + long.length - short.length);
    const rest = long.slice(0, at) + long.slice(at + added.length);
    if (rest === short && a.developers.some((developer) => developer?.nature === 'firm' && developer.core.startsWith(added))) return true;
  }
  return false;
}

/** A slogan after a dash is put on and off as stores like it. A bracket, or a slogan on both sides, may name another product: there the versions must run on. */
function isSureSlogan(a: Facts, b: Facts, versions: VersionRelation): boolean {
  if (versions === 'back') return false;
  const plain = a.name.others.length + b.name.others.length === 0 && (a.name.key === a.name.main || b.name.key === b.name.main);
  return plain || closeBuild(versions);
}

/** The shorter name first. */
function byLength(a: Facts, b: Facts): readonly [short: string, long: string] {
  const [one, other] = [a.name.main, b.name.main];
  return one.length <= other.length ? [one, other] : [other, one];
}

function shortest(a: Facts, b: Facts): number {
  return Math.min(a.name.main.length, b.name.main.length);
}

function closeBuild(versions: VersionRelation): boolean {
  return versions === 'same-build' || versions === 'next-build' || versions === 'same-line' || versions === 'same';
}

/** A short name inside a long one (QQ, QQ音乐) says nothing; half of it, or the whole head of it in one line of versions, does. */
function isCloseContainment(a: Facts, b: Facts, versions: VersionRelation): boolean {
  const [short, long] = byLength(a, b);
  if (short.length < 3) return false;
  return short.length * 2 > long.length || closeBuild(versions);
}

/** Adds up what speaks for a doubtful pair. `base` is the share of such pairs without further evidence that turned out to be one app. */
function doubt(base: number, seen: Seen): number {
  let score = base;
  if (seen.branded && !isSameFirm(seen.developer)) score += 0.2;
  if (seen.cited) score += 0.2;
  if (closeBuild(seen.versions)) score += 0.15;
  if (seen.developer === 'one-house' || isSameFirm(seen.developer)) score += 0.15;
  if (seen.versions === 'back') score -= 0.15;
  return Math.round(Math.min(0.9, score) * 100) / 100;
}

function nearestDeveloper(a: Facts, b: Facts): DeveloperRelation {
  let nearest = DEVELOPER_ORDER.length - 1;
  for (const one of a.developers) {
    for (const other of b.developers) nearest = Math.min(nearest, DEVELOPER_ORDER.indexOf(compareDevelopers(one, other)));
  }
  return DEVELOPER_ORDER[nearest] ?? 'different';
}

function versionsOf(a: Facts, b: Facts): VersionRelation {
  const [dayA, dayB] = [a.notice?.date ?? null, b.notice?.date ?? null];
  if (dayA === null || dayB === null || dayA === dayB) return compareVersions(a.packages, b.packages, true);
  return dayA < dayB ? compareVersions(a.packages, b.packages, false) : compareVersions(b.packages, a.packages, false);
}

function lowestPart(a: Facts, b: Facts): number {
  return Math.min(...[...a.packages, ...b.packages].map((one) => Number(/[0-9]+/.exec(one.version ?? '')?.[0] ?? 0)));
}

/** A takedown cites the notice of the other row, and the name is borne by one developer only on either side; other names must be missing on the other side. */
function isCited(a: Facts, b: Facts, name: NameRelation, context: PairContext): boolean {
  if (a.notice === null || b.notice === null) return false;
  const cites = (a.notice.kind === 'takedown' && context.cites(a.notice.key, b.notice.key)) || (b.notice.kind === 'takedown' && context.cites(b.notice.key, a.notice.key));
  if (!cites) return false;
  const most = name === 'equal' ? 1 : 0;
  return context.developersNamed(a.notice.key, a.kind, b.name.key) <= most && context.developersNamed(b.notice.key, b.kind, a.name.key) <= most;
}
