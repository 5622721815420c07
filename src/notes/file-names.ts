/**
 * File names that every system of a synced vault can hold.
 * The forbidden characters are the union of Obsidian, Windows, Android, iOS and what breaks a link; full-width forms read the same and are allowed.
 */
import { DEVICE_NAME } from '../vault-path';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '*': '＊', '"': '＂', '\\': '＼', '/': '／', '<': '＜', '>': '＞', ':': '：', '|': '｜', '?': '？', '#': '＃', '^': '＾', '[': '［', ']': '］',
  // Legal in a file name, but a link that holds it is read as code, and inline queries are code.
  '`': '｀',
};
const EXTENSION = '.md';
/** Room kept for a number that tells two notes apart: ` 12`. */
const NUMBER_BYTES = 3;

/** File name without folder and `.md`. */
export function baseName(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.md$/i, '');
}

/** Length in UTF-8 bytes. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/**
 * A file name, without `.md`, that says `title` in at most `maxBytes` UTF-8 bytes, `.md` included.
 * A title that is too long is cut between characters; a batch in brackets at its end stays, for it tells notices apart.
 */
export function safeFileName(title: string, maxBytes: number): string {
  const name = cleanName(title);
  const limit = Math.max(maxBytes - EXTENSION.length, 8);
  if (utf8Length(name) <= limit) return name;
  const batch = /（[^（）]*[批期][^（）]*）$/.exec(name)?.[0] ?? '';
  const tail = `…${batch}`;
  if (batch !== '' && utf8Length(tail) < limit - 12) return cutToBytes(name.slice(0, name.length - batch.length), limit - utf8Length(tail)) + tail;
  return cleanName(cutToBytes(name, limit));
}

function cleanName(title: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}|[\u115f\u1160\u3164\uffa0]/gu, '')
    .replace(/\p{Cs}/gu, '')
    .replace(/[*"\\/<>:|?#^[\]`]/g, (c) => FULL_WIDTH[c] ?? '')
    .replace(/%%/g, '％％')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '')
    // A link drops `.md`: `[[说明.md]]` would lead to 说明.md and not to 说明.md.md.
    .replace(/\.(md)$/i, '．$1');
  if (name === '') return '未命名';
  return DEVICE_NAME.test(name) ? `_${name}` : name;
}

/** The longest beginning of `text` that fits into `maxBytes`, never half a character. */
function cutToBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    bytes += utf8Length(segment);
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept.replace(/[\s.]+$/, '');
}

/** What a template of file names can say of a notice. `date` is `YYYY-MM-DD`. */
export interface NamedNotice {
  readonly title: string;
  readonly date: string | null;
  readonly agency: string | null;
  readonly batch: { readonly number: number | null; readonly total: number | null } | null;
}

/**
 * The name that a template (`{{year}}_{{month}}_{{title}}`) gives a notice. What is not known leaves nothing behind: neither
 * the separator next to it nor empty brackets around it. A title that begins with its month already (`2020_01_…`) does not get it twice.
 */
export function noticeFileTitle(notice: NamedNotice, template: string): string {
  const { title, date, agency, batch } = notice;
  const values: Readonly<Record<string, string | null>> = {
    title,
    date,
    agency,
    year: date?.slice(0, 4) ?? null,
    month: date?.slice(5, 7) ?? null,
    number: batch?.number?.toString() ?? null,
    total: batch?.total?.toString() ?? null,
  };
  const fitting = /^\d{4}_\d{2}_/.test(title) ? template.replace('{{year}}_{{month}}_{{title}}', '{{title}}') : template;
  const filled = fitting.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => (name in values ? (values[name] ?? NOTHING) : placeholder));
  const tidied = filled.includes(NOTHING) ? dropNothing(filled) : filled;
  return tidied === '' ? title : tidied;
}

/** Stands for a value that is not known while a template is filled. */
const NOTHING = '\uE000';

function dropNothing(filled: string): string {
  return filled
    .replace(/[([{（【〔《]\uE000+[)\]}）】〕》]/g, NOTHING)
    .replace(/\uE000[\s_\-–—·.,、，]*/g, NOTHING)
    .replace(/[\s_\-–—·.,、，]*\uE000+$/, '')
    .replaceAll(NOTHING, '')
    .trim();
}

/**
 * A path for a new note: `folder/title.md`, or `folder/title 1.md` and so on where that is taken.
 * @param taken paths of the vault in lower case, for paths collide whatever their case
 */
export function freePath(folder: string, title: string, taken: ReadonlySet<string>, maxBytes: number): string {
  const at = (name: string): string => (folder === '' ? name : `${folder}/${name}`) + EXTENSION;
  const first = at(safeFileName(title, maxBytes));
  if (!taken.has(first.toLowerCase())) return first;
  const stem = safeFileName(title, maxBytes - NUMBER_BYTES);
  for (let number = 1; ; number += 1) {
    const path = at(`${stem} ${number}`);
    if (!taken.has(path.toLowerCase())) return path;
  }
}
