/** What is compared of a listing, read once: its kind, name, developers and builds. */
import type { EntryType } from '../notice/notice';
import { readDeveloper, type Developer } from './developers';
import type { AppId, ListedPackage, Listing, ListingKey, NoticeRef } from './listing';
import { nameKey, readName, type AppName } from './names';

/** An app that the vault has a note for. */
export interface KnownApp {
  readonly id: AppId;
  /** The note's name, without the （developer） that tells a homonym, and its aliases. */
  readonly names: readonly string[];
  readonly developers: readonly string[];
  /** Apps that the user says this one is not (不同于). Either side may say so. */
  readonly notSameAs: readonly AppId[];
  readonly decided: Decisions;
  /** The listings recorded in the note. May be left empty for apps that `findConcernedApps` does not name. */
  readonly listings: readonly Listing[];
}

/** What the user wrote into an app's note: names and developers that no listing of it bears. */
export interface Decisions {
  readonly aliases: readonly string[];
  readonly developers: readonly string[];
}

/** What the notices say about each other. */
export interface ListingContext {
  /** Key of a notice → keys of the notices that it cites. */
  readonly cites: ReadonlyMap<string, readonly string[]>;
}

/** A listing, or the note of an app, ready to be compared. */
export interface Facts {
  /** Null for what an app's note says beside its listings. */
  readonly listing: ListingKey | null;
  /** The known app it belongs to; null for a new listing. */
  readonly app: AppId | null;
  readonly kind: EntryType;
  readonly verbatim: string;
  readonly name: AppName;
  /** Distinct developers of its packages; null stands for an empty cell. */
  readonly developers: readonly (Developer | null)[];
  readonly developerTexts: readonly string[];
  readonly packages: readonly ListedPackage[];
  readonly notice: NoticeRef | null;
  readonly list: number;
  readonly no: number | null;
  /** Whether the user wrote the name or the developer. */
  readonly decided: 'name' | 'developer' | null;
}

/** Reads a listing; `app` where it already belongs to a known app. */
export function factsOfListing(listing: Listing, app: AppId | null): Facts {
  return {
    listing: listing.key, app, kind: listing.type, verbatim: listing.name, name: readName(listing.name),
    ...readDevelopers(listing.packages.map((one) => one.developer), listing.name),
    packages: listing.packages, notice: listing.notice, list: listing.list, no: listing.no, decided: null,
  };
}

/** Reads a known app: its listings, or what its note says where none are given; and what the user decided. */
export function factsOfApp(app: KnownApp): Facts[] {
  if (app.listings.length === 0) return factsOfNote(app);
  const facts = app.listings.map((listing) => factsOfListing(listing, app.id));
  for (const kind of new Set(app.listings.map((listing) => listing.type))) facts.push(...decidedFacts(app, kind));
  return facts;
}

/** Reads the names and developers of an app's note alone, each name with all developers. */
export function factsOfNote(app: KnownApp): Facts[] {
  const kind = kindOfName(app.names[0] ?? '');
  return [...app.names.map((name) => factsOfWords(app, kind, name, app.developers, null)), ...decidedFacts(app, kind)];
}

function decidedFacts(app: KnownApp, kind: EntryType): Facts[] {
  const developers = [...app.developers, ...app.decided.developers];
  const aliases = app.decided.aliases.map((alias) => factsOfWords(app, kind, alias, developers, 'name'));
  if (app.decided.developers.length === 0) return aliases;
  return [...aliases, ...app.names.map((name) => factsOfWords(app, kind, name, app.decided.developers, 'developer'))];
}

function factsOfWords(app: KnownApp, kind: EntryType, name: string, developers: readonly string[], decided: Facts['decided']): Facts {
  return {
    listing: null, app: app.id, kind, verbatim: name, name: readName(name), ...readDevelopers(developers.length === 0 ? [null] : developers, name),
    packages: [], notice: null, list: 0, no: null, decided,
  };
}

function kindOfName(name: string): EntryType {
  if (/sdk$/i.test(name.trim())) return 'sdk';
  return /小程序$/.test(name.trim()) ? 'mini-program' : 'app';
}

function readDeveloperOf(text: string | null, name: string): Developer | null {
  const developer = readDeveloper(text);
  return developer !== null && developer.key === nameKey(name) ? { ...developer, nature: 'app-name' } : developer;
}

function readDevelopers(verbatim: readonly (string | null)[], name: string): Pick<Facts, 'developers' | 'developerTexts'> {
  const distinct = new Map<string, Developer | null>();
  for (const text of verbatim) {
    const developer = readDeveloperOf(text, name);
    distinct.set(developer?.key ?? '', developer);
  }
  return {
    developers: [...distinct.values()],
    developerTexts: [...new Set(verbatim.flatMap((text) => (text === null ? [] : [text])))],
  };
}
