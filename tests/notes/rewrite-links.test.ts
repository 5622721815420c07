import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteLinks, type LinkForm } from '../../src/notes/rewrite-links';
import { targetFinder, writeLinkLike } from '../../src/plan/link-targets';

const OLD = '通报/应用/青禾图库.md';
const NEW = '通报/应用/青禾相册.md';
const PATHS = [OLD, NEW, '日记/2021.md', '日记/青禾.md', '通报/侵害通报/甲.md'];
const before = targetFinder(PATHS);
const after = targetFinder(PATHS.filter((path) => path !== OLD));

function moved(text: string, from = '日记/2021.md'): string {
  return rewriteLinks(text, (link: string, form: LinkForm) => (before(link, from, form) === OLD ? writeLinkLike(link, form, from, NEW, after) : null));
}

describe('a link that leads to a note that goes', () => {
  it.each([
    ['short, its words kept', '见[[青禾图库]]。', '见[[青禾相册|青禾图库]]。'],
    ['short with .md', '[[青禾图库.md|图库]]', '[[青禾相册.md|图库]]'],
    ['full', '[[通报/应用/青禾图库|图库]]', '[[通报/应用/青禾相册|图库]]'],
    ['part of the path', '[[应用/青禾图库|图库]]', '[[通报/应用/青禾相册|图库]]'],
    ['from the top', '[[/通报/应用/青禾图库|图库]]', '[[/通报/应用/青禾相册|图库]]'],
    ['in another case of letters and with blanks', '[[ 青禾图库 |图库]]', '[[青禾相册|图库]]'],
    ['to a heading', '[[青禾图库#笔记]]', '[[青禾相册#笔记|青禾图库 > 笔记]]'],
    ['to a block', '[[青禾图库#^rn-record|记录]]', '[[青禾相册#^rn-record|记录]]'],
    ['embedded', '![[青禾图库]] 和 ![[青禾图库#笔记|300]]', '![[青禾相册]] 和 ![[青禾相册#笔记|300]]'],
    ['markdown, relative', '[图库](../通报/应用/青禾图库.md)', '[图库](../通报/应用/青禾相册.md)'],
    ['markdown, from the top', '[图库](通报/应用/青禾图库.md "题目")', '[图库](通报/应用/青禾相册.md "题目")'],
    ['markdown, by name', '[图库](青禾图库.md#笔记)', '[图库](青禾相册.md#笔记)'],
    ['markdown, percent-encoded', '[图库](../%E9%80%9A%E6%8A%A5/%E5%BA%94%E7%94%A8/%E9%9D%92%E7%A6%BE%E5%9B%BE%E5%BA%93.md)', `[图库](../${encodeURI('通报/应用/青禾相册.md')})`],
    ['markdown in angle brackets', '[图库](<../通报/应用/青禾图库.md>)', '[图库](<../通报/应用/青禾相册.md>)'],
    ['around an image', '[![图](a.png)](青禾图库.md)', '[![图](a.png)](青禾相册.md)'],
    ['in a definition', '[图库]: 青禾图库.md', '[图库]: 青禾相册.md'],
    ['twice in a line', '[[青禾图库|甲]]、`[[青禾图库]]`、[[青禾图库|乙]]', '[[青禾相册|甲]]、`[[青禾图库]]`、[[青禾相册|乙]]'],
    ['in a nested list', '- 一\n    - [[青禾图库|图库]]', '- 一\n    - [[青禾相册|图库]]'],
    ['in a callout', '> [!note] 题\n> [[青禾图库|图库]]', '> [!note] 题\n> [[青禾相册|图库]]'],
    ['in a comment', '%% [[青禾图库|图库]] %%', '%% [[青禾相册|图库]] %%'],
  ])('%s', (_, text, expected) => {
    expect(moved(text)).toBe(expected);
    expect(moved(text.replace(/\n/g, '\r\n'))).toBe(expected.replace(/\n/g, '\r\n'));
  });

  it('in a table, where the pipe of an alias has a backslash', () => {
    const table = (one: string, two: string): string => `> | 名称 | 备注 |\n> | --- | --- |\n> | ${one} | ${two} |\n\n甲 | ${two}`;
    expect(moved(table('[[青禾图库\\|图库]]', '[[青禾图库]]'))).toBe(table('[[青禾相册\\|图库]]', '[[青禾相册\\|青禾图库]]').replace(/\n甲.*$/, '\n甲 | [[青禾相册|青禾图库]]'));
  });

  it('in properties, with comments, order and everything else kept', () => {
    const text = '---\n上级: "[[青禾图库]]" # 暂定\n相关:\n  - \'[[通报/应用/青禾图库|图库]]\'\n  - 别的\n  - "[[青禾]]"\n级: 1.10\n---\n正文\n';
    expect(moved(text)).toBe('---\n上级: "[[青禾相册|青禾图库]]" # 暂定\n相关:\n  - "[[通报/应用/青禾相册|图库]]"\n  - 别的\n  - "[[青禾]]"\n级: 1.10\n---\n正文\n');
  });

  it('looks only at the lines that it is told to look at', () => {
    const text = '---\n上级: "[[青禾图库]]"\n---\n[[青禾图库|一]]\n[[青禾图库|二]]\n';
    expect(rewriteLinks(text, () => '新', { onlyLines: new Set([5]) })).toBe(text.replace('[[青禾图库|二', '[[新|二'));
  });
});

describe('what is no link to it', () => {
  it.each([
    '`[[青禾图库]]`', '``[[青禾图库]] ` ``', '```\n[[青禾图库]]\n```', '> [!note]\n> ```yaml\n> a: [[青禾图库]]\n> ```', '~~~md\n[x](青禾图库.md)\n~~~', '段落\n\n    [[青禾图库]]\n',
    '\\[[青禾图库]]', '[[青禾]]', '[[青禾图库2]]', '[x](https://example.org/青禾图库.md)', '[x](obsidian://open?file=青禾图库)', '[[#青禾图库]]', '[x](#青禾图库)', '青禾图库', '[[通报/别处/青禾图库]]', '[x](../../别处/青禾图库.md)',
  ])('stays: %j', (text) => {
    expect(moved(text)).toBe(text);
  });

  it('stays byte for byte, whatever stands around a link', () => {
    const piece = fc.constantFrom('[[青禾图库|a]]', '[[青禾]]', '[b](青禾图库.md)', '`', '```\n', '\n', '\r\n', '> ', '| ', '    ', '- ', '\\', '---\n', 'k: v\n', '![[', ']]', '中文', '%% ', '~~~\n', '](', '[');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        const result = rewriteLinks(text, (link) => (link.replace(/\.md$/, '') === '青禾图库' ? link.replace('青禾图库', '青禾相册') : null));
        expect(result.replace(/青禾相册/g, '青禾图库')).toBe(text);
        expect(rewriteLinks(text, () => null)).toBe(text);
      }),
      { seed: 20210122, numRuns: 2000 },
    );
  });
});

describe('a short link', () => {
  it('is written in full where another note bears the name', () => {
    const paths = [...PATHS, '日记/青禾相册.md'];
    const find = targetFinder(paths);
    const result = rewriteLinks('[[青禾图库|图库]]', (link, form) => (find(link, '日记/2021.md', form) === OLD ? writeLinkLike(link, form, '日记/2021.md', NEW, find) : null));
    expect(result).toBe('[[通报/应用/青禾相册|图库]]');
  });
});
