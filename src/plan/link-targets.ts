/** Where the links of a vault lead, as Obsidian finds it, and how to write a link to another note in the same manner. */
import type { LinkForm } from '../notes/rewrite-links';
import { relativePath } from '../notes/links';
import { folderOf } from './paths';

/** Path of the file that a link leads to from the note `from`; null where there is none. The link is decoded, without subpath. */
export type FindTarget = (link: string, from: string, form: LinkForm) => string | null;

/** @param paths paths of all files of the vault. */
export function targetFinder(paths: readonly string[]): FindTarget {
  const byPath = new Map(paths.map((path) => [path.toLowerCase(), path]));
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const name = nameOf(path).toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return (link, from, form) => {
    const folder = folderOf(from);
    const wanted = (path: string): readonly string[] => [path.toLowerCase(), `${path.toLowerCase()}.md`];
    const exact = (path: string): string | undefined => wanted(path).flatMap((one) => byPath.get(one) ?? [])[0];
    if (/^\.\.?\//.test(link)) return exact(joinPath(folder, link)) ?? null;
    const plain = link.replace(/^\//, '');
    const beside = form === 'markdown' && plain === link ? exact(joinPath(folder, plain)) : undefined;
    const found = beside ?? exact(plain);
    if (found !== undefined) return found;
    const ends = wanted(plain).flatMap((one) => (byName.get(nameOf(one)) ?? []).filter((path) => path.toLowerCase().endsWith(`/${one}`)));
    return ends.find((path) => folderOf(path) === folder) ?? ends.sort((a, b) => depthOf(a) - depthOf(b) || a.length - b.length || (a < b ? -1 : 1))[0] ?? null;
  };
}

/**
 * A link to `to` written as `link` was: short, relative, from the top, with or without `.md`.
 * @param find finds targets in the vault as it will be, so that a short link is only written where it leads to `to`
 */
export function writeLinkLike(link: string, form: LinkForm, from: string, to: string, find: FindTarget): string {
  const shorten = (path: string): string => (/\.md$/i.test(link) ? path : path.replace(/\.md$/i, ''));
  const candidates: string[] = [];
  if (link.startsWith('./')) candidates.push(withDot(relativePath(from, to)));
  else if (link.startsWith('../')) candidates.push(relativePath(from, to));
  else if (link.startsWith('/')) candidates.push(`/${to}`);
  else if (!link.includes('/')) candidates.push(nameOf(to));
  // Markdown links are written as seen from the note where that is how they were found; a path from the top stays one.
  if (form === 'markdown' && !link.startsWith('/') && folderOf(from) !== '' && !link.toLowerCase().startsWith(`${topOf(to)}/`)) candidates.push(relativePath(from, to));
  const written = candidates.map(shorten).find((path) => find(path, from, form) === to);
  return written ?? shorten(to);
}

function withDot(path: string): string {
  return path.startsWith('../') ? path : `./${path}`;
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '');
}

function topOf(path: string): string {
  return (path.split('/')[0] ?? '').toLowerCase();
}

function depthOf(path: string): number {
  return path.split('/').length;
}

function joinPath(folder: string, link: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of link.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
