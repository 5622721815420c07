/**
 * Links of the program whose notes were moved outside Obsidian: led to where the program would lead them now. What a note says stays the same,
 * so an edit of the user is not in the way; links that lead somewhere are left alone.
 */
import type { YamlValue } from '../document/document';
import { fingerprintValue } from './fingerprints';
import { readInline } from './inline-text';
import type { PropertyValue } from './properties';
import { rewriteLinks } from './rewrite-links';
import { unquoteLines } from './table-lines';

/** Whether a link, as it is written without its subpath, leads to no file. */
export type IsDead = (link: string) => boolean;

/**
 * A region with its dead links mended.
 * @param wanted the region as the program would write it; it says the same, link by link
 */
export function mendRegion(kept: string, wanted: string, isDead: IsDead): string {
  const there = linkTargets(kept);
  const targets = linkTargets(wanted);
  if (there.length !== targets.length) return kept;
  const next = new Map<string, string | null>();
  there.forEach((target, i) => {
    const to = targets[i] ?? target;
    // One old path that is to lead to two notes cannot be told apart here.
    next.set(target, (next.get(target) ?? to) === to ? to : null);
  });
  if (![...next].some(([from, to]) => to !== null && from !== to && isDead(from))) return kept;
  return rewriteLinks(kept, (path, form) => {
    const to = next.get(path.replace(/\.md$/i, ''));
    return to == null || !isDead(path) ? null : form === 'markdown' ? `${to}.md` : to;
  });
}

/** Targets of the links to notes in order, without `.md` and subpath. */
function linkTargets(region: string): readonly string[] {
  return unquoteLines(region).flatMap((line) => (line.includes('[') ? readInline(line) : [])).flatMap((part) => (part.kind === 'link' && !/^[a-z][a-z0-9+.-]*:/i.test(part.target) ? [part.target.replace(/#.*$/, '').replace(/\.md$/i, '')] : []));
}

/** A property with its dead links mended; null where none of them is dead, or none has a better one. */
export function mendProperty(current: YamlValue, wanted: PropertyValue, isDead: IsDead): PropertyValue | null {
  const items = Array.isArray(current) ? (current as readonly YamlValue[]) : [current];
  if (!items.every((item) => typeof item === 'string')) return null;
  const better = new Map((Array.isArray(wanted) ? (wanted as readonly string[]) : [String(wanted)]).map((item) => [fingerprintValue(item), item]));
  const mended = items.map((item) => {
    const link = /^\[\[([^\]|#]+)/.exec(item)?.[1]?.trim();
    const to = link !== undefined && isDead(link) ? better.get(fingerprintValue(item)) : undefined;
    return to ?? (item);
  });
  if (mended.every((item, i) => item === items[i])) return null;
  return Array.isArray(current) ? mended : (mended[0] ?? null);
}
