/** The notes themselves: markers, front matter, and links of the program that lead nowhere. */
import { diagnostic, type Diagnostic } from '../../document/diagnostic';
import type { YamlValue } from '../../document/document';
import { noteDamage } from '../../notes/edited-regions';
import { findRegions, hiddenMarkers, type Region } from '../../notes/managed-regions';
import { readProperties } from '../../notes/properties';
import { rewriteLinks } from '../../notes/rewrite-links';
import { isBrokenNote } from '../../plan/broken-notes';
import type { FindTarget } from '../../plan/link-targets';
import type { FileDiagnostic } from '../../plan/plan';
import type { VaultSnapshot } from '../../plan/vault-snapshot';
import type { WorkingNotes } from '../../plan/working-notes';
import type { Settings } from '../../settings';
import { nameSome } from './name-some';

/** A note of ours with its text. */
export interface OwnNote {
  readonly path: string;
  readonly text: string;
  /** Where the name cells of an adopted note lead, as written: it has no region by which to find them. */
  readonly cellLinks?: readonly string[];
}

/** What marker of a note is missing, doubled or hidden; null where all are whole. Of a note without one nothing else can be said. */
export function damagedMarker(text: string): string | null {
  return noteDamage(text)?.replace(/^[a-z]+:/, '') ?? hiddenMarkers(text)[0] ?? null;
}

/** Markers and links of one note. */
export function checkNote({ path, text, cellLinks = [] }: OwnNote, find: FindTarget, { propertyNames }: Settings): readonly FileDiagnostic[] {
  const found: Diagnostic[] = [];
  const regions = findRegions(text);
  const part = damagedMarker(text);
  if (part !== null) found.push(diagnostic('damaged-markers', {}, { part }));
  const properties = readProperties(text);
  const linked = [propertyNames.related, propertyNames.homonyms, propertyNames.notSameAs].flatMap((name) => linksInProperty(properties?.[name]));
  const dead = [...deadLinks(text, regions, path, find), ...[...linked, ...(regions.length === 0 ? cellLinks : [])].filter((link) => find(link, path, 'wiki') === null)];
  if (dead.length > 0) found.push(diagnostic('links-dead', {}, { count: dead.length, targets: nameSome(dead) }));
  return found.map((each) => ({ ...each, file: path }));
}

/** Links to files in what the program wrote; addresses of the web are none. */
function deadLinks(text: string, regions: readonly Region[], path: string, find: FindTarget): readonly string[] {
  const dead: string[] = [];
  for (const { start, end } of regions) {
    const region = text.slice(start, end);
    if (!region.includes('](') && !region.includes('[[')) continue;
    rewriteLinks(region, (link, form) => {
      if (find(link, path, form) === null) dead.push(link);
      return null;
    });
  }
  return dead;
}

function linksInProperty(value: YamlValue | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: YamlValue) => linksInProperty(one));
  const link = typeof value === 'string' ? /^\[\[([^\]|#]+)/.exec(value)?.[1] : undefined;
  return link === undefined ? [] : [link.trim()];
}

/** Notes in our folders that the program wrote and that no longer say what they are. */
export async function checkBrokenNotes(known: ReadonlySet<string>, { paths }: VaultSnapshot, notes: WorkingNotes, settings: Settings): Promise<readonly FileDiagnostic[]> {
  const folders = Object.values(settings.folders).map((folder) => `${folder}/`);
  const found: FileDiagnostic[] = [];
  for (const path of paths) {
    if (known.has(path) || !/\.md$/i.test(path) || !folders.some((folder) => path.startsWith(folder))) continue;
    if (await isBrokenNote(path, notes, settings)) found.push({ ...diagnostic('note-front-matter'), file: path });
  }
  return found;
}
