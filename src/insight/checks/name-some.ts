/** Long lists in a sentence: the first few, as a reader needs no more to know what is meant. */

const MOST_NAMED = 3;

/** `甲、乙、丙…`; each name once. */
export function nameSome(names: readonly string[]): string {
  const all = [...new Set(names)];
  return `${all.slice(0, MOST_NAMED).join('、')}${all.length > MOST_NAMED ? '…' : ''}`;
}
