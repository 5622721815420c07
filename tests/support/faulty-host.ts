/** A vault, a journal and saved settings in memory whose n-th write goes wrong, as a crash or a disk would have it. */
import type { JournalStore } from '../../src/plan/journal';
import type { SettingsStore } from '../../src/plan/settings-step';
import type { VaultPort } from '../../src/plan/vault-port';
import { memoryJournal } from './memory-journal';
import { memoryVault } from './memory-vault';

/** What is on the disk, whatever program runs. */
export interface Disk {
  readonly files: ReadonlyMap<string, string>;
  readonly binaries: ReadonlyMap<string, Uint8Array>;
  readonly trashed: ReadonlyMap<string, string>;
  readonly journal: ReadonlyMap<string, string>;
  /** The file of the settings; null where there is none. */
  readonly settings: string | null;
}

/**
 * `killed-…`: the process is gone, before the n-th write, after it, or in its middle (half of the text is there).
 * `full…`: there is no room, once or for good; what frees room still works. `full-torn`: and half of the text is there.
 * `denied…`: no permission, once or for good, whatever is done.
 */
export type FaultKind = 'killed-before' | 'killed-after' | 'killed-within' | 'full-once' | 'full-torn' | 'full-on' | 'denied-once' | 'denied-on';

export const KILLS: readonly FaultKind[] = ['killed-before', 'killed-after', 'killed-within'];
export const REFUSALS: readonly FaultKind[] = ['full-once', 'full-torn', 'full-on', 'denied-once', 'denied-on'];

export interface FaultyHost {
  readonly vault: VaultPort;
  readonly journal: JournalStore;
  readonly settings: SettingsStore;
  /** What is on the disk now. */
  readonly disk: () => Disk;
  /** How many writes there were, of notes, of the journal and of the settings. */
  readonly writes: () => number;
}

/** @param at number of the write that goes wrong, from 1 */
export function faultyHost(disk: Disk, fault: { readonly kind: FaultKind; readonly at: number } | null = null): FaultyHost {
  const vault = memoryVault(Object.fromEntries(disk.files));
  for (const [path, bytes] of disk.binaries) vault.binaries.set(path, bytes);
  for (const [path, text] of disk.trashed) vault.trashed.set(path, text);
  const journal = memoryJournal();
  for (const [name, text] of disk.journal) journal.files.set(name, text);
  let { settings } = disk;
  let writes = 0;
  let isDead = false;
  const die = (): never => {
    isDead = true;
    throw new Error('killed');
  };
  const alive = async <T>(run: () => Promise<T>): Promise<T> => (isDead ? die() : run());
  /** @param half leaves what a write in its middle leaves; absent where a write is one step, or takes no room */
  const write = async <T>(run: () => Promise<T>, takesRoom: boolean, half?: () => void): Promise<T> => {
    if (isDead) return die();
    writes += 1;
    const isHit = writes === fault?.at;
    const isSince = fault !== null && writes >= fault.at;
    if (isHit && fault.kind === 'killed-before') return die();
    if (isHit && fault.kind === 'killed-within') {
      half?.();
      return die();
    }
    if (takesRoom && ((isHit && (fault.kind === 'full-once' || fault.kind === 'full-torn')) || (isSince && fault.kind === 'full-on'))) {
      if (fault.kind === 'full-torn') half?.();
      throw new Error('ENOSPC: no space left on device, write');
    }
    if ((isHit && fault.kind === 'denied-once') || (isSince && fault.kind === 'denied-on')) throw new Error('EACCES: permission denied, open');
    const result = await run();
    if (isHit && fault.kind === 'killed-after') isDead = true;
    return result;
  };
  return {
    disk: () => ({ files: new Map(vault.files), binaries: new Map(vault.binaries), trashed: new Map(vault.trashed), journal: new Map(journal.files), settings }),
    writes: () => writes,
    vault: {
      listNotes: () => alive(() => vault.listNotes()),
      listPaths: () => alive(() => vault.listPaths()),
      read: (path) => alive(() => vault.read(path)),
      create: (path, text) => write(() => vault.create(path, text), true, () => vault.files.set(path, halfOf(text))),
      createBinary: (path, bytes) => write(() => vault.createBinary(path, bytes), true, () => vault.binaries.set(path, bytes.slice(0, bytes.length / 2))),
      replace: (path, before, after) => write(() => vault.replace(path, before, after), true, () => {
        if (vault.files.get(path) === before) vault.files.set(path, halfOf(after));
      }),
      move: (from, to) => write(() => vault.move(from, to), false),
      trash: (path) => write(() => vault.trash(path), false),
      discard: (path) => write(() => vault.discard?.(path) ?? Promise.resolve(), false),
      restore: (path, text) => write(() => vault.restore?.(path, text) ?? Promise.resolve(false), false),
      foldersToMake: (changes) => alive(() => vault.foldersToMake?.(changes) ?? Promise.resolve([])),
      removeEmptyFolders: (paths) => alive(() => vault.removeEmptyFolders?.(paths) ?? Promise.resolve()),
      flush: () => write(() => Promise.resolve(), true),
    },
    settings: {
      read: () => alive(() => Promise.resolve(settings)),
      // In place, as Obsidian writes it.
      write: (text) => write(() => Promise.resolve(void (settings = text)), text !== null, () => (settings = text === null ? settings : text.slice(0, text.length / 2))),
    },
    journal: {
      list: () => alive(() => journal.list()),
      read: (name) => alive(() => journal.read(name)),
      write: (name, text) => write(() => journal.write(name, text), true, () => journal.files.set(name, text.slice(0, text.length / 2))),
      remove: (name) => write(() => journal.remove(name), false),
    },
  };
}

/** Cut in the middle of a character where there is one, as bytes are. */
function halfOf(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return new TextDecoder().decode(bytes.slice(0, Math.floor(bytes.length / 2)));
}
