/** What people and their programs do to a vault between imports: random edits, and the lines that must survive them. */
import fc from 'fast-check';
import { readPropertyBlock } from '../../src/notes/property-lines';
import { allLinks } from './vault-links';
import type { MemoryVault } from './memory-vault';

/** One edit; the numbers choose file and line among those that are there. */
export interface UserEdit {
  readonly kind: EditKind;
  readonly file: number;
  readonly line: number;
  /** The words of an inserted line; `§` is where its own number stands. */
  readonly words: string;
}

const KINDS = ['insert', 'append-to-line', 'fence', 'open-fence', 'delete-line', 'double-line', 'double-marker', 'drop-marker', 'pad-tables', 'fold', 'rename', 'rename-linked', 'move-folder', 'crlf', 'final-newline', 'delete-note', 'property', 'own-note', 'byte-order-mark'] as const;
type EditKind = (typeof KINDS)[number];

/** Lines as users write them, in front matter, callouts, tables and text. */
const WORDS = [
  '我的§号', '> 我的§号', '> | 9 | 我的§号 |', '> | 2021-01-22 | [[不在#^rn-list-1\\|总第10批 №9]] | 我的§号 |', '> - 我的§号', '> +   [我的§号](不在的通报.md)', '- [ ] 我的§号', '# 我的§号', '我的§号: 是', '# 我的§号 注',
  '  - 我的§号', '  我的§号', '- 我的§号', '%% 我的§号 %%', '| a | 我的§号 |', '> [!note] 我的§号', '> > 我的§号', '[[通报/应用/晨光看看]] 我的§号', '^我的§号', '我的§号 ^rn-list-1', '<!-- 我的§号 -->', '\t我的§号', '我的§号  ', '%% regulatory-notices 我的§号=1a %%', '    我的§号',
] as const;

export const userEdit: fc.Arbitrary<UserEdit> = fc.record({
  kind: fc.oneof({ weight: 5, arbitrary: fc.constant<EditKind>('insert') }, { weight: 2, arbitrary: fc.constant<EditKind>('append-to-line') }, { weight: 6, arbitrary: fc.constantFrom<EditKind>(...KINDS) }),
  file: fc.nat(997),
  line: fc.nat(9973),
  words: fc.constantFrom(...WORDS),
});

const TOKEN = /我的\d+号/g;

/** Every line that bears words of the user, file by file in order, with the part of the note it stands in. */
export function userLines(vault: MemoryVault): readonly string[] {
  return [...vault.files].flatMap(([path, text]) => {
    if (!text.includes('我的')) return [];
    const end = readPropertyBlock(text)?.end ?? 0;
    let at = 0;
    return text.split('\n').flatMap((line) => {
      const part = at < end ? 'properties' : 'body';
      at += line.length + 1;
      return (line.match(TOKEN) ?? []).length === 0 ? [] : [`${path} ${part}: ${line.replace(/\r$/, '')}`];
    });
  });
}

/** Carries out an edit; one that has nothing to work on does nothing. `number` makes its words its own. */
export function applyEdit(vault: MemoryVault, edit: UserEdit, number: number): void {
  const { files } = vault;
  const path = [...files.keys()][edit.file % Math.max(files.size, 1)];
  const text = path === undefined ? undefined : files.get(path);
  if (path === undefined || text === undefined) return;
  const words = edit.words.replace('§', String(number));
  const lines = text.split('\n');
  const at = edit.line % lines.length;
  const end = text.includes('\r\n') ? '\r' : '';
  const write = (changed: string): void => void files.set(path, changed);
  const splice = (place: number, remove: number, ...added: string[]): void => {
    lines.splice(place, remove, ...added);
    write(lines.join('\n'));
  };
  const markers = lines.flatMap((line, i) => (/^\^rn-/.test(line) ? [i] : []));
  const marker = markers[edit.line % Math.max(markers.length, 1)];
  switch (edit.kind) {
    case 'insert': { splice(at, 0, words + end); return; }
    case 'append-to-line': { splice(at, 1, (lines[at] ?? '').replace(/ \|(\r?)$| ?(\r?)$/, (_, row?: string, plain?: string) => (row === undefined ? ` 我的${number}号${plain ?? ''}` : ` 我的${number}号 |${row}`))); return; }
    case 'fence': { splice(at, 0, '```' + end, words + end, '```' + end); return; }
    case 'open-fence': { splice(at, 0, '```' + end); return; }
    case 'delete-line': { splice(at, 1); return; }
    case 'double-line': { splice(at, 0, (lines[at] ?? '').replace(TOKEN, '')); return; }
    case 'double-marker': { if (marker !== undefined) splice(at, 0, '> 又一处' + end, end, lines[marker] ?? '', end); return; }
    case 'drop-marker': { if (marker !== undefined) splice(marker, 1); return; }
    case 'pad-tables': { write(text.replace(/^(> \|.*\|)(\r?)$/gm, (_, row: string, cr: string) => row.replace(/ \|/g, '    |') + cr)); return; }
    case 'fold': { write(text.replace(/^(> \[!\w+\])\+/gm, '$1-')); return; }
    case 'rename': { move(vault, new Map([[path, renamed(path, number)]]), false); return; }
    case 'rename-linked': { move(vault, new Map([[path, renamed(path, number)]]), true); return; }
    case 'move-folder': {
      const folder = path.split('/').slice(0, 1 + (edit.line % Math.max(path.split('/').length - 1, 1))).join('/');
      if (!path.startsWith(`${folder}/`)) return undefined;
      const to = edit.line % 2 === 0 ? `监管/${folder}` : `${folder}${number}`;
      move(vault, new Map([...files.keys()].filter((one) => one.startsWith(`${folder}/`)).map((one) => [one, to + one.slice(folder.length)])), edit.line % 3 > 0); return;
    }
    case 'crlf': { write(text.includes('\r') ? text.replace(/\r\n/g, '\n') : text.replace(/\n/g, '\r\n')); return; }
    case 'final-newline': { write(text.replace(/(?:\r?\n)+$/, '')); return; }
    case 'delete-note': return void files.delete(path);
    case 'property': { splice(at, 1, (lines[at] ?? '').replace(/^([^\s:>#-]+): .*?(\r?)$/, `$1: 我的${number}号$2`)); return; }
    case 'own-note': return void files.set(`笔记${number}/晨光看看.md`, `我的${number}号 说的是[[晨光看看]]`);
    case 'byte-order-mark': { write(text.startsWith('\uFEFF') ? text.slice(1) : `\uFEFF${text}`); return; }
  }
}

function renamed(path: string, number: number): string {
  return path.replace(/[^/]*$/, `改名${number}.md`);
}

/** Renames files as the app does (`linked`: full links follow), or as a file manager does. */
export function move({ files }: MemoryVault, paths: ReadonlyMap<string, string>, linked: boolean): void {
  const taken = new Set([...files.keys()].map((path) => path.toLowerCase()));
  const moves = new Map([...paths].filter(([, to]) => !taken.has(to.toLowerCase())));
  const entries = [...files].map(([path, text]) => [moves.get(path) ?? path, linked ? relink(text, moves) : text] as const);
  files.clear();
  for (const [path, text] of entries) files.set(path, text);
}

function relink(text: string, moves: ReadonlyMap<string, string>): string {
  const targets = new Set(allLinks(new Map([['x.md', text]])).map(({ target }) => target.split('#')[0] ?? ''));
  let result = text;
  for (const target of targets) {
    const to = moves.get(`${target}.md`);
    if (to !== undefined) result = result.replaceAll(`[[${target}`, `[[${to.replace(/\.md$/, '')}`);
  }
  return result;
}
