import { CORE_SCHEMA, dump, load } from 'js-yaml';
import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { findLinks, frontMatterEnd, readLines, splitLink } from './link-syntax';
import type { MetadataCache } from './metadata-cache';
import { parentPath } from './paths';
import type { Vault } from './vault';

/** What the user may have set in the app's settings. */
export interface FileSettings {
  /** "Automatically update internal links". */
  readonly updateLinks: boolean;
}

export class FileManager implements HostOf<Obsidian.FileManager> {
  constructor(
    private readonly vault: Vault,
    private readonly metadata: MetadataCache,
    private readonly settings: FileSettings,
  ) {}

  getNewFileParent(): Obsidian.TFolder {
    return this.vault.getRoot();
  }

  /** Moves a file or a folder and, where the user's setting says so, rewrites the links that led there or into it. */
  async renameFile(file: Obsidian.TAbstractFile, newPath: string): Promise<void> {
    await this.metadata.settled();
    const moved = this.filesIn(file).map((each) => ({ file: each, leadsHere: this.linksFromNotes(each.path) }));
    await this.vault.rename(file, newPath);
    if (!this.settings.updateLinks) return;
    for (const { file: target, leadsHere } of moved) {
      for (const [note, originals] of leadsHere) {
        await this.vault.process(note, (text) => rewriteLinks(text, originals, (display) => this.linkTo(target, note.path, display)));
      }
    }
  }

  async trashFile(file: Obsidian.TAbstractFile): Promise<void> {
    await this.vault.trash(file, false);
  }

  generateMarkdownLink(file: Obsidian.TFile, sourcePath: string, subpath = '', alias?: string): string {
    if (this.vault.getFileByPath(file.path) === null) throw new Error('The file of a link must exist.');
    const text = this.metadata.fileToLinktext(file, sourcePath) + subpath;
    return alias === undefined ? `[[${text}]]` : `[[${text}|${alias}]]`;
  }

  /** Rewrites the whole block, as the app does: comments and quoting of the user are lost. */
  async processFrontMatter(file: Obsidian.TFile, change: (frontMatter: Record<string, unknown>) => void): Promise<void> {
    await this.vault.process(file, (text) => {
      const end = frontMatterEnd(text);
      const yaml = text.slice(0, end).replace(/^---[ \t]*\r?\n/, '').replace(/---[ \t]*$/, '');
      const values = (load(yaml, { schema: CORE_SCHEMA }) ?? {}) as Record<string, unknown>;
      change(values);
      const body = text.slice(end).replace(/^\r?\n/, '');
      return Object.keys(values).length === 0 ? body : `---\n${dump(values, { lineWidth: -1, schema: CORE_SCHEMA })}---\n${body}`;
    });
  }

  getAvailablePathForAttachment(name: string, sourcePath = ''): Promise<string> {
    const folder = parentPath(sourcePath);
    const at = (file: string) => (folder === '/' ? file : `${folder}/${file}`);
    const dot = name.lastIndexOf('.');
    let path = at(name);
    for (let n = 1; this.vault.getAbstractFileByPath(path); n += 1) path = at(`${name.slice(0, dot)} ${n}${name.slice(dot)}`);
    return Promise.resolve(path);
  }

  private linksTo(source: string, target: string): Set<string> {
    const cache = this.metadata.getCache(source);
    const references = [...(cache?.links ?? []), ...(cache?.embeds ?? []), ...(cache?.frontmatterLinks ?? [])];
    return new Set(references.filter((link) => this.metadata.getFirstLinkpathDest(splitLink(link.link).path, source)?.path === target).map((link) => link.original));
  }

  /** A file itself, or all files of a folder. */
  private filesIn(entry: Obsidian.TAbstractFile): Obsidian.TFile[] {
    return this.vault.getFiles().filter((file) => file.path === entry.path || file.path.startsWith(`${entry.path}/`));
  }

  /** The links that lead to a path, as they are written, by the note that holds them. */
  private linksFromNotes(path: string): Map<Obsidian.TFile, Set<string>> {
    const linking = this.vault.getMarkdownFiles().filter((note) => this.metadata.resolvedLinks[note.path]?.[path] !== undefined);
    return new Map(linking.map((note) => [note, this.linksTo(note.path, path)]));
  }

  private linkTo(file: Obsidian.TFile, source: string, subpath: string): string {
    return this.metadata.fileToLinktext(file, source) + subpath;
  }
}

/** Gives the links among `originals` another target; display text, subpath and form stay. */
function rewriteLinks(text: string, originals: ReadonlySet<string>, target: (subpath: string) => string): string {
  const lines = readLines(text);
  const rewritten = lines.map((line) => {
    if (line.inCode) return line.text;
    let result = '';
    let from = 0;
    for (const link of findLinks(line.text)) {
      if (!originals.has(link.original)) continue;
      const next = target(splitLink(link.link).subpath);
      const rest = link.original.slice(link.original.indexOf(link.form === 'wiki' ? '[[' : '['));
      const alias = /(\\?\|)([^\]]*)\]\]$/.exec(rest);
      const shown = alias ? `${alias[1] ?? ''}${alias[2] ?? ''}` : '';
      const replacement = link.form === 'wiki' ? `[[${next}${shown}]]` : `[${link.display}](${encodeURI(next.replace(/(#.*)?$/, '.md$1'))})`;
      result += line.text.slice(from, link.start) + (link.isEmbed ? '!' : '') + replacement;
      from = link.start + link.original.length;
    }
    return result + line.text.slice(from);
  });
  return rewritten.join('\n');
}

