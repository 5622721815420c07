import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import type { Disk } from './disk';
import { parentPath } from './paths';

/**
 * The data adapter, for files that the vault does not list: those below `.obsidian`, such as a plugin's own folder. As the
 * app's it makes no folder for a file, takes a folder that is there already, and does not rename over a file.
 */
export class HiddenFiles implements HostOf<Obsidian.DataAdapter> {
  private readonly texts = new Map<string, string>();
  private readonly folders = new Set<string>();

  constructor(private readonly disk: Disk) {}

  exists(path: string): Promise<boolean> {
    return Promise.resolve(this.texts.has(path) || this.folders.has(path));
  }

  read(path: string): Promise<string> {
    const text = this.texts.get(path);
    return text === undefined ? Promise.reject(missing('open', path)) : Promise.resolve(text);
  }

  async write(path: string, text: string): Promise<void> {
    if (!this.folders.has(parentPath(path))) throw missing('open', path);
    await this.disk.beforeWrite(() => this.texts.set(path, text.slice(0, text.length / 2)));
    this.disk.needRoom();
    this.texts.set(path, text);
  }

  async mkdir(path: string): Promise<void> {
    await this.disk.beforeWrite();
    this.disk.needRoom();
    const parts = path.split('/');
    for (let depth = 1; depth <= parts.length; depth += 1) this.folders.add(parts.slice(0, depth).join('/'));
  }

  async remove(path: string): Promise<void> {
    await this.disk.beforeWrite();
    if (!this.texts.delete(path)) throw missing('unlink', path);
  }

  async rename(path: string, newPath: string): Promise<void> {
    await this.disk.beforeWrite();
    const text = this.texts.get(path);
    if (text === undefined || !this.folders.has(parentPath(newPath))) throw missing('rename', path);
    if (this.texts.has(newPath)) throw new Error('Destination file already exists!');
    this.texts.delete(path);
    this.texts.set(newPath, text);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    await this.disk.beforeWrite();
    const inside = (name: string): boolean => name.startsWith(`${path}/`);
    const names = [...this.texts.keys(), ...this.folders].filter(inside);
    if (!this.folders.has(path)) throw missing('rmdir', path);
    if (names.length > 0 && !recursive) throw new Error(`ENOTEMPTY: directory not empty, rmdir '${path}'`);
    for (const name of [path, ...names]) {
      this.texts.delete(name);
      this.folders.delete(name);
    }
  }

  list(path: string): Promise<Obsidian.ListedFiles> {
    if (!this.folders.has(path)) return Promise.reject(missing('scandir', path));
    const inside = (name: string) => parentPath(name) === path;
    return Promise.resolve({ files: [...this.texts.keys()].filter(inside), folders: [...this.folders].filter(inside) });
  }

  /** A file that another program put there, or the app itself; with the folders above it. */
  put(path: string, text: string): void {
    for (let folder = parentPath(path); folder !== '/'; folder = parentPath(folder)) this.folders.add(folder);
    this.texts.set(path, text);
  }

  /** For tests: all files with their texts. */
  peekAll(): ReadonlyMap<string, string> {
    return this.texts;
  }

  /** For tests: what another vault's folder held, as when the app is started again. */
  copyFrom(other: HiddenFiles): void {
    for (const folder of other.folders) this.folders.add(folder);
    for (const [path, text] of other.texts) this.texts.set(path, text);
  }
}

function missing(call: string, path: string): Error {
  return new Error(`ENOENT: no such file or directory, ${call} '${path}'`);
}
