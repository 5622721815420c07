/**
 * A number as a sheet shows it, by its format code (ECMA-376 part 1, 18.8.31): 4.1 under `0.00` is 4.10, 7 under `000` is 007,
 * 45207 under `yyyy.mm.dd` is 2023.10.08. Versions and numbers of lists depend on it. Used by xlsx and xls alike.
 */
import { formatDate } from './format-date';
import { isDateFormat, splitFormat, type FormatSection } from './format-sections';

/** A format code, read once for all cells that carry it. */
export interface NumberFormat {
  readonly sections: readonly FormatSection[];
  /** `General`, and fractions (`# ?/?`), which are shown as decimals. */
  readonly isPlain: boolean;
}

/** What of the workbook a shown number depends on. */
export interface NumberContext {
  /** Days count from 1904 instead of 1900, as old files of the Macintosh have it. */
  readonly from1904: boolean;
}

/** Digits of a fraction that a double holds for sure. */
const PRECISION = 15;

/** Reads a format code; an empty one is `General`. */
export function readFormat(code: string): NumberFormat {
  const isPlain = code === '' || /^general$/i.test(code) || /[#?0]\s*\/\s*[#?\d]/.test(code);
  return { sections: isPlain ? [] : splitFormat(code), isPlain };
}

/** The number as the sheet shows it under the format. What is no day under a format of dates is shown as under General. */
export function formatNumber(value: number, format: NumberFormat, context: NumberContext): string {
  const section = format.isPlain ? null : chooseSection(format.sections, value);
  if (section === null) return formatGeneral(value, null);
  if (section.isGeneral) return formatGeneral(value, section);
  if (isDateFormat(section)) return formatDate(value, section, context.from1904) ?? formatGeneral(value, null);
  if (!section.tokens.some((token) => token.kind === 'digit')) return section.tokens.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
  return formatDigits(value, section);
}

/** A text as its format shows it: codes such as `"V"@` put words around it. */
export function formatText(text: string, format: NumberFormat): string {
  const section = format.sections.find(({ tokens }) => tokens.some((token) => token.kind === 'text'));
  return section?.tokens.map((token) => (token.kind === 'text' ? text : token.kind === 'literal' ? token.text : '')).join('') ?? text;
}

/** Up to 15 digits, no zeros behind; without the rounding to the width of the column that a sheet does. */
function formatGeneral(value: number, section: FormatSection | null): string {
  const plain = String(Number(value.toPrecision(PRECISION))).replace('e', 'E');
  if (section === null) return plain;
  return section.tokens.map((token) => (token.kind === 'general' || token.kind === 'text' ? plain : token.kind === 'literal' ? token.text : '')).join('');
}

/** The part of the code for this value: by its own condition, else positive; negative; zero. */
function chooseSection(sections: readonly FormatSection[], value: number): FormatSection | null {
  const [first, second, third] = sections;
  if (first === undefined) return null;
  if (sections.some((section) => section.condition !== null)) return sections.find((section) => section.condition === null || section.condition(value)) ?? first;
  if (value < 0 && second !== undefined && sections.length > 1) return { ...second, dropsSign: true };
  return value === 0 && third !== undefined ? third : first;
}

function formatDigits(value: number, section: FormatSection): string {
  const { tokens } = section;
  let scaled = Math.abs(value) * 100 ** tokens.filter((token) => token.kind === 'percent').length;
  scaled /= 1000 ** section.thousandScales;
  const point = tokens.findIndex((token) => token.kind === 'point');
  const exponent = tokens.findIndex((token) => token.kind === 'exponent');
  const end = exponent === -1 ? tokens.length : exponent;
  const whole = tokens.slice(0, point === -1 ? end : point);
  const fraction = point === -1 ? [] : tokens.slice(point + 1, end);
  const decimals = fraction.filter((token) => token.kind === 'digit').length;
  let power = 0;
  if (exponent !== -1 && scaled !== 0) {
    power = Math.floor(Math.log10(scaled));
    scaled /= 10 ** power;
  }
  const [integer = '0', decimal = ''] = roundTo(scaled, decimals).split('.');
  const sign = value < 0 && !section.dropsSign && /[1-9]/.test(integer + decimal) ? '-' : '';
  const shownWhole = fillWhole(whole, integer, section.groups);
  const shownFraction = fillFraction(fraction, decimal);
  const dot = point === -1 ? '' : '.';
  const tail = exponent === -1 ? '' : `E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  return sign + shownWhole + dot + shownFraction + tail;
}

/** Rounded half up in decimal, as a sheet does: 1.005 to two places is 1.01, which binary fractions alone would miss. */
function roundTo(value: number, decimals: number): string {
  const places = Math.min(decimals, 30);
  if (value >= 1e15) return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 0 });
  const shown = value.toPrecision(PRECISION);
  const shifted = shown.includes('e') ? value : Number(`${shown}e${places}`);
  return shown.includes('e') ? value.toFixed(places) : (Math.round(shifted) / 10 ** places).toFixed(places);
}

type Tokens = FormatSection['tokens'];

/** Digits are put in from the right; what is left over stands before the first place. */
function fillWhole(tokens: Tokens, integer: string, groups: boolean): string {
  const places = tokens.filter((token) => token.kind === 'digit').length;
  let digits = integer === '0' ? '' : integer;
  let left = places;
  let text = '';
  let taken = 0;
  const take = (count: number): string => {
    let run = '';
    for (; count > 0 && digits !== ''; count -= 1) {
      if (groups && taken > 0 && taken % 3 === 0) run = `,${run}`;
      run = digits.slice(-1) + run;
      digits = digits.slice(0, -1);
      taken += 1;
    }
    return run;
  };
  for (const token of [...tokens].reverse()) {
    if (token.kind === 'digit') {
      left -= 1;
      const run = take(left === 0 ? Number.POSITIVE_INFINITY : 1);
      text = (run === '' && token.text === '0' ? zeroPlace(groups, taken++) : run) + text;
    } else text = shownToken(token) + text;
  }
  return places === 0 ? take(Number.POSITIVE_INFINITY) + text : text;
}

function zeroPlace(groups: boolean, taken: number): string {
  return groups && taken > 0 && taken % 3 === 0 ? '0,' : '0';
}

function fillFraction(tokens: Tokens, decimal: string): string {
  let at = 0;
  let text = '';
  for (const token of tokens) {
    if (token.kind !== 'digit') {
      text += shownToken(token);
      continue;
    }
    const rest = decimal.slice(at);
    // `#` shows no zeros at the end.
    if (token.text === '0' || /[1-9]/.test(rest)) text += rest.charAt(0) || '0';
    at += 1;
  }
  return text;
}

function shownToken(token: Tokens[number]): string {
  if (token.kind === 'literal') return token.text;
  return token.kind === 'percent' ? '%' : '';
}
