/** Versions and stores of two listings: whether the builds belong to one line. */
import { foldText } from './fold-text';
import type { ListedPackage } from './listing';

/**
 * - `same-build`: the same version, too odd to agree by chance (five digits, or four that do not begin with 0 or 1)
 * - `same`: the same version, as short as 1.0.0
 * - `next-build`: the same store, first two parts equal, the later notice not lower
 * - `same-line`: the first part equal, the later notice not lower
 * - `later`: the later notice has a higher first part
 * - `back`: the later notice has a lower version on the same platform
 * - `unknown`: no versions to compare, or another platform
 */
export type VersionRelation = 'same-build' | 'same' | 'next-build' | 'same-line' | 'later' | 'back' | 'unknown';

const STRENGTH: readonly VersionRelation[] = ['same-build', 'next-build', 'same', 'same-line', 'later', 'unknown', 'back'];

/** Compares the packages of an earlier and a later listing (one day: either order may be the earlier). The strongest relation found counts. */
export function compareVersions(earlier: readonly ListedPackage[], later: readonly ListedPackage[], sameDay: boolean): VersionRelation {
  let best: VersionRelation | null = null;
  for (const a of earlier) {
    for (const b of later) {
      const found = compareBuilds(a, b, sameDay);
      if (best === null || STRENGTH.indexOf(found) < STRENGTH.indexOf(best)) best = found;
    }
  }
  return best ?? 'unknown';
}

function compareBuilds(a: ListedPackage, b: ListedPackage, sameDay: boolean): VersionRelation {
  const [left, right] = [readVersion(a.version), readVersion(b.version)];
  if (left.length === 0 || right.length === 0) return 'unknown';
  if (left.join('.') === right.join('.')) return isDistinctive(left) ? 'same-build' : 'same';
  if (isApple(a.source) !== isApple(b.source) && a.source !== null && b.source !== null) return 'unknown';
  const order = sameDay ? 1 : compareParts(right, left);
  if (order < 0) return isApple(a.source) === isApple(b.source) ? 'back' : 'unknown';
  if (left[0] !== right[0]) return 'later';
  const oneStore = a.source !== null && b.source !== null && storeKey(a.source) === storeKey(b.source);
  return oneStore && left[1] === right[1] && left.length > 2 && right.length > 2 ? 'next-build' : 'same-line';
}

function isDistinctive(version: readonly number[]): boolean {
  const digits = version.join('').length;
  return digits >= 5 || (digits === 4 && (version[0] ?? 0) >= 2);
}

/** Numbers of a version as it stands: `V9.9.9（应用内升级）` → 9, 9, 9. Empty for `/` and words. */
export function readVersion(verbatim: string | null): readonly number[] {
  const text = foldText(verbatim ?? '').replace(/\s/g, '').replace(/\.{2,}/g, '.');
  const found = /[0-9]+(?:\.[0-9]+)+/.exec(text) ?? /[0-9]+/.exec(text);
  return (found?.[0] ?? '').split('.').filter((part) => part !== '').map(Number);
}

function compareParts(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Comparison key of a store: 小米 应用商店, 小米应用市场 and 小米应用商城 are one. */
export function storeKey(source: string): string {
  return foldText(source).replace(/[\s.]/g, '').replace(/(?:应用|软件)?(?:商店|市场|商城)$|手机助手$/, '');
}

function isApple(source: string | null): boolean {
  return source !== null && /^(?:app|苹果|apple)$|appstore|苹果/.test(foldText(source).replace(/\s/g, ''));
}
