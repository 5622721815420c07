/** Writes compound files ([MS-CFB]) for tests: version 3, one root, streams of any size. */

const SECTOR = 512;
const CUTOFF = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;

export function bytesOf(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export function u16le(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

export function u32le(value: number): number[] {
  return [...u16le(value & 0xffff), ...u16le(value >>> 16)];
}

export function utf16le(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => u16le(text.charCodeAt(at))).flat();
}

export function makeCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sectors: Uint8Array[] = [];
  const next: number[] = [];
  const add = (bytes: Uint8Array): number => {
    const start = sectors.length;
    for (let at = 0; at < bytes.length; at += SECTOR) {
      const sector = new Uint8Array(SECTOR);
      sector.set(bytes.subarray(at, at + SECTOR));
      sectors.push(sector);
      next.push(sectors.length);
    }
    if (sectors.length === start) return END;
    next[sectors.length - 1] = END;
    return start;
  };
  // Small streams lie together in one, in sectors of 64 bytes.
  const small: number[] = [];
  const smallNext: number[] = [];
  const places = Object.entries(streams).map(([name, bytes]) => {
    if (bytes.length >= CUTOFF) return { name, start: add(bytes), size: bytes.length };
    const start = small.length / 64;
    small.push(...bytes, ...new Array<number>((64 - (bytes.length % 64)) % 64).fill(0));
    while (smallNext.length < small.length / 64) smallNext.push(smallNext.length + 1);
    smallNext[smallNext.length - 1] = END;
    return { name, start, size: bytes.length };
  });
  const smallStart = add(Uint8Array.from(small));
  const smallTable = add(bytesOf(smallNext.flatMap(u32le)));
  const entry = (name: string, kind: number, right: number, child: number, start: number, size: number): number[] => {
    const letters = utf16le(name);
    return [...letters, ...new Array<number>(64 - letters.length).fill(0), ...u16le(letters.length + 2), kind, 1, ...u32le(FREE), ...u32le(right), ...u32le(child), ...new Array<number>(36).fill(0), ...u32le(start), ...u32le(size), 0, 0, 0, 0];
  };
  const folder = add(bytesOf(entry('Root Entry', 5, FREE, 1, smallStart, small.length), ...places.map(({ name, start, size }, at) => entry(name, 2, at + 1 < places.length ? at + 2 : FREE, FREE, start, size))));
  const tables = Math.ceil((sectors.length + 8) / (SECTOR / 4));
  const first = sectors.length;
  const table = [...next, ...new Array<number>(tables).fill(0xfffffffd)];
  while (table.length < tables * (SECTOR / 4)) table.push(FREE);
  for (let at = 0; at < tables; at += 1) sectors.push(bytesOf(table.slice(at * 128, at * 128 + 128).flatMap(u32le)));
  const head = bytesOf(
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Array<number>(16).fill(0), u16le(0x3e), u16le(3), u16le(0xfffe), u16le(9), u16le(6), new Array<number>(10).fill(0),
    u32le(tables), u32le(folder), u32le(0), u32le(CUTOFF), u32le(smallNext.length === 0 ? END : smallTable), u32le(1), u32le(END), u32le(0),
    Array.from({ length: 109 }, (_, at) => u32le(at < tables ? first + at : FREE)).flat(),
  );
  return bytesOf(head, ...sectors);
}
