/** Random pages of users: whatever stands between the entries of a list, no line is lost or changed, the order is true, and a second run finds nothing to do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderIndexNote, type IndexContext, type IndexedNotice } from '../../src/notes/index-note';

const TOTALS = [10, 11, 12, 13, 14, 15, 16, 17];
const titleOf = (total: number): string => `甲通报（2021年第${total - 9}批，总第${total}批）`;
const NOTICES: readonly IndexedNotice[] = TOTALS.map((total) => ({
  path: `通报/侵害通报/${titleOf(total)}.md`,
  ref: { key: `miit-infringement:${total}`, series: 'miit-infringement', kind: 'infringement', title: titleOf(total), date: `2021-0${total - 9}-10`, label: `总第${total}批` },
}));
const context: IndexContext = { path: '通报/目录.md', title: '目录', agencyOf: () => null, files: { exists: (path) => NOTICES.some((one) => one.path === path), countName: () => 1 } };

/** What a user may write between, below and above the entries. */
const REMARKS = ['', '', '附言：以后没有了。', '  接着上面的话', '    - 细节', '普通的一句话', '- [ ] 待办', '- 没有链接的一条', '- [旧的一条](没有/旧.md)', '* 另一种记号', '> 引用', '| a | b |', '```', '%% 注释 %%', '<!-- 开始', '-->', '---', '**粗体**', '1. 数字', '{.links-list}', '^my-block', '[^1]: 脚注', '\t制表', '+', '- ', '#标签', '# 别的', '### 2021年', '!!! note "侵害通报"', '> [!note] 下架通报'];

const line = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...TOTALS) }, { weight: 2, arbitrary: fc.constantFrom(...REMARKS) });
const pages = fc.record({
  lines: fc.array(line, { maxLength: 24 }),
  frame: fc.constantFrom<readonly [string, string]>(['## 侵害通报\n\n', ''], ['> [!abstract]+ 侵害通报\n>\n', '> '], ['!!! abstract "侵害通报"\n\n', '    ']),
  link: fc.constantFrom((t: string) => `[${t}](侵害通报/${t}.md)`, (t: string) => `[[${t}]]`, (t: string) => `[${t}](</通报/侵害通报/${t}.md>)`),
  mark: fc.constantFrom('- ', '+   ', '* ', ' - '),
  eol: fc.constantFrom('\n', '\r\n'),
  ends: fc.boolean(),
  below: fc.constantFrom('', '\n## 其他\n\n文字\n'),
});

describe('a random page with a list', () => {
  it('loses no line, is in true order, and is left alone the second time', () => {
    let changed = 0;
    const unreadable: string[] = [];
    fc.assert(
      fc.property(pages, ({ lines, frame: [title, prefix], link, mark, eol, ends, below }) => {
        const body = lines.map((one) => prefix + (typeof one === 'number' ? mark + link(titleOf(one)) : one)).join('\n');
        const page = `前言\n\n${title}${body}${ends ? '\n' : ''}${below}`.replace(/\n/g, eol);
        const first = renderIndexNote(page, NOTICES, context);
        if (first.text !== page) changed += 1;
        // Nothing of the user's is lost or changed.
        const before = page.split(eol);
        const after = first.text.split(eol);
        const left = [...after];
        for (const one of before) {
          if (one.trim() === '' || one.trim() === '>') continue;
          const at = left.indexOf(one);
          expect({ page, text: first.text, one, at }).not.toMatchObject({ at: -1 });
          left.splice(at, 1);
        }
        // What was added are entries of notices, blank lines and the list of our own.
        for (const one of left) expect(one).toMatch(/^[\s>]*$|总第1\d批|^> \[!abstract\]\+ 侵害通报$|^\^rn-index-infringement$|^\s*#* ?2021年$/);
        // The whole page never ends otherwise than before.
        if (!first.text.includes('^rn-index')) expect(first.text.endsWith(eol)).toBe(page.endsWith(eol));
        const isLeft = first.findings.some(({ fault }) => fault === 'unreadable');
        if (isLeft) unreadable.push(page);
        const second = renderIndexNote(first.text, NOTICES, context);
        expect(second.text).toBe(first.text);
      }), { seed: 20260, numRuns: 700 },
    );
    expect(changed).toBeGreaterThan(350);
    // Only what a user left open stops the work.
    expect(unreadable.filter((page) => !/<!--|```/.test(page))).toEqual([]);
    expect(unreadable.length).toBeLessThan(50);
  });

  it('puts every notice once and in order into a list with remarks that cut it nowhere', () => {
    const calm = fc.constantFrom('', '附言：以后没有了。', '    - 细节', '普通的一句话', '%% 注释 %%', '- 没有链接的一条');
    fc.assert(
      fc.property(fc.shuffledSubarray(TOTALS, { minLength: 1 }), fc.array(calm, { minLength: 8, maxLength: 8 }), fc.constantFrom('', '> '), (totals, remarks, prefix) => {
        const items = totals.flatMap((total, i) => [`${prefix}- [${titleOf(total)}](侵害通报/${titleOf(total)}.md)`, `${prefix}${remarks[i] ?? ''}`]);
        const page = `${prefix === '' ? '## 侵害通报\n' : '> [!note] 侵害通报\n'}${items.join('\n')}\n`;
        const { text, findings } = renderIndexNote(page, NOTICES, context);
        expect([...text.matchAll(/总第(\d+)批）\]/g)].map((found) => Number(found[1]))).toEqual(TOTALS);
        expect(findings).toEqual([]);
      }), { seed: 7, numRuns: 1000 },
    );
  });
});
