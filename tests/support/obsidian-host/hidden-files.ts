import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';

/** The data adapter, for files that the vault does not list: those below `.obsidian`, such as a plugin's own folder. */
export class HiddenFiles implements HostOf<Obsidian.DataAdapter> {
  private readonly texts = new Map<string, string>();
  private readonly folders = new Set<string>();

  exists(path: string): Promise<boolean> {
    return Promise.resolve(this.texts.has(path) || this.folders.has(path));
  }

  read(path: string): Promise<string> {
    const text = this.texts.get(path);
    return text === undefined ? Promise.reject(new Error(`ENOENT: no such file or directory, open '${path}'`)) : Promise.resolve(text);
  }

  write(path: string, text: string): Promise<void> {
    this.texts.set(path, text);
    return Promise.resolve();
  }

  mkdir(path: string): Promise<void> {
    this.folders.add(path);
    return Promise.resolve();
  }

  remove(path: string): Promise<void> {
    this.texts.delete(path);
    return Promise.resolve();
  }

  list(path: string): Promise<Obsidian.ListedFiles> {
    const inside = (name: string) => name.startsWith(`${path}/`) && !name.slice(path.length + 1).includes('/');
    return Promise.resolve({ files: [...this.texts.keys()].filter(inside), folders: [...this.folders].filter(inside) });
  }
}
