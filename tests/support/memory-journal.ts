/** A journal in memory. */
import type { JournalStore } from '../../src/plan/journal';

export interface MemoryJournal extends JournalStore {
  readonly files: Map<string, string>;
}

/** @param beforeWrite told of each write and removal before it happens; may throw as a disk does, and may write a part first */
export function memoryJournal(beforeWrite: (name: string, text: string | null, files: Map<string, string>) => void = () => undefined): MemoryJournal {
  const files = new Map<string, string>();
  const settle = async <T>(run: () => T): Promise<T> => {
    await Promise.resolve();
    return run();
  };
  return {
    files,
    list: () => settle(() => [...files.keys()].sort()),
    read: (name) => settle(() => files.get(name) ?? null),
    write: (name, text) => settle(() => {
      beforeWrite(name, text, files);
      files.set(name, text);
    }),
    remove: (name) => settle(() => {
      beforeWrite(name, null, files);
      files.delete(name);
    }),
  };
}
