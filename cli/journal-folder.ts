/**
 * Where the journal of the command line lies: in the plugin's folder in the vault, under an id of this machine and user.
 * The folders that it makes go again with the last entry, so that an undo leaves nothing behind.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { hostname, userInfo } from 'node:os';
import * as nodePath from 'node:path';
import type { JournalStore } from '../src/plan/journal';
import { errorCode, TEMPORARY_NAME, writeFile } from './durable-files';
import { removeIfEmpty } from './vault-folders';

/** The journal of one vault, and a lock on it. */
export interface JournalFolder {
  readonly store: JournalStore;
  /** Whether there is one, be it empty. */
  exists(): boolean;
  /** Keeps other calls of the command line out while something is written; false where one is at work. */
  lock(): boolean;
  /** Whether another call is at work. */
  isLocked(): boolean;
  unlock(): void;
}

const PLACE = ['.obsidian', 'plugins', 'regulatory-notices', 'journal'];
const LOCK = 'lock';
/** Which folders were made for the journal, as paths from the vault. */
const FOLDERS = 'folders.json';
/** The id of a process can be given again: a lock that nobody touched for so long is nobody's. Whoever holds one touches it now and then. */
const LOCK_LASTS_MS = 10 * 60 * 1000;
const LOCK_TOUCHED_EVERY_MS = 60 * 1000;

/** @param vault the vault's folder, which need not exist yet. Nothing is made before something is written. */
export function openJournalFolder(vault: string): JournalFolder {
  const parts = ['', ...PLACE, deviceId()];
  const paths = parts.map((_, depth) => parts.slice(1, depth + 1).join('/'));
  const folder = nodePath.join(vault, ...parts);
  const at = (name: string): string => nodePath.join(folder, name);
  const names = (): readonly string[] => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  const make = (): void => {
    if (fs.existsSync(folder)) return;
    const missing = paths.filter((path) => !fs.existsSync(nodePath.join(vault, path)));
    fs.mkdirSync(folder, { recursive: true });
    writeFile(at(FOLDERS), JSON.stringify(missing));
  };
  const tidy = (): void => {
    const left = names();
    if (!fs.existsSync(folder) || left.some((name) => name !== FOLDERS)) return;
    // Without a list somebody was killed as he made them: what is empty of them is his.
    const made = left.length === 0 ? paths.slice(1) : readMade(at(FOLDERS));
    fs.rmSync(at(FOLDERS), { force: true });
    for (const path of [...made].reverse()) if (!removeIfEmpty(nodePath.join(vault, path))) break;
  };
  const settle = async <T>(run: () => T): Promise<T> => {
    await Promise.resolve();
    return run();
  };
  let touching: NodeJS.Timeout | undefined;
  return {
    exists: () => fs.existsSync(folder),
    store: {
      list: () => settle(() => [...names()].sort()),
      read: (name) => settle(() => readIfThere(at(name))),
      write: (name, text) => settle(() => {
        make();
        writeFile(at(name), text);
      }),
      remove: (name) => settle(() => fs.rmSync(at(name), { force: true })),
    },
    lock: () => {
      make();
      if (!takeLock(at(LOCK))) return false;
      touching = setInterval(() => touch(at(LOCK)), LOCK_TOUCHED_EVERY_MS).unref();
      // What a killed call left of an entry, and of the settings two folders above.
      for (const place of [folder, nodePath.dirname(nodePath.dirname(folder))]) {
        for (const name of fs.readdirSync(place)) if (TEMPORARY_NAME.test(name)) fs.rmSync(nodePath.join(place, name), { force: true });
      }
      return true;
    },
    isLocked: () => fs.existsSync(at(LOCK)) && isHeld(at(LOCK)),
    unlock: () => {
      clearInterval(touching);
      fs.rmSync(at(LOCK), { force: true });
      tidy();
    },
  };
}

/** The journal for somebody who only looks: what is not whole, or makes no sense, stays where it is. */
export function onlyReading(store: JournalStore): JournalStore {
  return { list: () => store.list(), read: (name) => store.read(name), write: () => Promise.resolve(), remove: () => Promise.resolve() };
}

function touch(file: string): void {
  const now = new Date();
  try {
    fs.utimesSync(file, now, now);
  } catch {
    // Somebody took the lock away by hand; the work goes on, and the end of it finds nothing to take away.
  }
}

/** Whether the lock is ours now. */
function takeLock(file: string): boolean {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (isHeld(file)) return false;
    fs.writeFileSync(file, String(process.pid));
  }
  return true;
}

function isHeld(file: string): boolean {
  const pid = Number(readIfThere(file));
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || !Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  if (Date.now() - stat.mtimeMs > LOCK_LASTS_MS) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The same for every call on this machine by this user, and kept nowhere. */
function deviceId(): string {
  return createHash('sha256').update(`${hostname()}\0${userName()}`).digest('hex').slice(0, 16);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return String(process.getuid?.() ?? '');
  }
}

function readMade(file: string): readonly string[] {
  try {
    const made: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return Array.isArray(made) ? made.filter((path: unknown): path is string => typeof path === 'string' && !path.split('/').includes('..')) : [];
  } catch {
    return [];
  }
}

function readIfThere(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}
