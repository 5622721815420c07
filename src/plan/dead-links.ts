/** Links of a source that lead to no note of the vault: reported, and kept as the text that they show. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import type { LocalLink } from '../document/local-links';

/** One finding for each such link. A link resolves by its path, or by a file name that the vault has. */
export function reportDeadLinks(links: readonly LocalLink[], paths: readonly string[]): readonly Diagnostic[] {
  if (links.length === 0) return [];
  const known = new Set(paths.flatMap((path) => [pathKey(path), pathKey(path.replace(/^.*\//, ''))]));
  return links
    .filter(({ target }) => !known.has(pathKey(target)) && !known.has(pathKey(target.replace(/^.*\//, ''))))
    .map(({ line, target }) => diagnostic('dead-link', { line }, { target }));
}

function pathKey(path: string): string {
  return path.normalize('NFC').replace(/^(?:\.{0,2}\/)+/, '').replace(/\.md$/i, '').toLowerCase();
}
