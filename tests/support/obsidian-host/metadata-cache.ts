import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { Events } from './events';
import { TFile } from './files';
import { splitLink } from './link-syntax';
import { parseMetadata } from './metadata-parse';
import { collisionKey, fileName, normalizePath, parentPath } from './paths';
import type { Vault } from './vault';

type Counts = Record<string, Record<string, number>>;

interface LinkTables {
  readonly resolved: Counts;
  readonly unresolved: Counts;
}

interface NameTable {
  readonly byPath: Map<string, TFile>;
  readonly byName: Map<string, TFile[]>;
}

/** The app's index: it follows the vault with a delay, so that a note just written is not in it yet. */
export class MetadataCache extends Events implements HostOf<Obsidian.MetadataCache> {
  private links: LinkTables | null = null;
  private names: NameTable | null = null;
  private readonly caches = new Map<string, Obsidian.CachedMetadata>();
  private readonly waiting = new Set<TFile>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly vault: Vault, private readonly delay: number) {
    super();
    const later = (file: unknown) => {
      if (file instanceof TFile && file.extension === 'md') this.schedule(file);
    };
    vault.on('create', (file) => {
      this.forgetLinks();
      later(file);
    });
    vault.on('modify', later);
    vault.on('delete', (file) => {
      if (!(file instanceof TFile)) return;
      const before = this.caches.get(file.path) ?? null;
      this.caches.delete(file.path);
      this.waiting.delete(file);
      this.trigger('deleted', file, before);
      this.forgetLinks();
    });
    vault.on('rename', (file, oldPath) => {
      if (!(file instanceof TFile) || typeof oldPath !== 'string') return;
      const cache = this.caches.get(oldPath);
      this.caches.delete(oldPath);
      if (cache) this.caches.set(file.path, cache);
      this.forgetLinks();
    });
  }

  getFileCache(file: Obsidian.TFile): Obsidian.CachedMetadata | null {
    return this.caches.get(file.path) ?? null;
  }

  getCache(path: string): Obsidian.CachedMetadata | null {
    return this.caches.get(path) ?? null;
  }

  fileToLinktext(file: Obsidian.TFile, _sourcePath: string, omitExtension = true): string {
    const name = omitExtension && file.extension === 'md' ? file.basename : file.name;
    if (this.nameTable().byName.get(collisionKey(file.name))?.length === 1) return name;
    return omitExtension && file.extension === 'md' ? file.path.slice(0, -3) : file.path;
  }

  /** Where a link leads: the exact path, else the file of that name nearest to the top, one beside the source first. */
  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    const target = normalizePath(linkpath);
    const folder = parentPath(sourcePath);
    const joined = target.startsWith('.') ? resolveRelative(folder, target) : target;
    const { byPath, byName } = this.nameTable();
    const wanted = [collisionKey(joined), collisionKey(`${joined}.md`)];
    for (const path of wanted) {
      const exact = byPath.get(path);
      if (exact) return exact;
    }
    const ends = wanted.flatMap((path) => (byName.get(fileName(path)) ?? []).filter((file) => collisionKey(file.path).endsWith(`/${path}`)));
    const beside = ends.find((file) => parentPath(file.path) === folder);
    return beside ?? ends.sort((a, b) => a.path.split('/').length - b.path.split('/').length || a.path.length - b.path.length)[0] ?? null;
  }

  get resolvedLinks(): Record<string, Record<string, number>> {
    return (this.links ??= this.resolveAll()).resolved;
  }

  get unresolvedLinks(): Record<string, Record<string, number>> {
    return (this.links ??= this.resolveAll()).unresolved;
  }

  /** For tests: waits until every written note is indexed. */
  async settled(): Promise<void> {
    while (this.waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  private schedule(file: TFile): void {
    this.waiting.add(file);
    this.timer ??= setTimeout(() => this.index(), this.delay);
  }

  private index(): void {
    this.timer = null;
    const files = [...this.waiting];
    this.waiting.clear();
    for (const file of files) {
      const text = this.vault.peek(file.path);
      if (text === null) continue;
      const cache = parseMetadata(text);
      this.caches.set(file.path, cache);
      this.trigger('changed', file, text, cache);
    }
    this.forgetLinks();
    for (const file of files) this.trigger('resolve', file);
    this.trigger('resolved');
  }

  /** A file more, less or elsewhere can change where any link leads. */
  private forgetLinks(): void {
    this.links = null;
    this.names = null;
  }

  private nameTable(): NameTable {
    if (this.names) return this.names;
    const byPath = new Map<string, TFile>();
    const byName = new Map<string, TFile[]>();
    for (const file of this.vault.getFiles()) {
      byPath.set(collisionKey(file.path), file);
      const name = collisionKey(file.name);
      byName.set(name, [...(byName.get(name) ?? []), file]);
    }
    this.names = { byPath, byName };
    return this.names;
  }

  private resolveAll(): LinkTables {
    const tables: LinkTables = { resolved: {}, unresolved: {} };
    for (const [path, cache] of this.caches) {
      const resolved: Record<string, number> = {};
      const unresolved: Record<string, number> = {};
      for (const reference of [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])]) {
        const target = splitLink(reference.link).path;
        const file = target === '' ? this.vault.getFileByPath(path) : this.getFirstLinkpathDest(target, path);
        if (file) resolved[file.path] = (resolved[file.path] ?? 0) + 1;
        else unresolved[target] = (unresolved[target] ?? 0) + 1;
      }
      tables.resolved[path] = resolved;
      tables.unresolved[path] = unresolved;
    }
    return tables;
  }
}

function resolveRelative(folder: string, target: string): string {
  const parts = folder === '/' ? [] : folder.split('/');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
