import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { Disk } from './disk';
import { HiddenFiles } from './hidden-files';
import { Events } from './events';
import { TFile, TFolder, type TAbstractFile } from './files';
import { assertLegalPath, collisionKey, normalizePath, parentPath } from './paths';

/**
 * The app's vault in memory. It throws where the app throws, with the app's words: create over a file, createFolder over
 * a folder whatever the case, a file in a folder that is not there.
 */
export class Vault extends Events implements HostOf<Obsidian.Vault> {
  readonly configDir = '.obsidian';
  readonly disk = new Disk();
  readonly hidden = new HiddenFiles(this.disk);
  readonly adapter = this.hidden as unknown as Obsidian.DataAdapter;
  /** For tests: paths that went to the trash, in order. */
  readonly trashed: string[] = [];
  private readonly entries = new Map<string, TAbstractFile>();
  private readonly bytes = new Map<string, Uint8Array>();
  private readonly root: TFolder;
  private clock = 0;

  constructor(private readonly name = 'Test vault') {
    super();
    this.root = new TFolder(this.asVault(), '/');
    this.entries.set('/', this.root);
  }

  getName(): string {
    return this.name;
  }

  getRoot(): TFolder {
    return this.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.entries.get(path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const entry = this.entries.get(path);
    return entry instanceof TFile ? entry : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const entry = this.entries.get(path);
    return entry instanceof TFolder ? entry : null;
  }

  getFiles(): TFile[] {
    return [...this.entries.values()].filter((entry) => entry instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.entries.values()];
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter((entry) => entry instanceof TFolder).filter((folder) => includeRoot || !folder.isRoot());
  }

  async create(path: string, data: string): Promise<TFile> {
    return this.createBinary(path, new TextEncoder().encode(data).buffer);
  }

  async createBinary(path: string, data: ArrayBuffer): Promise<TFile> {
    const clean = normalizePath(path);
    assertLegalPath(clean);
    await this.disk.beforeWrite(() => this.putBytes(clean, new Uint8Array(data).slice(0, data.byteLength / 2)));
    if (this.findColliding(clean)) throw new Error('File already exists.');
    this.disk.needRoom();
    const parent = this.getFolderByPath(parentPath(clean));
    if (!parent) throw new Error(`ENOENT: no such file or directory, open '${clean}'`);
    const file = new TFile(this.asVault(), clean);
    this.bytes.set(clean, new Uint8Array(data));
    this.stamp(file, true);
    this.attach(file, parent);
    this.trigger('create', file);
    return file;
  }

  async createFolder(path: string): Promise<TFolder> {
    const clean = normalizePath(path);
    assertLegalPath(clean);
    await this.disk.beforeWrite();
    if (this.findColliding(clean)) throw new Error('Folder already exists.');
    this.disk.needRoom();
    const above = parentPath(clean);
    const parent = this.getFolderByPath(above) ?? (await this.createFolder(above));
    const folder = new TFolder(this.asVault(), clean);
    this.attach(folder, parent);
    this.trigger('create', folder);
    return folder;
  }

  async read(file: Obsidian.TFile): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await this.readBinary(file));
  }

  cachedRead(file: Obsidian.TFile): Promise<string> {
    return this.read(file);
  }

  async readBinary(file: Obsidian.TFile): Promise<ArrayBuffer> {
    await this.disk.wait();
    return this.content(file.path).slice().buffer;
  }

  async modify(file: Obsidian.TFile, data: string): Promise<void> {
    await this.disk.beforeWrite();
    this.write(file, data);
  }

  async append(file: Obsidian.TFile, data: string): Promise<void> {
    await this.process(file, (text) => text + data);
  }

  /** Reads, changes and writes in one step: nothing else runs between the three. */
  async process(file: Obsidian.TFile, change: (data: string) => string): Promise<string> {
    await this.disk.beforeWrite(() => {
      const after = change(this.textOf(file.path));
      this.write(file, after.slice(0, after.length / 2));
    });
    const before = this.textOf(file.path);
    const after = change(before);
    if (after !== before) this.write(file, after);
    return after;
  }

  async rename(entry: Obsidian.TAbstractFile, newPath: string): Promise<void> {
    const clean = normalizePath(newPath);
    assertLegalPath(clean);
    await this.disk.beforeWrite();
    const target = this.findColliding(clean);
    if (target && target !== entry) throw new Error('Destination file already exists!');
    const parent = this.getFolderByPath(parentPath(clean));
    if (!parent) throw new Error(`ENOENT: no such file or directory, rename '${entry.path}' -> '${clean}'`);
    this.moveEntry(entry as TAbstractFile, clean, parent);
  }

  async delete(entry: Obsidian.TAbstractFile): Promise<void> {
    await this.disk.beforeWrite();
    this.detach(entry as TAbstractFile);
  }

  async trash(entry: Obsidian.TAbstractFile, _system: boolean): Promise<void> {
    this.trashed.push(entry.path);
    await this.delete(entry);
  }

  /** For tests: the text of a file, or null where there is none. */
  peek(path: string): string | null {
    return this.bytes.has(path) ? this.textOf(path) : null;
  }

  /** For tests: writes at once, with the folders above, as another program or a sync would. */
  put(path: string, text: string): TFile {
    this.putFolders(path.split('/').slice(0, -1));
    const existing = this.getFileByPath(path);
    if (existing) {
      this.write(existing, text);
      return existing;
    }
    return this.putBytes(path, new TextEncoder().encode(text));
  }

  private putFolders(folders: readonly string[]): void {
    folders.forEach((_, index) => {
      const folder = folders.slice(0, index + 1).join('/');
      const above = this.getFolderByPath(parentPath(folder));
      if (!this.entries.has(folder) && above) this.attach(new TFolder(this.asVault(), folder), above);
    });
  }

  private putBytes(path: string, bytes: Uint8Array): TFile {
    const file = new TFile(this.asVault(), path);
    this.bytes.set(path, bytes);
    this.stamp(file, true);
    this.attach(file, this.getFolderByPath(parentPath(path)) ?? this.root);
    this.trigger('create', file);
    return file;
  }

  /** For tests: the files of another vault, as when the app is started again on them. */
  copyFrom(other: Vault): void {
    for (const folder of other.getAllFolders()) this.putFolders(folder.path.split('/'));
    for (const [path, bytes] of other.bytes) this.putBytes(path, bytes);
    this.hidden.copyFrom(other.hidden);
  }

  /** The class holds what plugins use of the app's vault; for its other members there is no stand-in. */
  asVault(): Obsidian.Vault {
    return this as unknown as Obsidian.Vault;
  }

  private content(path: string): Uint8Array {
    const bytes = this.bytes.get(path);
    if (!bytes) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    return bytes;
  }

  private textOf(path: string): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.content(path));
  }

  private write(file: Obsidian.TFile, text: string): void {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > this.content(file.path).length) this.disk.needRoom();
    this.bytes.set(file.path, bytes);
    this.stamp(file, false);
    this.trigger('modify', file);
  }

  private stamp(file: Obsidian.TFile, created: boolean): void {
    this.clock += 1;
    file.stat = { ctime: created ? this.clock : file.stat.ctime, mtime: this.clock, size: this.content(file.path).length };
  }

  private findColliding(path: string): TAbstractFile | undefined {
    const exact = this.entries.get(path);
    if (exact) return exact;
    const folder = this.getFolderByPath(parentPath(path));
    const siblings = folder ? folder.children : [...this.entries.values()];
    return siblings.find((entry) => collisionKey(entry.path) === collisionKey(path));
  }

  private attach(entry: TAbstractFile, parent: TFolder): void {
    entry.parent = parent;
    parent.children.push(entry);
    this.entries.set(entry.path, entry);
  }

  private detach(entry: TAbstractFile): void {
    if (entry instanceof TFolder) for (const child of [...entry.children]) this.detach(child);
    const siblings = entry.parent?.children ?? [];
    siblings.splice(siblings.indexOf(entry), 1);
    this.entries.delete(entry.path);
    this.bytes.delete(entry.path);
    this.trigger('delete', entry);
  }

  private moveEntry(entry: TAbstractFile, path: string, parent: TFolder): void {
    const oldPath = entry.path;
    const siblings = entry.parent?.children ?? [];
    siblings.splice(siblings.indexOf(entry), 1);
    this.entries.delete(oldPath);
    const bytes = this.bytes.get(oldPath);
    this.bytes.delete(oldPath);
    entry.moveTo(path);
    if (bytes) this.bytes.set(path, bytes);
    this.attach(entry, parent);
    this.trigger('rename', entry, oldPath);
    if (entry instanceof TFolder) for (const child of [...entry.children]) this.moveEntry(child, `${path}/${child.name}`, entry);
  }
}
