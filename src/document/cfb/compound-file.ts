/**
 * Compound files, the small file system inside doc, wps and xls. Source: [MS-CFB]. Only streams directly in the root are given:
 * those deeper belong to embedded objects and have the same names.
 */
import { u16, u32, u8, utf16 } from './bytes';

/** An open compound file: what lies directly in its root, by name. */
export interface CompoundFile {
  /** Names of the streams and storages in the root. */
  readonly names: readonly string[];
  /** Bytes of a stream, whatever the case of its name; null where there is none. A chain that breaks off gives what there is of it. */
  stream(name: string): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const STREAM = 2;
/** Sector numbers from here on are marks: end of chain, free, and so on. */
const MARKS = 0xfffffffa;
const HEADER_FAT_SECTORS = 109;
const ENTRY_SIZE = 128;
const MAX_ENTRIES = 20_000;

/** Whether bytes begin as a compound file does; says nothing of what is in it. Source: [MS-CFB] 2.2, header signature. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** Opens a compound file. Null where its head makes no sense. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  const shift = u16(bytes, 30);
  const miniShift = u16(bytes, 32);
  if (!isCompoundFile(bytes) || (shift !== 9 && shift !== 12) || miniShift !== 6) return null;
  const sectorSize = 1 << shift;
  const sector = (number: number): Uint8Array => bytes.subarray((number + 1) * sectorSize, (number + 2) * sectorSize);
  const fat = readTable(fatSectors(bytes, sector, sectorSize), sector);
  const miniFat = readTable(chain(u32(bytes, 60), fat), sector);
  const entries = readEntries(joinParts(chain(u32(bytes, 48), fat).map(sector)));
  const root = entries[0];
  if (root === undefined) return null;
  const children = childrenOf(root.child, entries);
  const cutoff = u32(bytes, 56);
  let miniSectors: Uint8Array | null = null;
  return {
    names: children.map((entry) => entry.name),
    stream(name) {
      const entry = children.find((one) => one.kind === STREAM && one.name.toLowerCase() === name.toLowerCase());
      if (entry === undefined) return null;
      if (entry.size >= cutoff) return joinParts(chain(entry.start, fat).map(sector), entry.size);
      const minis = (miniSectors ??= joinParts(chain(root.start, fat).map(sector), root.size));
      return joinParts(chain(entry.start, miniFat).map((number) => minis.subarray(number << miniShift, (number + 1) << miniShift)), entry.size);
    },
  };
}

/** Numbers of the sectors that hold the allocation table: 109 in the head, the rest in a chain of their own. */
function fatSectors(bytes: Uint8Array, sector: (number: number) => Uint8Array, sectorSize: number): number[] {
  const numbers: number[] = [];
  const add = (from: Uint8Array, at: number, count: number): void => {
    for (let index = 0; index < count; index += 1) {
      const number = u32(from, at + 4 * index);
      if (number < MARKS) numbers.push(number);
    }
  };
  add(bytes, 76, HEADER_FAT_SECTORS);
  const seen = new Set<number>();
  for (let next = u32(bytes, 68); next < MARKS && !seen.has(next); ) {
    seen.add(next);
    const part = sector(next);
    if (part.length < sectorSize) break;
    add(part, 0, sectorSize / 4 - 1);
    next = u32(part, sectorSize - 4);
  }
  return numbers;
}

function readTable(numbers: readonly number[], sector: (number: number) => Uint8Array): Uint32Array {
  const parts = numbers.map(sector).filter((part) => part.length > 0);
  const table = new Uint32Array(parts.reduce((sum, part) => sum + (part.length >> 2), 0));
  let at = 0;
  for (const part of parts) for (let index = 0; index + 3 < part.length; index += 4) table[at++] = u32(part, index);
  return table;
}

/** Sectors of a stream in order; a loop ends it. */
function chain(start: number, table: Uint32Array): number[] {
  const numbers: number[] = [];
  for (let next = start; next < table.length && numbers.length <= table.length; next = table[next] ?? MARKS) numbers.push(next);
  return numbers;
}

function joinParts(parts: readonly Uint8Array[], size = Infinity): Uint8Array {
  const whole = new Uint8Array(Math.min(size, parts.reduce((sum, part) => sum + part.length, 0)));
  let at = 0;
  for (const part of parts) {
    if (at >= whole.length) break;
    whole.set(part.subarray(0, whole.length - at), at);
    at += part.length;
  }
  return whole;
}

function readEntries(bytes: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_SIZE <= bytes.length && entries.length < MAX_ENTRIES; at += ENTRY_SIZE) {
    const nameBytes = Math.min(64, u16(bytes, at + 64));
    entries.push({
      name: utf16(bytes, at, Math.max(0, nameBytes / 2 - 1)),
      kind: u8(bytes, at + 66),
      left: u32(bytes, at + 68),
      right: u32(bytes, at + 72),
      child: u32(bytes, at + 76),
      start: u32(bytes, at + 116),
      size: u32(bytes, at + 120),
    });
  }
  return entries;
}

/** Entries of one storage: they hang in a tree of left and right neighbours. */
function childrenOf(first: number, entries: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  const open = [first];
  const seen = new Set<number>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (entry === undefined || seen.has(at)) continue;
    seen.add(at);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}
