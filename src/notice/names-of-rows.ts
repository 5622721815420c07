/** The name in a cell: without the marks that point to a note, and apart from a version in the same cell. */

/** Marks of notes behind a name: [1], 【注2】, （注）, ①, *. */
const NOTE_MARK = /\s*(?:\[\^?[0-9]{1,2}\]|【\s*注?\s*[0-9]{1,2}\s*】|[（(]\s*注\s*[0-9]{0,2}\s*[)）]|[\u00b9\u00b2\u00b3\u2070-\u2079]+|[*＊※]+)$/;
const MAY_END_A_MARK = /[\]】)）*＊※\u00b9\u00b2\u00b3\u2070-\u2079]$/;
const VERSION_BEHIND = /^(.+?)\s*[（(【[]?\s*(?:版本号?\s*[:：]?\s*)?([vV]?[0-9]+(?:\.[0-9A-Za-z_-]+)+[^\s）)】\]]*)\s*[）)】\]]?$/;
const VERSION_IN_BRACKETS = /^(.+?)\s*[（(]\s*(?:版本号?\s*[:：]?\s*)([^）)]+?)\s*[）)]$/;

/** @param withVersion the heading says that the column holds name and version. */
export function splitName(cell: string | null, withVersion: boolean): { readonly name: string | null; readonly version: string | null } {
  if (cell === null) return { name: null, version: null };
  const unmarked = MAY_END_A_MARK.test(cell) ? cell.replace(NOTE_MARK, '') : cell;
  const name = unmarked === '' ? cell : unmarked;
  const parts = withVersion ? (VERSION_IN_BRACKETS.exec(name) ?? VERSION_BEHIND.exec(name)) : null;
  return parts === null ? { name, version: null } : { name: (parts[1] ?? '').trim(), version: parts[2] ?? null };
}
