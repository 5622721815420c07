/** CRC-32 as ZIP uses it (polynomial 0xEDB88320), four bytes a step. */

const TABLES: readonly Uint32Array[] = makeTables();

function makeTables(): Uint32Array[] {
  const tables = Array.from({ length: 4 }, () => new Uint32Array(256));
  const [first] = tables;
  if (first === undefined) return tables;
  for (let n = 0; n < 256; n += 1) {
    let value = n;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[n] = value;
  }
  for (let t = 1; t < 4; t += 1) {
    for (let n = 0; n < 256; n += 1) {
      const before = tables[t - 1]?.[n] ?? 0;
      (tables[t] ?? first)[n] = (before >>> 8) ^ (first[before & 0xff] ?? 0);
    }
  }
  return tables;
}

/** The checksum of all bytes, as an unsigned number of 32 bits. */
export function checksum(bytes: Uint8Array): number {
  const [a, b, c, d] = TABLES as unknown as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const at = (table: Uint32Array | Uint8Array, index: number): number => table[index] ?? 0;
  let crc = -1;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    crc ^= at(bytes, i) | (at(bytes, i + 1) << 8) | (at(bytes, i + 2) << 16) | (at(bytes, i + 3) << 24);
    crc = at(d, crc & 0xff) ^ at(c, (crc >>> 8) & 0xff) ^ at(b, (crc >>> 16) & 0xff) ^ at(a, crc >>> 24);
  }
  for (; i < bytes.length; i += 1) crc = (crc >>> 8) ^ at(a, (crc ^ at(bytes, i)) & 0xff);
  return (crc ^ -1) >>> 0;
}
