/** The vault as it will be: texts that a plan has changed so far lie over those on disk, so that several sources of one run see each other's notes. */
import { targetFinder, type FindTarget } from './link-targets';
import { noteNames, type NoteNames } from './note-names';
import type { FileChange } from './plan';
import type { VaultPort } from './vault-port';

interface WorkingNote {
  readonly before: string | null;
  readonly after: string;
}

/** The notes of one plan while it is made; `changes` gives what came of it. */
export class WorkingNotes {
  /** The notes on disk by their names. */
  readonly names: NoteNames;
  private readonly notes = new Map<string, WorkingNote>();
  private readonly files = new Map<string, Uint8Array>();
  private readonly onDisk: ReadonlySet<string>;
  private readonly taken: Set<string>;
  private readonly gone = new Map<string, string>();
  /** Texts as they were found: a plan is made of one state of each note, and asks for it once. */
  private readonly found = new Map<string, string>();
  private readonly moved = new Map<string, string>();

  private find: FindTarget | null = null;

  /**
   * @param paths paths of all files of the vault.
   * @param leaveOut paths of files that are not changed, whatever is written
   */
  constructor(
    private readonly vault: VaultPort,
    private readonly paths: readonly string[],
    private readonly leaveOut: ReadonlySet<string> = new Set(),
  ) {
    this.names = noteNames(paths);
    this.onDisk = new Set(paths);
    this.taken = new Set(paths.map((path) => path.toLowerCase()));
  }

  /** Paths in use, in lower case: paths collide whatever their case. */
  get takenPaths(): ReadonlySet<string> {
    return this.taken;
  }

  /** Text of a note as it will be; null where there is none. */
  async read(path: string): Promise<string | null> {
    if (this.gone.has(path)) return null;
    const note = this.notes.get(path);
    if (note !== undefined) return note.after;
    if (!this.onDisk.has(path)) return null;
    const text = this.found.get(path) ?? (await this.vault.read(path));
    this.found.set(path, text);
    return text;
  }

  /** Tells links of the note at `from` that lead to no file, neither to one of the vault nor to one that the plan makes. */
  deadLinksOf(from: string): (link: string) => boolean {
    return (link) => {
      const path = link.replace(/^\//, '').toLowerCase();
      if (this.taken.has(`${path}.md`) || this.taken.has(path)) return false;
      this.find ??= targetFinder(this.paths);
      return this.find(link, from, 'wiki') === null;
    };
  }

  /** Sets the text of a note, new or read before. */
  async write(path: string, text: string): Promise<void> {
    const known = this.notes.get(path);
    const before = known === undefined ? await this.read(path) : known.before;
    this.notes.set(path, { before, after: text });
    this.taken.add(path.toLowerCase());
  }

  /** Moves a note to the trash: the last thing that the plan does, when what it held is elsewhere. */
  async trash(path: string): Promise<void> {
    this.gone.set(path, await this.vault.read(path));
  }

  /** Gives a file another path, after all texts are written: until the plan is made it is read and written at its old one. */
  move(from: string, to: string): void {
    this.moved.set(from, to);
    this.taken.delete(from.toLowerCase());
    this.taken.add(to.toLowerCase());
  }

  /** Adds a file that is no note. One of that path is left as it is: names of such files bear the hash of what they hold. */
  addFile(path: string, bytes: Uint8Array): void {
    if (this.taken.has(path.toLowerCase())) return;
    this.taken.add(path.toLowerCase());
    this.files.set(path, bytes);
  }

  /** Takes a path for a note that is still to be written. */
  reserve(path: string): void {
    this.taken.add(path.toLowerCase());
  }

  /** What has changed: files first, for notes link to them; notes in the order in which they were first written; then what moves, in the order given; what goes to the trash last. */
  changes(): readonly FileChange[] {
    return this.allChanges().filter(({ path }) => !this.leaveOut.has(path));
  }

  /** Paths of files that would be changed and are left out. */
  leftOut(): readonly string[] {
    return this.allChanges().flatMap(({ path }) => (this.leaveOut.has(path) ? [path] : []));
  }

  private allChanges(): readonly FileChange[] {
    const written = [...this.notes].flatMap(([path, note]): FileChange[] => {
      if (this.gone.has(path)) return [];
      if (note.before === null) return [{ kind: 'create', path, text: note.after }];
      return note.before === note.after ? [] : [{ kind: 'update', path, before: note.before, after: note.after }];
    });
    const files = [...this.files].map(([path, bytes]): FileChange => ({ kind: 'create-binary', path, bytes }));
    const moved = [...this.moved].map(([path, to]): FileChange => ({ kind: 'move', path, to }));
    return [...files, ...written, ...moved, ...[...this.gone].map(([path, before]): FileChange => ({ kind: 'trash', path, before }))];
  }
}
