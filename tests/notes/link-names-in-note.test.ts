import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyLinks, proposeLinks } from '../../src/notes/link-names-in-note';
import { appOf, NAMES, namesIndex } from '../apps/link-names';

const index = namesIndex();
const TRAPS = readFileSync(new URL('../fixtures/link-traps.md', import.meta.url), 'utf8');

function linked(note: string, from = index): string {
  return applyLinks(note, proposeLinks(note, '笔记.md', from).filter(({ certainty }) => certainty === 'sure'));
}

const link = (name: string, pipe = '|'): string => `[[通报/应用/${name}${pipe}${name}]]`;

describe('linking the names in a note', () => {
  it('makes no false link on a page of traps', () => {
    expect(linked(TRAPS)).toBe(TRAPS);
  });

  it('proposes on the page of traps only what a person could take for an app', () => {
    const asked = proposeLinks(TRAPS, '笔记.md', index).map(({ start, end }) => TRAPS.slice(start - 3, end + 2));
    expect(asked).toEqual(['网友“花椒”说']);
  });

  it('finds the names once the traps are taken away', () => {
    expect(linked('工信部通报《知衣》《美团》等App。\n\n知衣App已下架。')).toBe(`工信部通报《${link('知衣')}》《${link('美团')}》等App。\n\n${link('知衣')}App已下架。`);
  });

  it('links the first place in each paragraph, item and row', () => {
    expect(linked('《知衣》App与《知衣》App，\n再说《知衣》App。\n\n《知衣》App\n\n- 《知衣》App\n- 《知衣》App')).toBe(
      `《${link('知衣')}》App与《知衣》App，\n再说《知衣》App。\n\n《${link('知衣')}》App\n\n- 《${link('知衣')}》App\n- 《${link('知衣')}》App`,
    );
  });

  it('leaves a paragraph that links to the app already', () => {
    for (const known of ['[[通报/应用/知衣|它]]', '[[知衣]]', '[它](通报/应用/知衣.md)', '[知衣](https://example.org)']) {
      expect(linked(`${known}，《知衣》App已下架。`)).toBe(`${known}，《知衣》App已下架。`);
    }
  });

  it('escapes the pipe in a table and links the name column alone', () => {
    const table = (name: string): string => `> | 应用名称 | 开发者 | 说明 |\n> | --- | :-: | --- |\n> | ${name} | 知衣 | 《知衣》App |\n> | 没有 | 知衣 | 无 |`;
    expect(linked(table('知衣'))).toBe(table(link('知衣', '\\|')));
    expect(linked('应用名称 | 来源\n--- | ---\n快点 | 快点')).toBe(`应用名称 | 来源\n--- | ---\n${link('快点', '\\|')} | 快点`);
  });

  it('asks about the names of a table that may list other things', () => {
    const table = '| 商品名称 | 数量 |\n| --- | --- |\n| 花椒 | 1 |\n| 青禾优相 | 2 |';
    expect(proposeLinks(table, '笔记.md', index).map(({ text, certainty }) => `${text} ${certainty}`)).toEqual(['青禾优相 ask']);
  });

  it.each([
    ['- [ ] 《知衣》App', '- [ ] 《@》App'],
    ['> [!note]- 《知衣》App\n> 正文', '> [!note]- 《@》App\n> 正文'],
    ['- 一\n\n    《知衣》App', '- 一\n\n    《@》App'],
    ['[^1]: 《知衣》App', '[^1]: 《@》App'],
    ['***《知衣》App*** ^b1', '***《@》App*** ^b1'],
    ['字<b>《知衣》App</b>', '字<b>《@》App</b>'],
    ['%% 注 %%《知衣》App', '%% 注 %%《@》App'],
    ['---\n《知衣》App', '---\n《@》App'],
  ])('links in %j', (note, wanted) => {
    expect(linked(note)).toBe(wanted.replace('@', link('知衣')));
  });

  it('keeps CRLF, marks of emphasis, and a missing last line end', () => {
    expect(linked('\uFEFF第一行\r\n**知衣**App被下架\r\n\r\n“知衣”App')).toBe(`\uFEFF第一行\r\n**${link('知衣')}**App被下架\r\n\r\n“${link('知衣')}”App`);
  });

  it('does not link an app in its own note', () => {
    expect(proposeLinks('《知衣》App已下架', '通报/应用/知衣.md', index)).toEqual([]);
  });

  it('makes a markdown link where a wikilink cannot lead to the note', () => {
    const odd = namesIndex([{ path: '应用/甲#乙.md', names: ['墨鱼游记'], developers: [] }]);
    expect(linked('《墨鱼游记》App', odd)).toBe('《[墨鱼游记](应用/甲%23乙.md)》App');
  });

  it('links names that hold marks of markdown', () => {
    const marked = namesIndex([appOf('狐火:山谷之战'), appOf('1+2鲜果')]);
    expect(linked('《狐火：山谷之战》App和“1+2鲜果”App', marked)).toBe('《[[通报/应用/狐火:山谷之战|狐火：山谷之战]]》App和“[[通报/应用/1+2鲜果|1+2鲜果]]”App');
    expect(linked('《狐火:山谷之战》App', marked)).toBe('《[[通报/应用/狐火:山谷之战|狐火:山谷之战]]》App');
  });

  it('says what a preview needs: place, line, candidates, reason', () => {
    const several = namesIndex([appOf('知衣', ['广州云裳网络有限公司'], '别处')]);
    const note = '第一行\n\n《知衣》App已下架';
    const [one, ...others] = proposeLinks(note, '笔记.md', several);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      start: 6, end: 8, text: '知衣', line: 3, certainty: 'ask', path: '通报/应用/知衣.md', inTable: false,
      candidates: [{ path: '通报/应用/知衣.md', name: '知衣', developers: ['杭州知衣科技有限公司'] }, { path: '别处/知衣.md' }],
      reason: { zh: '有多个应用同名', en: 'several apps bear this name' },
    });
    expect(applyLinks(note, one === undefined ? [] : [{ ...one, path: '别处/知衣.md' }])).toBe('第一行\n\n《[[别处/知衣|知衣]]》App已下架');
  });

  it('leaves out a choice that the note no longer fits', () => {
    const proposals = proposeLinks('《知衣》App', '笔记.md', index);
    expect(applyLinks('《新衣》App', proposals)).toBe('《新衣》App');
  });
});

const PIECES = [
  ...Object.keys(NAMES), '《', '》', '“', '”', 'App', '等3款App', '被通报', '、', '，', '。', '的', '在', '极速版', '科技有限公司', '通', '物', '完', '队', ' ', '\n', '\r\n', '\n\n', '\n> ', '\n- ', '\n    ',
  '\n# ', '\n| 应用名称 | 来源 |\n| --- | --- |\n| ', ' | ', ' |\n', '`', '```\n', '**', '[[', ']]', '[', ']', '(', ')', '\\', '%%', '$', '$$', '<!--', '-->', '<a href="x">', '</a>', 'https://a.example/', '#', '^', '~~', '==',
  '---\n', 'key: ', '<div>', '[^1]', '![', '!', '&', '\uFFFC', '😀',
];

describe('any text at all', () => {
  const notes = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('gains brackets and loses nothing', () => {
    fc.assert(fc.property(notes, (note) => {
      const proposals = proposeLinks(note, '笔记.md', index);
      const after = applyLinks(note, proposals);
      let rest = after;
      let at = 0;
      for (const { start, end, path, inTable } of proposals) {
        const opening = `[[${path.replace(/\.md$/, '')}${inTable ? '\\|' : '|'}`;
        expect(rest.startsWith(note.slice(at, start) + opening + note.slice(start, end) + ']]')).toBe(true);
        rest = rest.slice(start - at + opening.length + (end - start) + 2);
        at = end;
      }
      expect(rest).toBe(note.slice(at));
    }), { seed: 20210122, numRuns: 3000 });
  });

  it('is changed no more the second time', () => {
    fc.assert(fc.property(notes, (note) => {
      const once = linked(note);
      expect(linked(once)).toBe(once);
    }), { seed: 20210208, numRuns: 3000 });
  });
});
