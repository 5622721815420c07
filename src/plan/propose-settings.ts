/** Settings that fit a vault kept by hand: its folders and its index pages, where the user has not chosen others. */
import { DEFAULT_SETTINGS, type IndexPageSetting, type Settings } from '../settings';
import type { FoundNotes } from './find-adoptable';
import { folderOf } from './paths';

/**
 * @param found what an adoption found
 * @param paths paths of all files of the vault: folders and the index note of the settings stay where they are in use
 */
export function proposeSettings(found: FoundNotes, paths: readonly string[], settings: Settings): Settings {
  const preset = DEFAULT_SETTINGS.folders;
  const { folders } = settings;
  // A folder of the settings that is in use already was chosen, if only by an import.
  const isFree = (key: 'infringement' | 'takedown' | 'apps'): boolean => folders[key] === preset[key] && !paths.some((path) => path.startsWith(`${folders[key]}/`));
  const kept = (kind: 'infringement' | 'takedown'): string => {
    const most = commonestFolder(found.notices.filter(({ notice }) => notice.kind === kind).map(({ path }) => path));
    return isFree(kind) && most !== null && most !== '' ? most : folders[kind];
  };
  const infringement = kept('infringement');
  const takedown = kept('takedown');
  const changed = [...(infringement === folders.infringement ? [] : [infringement]), ...(takedown === folders.takedown ? [] : [takedown])];
  const apps = isFree('apps') && changed.length > 0 ? joined(commonParent(changed), '应用') : folders.apps;
  const { indexNote, indexPages } = proposeIndex(found.indexPages, paths, settings);
  return { ...settings, folders: { ...folders, infringement, takedown, apps }, indexNote, indexPages };
}

function proposeIndex(pages: readonly IndexPageSetting[], paths: readonly string[], settings: Settings): Pick<Settings, 'indexNote' | 'indexPages'> {
  const isFree = settings.indexNote === DEFAULT_SETTINGS.indexNote && !paths.includes(settings.indexNote);
  const main = pages.find(({ agency, year }) => agency === null && year === null);
  const indexNote = isFree ? (main?.path ?? settings.indexNote) : settings.indexNote;
  const named = new Set([indexNote, ...settings.indexPages.map(({ path }) => path)]);
  const further = pages.filter(({ path }) => !named.has(path));
  return { indexNote, indexPages: further.length === 0 ? settings.indexPages : [...settings.indexPages, ...further] };
}

/** The folder that most of the notes lie in; null for none. */
function commonestFolder(paths: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(folderOf(path), (counts.get(folderOf(path)) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/** The folder that holds the given ones; of one folder, the one above it. */
function commonParent(folders: readonly string[]): string {
  const [first = '', ...rest] = folders.map((folder) => folder.split('/').slice(0, -1).join('/'));
  let parent = first.split('/');
  for (const other of rest) {
    const parts = other.split('/');
    const same = parent.findIndex((part, i) => part !== parts[i]);
    if (same >= 0) parent = parent.slice(0, same);
  }
  return parent.join('/');
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
