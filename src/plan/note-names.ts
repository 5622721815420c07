/** The notes of a vault by their names. Made when it is first asked: a vault is gone through once a plan, not once for every app or notice. */
import { baseName } from '../notes/file-names';
import { titleKey } from '../notice/titles';
import { MONTH_BEFORE_TITLE } from './vault-snapshot';

/** The notes of a vault, found by a name. */
export interface NoteNames {
  /** Paths of the notes whose file bears this name, whatever the case. */
  named(name: string): readonly string[];
  /** Paths of the notes whose file bears this title, in whatever brackets, with blanks or without, with a month before it or without. */
  titled(title: string): readonly string[];
}

/** @param paths paths of all files of the vault */
export function noteNames(paths: readonly string[]): NoteNames {
  const byName = index(paths, (name) => name.toLowerCase());
  const byTitle = index(paths, keyOfTitle);
  return { named: (name) => byName(name.toLowerCase()), titled: (title) => byTitle(keyOfTitle(title)) };
}

function keyOfTitle(title: string): string {
  return titleKey(title.replace(MONTH_BEFORE_TITLE, ''));
}

function index(paths: readonly string[], keyOf: (name: string) => string): (key: string) => readonly string[] {
  let found: Map<string, string[]> | null = null;
  return (key) => {
    if (found === null) {
      found = new Map();
      for (const path of paths) {
        if (!/\.md$/i.test(path)) continue;
        const own = keyOf(baseName(path));
        const same = found.get(own);
        if (same === undefined) found.set(own, [path]);
        else same.push(path);
      }
    }
    return found.get(key) ?? [];
  };
}
