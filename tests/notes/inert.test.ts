import fc from 'fast-check';
import { load, CORE_SCHEMA } from 'js-yaml';
import { marked } from 'marked';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { inertCell, inertText, type Where } from '../../src/notes/inert';
import { yamlScalar } from '../../src/notes/yaml-scalar';
import { readInert } from './read-inert';
import { within } from '../support/processor-time';

/** What must never stand in the raw text of a note, whoever looks for it and however simply. */
const LIVE: Readonly<Record<string, RegExp>> = {
  'Templater command': /<%|%>/,
  'HTML or autolink': /<(?!br>)/,
  'fence of code': /```|~~~/,
  'inline query': /`/,
  'inline field': /::/,
  'embed or image': /!\[/,
  'wikilink': /\[\[/,
  'comment': /%%/,
  'tag': /(?:^|\s)#[^\s#]/m,
  'block id': /\^[A-Za-z0-9-]+\s*$/m,
  'highlight': /==/,
  'mathematics': /(?:^|[^\\])\$/,
  'scheme of an app': /(?:obsidian|javascript|file):\/\//i,
};
const LIVE_BLOCK: Readonly<Record<string, RegExp>> = {
  'heading': /^\s*#{1,6}(?:\s|$)/m,
  'list or task': /^\s*(?:[-+*]|\d{1,9}[.)])(?:\s|$)/m,
  'quote or callout': /^\s*>/m,
  'rule or underline': /^\s*(?:-+|=+|\*{3,}|_{3,})\s*$/m,
  'indented code': /^(?: {4}| {0,3}\t)/m,
  'footnote or definition': /^\s*\[[^\]]*\]:/m,
  'table': /^\s*\|/m,
};

function liveParts(markdown: string, where: Where): string[] {
  const patterns = where === 'paragraph' ? { ...LIVE, ...LIVE_BLOCK } : LIVE;
  return Object.entries(patterns).flatMap(([name, pattern]) => (pattern.test(markdown) ? [name] : []));
}

const FRAGMENTS = [
  '<%', '%>', '<%* app.vault.delete() %>', '```dataviewjs', '~~~', '`= 1+1`', '`$= dv.pages()`', 'key:: value', '[key:: v]', '(k:: v)', ':::', '![[note]]', '[[note|x]]',
  '%%', '%', '#tag', '#标签', '# 标题', '##', ' ^id', '^rn-list-1', '![](https://x.example/p.png)', '<iframe src="x">', '<img src=x onerror=y>', '<!-- x -->', '</div>', '$x$', '$$', '==hl==', '=',
  '- [ ] x', '- x', '+ x', '* x', '1. x', '2) x', '---', '===', '| a | b |', '|-|-|', ':-:', '[^1]', '[^1]: x', '[a]: https://b.example', '> q', '> [!note] x', 'obsidian://open?vault=x', 'https://a.example/b?c=d',
  'https://a.example/#x_y_', 'www.a.example', '**b**', '_i_', 'A_B', '~~s~~', '~', '\\', '\\[', '&lt;', '&', '&#35;', '{{date}}', '{% raw %}', '!!! note', '??? x', '    code', '\t', ' ', '\n', '\n\n', '文字', '2.0', '。', 'a', '1', 'é',
];
const hostile = fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 8 }).map((parts) => parts.join(''));

describe('inertText', () => {
  it.each([
    ['尚有157款APP未完成整改（详见附件），应在1月29日前完成。'],
    ['依据《电信条例》“第三条”，占比22.3%，版本1.2.3、2.0（快应用）'],
    ['360手机助手、A_B、C++、AT&T、com.example.app_v2'],
    ['1.违规收集个人信息。'],
    ['https://www.example.org/a/b.html?id=1&x=2'],
  ])('leaves ordinary text of a notice as it is: %s', (text) => {
    for (const where of ['paragraph', 'cell', 'title'] as const) expect(inertText(text, where)).toBe(text);
  });

  it.each<[string, Where, string]>([
    ['<% tp.file.delete() %>', 'paragraph', '&lt;% tp.file.delete() %&gt;'],
    ['开发者:: 甲公司', 'paragraph', '开发者:\\: 甲公司'],
    ['![[私密]]', 'cell', '!\\[\\[私密]]'],
    ['见 #标签 与 C#', 'cell', '见 \\#标签 与 C#'],
    ['%%藏起来%%', 'cell', '%\\%藏起来%\\%'],
    ['末行 ^rn-list-1', 'paragraph', '末行 &#94;rn-list-1'],
    ['`= this.file.name`', 'cell', '&#96;= this.file.name&#96;'],
    ['甲|乙', 'cell', '甲\\|乙'],
    ['一\n二', 'cell', '一<br>二'],
    ['一\n- 二', 'paragraph', '一\n\\- 二'],
    ['3. 名单', 'paragraph', '3\\. 名单'],
    ['obsidian://open?vault=a', 'paragraph', 'obsidian:\\//open?vault=a'],
    ['https://a.example/x#y', 'paragraph', 'https:\\//a.example/x\\#y'],
    ['一\n二', 'title', '一 二'],
  ])('%s in a %s', (text, where, markdown) => {
    expect(inertText(text, where)).toBe(markdown);
  });

  it('reads the same and holds nothing live, whatever the text', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom<Where>('paragraph', 'cell', 'title'), (text, where) => {
        const markdown = inertText(text, where);
        expect(liveParts(markdown, where)).toEqual([]);
        const plain = text.replace(/\r\n?/g, '\n').replace(/\0/g, '\uFFFD');
        expect(readInert(markdown)).toBe(where === 'title' ? plain.replace(/\n/g, ' ') : plain);
      }),
      { seed: 20210122, numRuns: 4000 },
    );
  });

  it('shows the same words in a markdown renderer, as a paragraph, a table cell and a heading', () => {
    const words = (html: string): string => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body.textContent.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(hostile, (text) => {
        const plain = text.replace(/[\r\n\0]+/g, ' ').replace(/\s+/g, ' ').trim();
        const one = text.replace(/[\r\n\0]+/g, ' ').trim();
        fc.pre(plain !== '' && /^[\x20-\x7e\u4e00-\u9fff。é]*$/.test(plain));
        expect(words(marked.parse(`> ${inertText(one, 'paragraph')}\n`, { async: false }))).toBe(plain);
        expect(words(marked.parse(`| h |\n| --- |\n| ${inertText(one, 'cell')} |\n`, { async: false }))).toBe(`h ${plain}`);
        expect(words(marked.parse(`### ${inertText(one, 'title')}\n`, { async: false }))).toBe(plain);
      }),
      { seed: 20210122, numRuns: 1500 },
    );
  });

  it('takes a long line of marks without slowing down with the square of its length', async () => {
    for (const mark of ['_', '`', '[', '#', ':/', ' ', 'https://a_']) await within(10_000, () => inertText(mark.repeat(200_000 / mark.length), 'paragraph'));
  });
});

describe('inertCell', () => {
  it.each([
    ['违规收集<br/>违规使用', '违规收集<br>违规使用'],
    ['[看看新闻](https://a.example)', '看看新闻'],
    ['甲\\_乙 \\| 丙', '甲_乙 \\| 丙'],
    ['![[x]] <% y %>', '!\\[\\[x]] &lt;% y %&gt;'],
    [' 4.10 ', '4.10'],
    ['/', '/'],
  ])('%s → %s', (raw, cell) => {
    expect(inertCell(raw)).toBe(cell);
  });

  it('does not escape its own work again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = inertCell(text);
        expect(inertCell(once)).toBe(once);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe('yamlScalar', () => {
  it.each<[string | number | boolean, string]>([
    ['信息通信管理局', '信息通信管理局'],
    ['2021-01-22', '2021-01-22'],
    ['2021-01', '2021-01'],
    [157, '157'],
    [true, 'true'],
    ['157', '"157"'],
    ['1.10', '"1.10"'],
    ['null', '"null"'],
    ['甲: 乙', '"甲: 乙"'],
    ['C #1', '"C \\u00231"'],
    ['<% x %>', '"\\u003c\\u0025 x \\u0025\\u003e"'],
    ['[[通报/应用/看看新闻|看看新闻]]', '"[[通报/应用/看看新闻|看看新闻]]"'],
    ['- 甲', '"- 甲"'],
    ['', '""'],
    ['https://a.example/x?y=1', 'https://a.example/x?y=1'],
  ])('%s → %s', (value, yaml) => {
    expect(yamlScalar(value)).toBe(yaml);
  });

  it('reads back as the same value and holds nothing live', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)), (value) => {
        const yaml = yamlScalar(value);
        expect(yaml).not.toContain('\n');
        // YAML has no lone halves of a character: they come back as they can.
        fc.pre(typeof value === 'number' || !/\p{Cs}/u.test(value));
        expect((load(`k: ${yaml}`, { schema: CORE_SCHEMA }) as { k: unknown }).k).toBe(value);
        expect((load(`k:\n  - ${yaml}`, { schema: CORE_SCHEMA }) as { k: unknown[] }).k).toEqual([value]);
        const inner = yaml.replace(/^"\[\[([^[\]]*)\]\]"$/, '$1');
        expect(/<%|%>|%%|::|`|!\[\[|\[\[|==|<|(?:^|\s)#\S|"#\S/.test(inner)).toBe(false);
      }),
      { seed: 11, numRuns: 4000 },
    );
  });
});
