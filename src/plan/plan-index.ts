/** The index pages: the main one with all notices of the vault, and those of one agency or one year, in true order. */
import { diagnostic } from '../document/diagnostic';
import { baseName } from '../notes/file-names';
import { renderIndexNote, type IndexedNotice, type IndexFinding, type IndexResult } from '../notes/index-note';
import { seriesOfLists, type VaultFiles } from '../notes/index-page';
import { readPageLines } from '../notes/index-page-lines';
import { isSeriesOf } from '../notes/index-titles';
import { NOTE_TYPES } from '../notes/note-types';
import { readProperties } from '../notes/properties';
import { hasHeading } from '../notes/subpaths';
import type { IndexPageSetting, Settings } from '../settings';
import { findIndexNote } from './find-index-note';
import { refOfKnown } from './known-records';
import type { PlanLog } from './plan-log';
import type { VaultPort } from './vault-port';
import { type KnownNotice } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

/** How the series of notices begins whose agency is not said. */
const UNKNOWN_AGENCY = 'unknown-';

const MOST_NAMED = 3;

/** What index pages list; `paths` are those of all files. */
export interface IndexedVault {
  /** One note a notice, and further notes of the same. */
  readonly notices: readonly KnownNotice[];
  readonly copies?: readonly KnownNotice[];
  readonly paths: readonly string[];
}

/**
 * Puts all index pages in order: the given ones (campaign pages), and, where the settings want an index, the main one and those that they name.
 * A page that is not where the settings say is looked for; the vault is searched only then.
 */
export async function planIndexPages(vault: VaultPort, known: IndexedVault, notes: WorkingNotes, settings: Settings, log: PlanLog, more: readonly string[] = []): Promise<void> {
  const pages: IndexPageSetting[] = more.map((path) => ({ path, agency: null, year: null }));
  const wanted = settings.write.index ? [{ path: settings.indexNote, agency: null, year: null }, ...settings.indexPages] : [];
  for (const page of wanted) {
    const others = [...pages, ...wanted].filter((one) => one !== page).map(({ path }) => path);
    pages.push({ ...page, path: await findIndexNote(page.path, vault, known.paths, notes, settings, others) });
  }
  await planListedPages(known, pages, notes, settings, log);
}

/** Puts the given pages in order. Where the user keeps a page for each kind of notices, or for an agency, another page of the user's with lists gets none of these. */
export async function planListedPages(known: Pick<IndexedVault, 'notices' | 'copies'>, pages: readonly IndexPageSetting[], notes: WorkingNotes, settings: Settings, log: PlanLog): Promise<void> {
  const held = new Map<string, ReadonlySet<string>>();
  const ours = new Set<string>();
  for (const { path, agency, year } of pages) {
    const text = year === null ? await notes.read(path) : null;
    if (text === null) continue;
    held.set(path, seriesOfLists(readPageLines(text), text, path, agency));
    if (readProperties(text)?.[settings.propertyNames.type] === NOTE_TYPES.index) ours.add(path);
  }
  const done = new Set<string>();
  for (const page of pages) {
    if (done.has(page.path)) continue;
    done.add(page.path);
    const own = ours.has(page.path) ? undefined : held.get(page.path);
    const isElsewhere = ({ series }: KnownNotice): boolean => own !== undefined && own.size > 0 && !own.has(series) && [...held.values()].some((other) => other.has(series));
    await planIndexPage({ ...known, notices: known.notices.filter((notice) => !isElsewhere(notice)) }, page, notes, settings, log);
  }
}

/** Puts the notices that belong to it into one page; no page is made where there is none to list. */
async function planIndexPage(known: Pick<IndexedVault, 'notices' | 'copies'>, page: IndexPageSetting, notes: WorkingNotes, settings: Settings, log: PlanLog): Promise<void> {
  const { path } = page;
  const existing = await notes.read(path);
  const notices = known.notices.filter((notice) => belongsTo(notice, page));
  if (existing === null && notices.length === 0) return;
  const copies = new Map<string, string[]>();
  for (const copy of known.copies ?? []) copies.set(copy.key, [...(copies.get(copy.key) ?? []), copy.path]);
  const indexed = notices.map((notice): IndexedNotice => ({ ref: refOfKnown(notice), path: notice.path, copies: copies.get(notice.key) ?? [] }));
  const agencies = new Map(notices.map(({ series, agency }) => [series, agency ?? (series.startsWith(UNKNOWN_AGENCY) ? null : series)]));
  const mark = { name: settings.propertyNames.type, value: NOTE_TYPES.index };
  // Only the notes of new entries are read, and only for a list that leads to a heading.
  const texts = new Map<string, string>();
  const holds = (note: string, heading: string): boolean => {
    if (!texts.has(note)) texts.set(note, '');
    return hasHeading(texts.get(note) ?? '', heading);
  };
  const render = (): IndexResult => renderIndexNote(existing, indexed, { path, title: baseName(path), agencyOf: (series) => agencies.get(series) ?? null, agency: page.agency, files: { ...filesOf(notes), holds }, mark, language: settings.noteLanguage });
  let result = render();
  if (texts.size > 0) {
    for (const note of [...texts.keys()]) texts.set(note, (await notes.read(note)) ?? '');
    result = render();
  }
  if (result.damage !== null) {
    log.damage(path, result.damage);
    return;
  }
  report(result.findings, path, log);
  if (result.text !== existing) await notes.write(path, result.text);
}

function belongsTo(notice: KnownNotice, { agency, year }: IndexPageSetting): boolean {
  const ofYear = year === null || (notice.date === null ? notice.batch?.year : Number(notice.date.slice(0, 4))) === year;
  return ofYear && (agency === null || isSeriesOf(agency, notice.series, notice.agency));
}

/** What the vault will hold; names are counted once they are asked for. */
function filesOf(notes: WorkingNotes): VaultFiles {
  let names: Map<string, number> | null = null;
  const paths = notes.takenPaths;
  const counted = (): ReadonlyMap<string, number> => {
    if (names !== null) return names;
    names = new Map();
    for (const path of paths) if (path.endsWith('.md')) names.set(baseName(path), (names.get(baseName(path)) ?? 0) + 1);
    return names;
  };
  return { exists: (path) => paths.has(path.toLowerCase()), countName: (name) => counted().get(name.toLowerCase()) ?? 0 };
}

/** A page of a campaign can list dozens of notices that are still to come, and lead to a site that is no more: one line says it. */
function report(findings: readonly IndexFinding[], path: string, log: PlanLog): void {
  const titles = (fault: IndexFinding['fault']): readonly string[] => findings.filter((one) => one.fault === fault).map(({ title }) => title);
  const some = (all: readonly string[]): string => all.slice(0, MOST_NAMED).join('、');
  const gone = titles('missing');
  if (gone.length > MOST_NAMED) log.diagnostics.push({ ...diagnostic('index-entries-without-note', {}, { count: gone.length, titles: some(gone) }), file: path });
  else for (const title of gone) log.diagnostics.push({ ...diagnostic('index-entry-without-note', {}, { title }), file: path });
  const dead = titles('dead');
  if (dead.length > 0) log.diagnostics.push({ ...diagnostic('index-link-dead', {}, { count: dead.length, titles: some(dead) }), file: path });
  if (titles('unreadable').length > 0) log.diagnostics.push({ ...diagnostic('index-page-unreadable'), file: path });
  for (const section of new Set(findings.flatMap((one) => one.section ?? []))) {
    const here = findings.filter((one) => one.section === section && one.title !== '').map(({ title }) => title);
    log.diagnostics.push({ ...diagnostic('index-section-no-list', {}, { section }), file: path });
    if (here.length > 0) log.diagnostics.push({ ...diagnostic('index-not-entered', {}, { section, count: here.length, titles: some(here) }), file: path });
  }
  for (const title of titles('twice')) log.diagnostics.push({ ...diagnostic('index-entry-twice', {}, { title }), file: path });
  for (const title of titles('other-list')) log.diagnostics.push({ ...diagnostic('index-entry-other-list', {}, { title }), file: path });
}
