/**
 * Which listings are worth comparing: an index by name, and by developer together with pairs of characters of the name. The
 * cost of an import follows its own rows: apps that share no key with them are read once and not kept.
 */
import type { Facts } from './facts';

/** Longer names have no keys for a slip of one character: there is one key a character, each as long as the name. */
const LONGEST_SLIPPED = 100;

/** Keys under which a listing is found, or looks for others. Two listings that share none are never the same app. */
export function candidateKeys(facts: Facts): string[] {
  const { name } = facts;
  const keys = new Set<string>();
  for (const text of [name.key, name.main, ...name.former]) keys.add(`n|${text}`);
  for (const developer of facts.developers) {
    if (developer === null || developer.nature === 'app-name') continue;
    for (const pair of characterPairs(name.main)) keys.add(`d|${developer.core}|${pair}`);
  }
  if (name.main.length >= 3 && name.main.length <= LONGEST_SLIPPED) {
    for (let i = 0; i < name.main.length; i++) keys.add(`o|${name.main.slice(0, i)}*${name.main.slice(i + 1)}`);
  }
  return [...keys];
}

function characterPairs(text: string): string[] {
  if (text.length < 2) return [text];
  const pairs: string[] = [];
  for (let i = 0; i + 1 < text.length; i++) pairs.push(text.slice(i, i + 2));
  return pairs;
}

/** The pairs worth comparing: each new listing with every new or known one that shares a key with it, each pair once. */
export function* candidatePairs(fresh: readonly Facts[], known: Iterable<Facts>): Generator<readonly [Facts, Facts]> {
  const buckets = new Map<string, { fresh: number[]; known: Facts[] }>();
  fresh.forEach((facts, index) => {
    for (const key of candidateKeys(facts)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, { fresh: [index], known: [] });
      else bucket.fresh.push(index);
    }
  });
  const order = new Map<Facts, number>();
  for (const facts of known) {
    for (const key of candidateKeys(facts)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) continue;
      bucket.known.push(facts);
      if (!order.has(facts)) order.set(facts, fresh.length + order.size);
    }
  }
  const seen = new Set<number>();
  const size = fresh.length + order.size;
  for (const bucket of buckets.values()) {
    for (const [at, index] of bucket.fresh.entries()) {
      const one = fresh[index];
      if (one === undefined) continue;
      for (const other of bucket.fresh.slice(at + 1)) {
        const facts = fresh[other];
        if (facts !== undefined && isNewPair(seen, index * size + other)) yield [one, facts];
      }
      for (const facts of bucket.known) if (isNewPair(seen, index * size + (order.get(facts) ?? 0))) yield [one, facts];
    }
  }
}

function isNewPair(seen: Set<number>, pair: number): boolean {
  if (seen.has(pair)) return false;
  seen.add(pair);
  return true;
}
