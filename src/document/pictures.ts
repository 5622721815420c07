/** Pictures given as sources: photographs and scans of lists. They are named, never guessed at. */
import { diagnostic } from './diagnostic';
import { refuse, type ReadResult } from './read-result';

const KINDS: ReadonlyArray<{ readonly kind: string; readonly begins: readonly number[]; readonly at8?: string }> = [
  { kind: 'PNG', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'JPEG', begins: [0xff, 0xd8, 0xff] },
  { kind: 'GIF', begins: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'WebP', begins: [0x52, 0x49, 0x46, 0x46], at8: 'WEBP' },
  { kind: 'TIFF', begins: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'TIFF', begins: [0x4d, 0x4d, 0x00, 0x2a] },
];

/** Whether bytes begin as those of a picture; the file's name is not asked. */
export function isPicture(bytes: Uint8Array): boolean {
  return kindOf(bytes) !== null;
}

/** Refuses a picture as a scan. */
export function refusePicture(bytes: Uint8Array): ReadResult {
  return refuse(diagnostic('scan', {}, { kind: kindOf(bytes) ?? '' }));
}

function kindOf(bytes: Uint8Array): string | null {
  const known = KINDS.find(({ begins, at8 }) => begins.every((byte, at) => bytes[at] === byte) && (at8 === undefined || String.fromCharCode(...bytes.subarray(8, 12)) === at8));
  return known?.kind ?? null;
}
