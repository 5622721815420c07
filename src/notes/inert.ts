/**
 * Foreign text made inert: neither Obsidian nor common plugins act on it, and in reading view it reads the same.
 * Only backslash escapes and character references are used, so that every CommonMark reader gets the text back.
 */
import { displayText } from './inline-text';
import { FAR, UNSAFE_PATTERNS, WINDOW, type UnsafePattern, type Where } from './unsafe-patterns';

export type { Where } from './unsafe-patterns';

/** How far back a pattern looks. Longer than any marker that a line can begin with. */
const LOOK_BACK = 16;

/** Longer addresses are not looked through: they are made text. */
const LONGEST_ADDRESS = 512;

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

const PATTERNS_OF: Readonly<Record<Where, ReadonlyMap<string, readonly UnsafePattern[]>>> = {
  paragraph: groupPatterns('paragraph'),
  cell: groupPatterns('cell'),
  title: groupPatterns('title'),
};

function groupPatterns(where: Where): ReadonlyMap<string, readonly UnsafePattern[]> {
  const groups = new Map<string, UnsafePattern[]>();
  for (const pattern of UNSAFE_PATTERNS) {
    if (pattern.where !== undefined && !pattern.where.includes(where)) continue;
    groups.set(pattern.character, [...(groups.get(pattern.character) ?? []), pattern]);
  }
  return groups;
}

/**
 * Markdown that shows `text` and does nothing else. Line ends become LF.
 * A line end stays one in a paragraph (the caller puts its own `> ` before every line), is `<br>` in a table cell and a blank in a title.
 */
export function inertText(text: string, where: Where): string {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').split(/([\n\u2028\u2029])/);
  return lines
    .map((line) => {
      if (line !== '\n') return escapeLine(line, where);
      return where === 'cell' ? '<br>' : where === 'title' ? ' ' : '\n';
    })
    .join('');
}

/** A cell without markup, its line breaks as `<br>`, made inert. */
export function inertPlainCell(cell: string): string {
  return inertText(cell.trim().replaceAll('<br>', '\n').replace(/[ \t]*\n[ \t]*/g, '\n'), 'cell');
}

/**
 * A cell as it stands in its source, made inert: it shows what the source shows.
 * `<br>` stays a line break, an escape of the source is not escaped again, a link of the source is its text.
 */
export function inertCell(raw: string): string {
  return inertText(displayText(raw).trim().replace(/[ \t]*\n[ \t]*/g, '\n'), 'cell');
}

function escapeLine(line: string, where: Where): string {
  const patterns = PATTERNS_OF[where];
  let result = '';
  for (let i = 0; i < line.length; i += 1) {
    const character = line.charAt(i);
    const candidates = patterns.get(character);
    const pattern = candidates?.find((candidate) => isUnsafe(candidate, line, i));
    if (pattern === undefined) result += character;
    else if (pattern.as === 'backslash') result += `\\${character}`;
    else result += ENTITIES[character] ?? `&#${character.charCodeAt(0)};`;
  }
  return result;
}

function isUnsafe(pattern: UnsafePattern, line: string, i: number): boolean {
  if (pattern.before !== undefined) {
    const before = i > LOOK_BACK ? FAR + line.slice(i - LOOK_BACK, i) : line.slice(0, i);
    if (!pattern.before.test(before)) return false;
  }
  if (pattern.after !== undefined && !pattern.after.test(line.slice(i + 1, i + 1 + WINDOW))) return false;
  // A web address that needs no escape stays as it is: an escape inside a bare address would be shown.
  return !(pattern.starts === 'a bare address' && isPlainWebAddress(line, i));
}

function isPlainWebAddress(line: string, i: number): boolean {
  let start = i;
  while (start > 0 && i - start < LOOK_BACK && /[A-Za-z0-9+.:-]/.test(line.charAt(start - 1))) start -= 1;
  let end = i;
  while (end < line.length && end - i < LONGEST_ADDRESS && /\S/.test(line.charAt(end))) end += 1;
  const address = line.slice(start, end);
  return (
    end - i < LONGEST_ADDRESS &&
    /^(?:https?:\/\/|www\.)(?:[A-Za-z0-9/?&+,@.-]|[=%_](?![=%_]))*(?:[^\s!-~][^\s<>[\]`*_~|#$%^&\\{}=:]*)?$/.test(address) &&
    !/(?:^|[^A-Za-z0-9])_|_(?:$|[^A-Za-z0-9])|:\/\/.*:\/\//.test(address)
  );
}
