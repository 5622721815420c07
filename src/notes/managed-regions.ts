/**
 * What the program owns in the body of a note: callouts, each followed on a line of its own by a block id `^rn-…`.
 * Everything else is the user's.
 */

/** A callout of the program with its marker. Offsets in UTF-16 units. */
export interface Region {
  /** Block id without `^`, e.g. `rn-list-1`. */
  readonly id: string;
  /** The callout: offsets in UTF-16 units, its last line end left out. */
  readonly start: number;
  readonly end: number;
  /** End of the marker line, its line end left out. */
  readonly markerEnd: number;
}

/** A line with its offsets in UTF-16 units; `end` leaves out its line end. */
export interface Line {
  /** Without its line end. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Inside a fence of code that stands outside every quote, or a line of such a fence. */
  readonly inFence: boolean;
}

const MARKER = /^\^(rn-[A-Za-z0-9-]+)[ \t]*$/;
const QUOTE = /^ {0,3}>/;

/** Lines of a text with their places. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let fence = '';
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const next = at === -1 ? text.length : at + 1;
    const end = at === -1 ? text.length : at > start && text.charAt(at - 1) === '\r' ? at - 1 : at;
    const line = text.slice(start, end);
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? '';
    const closes = fence !== '' && mark.startsWith(fence) && /^ {0,3}[`~]+\s*$/.test(line);
    lines.push({ text: line, start, end, inFence: fence !== '' || mark !== '' });
    if (closes) fence = '';
    else if (fence === '') fence = mark;
    start = next;
  }
  return lines;
}

/** A marker line of a note, with the region that it marks; null where no callout stands above it. */
export interface Marker {
  readonly id: string;
  readonly region: Region | null;
}

/** The regions of a note in order. A marker without a callout above it, or inside a fence of code, marks nothing. */
export function findRegions(text: string): readonly Region[] {
  return regionsOf(readMarkers(text));
}

/** The regions among markers. */
export function regionsOf(markers: readonly Marker[]): readonly Region[] {
  return markers.flatMap(({ region }) => region ?? []);
}

/** All marker lines of a note in order; none inside a fence of code. */
export function readMarkers(text: string): readonly Marker[] {
  const lines = readLines(text);
  const markers: Marker[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    const id = line === undefined || line.inFence ? undefined : MARKER.exec(line.text)?.[1];
    if (line === undefined || id === undefined) continue;
    let last = i - 1;
    while (last >= 0 && lines[last]?.text.trim() === '') last -= 1;
    let first = last;
    while (first >= 0 && isQuote(lines[first])) first -= 1;
    const top = lines[first + 1];
    const bottom = lines[last];
    const isMarked = first !== last && top !== undefined && bottom !== undefined;
    markers.push({ id, region: isMarked ? { id, start: top.start, end: bottom.end, markerEnd: line.end } : null });
  }
  return markers;
}

function isQuote(line: Line | undefined): boolean {
  return line !== undefined && !line.inFence && QUOTE.test(line.text);
}

/** Markers that a fence hides which the user left open: what they marked is no region any more, and what is added at the end is none either. */
export function hiddenMarkers(text: string): readonly string[] {
  const lines = readLines(text);
  const last = lines[lines.length - 1];
  if (last?.inFence !== true || isFenceEnd(text)) return [];
  const open = lines.reduce((at, line, i) => (line.inFence ? at : i), -1);
  return lines.slice(open + 1).flatMap((line) => MARKER.exec(line.text)?.[1] ?? []);
}

/** Whether a line added at the end would stand outside every fence. */
function isFenceEnd(text: string): boolean {
  const more = readLines(`${text}\n.`);
  return more[more.length - 1]?.inFence === false;
}

/** What is wrong with the markers of a note, so that it must not be rewritten: `lost:rn-list-1`, `doubled:rn-list-1`. */
export type Damage = `lost:${string}` | `doubled:${string}` | 'front-matter';

/**
 * Compares the markers of a note with what was written before. A marker that stands alone a second time is doubled as well:
 * links to it would lead to one of the two.
 * @param written ids of the regions that the fingerprints line names
 */
export function findDamage(markers: readonly Marker[], written: readonly string[]): Damage | null {
  const regions = new Set(regionsOf(markers).map(({ id }) => id));
  const seen = new Set<string>();
  for (const { id } of markers) {
    if (!regions.has(id) && !written.includes(id)) continue;
    if (seen.has(id)) return `doubled:${id}`;
    seen.add(id);
  }
  const lost = written.find((id) => !regions.has(id));
  return lost === undefined ? null : `lost:${lost}`;
}
