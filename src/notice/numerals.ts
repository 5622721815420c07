/** Numbers as notices write them: 7, ７, 七, 十二, 二〇二一, 一百零三. */

const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** One number, Arabic (half or full width) or Chinese; for use inside larger patterns. Bounded: an endless row of digits must not be tried from each of them to its end. */
export const NUMERAL = '[0-9０-９]{1,12}|[〇零○一二两三四五六七八九十百千]{1,12}';

/**
 * Reads one numeral. Positional (二〇二一) and unit forms (二十三) are told apart by the presence of a unit; 万 and 亿 are left to figures.ts.
 * @returns null where the text is no numeral.
 */
export function readNumeral(text: string): number | null {
  const plain = text.trim().normalize('NFKC');
  if (/^[0-9]+$/.test(plain)) return Number(plain);
  if (!/^[〇零○一二两三四五六七八九十百千]+$/.test(plain)) return null;
  if (!/[十百千]/.test(plain)) return Number([...plain].map((c) => DIGITS[c]).join(''));
  let total = 0;
  let digit = 0;
  for (const c of plain) {
    const unit = UNITS[c];
    if (unit === undefined) digit = DIGITS[c] ?? 0;
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}
