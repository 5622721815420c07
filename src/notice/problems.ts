/**
 * Splits a cell of 所涉问题 into labels and makes them canonical. Damaged labels (cut, slipped, one character misread) are mended
 * by rule against the canonical wording; every mending can be reported. Verbatim text stays in the source rows.
 */
import { PROBLEM_LABELS } from './problem-labels';
import { simplify } from './traditional';

/** The problems of one cell. */
export interface ReadProblems {
  /** Canonical labels in the order of the cell, each once. */
  readonly labels: readonly string[];
  /** Labels that were not in their canonical wording beyond case, blanks and punctuation: what stood there, and what it was read as. */
  readonly mended: readonly { readonly from: string; readonly to: string }[];
  /** Labels that no rule knows, kept as they stand. */
  readonly unknown: readonly string[];
}

const CANONICAL_BY_KEY: ReadonlyMap<string, string> = new Map(PROBLEM_LABELS.map((label) => [labelKey(label), label]));
const CANONICAL: ReadonlySet<string> = new Set(CANONICAL_BY_KEY.values());
const KEYS: readonly string[] = [...CANONICAL_BY_KEY.keys()].sort((a, b) => b.length - a.length);
/** Shortest label whose damage can be told apart from another label. */
const MENDABLE_LENGTH = 6;

/** Labels of one cell. `text` is plain text with `\n` for breaks. */
export function readProblems(text: string): ReadProblems {
  const labels: string[] = [];
  const mended: { from: string; to: string }[] = [];
  const unknown: string[] = [];
  for (const part of splitHard(text)) {
    for (const label of readLines(part)) {
      if (label.how === 'mended') mended.push({ from: label.from, to: label.to });
      if (label.how === 'unknown') unknown.push(label.to);
      if (!labels.includes(label.to)) labels.push(label.to);
    }
  }
  return { labels, mended, unknown };
}

type ReadLabel = { readonly how: 'canonical' | 'unknown' | 'mended'; readonly from: string; readonly to: string };

/** Semicolons, what is left of a broken `<br>` and numbers (①…②…, 1.…2.…) always part labels; 、 and ， stand inside some of them. */
function splitHard(text: string): string[] {
  const numbered = /^\s*1\s*[.．、]/.test(text) ? text.replace(/([^\n0-9第])(?=[2-9]\s*[.．、]\s*[\u4e00-\u9fff])/g, '$1；') : text;
  return numbered
    .replace(/[①-⑳]/g, '；$&')
    .split(/[；;]|<\s*\/?\s*(?:br?)?\s*\/?\s*>/i)
    .filter((piece) => piece.trim() !== '');
}

/** Most lines that one label is wrapped over in a narrow column. */
const WRAPPED_LINES = 4;

/** The lines of a part are a label each, but where only several of them together read as labels: 违规收集 over 个人信息. */
function readLines(part: string): ReadLabel[] {
  const lines = part.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const labels: ReadLabel[] = [];
  for (let at = 0; at < lines.length; ) {
    let read = readPiece(lines[at] ?? '');
    let taken = 1;
    for (let count = 2; count <= WRAPPED_LINES && at + count <= lines.length && !isKnown(read); count += 1) {
      const joined = readPiece(lines.slice(at, at + count).join(''));
      if (isKnown(joined)) [read, taken] = [joined, count];
    }
    labels.push(...read);
    at += taken;
  }
  return labels;
}

function isKnown(read: readonly ReadLabel[]): boolean {
  return read.length > 0 && read.every((label) => label.how === 'canonical');
}

/** 侵害用户权益类问题：, 存在以下问题：: the labels follow. */
const HEADS_LABELS = /(?:类|以下|下列|如下|所涉|主要|存在的?|^)问题[:：]$/;

function readPiece(piece: string): ReadLabel[] {
  if (CANONICAL.has(piece)) return [{ how: 'canonical', from: piece, to: piece }];
  const marked = stripMarks(piece);
  if (marked === '' || HEADS_LABELS.test(marked)) return [];
  // 违规收集个人信息问题：over what was found.
  const bare = marked.replace(/^(?:存在)?(.{4,}?)(?:的)?问题[:：]$/, '$1');
  const whole = recognise(bare);
  if (whole !== null) return [whole];
  const run = readRun(labelKey(bare));
  if (run !== null) return run.map((to) => ({ how: 'canonical', from: to, to }));
  const parts = bare.split(/\s+/);
  if (parts.length > 1) {
    const read = parts.map((part) => recognise(stripMarks(part)));
    if (read.every((label) => label !== null)) return read;
    if (read.some((label) => label !== null) && parts.every((part) => part.length >= 4)) return parts.flatMap(readPiece);
  }
  // 违规收集个人信息：在用户同意前收集设备信息 says behind the label what was found.
  const [head = '', found] = bare.split(/[:：]/, 2);
  const told = found === undefined || found === '' ? undefined : CANONICAL_BY_KEY.get(labelKey(head));
  if (told !== undefined) return [{ how: 'mended', from: bare, to: told }];
  return [mend(bare) ?? { how: 'unknown', from: bare, to: bare }];
}

/** A numbering before a label (（四）, 4., ②) and punctuation after it are no part of it. */
function stripMarks(piece: string): string {
  return withoutMarksBehind(piece.replace(/^\s*(?:[（(]\s*[0-9０-９一二三四五六七八九十]+\s*[）)]|[0-9０-９]{1,2}\s*[.．、]|[一二三四五六七八九十]+\s*、|[①-⑳]|问题[0-9０-９一二三四五六七八九十]+\s*[:：、.．])\s*/, '')).trim();
}

/** Step by step from the end: a pattern would try an endless row of marks from each of them. */
function withoutMarksBehind(piece: string): string {
  let end = piece.length;
  while (end > 0 && /[\s。，、,.;；]/.test(piece.charAt(end - 1))) end -= 1;
  return piece.slice(0, end);
}

/** Width, case and blanks do not matter, nor how the word App is written. */
function labelKey(label: string): string {
  return simplify(label.normalize('NFKC')).replace(/[\s"“”'‘’「」]+/g, '').replace(/[.。]+$/, '').toUpperCase();
}

function recognise(piece: string): ReadLabel | null {
  const canonical = CANONICAL_BY_KEY.get(labelKey(piece));
  return canonical === undefined ? mend(piece) : { how: 'canonical', from: piece, to: canonical };
}

/** Canonical labels one after the other, with at most punctuation between them: 权限欺骗误导强迫用户. Null where anything else is left. */
function readRun(key: string): string[] | null {
  const found: string[] = [];
  let rest = key;
  while (rest !== '') {
    const next = KEYS.find((k) => rest.startsWith(k));
    const canonical = next === undefined ? undefined : CANONICAL_BY_KEY.get(next);
    if (next === undefined || canonical === undefined) return null;
    found.push(canonical);
    rest = rest.slice(next.length).replace(/^[、，,.和及/|]+/, '');
  }
  return found.length > 1 ? found : null;
}

/**
 * The one canonical label that a damaged one can be: its subject word left out (强制、频繁…), its end cut by up to two characters,
 * a word of up to two characters slipped in behind (…功能, …等), or one character misread, lost or doubled. Null where none or several fit.
 */
function mend(piece: string): ReadLabel | null {
  const key = labelKey(piece);
  if (key.length < MENDABLE_LENGTH) return null;
  const withSubject = CANONICAL_BY_KEY.get(`APP${key}`);
  if (withSubject !== undefined) return { how: 'mended', from: piece, to: withSubject };
  const fits = KEYS.filter((k) => k.length >= MENDABLE_LENGTH && damagedForm(key, k));
  const only = fits.length === 1 ? CANONICAL_BY_KEY.get(fits[0] ?? '') : undefined;
  return only === undefined ? null : { how: 'mended', from: piece, to: only };
}

function damagedForm(key: string, canonical: string): boolean {
  if (canonical.startsWith(key) && canonical.length - key.length <= 2) return true;
  if (key.startsWith(canonical) && key.length - canonical.length <= 2) return true;
  return Math.abs(key.length - canonical.length) <= 1 && key.length >= 8 && differsByOne(key, canonical) && !isAnotherAct(key, canonical);
}

/** What is done with data; one such word for another (调用 for 使用) is another problem and no misprint. */
const ACTS = ['收集', '使用', '调用', '利用', '共享', '传输', '提供', '存储', '处理', '披露', '公开', '获取', '读取', '上传', '推送', '下载', '安装', '注销', '更正', '删除'];

function isAnotherAct(key: string, canonical: string): boolean {
  return ACTS.some((act) => key.includes(act) && !canonical.includes(act));
}

/** One character replaced, lost or added. */
function differsByOne(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}
