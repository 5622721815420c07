/** Joining and trimming of text whose line breaks are an accident of its source. */

/** Chinese, Japanese and Korean characters with their punctuation and full-width forms. */
const EAST_ASIAN = /[\u2E80-\u303F\u3040-\u30FF\u3100-\u312F\u31A0-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF“”‘’—…]/;

/** Whether no blank is written beside a character: one UTF-16 unit of a Chinese, Japanese or Korean text. */
export function isEastAsian(char: string): boolean {
  const code = char.charCodeAt(0);
  // Half of a pair is a rare ideograph or an emoji: neither wants a blank beside it.
  return (code >= 0xd800 && code <= 0xdfff) || EAST_ASIAN.test(char);
}

/**
 * What stands for a soft line break between two characters: nothing where either is Chinese (Chinese text has no blanks
 * between words, nor beside a Latin one: `信息、` + `APP过度…`), else one blank.
 */
export function softBreakBetween(before: string, after: string): '' | ' ' {
  if (before === '' || after === '' || before === '\n') return '';
  return isEastAsian(before) || isEastAsian(after) ? '' : ' ';
}

/** Takes blanks, no-break and ideographic spaces and zero-width characters off the ends; within the text they stay as they are. */
export function trimText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text.charCodeAt(start))) start += 1;
  while (end > start && isEdge(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isEdge(code: number): boolean {
  if (code < 0xa0) return code <= 32;
  if (code >= 0x3001 && code < 0xfeff) return false;
  return code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x2060 || code === 0x1680;
}
