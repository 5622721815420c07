/** What the vault comes to, in figures: what an overview shows. Read from properties alone; no note is opened, however large the vault is. */
import { readDeveloper } from '../apps/developers';
import { compareText } from '../document/compare-text';
import type { YamlValue } from '../document/document';
import { noticeLabel } from '../notice/notice-key';
import type { AppStatus } from '../notes/app-note';
import type { VaultPort } from '../plan/vault-port';
import { numberOf, takeSnapshot, textOf, textsOf, type KnownNotice } from '../plan/vault-snapshot';
import type { Settings } from '../settings';

/** Notices, and entries of their lists as their properties count them. */
export interface NoticeCount {
  readonly notices: number;
  readonly entries: number;
}

/** The notices of one year, by the day of publication. */
export interface YearCount {
  /** Null for notices without a date. */
  readonly year: number | null;
  readonly infringement: NoticeCount;
  readonly takedown: NoticeCount;
}

/** A notice as a line of an overview. */
export interface NoticeLine {
  /** Vault path of its note. */
  readonly path: string;
  readonly title: string;
  /** 总第10批, 2023年第3批 or the day: how the notice is named in short. */
  readonly label: string;
  readonly kind: 'infringement' | 'takedown';
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly entries: number | null;
}

/** A watched app. `path` is that of its note, `lastNamed` a day as `YYYY-MM-DD`. */
export interface AppLine {
  readonly path: string;
  readonly name: string;
  readonly status: string | null;
  readonly lastNamed: string | null;
}

/** How many apps bear it. */
export interface Frequency {
  readonly name: string;
  readonly apps: number;
}

/** The figures of a vault. */
export interface Overview {
  readonly total: { readonly infringement: NoticeCount; readonly takedown: NoticeCount; readonly news: number };
  /** Latest year first, notices without a date last. */
  readonly years: readonly YearCount[];
  /** Apps that have notes. Where the settings give notes to notable apps alone, the others are not among them. */
  readonly apps: {
    readonly all: number;
    /** In more than one infringement notice. */
    readonly namedAgain: number;
    readonly takenDown: number;
    readonly namedAfterTakedown: number;
  };
  /** Most frequent first. */
  readonly problems: readonly Frequency[];
  readonly developers: readonly Frequency[];
  readonly lastNotice: NoticeLine | null;
  /** Notices whose deadline is still to come, the nearest first. */
  readonly deadlines: readonly (NoticeLine & { readonly deadline: string })[];
  /** Apps that say 关注: true, the last named first. */
  readonly watched: readonly AppLine[];
}

/** What the figures depend on beside the vault. */
export interface OverviewOptions {
  /** Day from which deadlines count, `YYYY-MM-DD`. */
  readonly today: string;
  /** Length of the lists of problems and developers; 10 where it is left out. */
  readonly most?: number;
}

const NAMED_AFTER_TAKEDOWN: AppStatus = '下架后再被通报';

type Properties = Readonly<Record<string, YamlValue>>;
type Line = NoticeLine & { readonly deadline: string | null };

/** Counts what the vault holds. A notice that stands in two notes counts once. */
export async function readOverview(vault: Pick<VaultPort, 'listNotes' | 'listPaths'>, settings: Settings, { today, most = 10 }: OverviewOptions): Promise<Overview> {
  const summaries = await vault.listNotes();
  const { notices, news, apps } = await takeSnapshot({ listNotes: () => Promise.resolve(summaries), listPaths: () => Promise.resolve([]) }, settings);
  const properties = new Map(summaries.map((note) => [note.path, note.properties]));
  const names = settings.propertyNames;
  const lines = notices.map((notice) => lineOf(notice, properties.get(notice.path) ?? {}, settings));
  const appFacts = apps.map(({ path, names: [name = ''], watched, developers }) => {
    const own = properties.get(path) ?? {};
    const count = (value: YamlValue | undefined): number => numberOf(value) ?? 0;
    return {
      path, name, watched, developers, status: textOf(own[names.appStatus]), lastNamed: dayOf(own[names.lastNamed]),
      problems: textsOf(own[names.problems]), timesNamed: count(own[names.timesNamed]), timesTakenDown: count(own[names.timesTakenDown]),
    };
  });
  return {
    total: { infringement: countOf(lines, 'infringement'), takedown: countOf(lines, 'takedown'), news: news.length },
    years: yearsOf(lines),
    apps: {
      all: apps.length,
      namedAgain: appFacts.filter(({ timesNamed }) => timesNamed > 1).length,
      takenDown: appFacts.filter(({ timesTakenDown }) => timesTakenDown > 0).length,
      namedAfterTakedown: appFacts.filter(({ status }) => status === NAMED_AFTER_TAKEDOWN).length,
    },
    problems: mostFrequent(appFacts.map((app) => app.problems), (problem) => problem, most),
    developers: mostFrequent(appFacts.map((app) => app.developers), (developer) => readDeveloper(developer)?.key ?? developer, most),
    lastNotice: newest(lines),
    deadlines: lines.flatMap((line) => (line.deadline !== null && line.deadline >= today ? [{ ...line, deadline: line.deadline }] : [])).sort((a, b) => compareText(a.deadline, b.deadline) || compareText(a.path, b.path)),
    watched: appFacts.filter(({ watched }) => watched).map(({ path, name, status, lastNamed }) => ({ path, name, status, lastNamed })).sort((a, b) => compareText(b.lastNamed ?? '', a.lastNamed ?? '') || compareText(a.path, b.path)),
  };
}

function lineOf(notice: KnownNotice, properties: Properties, { propertyNames }: Settings): Line {
  const { path, title, date } = notice;
  const kind = notice.kind === 'takedown' ? 'takedown' : 'infringement';
  return { path, title, label: noticeLabel(notice), kind, date, entries: numberOf(properties[propertyNames.listedCount]), deadline: dayOf(properties[propertyNames.deadline]) };
}

function countOf(lines: readonly Line[], kind: Line['kind']): NoticeCount {
  const of = lines.filter((line) => line.kind === kind);
  return { notices: of.length, entries: of.reduce((sum, { entries }) => sum + (entries ?? 0), 0) };
}

function yearsOf(lines: readonly Line[]): readonly YearCount[] {
  const years = new Map<number | null, Line[]>();
  for (const line of lines) {
    const year = line.date === null ? null : Number(line.date.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), line]);
  }
  return [...years].sort(([a], [b]) => (b ?? 0) - (a ?? 0)).map(([year, of]) => ({ year, infringement: countOf(of, 'infringement'), takedown: countOf(of, 'takedown') }));
}

/** Each word counts once an app, however it is written there. */
function mostFrequent(words: readonly (readonly string[])[], keyOf: (word: string) => string, most: number): readonly Frequency[] {
  const counts = new Map<string, { readonly name: string; apps: number }>();
  for (const ofApp of words) {
    for (const [key, name] of new Map(ofApp.map((word) => [keyOf(word), word]))) {
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { name, apps: 1 });
      else count.apps += 1;
    }
  }
  return [...counts.values()].sort((a, b) => b.apps - a.apps || compareText(a.name, b.name)).slice(0, most);
}

function newest(lines: readonly Line[]): NoticeLine | null {
  const [last] = lines.filter(({ date }) => date !== null).sort((a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(a.path, b.path));
  if (last === undefined) return null;
  const { deadline: _, ...line } = last;
  return line;
}

/** Dates come as `2021-01-29` or with a time behind. */
function dayOf(value: YamlValue | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(textOf(value) ?? '')?.[0] ?? null;
}
