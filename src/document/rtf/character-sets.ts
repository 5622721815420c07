/** Character sets of RTF: the file has a code page, and each font may have one of its own. */
import { cp1252 } from '../cfb/bytes';

/** What text is in where the file names nothing better. */
export const WESTERN = 'windows-1252';
const BY_CODE_PAGE: Readonly<Record<number, string>> = { 936: 'gb18030', 54936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 65001: 'utf-8', 1250: 'windows-1250', 1251: 'windows-1251', 1253: 'windows-1253', 1254: 'windows-1254' };
const BY_FONT: Readonly<Record<number, string>> = { 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5', 161: 'windows-1253', 162: 'windows-1254', 204: 'windows-1251', 238: 'windows-1250' };

/** Decoder for `\ansicpg`. */
export function ofCodePage(page: number): string {
  return BY_CODE_PAGE[page] ?? WESTERN;
}

/** Decoder for `\fcharset`; null where the font has that of the file. */
export function ofFont(charset: number): string | null {
  return BY_FONT[charset] ?? null;
}

/** Decodes bytes of text; one byte in a set of several for a character stays damaged, as it is in the file. */
export function decode(bytes: readonly number[], set: string): string {
  return set === WESTERN ? cp1252(Uint8Array.from(bytes), 0, bytes.length) : new TextDecoder(set).decode(Uint8Array.from(bytes));
}
