/** An order of texts that is the same on every device, whatever its language. */

/** Less than, more than or equal to 0: the order by UTF-16 code units, for `sort`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
