/** Folders and pages that were moved or renamed outside Obsidian: new notes go where the others of their kind now live. */
import { baseName } from '../notes/file-names';
import type { Settings } from '../settings';
import { type VaultSnapshot } from './vault-snapshot';

type FolderName = keyof Settings['folders'];

/**
 * The settings as the vault has them. A folder that holds nothing any more is where most notes of its kind are; what has no notes of its own
 * (attachments, the index page) went where its neighbours went. What is there stays as it is set.
 */
export function followMoves(settings: Settings, snapshot: VaultSnapshot): Settings {
  const isThere = (folder: string): boolean => snapshot.paths.some((path) => path.startsWith(`${folder}/`));
  const living: Readonly<Partial<Record<FolderName, readonly string[]>>> = {
    infringement: snapshot.notices.filter(({ kind }) => kind === 'infringement').map(({ path }) => path),
    takedown: snapshot.notices.filter(({ kind }) => kind === 'takedown').map(({ path }) => path),
    apps: snapshot.apps.map(({ path }) => path),
    news: snapshot.news.map(({ path }) => path),
  };
  const gone = (Object.keys(settings.folders) as FolderName[]).filter((name) => !isThere(settings.folders[name]));
  const found = new Map(gone.flatMap((name): [FolderName, string][] => {
    const folder = mostCommonFolder(living[name] ?? []);
    return folder === null ? [] : [[name, folder]];
  }));
  if (found.size === 0 && snapshot.paths.includes(settings.indexNote)) return settings;
  const tops = [...found].flatMap(([name, folder]) => movedTop(settings.folders[name], folder) ?? []).filter(({ from }) => !isThere(from));
  const moved = (path: string): string => {
    const top = tops.find(({ from }) => path.startsWith(`${from}/`));
    return top === undefined ? path : `${top.to === '' ? '' : `${top.to}/`}${path.slice(top.from.length + 1)}`;
  };
  const folderOf = (name: FolderName): string => (gone.includes(name) ? (found.get(name) ?? moved(settings.folders[name])) : settings.folders[name]);
  const pageAt = (path: string): string => (snapshot.paths.includes(path) ? path : snapshot.paths.includes(moved(path)) ? moved(path) : (onlyPageNamed(path, snapshot) ?? moved(path)));
  return {
    ...settings,
    folders: { infringement: folderOf('infringement'), takedown: folderOf('takedown'), apps: folderOf('apps'), news: folderOf('news'), attachments: folderOf('attachments') },
    indexNote: pageAt(settings.indexNote),
    indexPages: settings.indexPages.map((page) => ({ ...page, path: pageAt(page.path) })),
  };
}

/** The folder of most of the notes; of two with as many, the first by name. Null where there are none, or they lie at the top. */
function mostCommonFolder(paths: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.split('/').slice(0, -1).join('/');
    if (folder !== '') counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** What was moved when `通报/应用` is now `监管/通报/应用`: `通报` to `监管/通报`. Null where the folder itself bears another name. */
function movedTop(before: string, after: string): { readonly from: string; readonly to: string } | null {
  const from = before.split('/');
  const to = after.split('/');
  if (from.length < 2) return null;
  while (from.length > 1 && to.length > 0 && from[from.length - 1] === to[to.length - 1]) {
    from.pop();
    to.pop();
  }
  return from.join('/') === before ? null : { from: from.join('/'), to: to.join('/') };
}

/** The note of that name where there is only one in the vault. */
function onlyPageNamed(path: string, snapshot: VaultSnapshot): string | null {
  const same = snapshot.paths.filter((one) => /\.md$/i.test(one) && baseName(one) === baseName(path));
  return same.length === 1 ? (same[0] ?? null) : null;
}
