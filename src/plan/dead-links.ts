/** Links of a source that lead to no note of the vault: reported, and kept as the text that they show. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import type { LocalLink } from '../document/local-links';

/** Gives one diagnostic for each link that leads nowhere. */
export type ReportDeadLinks = (links: readonly LocalLink[]) => readonly Diagnostic[];

/**
 * One finding for each such link. A link resolves by its path, or by a file name that the vault has.
 * @param paths of all files of the vault; they are put in order once, at the first link of any source
 */
export function deadLinkReporter(paths: readonly string[]): ReportDeadLinks {
  let known: ReadonlySet<string> | null = null;
  return (links) => {
    if (links.length === 0) return [];
    const keys = (known ??= new Set(paths.flatMap((path) => [pathKey(path), pathKey(path.replace(/^.*\//, ''))])));
    return links
      .filter(({ target }) => !keys.has(pathKey(target)) && !keys.has(pathKey(target.replace(/^.*\//, ''))))
      .map(({ line, target }) => diagnostic('dead-link', { line }, { target }));
  };
}

function pathKey(path: string): string {
  return path.normalize('NFC').replace(/^(?:\.{0,2}\/)+/, '').replace(/\.md$/i, '').toLowerCase();
}
