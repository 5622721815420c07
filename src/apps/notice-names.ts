/** How many developers a notice names beside an app's name: two homonyms in one notice, and a citation cannot tell which is meant. */
import type { Facts } from './facts';

/** Indexes the listings once; the answer is 0 where the notice has no such name. */
export function developersByNotice(facts: readonly Facts[]): (notice: string, kind: string, nameKey: string) => number {
  const named = new Map<string, Set<string>>();
  for (const one of facts) {
    if (one.notice === null) continue;
    const key = `${one.notice.key}|${one.kind}|${one.name.key}`;
    const developers = named.get(key) ?? new Set<string>();
    developers.add(one.developers.map((developer) => developer?.core ?? '').sort().join('|'));
    named.set(key, developers);
  }
  return (notice, kind, nameKey) => named.get(`${notice}|${kind}|${nameKey}`)?.size ?? 0;
}
