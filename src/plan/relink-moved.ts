/** Keeping the links of a vault when files of it move: one pass over all its notes, whatever the number of files. */
import { relativePath } from '../notes/links';
import { rewriteLinks, type LinkForm } from '../notes/rewrite-links';
import { targetFinder, writeLinkLike, type FindTarget } from './link-targets';
import type { WorkingNotes } from './working-notes';

/** So many notes are read at a time: a disk answers many questions nearly as fast as one. */
const AT_ONCE = 64;

/**
 * Rewrites every link that would lead elsewhere, or nowhere, once the files have moved: links to them, relative links in them, and short
 * links that a moved file would capture. Links that are dead stay as they are. Texts are written at the old paths.
 * @param moves old path → new path
 * @param paths paths of all files of the vault as it is
 */
export async function relinkMoved(moves: ReadonlyMap<string, string>, paths: readonly string[], notes: WorkingNotes): Promise<void> {
  const before = targetFinder(paths);
  const after = targetFinder(paths.map((path) => moves.get(path) ?? path));
  const texts = paths.filter((path) => /\.(?:md|canvas)$/i.test(path));
  for (let at = 0; at < texts.length; at += AT_ONCE) {
    const batch = texts.slice(at, at + AT_ONCE);
    const read = await Promise.all(batch.map((path) => notes.read(path)));
    for (const [i, path] of batch.entries()) {
      const text = read[i] ?? null;
      if (text === null) continue;
      const relinked = /\.canvas$/i.test(path) ? relinkCanvas(text, moves) : relinkNote(text, path, moves, before, after);
      if (relinked !== text) await notes.write(path, relinked);
    }
  }
}

function relinkNote(text: string, path: string, moves: ReadonlyMap<string, string>, before: FindTarget, after: FindTarget): string {
  if (!text.includes('[')) return text;
  const from = moves.get(path) ?? path;
  const retarget = (link: string, form: LinkForm): string | null => {
    const old = before(link, path, form);
    if (old === null) return null;
    const target = moves.get(old) ?? old;
    const hasMoved = target !== old || from !== path;
    const written = (to: string): string => (/\.md$/i.test(link) ? to : to.replace(/\.md$/i, ''));
    // Links by place stay links by place, also where the file would still be found by the end of its path.
    if (isRelative(link, form, path, old)) return hasMoved ? written((link.startsWith('./') ? './' : '') + relativePath(from, target)) : null;
    if (isSamePath(link.replace(/^\//, ''), old)) return hasMoved ? written((link.startsWith('/') ? '/' : '') + target) : null;
    return after(link, from, form) === target ? null : writeLinkLike(link, form, from, target, after);
  };
  return rewriteLinks(text, retarget, { followName: true });
}

/** In a note at the top of the vault a path from the note and one from the top are the same: markdown links are taken for the first. */
function isRelative(link: string, form: LinkForm, from: string, target: string): boolean {
  if (link.startsWith('/') || (form === 'wiki' && !/^\.\.?\//.test(link))) return false;
  const parts = from.split('/').slice(0, -1);
  for (const part of link.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return isSamePath(parts.join('/'), target);
}

function isSamePath(link: string, path: string): boolean {
  return link.replace(/\.md$/i, '').toLowerCase() === path.replace(/\.md$/i, '').toLowerCase();
}

/** A canvas names its files by full path. */
function relinkCanvas(text: string, moves: ReadonlyMap<string, string>): string {
  return text.replace(/("file"\s*:\s*)("(?:[^"\\]|\\.)*")/g, (whole, key: string, value: string) => {
    const to = moves.get(stringOf(value));
    return to === undefined ? whole : key + JSON.stringify(to);
  });
}

function stringOf(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return '';
  }
}
