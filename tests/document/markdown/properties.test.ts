import fc from 'fast-check';
import { Lexer } from 'marked';
import { describe, expect, test } from 'vitest';
import { walkBlocks } from '../../../src/document/document';
import type { Block, Document } from '../../../src/document/document';
import { outline, read } from './outline';
import { within } from '../../support/processor-time';

const RUNS = { seed: 20260801, numRuns: 400 };

/** Pieces that mean something to the reader; a text made of them is a damaged notice. */
const PIECES = [
  '\n', '\n\n', '\r\n', ' ', '    ', '\t', '> ', '> > ', '> [!abstract]+ 名单\n', '- ', '1. ', '+   ', '# ', '## 附件\n', '---\n', '```\n', '```yaml\n', '~~~', '??? note "甲"\n', '!!! warning\n', '=== "页"\n',
  '{% note info %}', '{% endnote %}', '{: align=right }', '<!--', '-->', '<!-- more -->', '%%', '<br>', '<table>', '<tr><td rowspan="3">', '</td></tr></table>', '<div>', '</div>', '<details>', '<summary>', '</summary>', '</details>', '<p>', '<a href="x">', '</a>', '<script>', '<IDE>',
  '| 序号 | 名称 |\n', '| --- | --- |\n', '| 1 | 甲 | 多 |\n', '|', '\\|', ' a | b\n', '--- | ---\n', '`', '``', '*', '**', '_', '~~', '==', '[', ']', '(', ')', '![', '[[', ']]', '[^1]', '[^1]: ', '[甲]: /x\n', '\\', '&amp;', '&', 'https://example.com/', '“', '。', '通报', 'APP', '7.1.2', '\u00A0', '\u3000', '𠮷', '😀', '\u0000', '__proto__: ', 'title: 甲\n',
];
const damaged = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(''));

function linesOf(document: Document): number[] {
  const own = (block: Block): number[] =>
    block.kind === 'table' ? [block.line, ...block.rows.map((row) => row.line)] : block.kind === 'list' ? [block.line, ...block.items.map((item) => item.line)] : [block.line];
  return [...[...walkBlocks(document.blocks)].flatMap(({ block }) => own(block)), ...document.footnotes.map((note) => note.line), ...document.diagnostics.map((d) => d.place.line ?? 1)];
}

describe('whatever the text', () => {
  test('it is read, with lines of the file and rows as wide as their headings', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const document = read(text);
        const last = text.split(/\r\n|\n|\r/).length;
        for (const line of linesOf(document)) expect(line >= 1 && line <= last).toBe(true);
        for (const { block } of walkBlocks(document.blocks)) {
          if (block.kind === 'table') for (const row of block.rows) expect(row.cells.length).toBe(block.header.length);
        }
        expect(read(text)).toEqual(document);
      }),
      RUNS,
    );
  });

  test('no Chinese word outside of comments and markup is lost', () => {
    const words = fc.array(fc.tuple(fc.constantFrom('> ', '- ', '## ', '', '    ', '1. ', '| 1 | ', '> > ', '**', '`', '![](a.png)', '{% x %}', '[^1]: ', '[', '<p>', '<IDE>', '!!! note "题"\n    '), fc.constantFrom('', ' |', '**', '`', ']', '](x)', '</p>', '<br>', '\n| - | - |'), fc.constantFrom('\n', '\n\n', '  \n')), { maxLength: 40 });
    fc.assert(
      fc.property(words, (parts) => {
        const names = parts.map((_, at) => `字${String.fromCharCode(0x5000 + at)}`);
        const text = parts.map(([before, after, end], at) => before + (names[at] ?? '') + after + end).join('');
        const shown = JSON.stringify(read(text));
        expect(names.filter((name) => !shown.includes(name))).toEqual([]);
      }),
      RUNS,
    );
  });

  const HOSTILE: readonly (readonly [string, string])[] = [
    ...['[', ']', '![', '[[', '](', '[](', '*a_ ', '**a', '`a``', '<a ', '<!--', '<!-- -->', '%%', '\\', '&', '> ', '- ', '|', '| a ', '~~~a\n\n', '```a\n\n', '<div>\n\n', '{% a %}\n', '{% a ', '[^a]: \n', '??? a\n    ', '# #', ' ', '\t', '\u00A0', '1. ', '(((', 'https://a)', '<p>', '</p>', '_a', '==a', '{:', '[a]: b   "', '<summary>', '<details>\n'].map((piece) => [`${JSON.stringify(piece)} over and over`, piece.repeat(Math.ceil(200_000 / piece.length))] as const),
    ['a heading and blanks', `# a${' '.repeat(200_000)}b`],
    ['a tag and blanks', `{% a${' '.repeat(200_000)}b`],
    ['a reference and blanks', `[a]: b${' '.repeat(200_000)}c`],
    ['deeper and deeper', Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}- 甲`).join('\n')],
    ['wide headings over many short rows', `${'| a '.repeat(10_000)}|\n${'| - '.repeat(10_000)}|\n${'| 1\n'.repeat(30_000)}`],
    ['tags without end', `${'{% note %}\n'.repeat(18_000)}{% endnote %}`],
    ['fences that grow', Array.from({ length: 600 }, (_, at) => '`'.repeat(at + 3)).join('\n\n')],
    ['front matter without end', `---\n${'a: 1\n'.repeat(40_000)}`],
    ['deep elements', '<div>'.repeat(3_000) + '甲' + '</div>'.repeat(3_000)],
  ];
  // All are read in a fraction of a second; the square of the length would take minutes.
  test.each(HOSTILE)('%s: 200 KB in no time', async (_, text) => {
    await within(4000, () => read(text));
  });
});

describe('beside a CommonMark parser', () => {
  /** Blocks both must agree on, in a text without the dialects that marked does not know. */
  const plain = fc
    .array(fc.oneof(
      fc.constantFrom('# 标题', '## 小节 two', '***', '> 引文\n> 又一行', '> > 深', '- 甲\n- 乙', '1. 一\n2. 二\n\n   续', '```js\nlet a = 1;\n```', '| a | b |\n| --- | --- |\n| 1 | `x` |\n| 2 | \\| |', 'a | b\n-|-\n1 | 2', '一段**文字**，[链接](x.md)与`码`', 'two\nlines', '标题\n===', '+ 甲\n\n  续段\n  - 丙'),
    ), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join('\n\n'));

  const KINDS: Readonly<Record<string, string>> = { heading: 'heading', paragraph: 'paragraph', text: 'paragraph', table: 'table', code: 'code', list: 'list', blockquote: 'container' };

  function kindsByMarked(text: string): string[] {
    const walk = (tokens: readonly { type: string; tokens?: unknown; items?: unknown; header?: { text: string }[]; rows?: { text: string }[][] }[]): string[] =>
      tokens.flatMap((token) => {
        const kind = KINDS[token.type];
        if (kind === undefined) return [];
        if (token.type === 'list') return [kind, ...(token.items as { tokens: never[] }[]).flatMap((item) => walk(item.tokens))];
        if (token.type === 'blockquote') return [kind, ...walk(token.tokens as never[])];
        return token.type === 'table' ? [`table ${String(token.header?.length)}x${String(token.rows?.length)}`] : [kind];
      });
    return walk(new Lexer({ gfm: true }).lex(text));
  }

  test('plain markdown has the same blocks', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const ours = [...walkBlocks(read(text).blocks)].map(({ block }) => (block.kind === 'table' ? `table ${block.header.length}x${block.rows.length}` : block.kind));
        expect(ours, outline(text).join('\n')).toEqual(kindsByMarked(text));
      }),
      RUNS,
    );
  });
});
