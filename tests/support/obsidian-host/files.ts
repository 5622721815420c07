import type * as Obsidian from 'obsidian';
import { fileName } from './paths';

export class TAbstractFile implements Obsidian.TAbstractFile {
  vault: Obsidian.Vault;
  path: string;
  name: string;
  parent: Obsidian.TFolder | null = null;

  constructor(vault: Obsidian.Vault, path: string) {
    this.vault = vault;
    this.path = path;
    this.name = fileName(path);
  }

  /** Takes another path; the object stays the same, as plugins that hold on to it expect. */
  moveTo(path: string): void {
    this.path = path;
    this.name = fileName(path);
  }
}

export class TFile extends TAbstractFile implements Obsidian.TFile {
  stat: Obsidian.FileStats = { ctime: 0, mtime: 0, size: 0 };
  basename = '';
  extension = '';

  constructor(vault: Obsidian.Vault, path: string) {
    super(vault, path);
    this.nameParts();
  }

  override moveTo(path: string): void {
    super.moveTo(path);
    this.nameParts();
  }

  private nameParts(): void {
    const dot = this.name.lastIndexOf('.');
    this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
    this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : '';
  }
}

export class TFolder extends TAbstractFile implements Obsidian.TFolder {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}
