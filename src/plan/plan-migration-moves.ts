/** Which files of ours change their place when folders, the index page or file names are set otherwise. */
import { diagnostic } from '../document/diagnostic';
import { baseName, freePath, safeFileName } from '../notes/file-names';
import { isLinkable } from '../notes/links';
import type { Settings } from '../settings';
import { noticePlace } from './notice-paths';
import type { FileDiagnostic } from './plan';
import { folderOf, foldersAbove } from './paths';
import { type KnownNotice, type VaultSnapshot } from './vault-snapshot';

/** The moves of a migration, and what follows them. */
export interface PlannedMoves {
  /** Old path → new path, in an order in which each new path is free when its turn comes. */
  readonly moves: ReadonlyMap<string, string>;
  /** Folders of ours in which nothing is left then, inner ones first. */
  readonly emptied: readonly string[];
  readonly diagnostics: readonly FileDiagnostic[];
}

type Folder = keyof Settings['folders'];

/** A copy of what was fetched bears the beginning of its hash (see notes/originals.ts). */
const COPY_NAME = / [0-9a-f]{12}\.[a-z0-9]{1,5}$/;

interface Wish {
  readonly path: string;
  readonly to: string;
  /** Gives another path where `to` is taken; null where the file stays then. */
  readonly otherwise: ((taken: ReadonlySet<string>) => string) | null;
}

/**
 * Moves what is ours and lies where it was put: a note that the user moved elsewhere, or whose file he named, keeps its place or its name.
 * Nothing is written over: a file whose new place is taken stays and is named.
 */
export function planMoves(before: Settings, after: Settings, snapshot: VaultSnapshot): PlannedMoves {
  const all = [...noteWishes(before, after, snapshot), ...pageWishes(before, after, snapshot)].sort((a, b) => (a.path < b.path ? -1 : 1));
  // The links to a note are the user's, too, and could not follow it there.
  const isOutOfReach = ({ path, to }: Wish): boolean => isLinkable(path) && !isLinkable(to);
  const wishes = all.filter((wish) => !isOutOfReach(wish));
  const outOfReach = all.filter(isOutOfReach).map(({ path, to }): FileDiagnostic => ({ ...diagnostic('move-target-unlinkable', {}, { to }), file: path }));
  const taken = new Set(snapshot.paths.map((path) => path.toLowerCase()));
  for (const { path } of wishes) taken.delete(path.toLowerCase());
  const moves = new Map<string, string>();
  const stuck: Wish[] = [];
  for (const wish of wishes) {
    const to = !taken.has(wish.to.toLowerCase()) ? wish.to : (wish.otherwise?.(taken) ?? null);
    if (to === null || to.toLowerCase() === wish.path.toLowerCase()) stuck.push(wish);
    else moves.set(wish.path, to);
    taken.add((to ?? wish.path).toLowerCase());
  }
  const ordered = orderMoves(moves, stuck);
  const inTheWay = stuck.filter(({ path, to }) => path !== to).map(({ path, to }): FileDiagnostic => ({ ...diagnostic('move-target-taken', {}, { to }), file: path }));
  const left = wishes.filter(({ path }) => moves.has(path) && !ordered.has(path)).map(({ path, to }): FileDiagnostic => ({ ...diagnostic('move-target-taken', {}, { to }), file: path }));
  return { moves: ordered, emptied: emptiedFolders(before, after, snapshot, ordered), diagnostics: [...outOfReach, ...inTheWay, ...left, ...foldersLeft(before, after, snapshot, ordered)] };
}

/** Those that can be made one after another; what waits for a file that stays, or goes in a circle, stays too. */
function orderMoves(moves: ReadonlyMap<string, string>, stuck: readonly Wish[]): ReadonlyMap<string, string> {
  const occupied = new Set([...moves.keys(), ...stuck.map(({ path }) => path)].map((path) => path.toLowerCase()));
  const ordered = new Map<string, string>();
  const waiting = new Map(moves);
  for (let found = true; found; ) {
    found = false;
    for (const [path, to] of waiting) {
      if (occupied.has(to.toLowerCase())) continue;
      ordered.set(path, to);
      waiting.delete(path);
      occupied.delete(path.toLowerCase());
      occupied.add(to.toLowerCase());
      found = true;
    }
  }
  return ordered;
}

function noteWishes(before: Settings, after: Settings, snapshot: VaultSnapshot): readonly Wish[] {
  const wishes: Wish[] = [];
  const wish = (path: string, folder: Folder, name: string | null, otherwise: Wish['otherwise'] = null): void => {
    const place = placeIn(before.folders[folder], path);
    const newFolder = place === null ? folderOf(path) : joinFolder(after.folders[folder], place);
    const to = joinFolder(newFolder, name ?? path.replace(/^.*\//, ''));
    if (to !== path) wishes.push({ path, to, otherwise });
  };
  for (const notice of [...snapshot.notices, ...snapshot.news]) {
    const folder: Folder = notice.kind === 'takedown' ? 'takedown' : notice.kind === 'news' ? 'news' : 'infringement';
    const title = newTitle(notice, before, after);
    if (title === null) {
      wish(notice.path, folder, null);
      continue;
    }
    const place = placeIn(before.folders[folder], notice.path);
    const newFolder = place === null ? folderOf(notice.path) : joinFolder(after.folders[folder], place);
    wish(notice.path, folder, `${safeFileName(title, after.fileNameBytes)}.md`, (taken) => freePath(newFolder, title, taken, after.fileNameBytes));
  }
  for (const app of snapshot.apps) wish(app.path, 'apps', null);
  for (const path of snapshot.paths) if (COPY_NAME.test(path) && placeIn(before.folders.attachments, path) !== null) wish(path, 'attachments', null);
  return wishes;
}

/** The title of which the new file name is made; null where the file keeps its name: the templates agree, or the user gave it. */
function newTitle(notice: KnownNotice, before: Settings, after: Settings): string | null {
  const was = noticePlace(notice, before).title;
  const will = noticePlace(notice, after).title;
  if (safeFileName(was, before.fileNameBytes) === safeFileName(will, after.fileNameBytes)) return null;
  const name = baseName(notice.path);
  const numbered = name.replace(/ \d+$/, '');
  for (const suffix of ['', ...(notice.agency === null ? [] : [`（${notice.agency}）`])]) {
    const written = [safeFileName(was + suffix, before.fileNameBytes), safeFileName(was + suffix, before.fileNameBytes - 3)];
    if (written[0] === name || written.includes(numbered)) return will + suffix;
  }
  return null;
}

/** Index pages, the user's own among them, follow their setting; a page that is there already is taken as it is. */
function pageWishes(before: Settings, after: Settings, snapshot: VaultSnapshot): readonly Wish[] {
  const pairs = [
    { path: before.indexNote, to: after.indexNote },
    ...before.indexPages.flatMap((page) => {
      const same = after.indexPages.find((other) => other.agency === page.agency && other.year === page.year);
      return same === undefined || before.indexPages.some((other) => other.path === same.path) ? [] : [{ path: page.path, to: same.path }];
    }),
  ];
  const paths = new Set(snapshot.paths);
  return pairs.filter(({ path, to }) => path !== to && paths.has(path) && !paths.has(to)).map((pair) => ({ ...pair, otherwise: null }));
}

/** One note a folder that is left and still holds something: the user should know that it is not empty. */
function foldersLeft(before: Settings, after: Settings, snapshot: VaultSnapshot, moves: ReadonlyMap<string, string>): readonly FileDiagnostic[] {
  const folders = (Object.keys(before.folders) as Folder[]).filter((key) => before.folders[key] !== after.folders[key]).map((key) => before.folders[key]);
  const still = new Set(Object.values(after.folders));
  return [...new Set(folders)].flatMap((folder): FileDiagnostic[] => {
    const count = still.has(folder) ? 0 : snapshot.paths.filter((path) => placeIn(folder, path) !== null && !moves.has(path)).length;
    return count === 0 ? [] : [{ ...diagnostic('other-files-stay', {}, { folder, count }), file: folder }];
  });
}

/**
 * Folders that the settings named, those in them from which notes were taken along, and those right above two of them (`通报`).
 * Other folders above are the user's.
 */
function emptiedFolders(before: Settings, after: Settings, snapshot: VaultSnapshot, moves: ReadonlyMap<string, string>): readonly string[] {
  const named = [...new Set(Object.values(before.folders))];
  const isOurs = (folder: string): boolean => named.some((one) => isIn(one, folder)) || named.filter((one) => folderOf(one) === folder).length > 1;
  const kept = [...Object.values(after.folders), ...moves.values(), ...snapshot.paths.filter((path) => !moves.has(path))];
  const left = new Set([...moves.keys()].flatMap(foldersAbove));
  return [...left].filter((folder) => isOurs(folder) && !kept.some((path) => isIn(folder, path))).sort((a, b) => b.length - a.length);
}

function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The folder of a file below `folder`, empty for one that lies right in it; null where it lies elsewhere. */
function placeIn(folder: string, path: string): string | null {
  return path.startsWith(`${folder}/`) ? folderOf(path.slice(folder.length + 1)) : null;
}

function joinFolder(folder: string, rest: string): string {
  return folder === '' ? rest : rest === '' ? folder : `${folder}/${rest}`;
}
