/**
 * Automatic numbers of a Word file: a paragraph says only which list it belongs to, and the numbers are counted while reading.
 * Lists of 序号 are often made so; their cells hold no text at all.
 */
import { attributeOf, childOf, childrenOf, isOn, valueOf, type XmlElement } from '../xml/xml-element';
import { formatLabel } from './number-labels';
import type { NumberingRef } from './styles';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2、`, the numbers of the levels put in. */
  readonly text: string;
  readonly suffix: '' | ' ';
  /** All numbers of the label in decimal. */
  readonly isLegal: boolean;
  /** The level (from 1) whose step starts this one anew; 0 never, null any higher one. */
  readonly restart: number | null;
  readonly style: string | null;
}

interface ListDefinition {
  /** Lists with the same key count on together. */
  readonly key: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that this list starts anew when it is first used. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Definitions of the lists of a file by `w:numId`, and how far each has counted. */
export interface Numbering {
  readonly lists: ReadonlyMap<string, ListDefinition>;
  /** Counts so far, level by level, by the key of the list: several `w:numId` can count on together. */
  readonly counters: Map<string, number[]>;
  /** Lists that were used, for those that start anew. */
  readonly used: Set<string>;
}

/** Definitions of all lists, with their counters at the beginning. */
export function readNumbering(root: XmlElement | null): Numbering {
  const abstracts = new Map(childrenOf(root, 'w:abstractNum').map((element) => [attributeOf(element, 'abstractNumId') ?? '', element]));
  const byStyle = new Map([...abstracts].flatMap(([id, element]) => {
    const style = valueOf(element, 'w:styleLink');
    return style === null ? [] : [[style, id] as const];
  }));
  const lists = new Map<string, ListDefinition>();
  for (const num of childrenOf(root, 'w:num')) {
    let key = valueOf(num, 'w:abstractNumId') ?? '';
    // A list that only points to a list style.
    const linked = valueOf(abstracts.get(key), 'w:numStyleLink');
    if (linked !== null) key = byStyle.get(linked) ?? key;
    const levels = new Map(childrenOf(abstracts.get(key), 'w:lvl').map((element) => [levelNumber(element), readLevel(element)]));
    const starts = new Map<number, number>();
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const level = childOf(override, 'w:lvl');
      if (level !== null) levels.set(levelNumber(override), readLevel(level));
      const start = valueOf(override, 'w:startOverride');
      if (start !== null) starts.set(levelNumber(override), readCount(start, 1));
    }
    lists.set(attributeOf(num, 'numId') ?? '', { key, levels, starts });
  }
  return { lists, counters: new Map(), used: new Set() };
}

/** Counts one paragraph and gives its label with the blank after it (`3`, `（二）`, `1.2 `); empty where it bears none. */
export function nextLabel(numbering: Numbering, ref: NumberingRef, style: string | null): string {
  const list = numbering.lists.get(ref.numId);
  if (ref.numId === '0' || list === undefined) return '';
  const at = ref.level ?? levelOfStyle(list, style);
  const level = list.levels.get(at);
  if (level === undefined) return '';
  const counters = numbering.counters.get(list.key) ?? [];
  numbering.counters.set(list.key, counters);
  const isFirst = !numbering.used.has(ref.numId);
  if (isFirst) {
    numbering.used.add(ref.numId);
    for (const [override, start] of list.starts) counters[override] = start - 1;
  }
  counters[at] = (counters[at] ?? level.start - 1) + 1;
  for (let deeper = at + 1; deeper < 9; deeper += 1) {
    const restart = list.levels.get(deeper)?.restart ?? null;
    if (restart === null || (restart !== 0 && at < restart)) counters[deeper] = (list.starts.get(deeper) ?? list.levels.get(deeper)?.start ?? 1) - 1;
  }
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const shown = Number(digit) - 1;
    const of = list.levels.get(shown);
    const value = counters[shown] ?? of?.start ?? 1;
    return formatLabel(Math.max(value, 0), level.isLegal && of?.format !== 'bullet' ? 'decimal' : (of?.format ?? 'decimal'));
  });
  return label === '' ? '' : label + level.suffix;
}

function readLevel(element: XmlElement): Level {
  const format = valueOf(element, 'w:numFmt') ?? 'decimal';
  const text = valueOf(element, 'w:lvlText') ?? '';
  const restart = valueOf(element, 'w:lvlRestart');
  return {
    start: readCount(valueOf(element, 'w:start'), 1),
    format,
    // The sign of a bullet is a picture of its font; it says nothing.
    text: format === 'bullet' ? '' : text,
    suffix: valueOf(element, 'w:suff') === 'nothing' || /[、，。：）］】)]\s*$/.test(text) ? '' : ' ',
    isLegal: isOn(element, 'w:isLgl'),
    restart: restart === null ? null : readCount(restart, 0),
    style: valueOf(element, 'w:pStyle'),
  };
}

function levelOfStyle({ levels }: ListDefinition, style: string | null): number {
  if (style !== null) for (const [at, level] of levels) if (level.style === style) return at;
  return 0;
}

function levelNumber(element: XmlElement): number {
  return readCount(attributeOf(element, 'ilvl'), 0);
}

function readCount(text: string | null, otherwise: number): number {
  const value = Number(text ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 && value <= 1_000_000 ? value : otherwise;
}
