/** A day number of a sheet as a date or a time. */
import type { FormatSection, FormatToken } from './format-sections';

const DAY = 86_400_000;
/** 9999-12-31, the last day that a sheet knows. */
const LAST_DAY = 2_958_465;
/** Day 0 as the system of 1900 counts from March 1900 on; before that it holds a 29 February that never was. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
const WEEKDAYS = '日一二三四五六';
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The day `serial` under a date format; null where it is no day that a sheet knows (negative, after 9999). */
export function formatDate(serial: number, section: FormatSection, from1904: boolean): string | null {
  if (serial < 0 || serial > LAST_DAY) return null;
  const hasFraction = section.tokens.some((token) => token.kind === 'digit');
  // To the second, or to the thousandth where the format shows parts of one.
  const unit = hasFraction ? 1 : 1000;
  const shift = !from1904 && serial < 60 ? 1 : 0;
  const time = (from1904 ? FROM_1904 : FROM_1900) + Math.round(((serial + shift) * DAY) / unit) * unit;
  const date = new Date(time);
  const isHalf = section.tokens.some(({ kind, text }) => kind === 'date' && /\//.test(text));
  let after = '';
  return section.tokens
    .map((token, at) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'point') return '.';
      if (token.kind === 'digit') return fractionDigit(section.tokens, at, date);
      if (token.kind !== 'date') return '';
      const isMinute = token.text.startsWith('m') && token.text.length < 3 && (after.includes('h') || nextDate(section.tokens, at).includes('s'));
      after = token.text;
      return isMinute ? pad(date.getUTCMinutes(), token.text.length) : datePart(token.text, date, serial, isHalf);
    })
    .join('');
}

function nextDate(tokens: readonly FormatToken[], at: number): string {
  return tokens.slice(at + 1).find((token) => token.kind === 'date')?.text ?? '';
}

function fractionDigit(tokens: readonly FormatToken[], at: number, date: Date): string {
  let first = at;
  while (tokens[first - 1]?.kind === 'digit') first -= 1;
  return String(date.getUTCMilliseconds()).padStart(3, '0').charAt(at - first) || '0';
}

function datePart(token: string, date: Date, serial: number, isHalf: boolean): string {
  const hours = date.getUTCHours();
  switch (token.charAt(0)) {
    case 'y':
    case 'e':
      return token.length <= 2 && token.startsWith('y') ? pad(date.getUTCFullYear() % 100, 2) : String(date.getUTCFullYear());
    case 'm': {
      const month = MONTHS_EN[date.getUTCMonth()] ?? '';
      if (token.length === 3) return month.slice(0, 3);
      if (token.length === 4) return month;
      return token.length === 5 ? month.charAt(0) : pad(date.getUTCMonth() + 1, token.length);
    }
    case 'd': {
      const name = WEEKDAYS_EN[date.getUTCDay()] ?? '';
      if (token.length === 3) return name.slice(0, 3);
      return token.length >= 4 ? name : pad(date.getUTCDate(), token.length);
    }
    case 'a':
      if (token.includes('/')) return halfDay(token, hours);
      // aaaa 星期一, aaa 一
      return token.length >= 3 ? `${token.length >= 4 ? '星期' : ''}${WEEKDAYS.charAt(date.getUTCDay())}` : '';
    case '上':
      return halfDay(token, hours);
    case 'h':
      return pad(isHalf ? hours % 12 || 12 : hours, token.length);
    case 's':
      return pad(date.getUTCSeconds(), token.length);
    case '[':
      return elapsed(token, serial);
    default:
      return '';
  }
}

function halfDay(token: string, hours: number): string {
  if (token.startsWith('上')) return hours < 12 ? '上午' : '下午';
  if (token.length === 3) return hours < 12 ? 'A' : 'P';
  return hours < 12 ? 'AM' : 'PM';
}

/** `[h]:mm` counts hours beyond a day. */
function elapsed(token: string, serial: number): string {
  const seconds = Math.round(serial * 86_400);
  const unit = token.charAt(1) === 'h' ? 3600 : token.charAt(1) === 'm' ? 60 : 1;
  return pad(Math.floor(seconds / unit), token.length - 2);
}

function pad(value: number, length: number): string {
  return String(value).padStart(Math.min(length, 4), '0');
}
