/** Which lines of front matter belong to which property. */

/** The lines of front matter, with the properties that they make up. */
export interface PropertyBlock {
  /** Offsets of the lines between the `---`, in UTF-16 units; `end` is where the closing line begins. */
  readonly start: number;
  readonly end: number;
  readonly eol: '\n' | '\r\n';
  /** With their line ends. */
  readonly lines: readonly string[];
  readonly entries: readonly PropertyLines[];
}

/** One property and its lines. */
export interface PropertyLines {
  readonly name: string;
  /** The key as it is written, quotes included. */
  readonly keyText: string;
  /** Index of its first line, and of the line after its last. */
  readonly start: number;
  readonly end: number;
  /** Comment on the line of the key, `#` included; empty where there is none. */
  readonly comment: string;
  readonly isBlockScalar: boolean;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#\-?:,[\]{}&*!|>'"%@`](?:[^:#]|:(?=\S)|#)*?|[-?:](?=\S)(?:[^:#]|:(?=\S)|#)*?)\s*:(?=\s|$)(.*)$/;

/** The front matter of a text at its very beginning, as Obsidian wants it; null where there is none. */
export function readPropertyBlock(text: string): PropertyBlock | null {
  const opening = /^\uFEFF?---[ \t]*(\r?\n)/.exec(text);
  if (opening === null) return null;
  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/gm;
  closing.lastIndex = start;
  const end = closing.exec(text)?.index;
  if (end === undefined) return null;
  const eol = opening[1] === '\r\n' ? '\r\n' : '\n';
  const lines = text.slice(start, end).match(/[^\n]*\n/g) ?? [];
  return { start, end, eol, lines, entries: findEntries(lines.map((line) => line.replace(/\r?\n$/, ''))) };
}

function findEntries(lines: readonly string[]): readonly PropertyLines[] {
  const entries: PropertyLines[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const key = KEY.exec(lines[i] ?? '');
    if (key === null) continue;
    const rest = key[2] ?? '';
    const isBlockScalar = /^\s*(?:[&!]\S+\s+)*[|>][-+\d]*\s*(?:#.*)?$/.test(rest);
    let end = i + 1;
    for (let j = i + 1; j < lines.length; j += 1) {
      const line = lines[j] ?? '';
      if (/^\s+\S/.test(line) || (!isBlockScalar && /^-(?:\s|$)/.test(line))) end = j + 1;
      else if (!/^\s*$|^#/.test(line)) break;
    }
    entries.push({ name: unquoteKey(key[1] ?? ''), keyText: key[1] ?? '', start: i, end, comment: readComment(rest), isBlockScalar });
    i = end - 1;
  }
  return entries;
}

function unquoteKey(key: string): string {
  if (key.startsWith("'")) return key.slice(1, -1).replace(/''/g, "'");
  if (!key.startsWith('"')) return key;
  try {
    return String(JSON.parse(key));
  } catch {
    return key.slice(1, -1);
  }
}

/** `# …` after a value; a `#` inside quotes or right after a character is none. */
function readComment(rest: string): string {
  const quoted = /^\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0] ?? '';
  const comment = /(?:^|\s)(#.*)$/.exec(rest.slice(quoted.length));
  return comment?.[1] ?? '';
}
