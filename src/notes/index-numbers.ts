/** The numbers of an ordered list whose items changed places, or that got new ones: those that can stay do. */

/**
 * The number of each item, as wide as the list has them; null where the list is not numbered throughout.
 * @param old the numbers that stand in the list, from its top, null for an item without one
 * @param items the items at their new places: whether each is new
 */
export function numberItems(old: readonly (string | null)[], items: readonly { readonly isNew: boolean }[]): readonly string[] | null {
  const left = old.map(Number);
  if (old.includes(null)) return null;
  const width = Math.max(0, ...old.map((number) => (/^0\d/.test(number ?? '') ? (number ?? '').length : 0)));
  const kinds = new Set(left).size;
  const isSame = kinds === 1 && old.length > 1;
  // Where a number comes twice the list begins anew somewhere, or all have the same: each place keeps its own.
  const runsOn = kinds === left.length;
  if (runsOn) left.sort((a, b) => a - b);
  let last: number | null = null;
  return items.map(({ isNew }) => {
    const next = left[0] ?? (isSame ? Number(old[0]) : 1);
    // Before the first item a number is free where the list begins later than with 1.
    if (last === null || isSame) last = isNew && !isSame ? Math.max(next - items.findIndex((one) => !one.isNew), Math.min(next, 1)) : next;
    else if (isNew) last += 1;
    else last = runsOn ? Math.max(next, last + 1) : next;
    if (!isNew) left.shift();
    return String(last).padStart(width, '0');
  });
}
