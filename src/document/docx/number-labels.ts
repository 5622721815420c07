/** How Word writes a number of an automatic list (ECMA-376 part 1, 17.18.59 ST_NumberFormat), as far as Chinese documents use it. */

const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const ROMAN: ReadonlyArray<readonly [number, string]> = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** A number from 0 in the given format; bullets and `none` are empty, what is not known is decimal. */
export function formatLabel(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return value < 10 ? `0${value}` : String(value);
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`;
    case 'decimalEnclosedFullstop':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`;
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return format === 'ideographDigital' || format === 'japaneseDigitalTenThousand' ? digits(value) : counting(value, DIGITS, '十百千万');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return counting(value, LEGAL_DIGITS, '拾佰仟万');
    case 'ideographTraditional':
      return STEMS.charAt((value - 1) % 10);
    case 'ideographZodiac':
      return BRANCHES.charAt((value - 1) % 12);
    default:
      return String(value);
  }
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth && text.length < 30) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** a … z, aa, bb …, as Word goes on. */
function letters(value: number): string {
  if (value < 1) return '';
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(20, Math.floor((value - 1) / 26) + 1));
}

function digits(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
}

/** 十一, 二十, 一百〇五: ten has no 一 before it. */
function counting(value: number, signs: string, units: string): string {
  if (value === 0) return signs.charAt(0);
  if (value >= 100_000) return String(value);
  const figures = String(value);
  let text = '';
  let zero = false;
  for (const [at, figure] of [...figures].entries()) {
    const place = figures.length - at - 1;
    if (figure === '0') {
      zero = true;
      continue;
    }
    if (zero && text !== '') text += signs.charAt(0);
    zero = false;
    const isPlainTen = place === 1 && figure === '1' && text === '' && units.startsWith('十');
    text += (isPlainTen ? '' : signs.charAt(Number(figure))) + (place === 0 ? '' : units.charAt(place - 1));
  }
  return text;
}
