/** A vault in which plans are tried: what they write stays in memory, and what all of them changed in the end is one plan's changes. */
import { readProperties } from '../notes/properties';
import type { FileChange } from './plan';
import type { NoteSummary, VaultPort } from './vault-port';

/** A vault port over another one, which is only read. */
export class TrialVault implements VaultPort {
  /** Texts as they would be; null for what would be trashed. */
  private readonly after = new Map<string, string | null>();
  private readonly before = new Map<string, string>();
  /** Where what was moved stands in the vault below, by where it is now. */
  private readonly origins = new Map<string, string>();

  constructor(private readonly base: VaultPort) {}

  async listNotes(): Promise<readonly NoteSummary[]> {
    const known = (await this.base.listNotes()).filter(({ path }) => !this.after.has(path));
    const written = [...this.after].flatMap(([path, text]): NoteSummary[] => (text === null || !/\.md$/i.test(path) ? [] : [{ path, properties: readProperties(text) ?? {} }]));
    return [...known, ...written];
  }

  async listPaths(): Promise<readonly string[]> {
    const known = (await this.base.listPaths()).filter((path) => !this.after.has(path));
    return [...known, ...[...this.after].flatMap(([path, text]) => (text === null ? [] : [path]))];
  }

  async read(path: string): Promise<string> {
    const text = this.after.get(path);
    if (text === null) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    if (text !== undefined) return text;
    // Every decision looks for links through the whole vault: a note is read from disk once.
    const onDisk = this.before.get(path) ?? (await this.base.read(path));
    this.before.set(path, onDisk);
    return onDisk;
  }

  async create(path: string, text: string): Promise<void> {
    const taken = (await this.listPaths()).some((other) => other.toLowerCase() === path.toLowerCase());
    if (taken) throw new Error('File already exists.');
    this.after.set(path, text);
  }

  /** Decisions make no files but notes. */
  createBinary(path: string): Promise<void> {
    return Promise.reject(new Error(`Not a note: ${path}`));
  }

  async replace(path: string, before: string, after: string): Promise<boolean> {
    if ((await this.read(path)) !== before) return false;
    this.after.set(path, after);
    return true;
  }

  async trash(path: string): Promise<void> {
    await this.read(path);
    this.after.set(path, null);
  }

  async move(from: string, to: string): Promise<void> {
    const text = await this.read(from);
    const isTaken = (await this.listPaths()).some((other) => other !== from && other.toLowerCase() === to.toLowerCase());
    if (isTaken) throw new Error('File already exists.');
    this.after.set(from, null);
    this.after.set(to, text);
    this.origins.set(to, this.origins.get(from) ?? from);
    this.origins.delete(from);
  }

  /** What differs from the vault below: new and changed notes in the order of their first change, then moves, the trash last. */
  changes(): readonly FileChange[] {
    const movedFrom = new Set(this.origins.values());
    const changes = [...this.after].flatMap(([path, after]): FileChange[] => {
      const origin = this.origins.get(path);
      if (origin !== undefined && after !== null) return this.changesOfMoved(origin, path, after);
      if (movedFrom.has(path) && after === null) return [];
      const before = this.before.get(path);
      if (after === null) return before === undefined ? [] : [{ kind: 'trash', path, before }];
      if (before === undefined) return [{ kind: 'create', path, text: after }];
      return before === after ? [] : [{ kind: 'update', path, before, after }];
    });
    const last: readonly FileChange['kind'][] = ['move', 'trash'];
    return [...changes.filter(({ kind }) => !last.includes(kind)), ...last.flatMap((kind) => changes.filter((change) => change.kind === kind))];
  }

  private changesOfMoved(origin: string, path: string, after: string): FileChange[] {
    const before = this.before.get(origin);
    if (before === undefined) return [{ kind: 'create', path, text: after }];
    return [...(before === after ? [] : [{ kind: 'update' as const, path: origin, before, after }]), ...(origin === path ? [] : [{ kind: 'move' as const, path: origin, to: path }])];
  }
}
