import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/notes/fingerprints';
import { findRegions } from '../../src/notes/managed-regions';
import { createNote, mergeNote, type DesiredNote, type RegionPart } from '../../src/notes/managed-note';

const region = (id: string, lines: readonly string[], more: Partial<RegionPart> = {}): RegionPart => ({
  kind: 'region',
  id,
  markdown: ['> [!abstract]+ 表', '>', ...lines.map((line) => `> ${line}`)].join('\n'),
  policy: 'replace',
  ...more,
});
const table = (...rows: string[]): string[] => ['| 序号 | 名称 |', '| --- | --- |', ...rows];

const first: DesiredNote = {
  properties: [
    { name: 'title', value: '甲的通报', policy: 'fill' },
    { name: 'aliases', value: ['总第10批'], policy: 'union' },
    { name: '通报次数', value: 1, policy: 'replace' },
  ],
  parts: [
    { kind: 'text', markdown: '## 全文' },
    region('rn-text', ['第一段', '', '第二段'], { policy: 'fill', placeholders: ['正文待补'] }),
    { kind: 'text', markdown: '## 附件' },
    { kind: 'text', markdown: '### 名单一' },
    region('rn-list-1', table('| 1 | [[通报/应用/看看新闻\\|看看新闻]] |', '| 2 | 叮嗒 |')),
    { kind: 'text', markdown: '## 笔记' },
  ],
};
const grown: DesiredNote = {
  properties: [
    { name: 'title', value: '甲的通报', policy: 'fill' },
    { name: 'aliases', value: ['总第10批', '十批'], policy: 'union' },
    { name: '通报次数', value: 2, policy: 'replace' },
  ],
  parts: [
    ...first.parts.slice(0, 4),
    region('rn-list-1', table('| 1 | [[通报/应用/看看新闻\\|看看新闻]] |', '| 2 | 叮嗒 |', '| 3 | 花椒 |')),
    { kind: 'text', markdown: '### 名单二' },
    region('rn-list-2', table('| 1 | 丙 |')),
    { kind: 'text', markdown: '## 笔记' },
  ],
};
const NOTE = createNote(first);

describe('createNote', () => {
  it('writes properties, parts, block ids, and the fingerprints as the last line', () => {
    expect(NOTE.replace(/=[0-9a-z]+/g, '=…')).toBe(
      [
        '---', 'title: 甲的通报', 'aliases:', '  - 总第10批', '通报次数: 1', '---', '',
        '## 全文', '', '> [!abstract]+ 表', '>', '> 第一段', '> ', '> 第二段', '', '^rn-text', '',
        '## 附件', '', '### 名单一', '', '> [!abstract]+ 表', '>', '> | 序号 | 名称 |', '> | --- | --- |', '> | 1 | [[通报/应用/看看新闻\\|看看新闻]] |', '> | 2 | 叮嗒 |', '', '^rn-list-1', '',
        '## 笔记', '', '%% regulatory-notices text=… list-1=… @title=… @aliases=… 通报次数=… %%', '',
      ].join('\n'),
    );
  });
});

describe('mergeNote', () => {
  it('changes nothing where the same is desired again', () => {
    expect(mergeNote(NOTE, first)).toEqual({ text: NOTE, conflicts: [], differences: [], damage: null });
    const crlf = NOTE.replace(/\n/g, '\r\n');
    expect(mergeNote(crlf, first).text).toBe(crlf);
  });

  it('follows the records as they grow, and puts a new list behind the one before it', () => {
    const { text, conflicts } = mergeNote(NOTE, grown);
    expect(conflicts).toEqual([]);
    expect(text).toContain('> | 2 | 叮嗒 |\n> | 3 | 花椒 |\n\n^rn-list-1\n\n### 名单二\n\n> [!abstract]+ 表\n>\n> | 序号 | 名称 |\n> | --- | --- |\n> | 1 | 丙 |\n\n^rn-list-2\n\n## 笔记\n\n%%');
    expect(text).toContain('aliases:\n  - 总第10批\n  - 十批\n通报次数: 2\n');
    expect(mergeNote(text, grown).text).toBe(text);
  });

  it('leaves every byte of the user where it was', () => {
    const mine = NOTE.replace('## 附件', '我的话  \n\n> 我的引文\n\n## 附件').replace('## 笔记\n', '## 笔记\n\n- [ ] 去问\n\n```\n^rn-list-1\n```\n').replace('通报次数: 1', '关注: true # 重要\n通报次数: 1') + '\n末尾的话';
    const { text, conflicts, damage } = mergeNote(mine, grown);
    expect({ conflicts, damage }).toEqual({ conflicts: [], damage: null });
    for (const part of ['我的话  \n\n> 我的引文\n\n## 附件', '## 笔记\n\n- [ ] 去问\n\n```\n^rn-list-1\n```\n', '关注: true # 重要\n通报次数: 2', '%%\n\n末尾的话']) expect(text).toContain(part);
  });

  it('keeps a region that the user edited, and says what it would have written', () => {
    const mine = NOTE.replace('| 叮嗒 |', '| 叮嗒（已卸载） |');
    const { text, conflicts } = mergeNote(mine, grown);
    expect(text).toContain('> | 2 | 叮嗒（已卸载） |\n\n^rn-list-1');
    expect(conflicts.map(({ part }) => part)).toEqual(['rn-list-1']);
    expect(conflicts[0]?.kept).toContain('叮嗒（已卸载）');
    expect(conflicts[0]?.proposed).toContain('花椒');
    expect(mergeNote(mine, first).text).toBe(mine);
    expect(mergeNote(text, grown).text).toBe(text);
  });

  it('takes an edit that says what the program says for its own', () => {
    const mine = NOTE.replace('> | 2 | 叮嗒 |', '> | 2 | 叮嗒 |\n> | 3 | 花椒 |');
    expect(mergeNote(mine, grown).conflicts).toEqual([]);
  });

  it('does not take padding, folding, moved links and list marks for edits', () => {
    const formatted = NOTE.replace('> [!abstract]+ 表\n>\n> | 序号', '> [!abstract]- 表\n> | 序号')
      .replace('| 序号 | 名称 |', '| 序号   | 名称         |')
      .replace('| --- | --- |\n> | 1 | [[通报/应用/看看新闻\\|看看新闻]] |', '| :----: | ------------ |\n> |  1  | [看看新闻](新闻/看看新闻.md) |');
    expect(formatted).not.toBe(NOTE);
    expect(mergeNote(formatted, first)).toMatchObject({ text: formatted, conflicts: [], damage: null });
    expect(mergeNote(formatted, grown).text).toContain('> | 3 | 花椒 |');
    expect(mergeNote(formatted, grown).text).toContain('> [!abstract]- 表\n');
    expect(mergeNote(NOTE.replace('[!abstract]+', '[!abstract]'), grown).text).toContain('> [!abstract] 表\n');
  });

  it('keeps the text of the first source and reports another that contradicts it', () => {
    const other = { ...first, parts: first.parts.map((part) => (part.kind === 'region' && part.id === 'rn-text' ? region('rn-text', ['别的话'], { policy: 'fill' }) : part)) };
    expect(mergeNote(NOTE, other)).toEqual({ text: NOTE, conflicts: [], differences: [{ part: 'rn-text' }], damage: null });
  });

  it('lets a later source fill what was empty', () => {
    const empty = createNote({ properties: [], parts: [region('rn-text', ['正文待补'], { policy: 'fill', placeholders: ['正文待补'] })] });
    const filled = { properties: [], parts: [region('rn-text', ['有了'], { policy: 'fill', placeholders: ['正文待补'] })] };
    expect(mergeNote(empty, filled).text).toContain('> 有了');
    const again = mergeNote(mergeNote(empty, filled).text, { properties: [], parts: [region('rn-text', ['正文待补'], { policy: 'fill', placeholders: ['正文待补'] })] });
    expect(again).toMatchObject({ text: mergeNote(empty, filled).text, differences: [] });
  });

  it('links a name of the first source when its app gets a note', () => {
    const list = (cell: string): DesiredNote => ({ properties: [], parts: [region('rn-list-1', table(`| 1 | ${cell} |`), { policy: 'fill' })] });
    expect(mergeNote(createNote(list('看看新闻')), list('[[通报/应用/看看新闻\\|看看新闻]]'))).toMatchObject({ text: createNote(list('[[通报/应用/看看新闻\\|看看新闻]]')), differences: [] });
  });

  it('adds to a list property what is new and keeps what the user added or took away', () => {
    const mine = NOTE.replace('  - 总第10批\n', '  - 第十批\n');
    expect(mergeNote(mine, first).text).toBe(mine);
    expect(mergeNote(mine, grown).text).toContain('aliases:\n  - 第十批\n  - 总第10批\n  - 十批\n');
  });

  it('keeps a property that the user edited or deleted', () => {
    const edited = mergeNote(NOTE.replace('通报次数: 1', '通报次数: 5'), grown);
    expect(edited.text).toContain('通报次数: 5');
    expect(edited.conflicts).toEqual([{ part: '通报次数', kept: '5', proposed: '2' }]);
    const deleted = mergeNote(NOTE.replace('通报次数: 1\n', ''), grown);
    expect(deleted.text).not.toContain('通报次数:');
    expect(deleted.conflicts).toEqual([{ part: '通报次数', kept: '', proposed: '2' }]);
  });

  it('takes away what it wrote and has no longer to say', () => {
    const without = { ...first, properties: first.properties.map((one) => (one.name === '通报次数' ? { ...one, value: null } : one)) };
    expect(mergeNote(NOTE, without).text).not.toContain('通报次数');
    expect(mergeNote(NOTE.replace('通报次数: 1', '通报次数: 5'), without).text).toContain('通报次数: 5');
  });

  it.each([
    ['a marker that is gone', NOTE.replace('^rn-list-1\n', ''), 'lost:rn-list-1'],
    ['a callout that is gone', NOTE.replace(/> \| [\s\S]*叮嗒 \|\n/, '').replace(/> \[!abstract\]\+ 表\n>\n\n\^rn-list-1/, '^rn-list-1'), 'lost:rn-list-1'],
    ['a region that stands twice', NOTE.replace('## 笔记', '> 又一个\n\n^rn-list-1\n\n## 笔记'), 'doubled:rn-list-1'],
    ['an open fence of code above', NOTE.replace('## 附件', '```'), 'lost:rn-list-1'],
    ['front matter that is not valid', NOTE.replace('title: ', 'title: [') , 'front-matter'],
  ])('does not rewrite a note with %s', (_, damaged, damage) => {
    expect(mergeNote(damaged, grown)).toEqual({ text: damaged, conflicts: [], differences: [], damage });
  });

  it('keeps what stands in regions when the line of fingerprints is gone', () => {
    const bare = NOTE.replace(/%% regulatory-notices.*\n/, '');
    const { text, conflicts } = mergeNote(bare, grown);
    expect(conflicts.map(({ part }) => part)).toEqual(['通报次数', 'rn-list-1']);
    expect(text).toContain('> | 2 | 叮嗒 |\n\n^rn-list-1');
    expect(mergeNote(bare, first).text).toBe(NOTE);
  });

  it('puts its parts below the text of a note that it adopts', () => {
    const { text, damage } = mergeNote('---\ntags: [我的]\n---\n# 看看新闻\n\n我的话', first);
    expect(damage).toBeNull();
    expect(text).toMatch(/^---\ntags: \[我的\]\ntitle: 甲的通报\n/);
    expect(text).toContain('# 看看新闻\n\n我的话\n\n## 全文\n\n> [!abstract]+ 表');
    expect(mergeNote(text, first).text).toBe(text);
  });

  it('loses no line of the user, however notes and edits change in turn', () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 0.9999, noNaN: true }), kind: fc.constantFrom('insert', 'change', 'insert', 'insert'), text: fc.constantFrom('我的一行', '> 引文', '> | 9 | 我的 |', '- 项', '# 标题', '', '```', '^rn-list-1', '关注: true', '  - 我的', '%% 备注 %%', '---', '| a | b |') });
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, fc.constantFrom(first, grown)), { minLength: 1, maxLength: 6 }), fc.boolean(), (steps, crlf) => {
        let note = crlf ? NOTE.replace(/\n/g, '\r\n') : NOTE;
        const mine: string[] = [];
        steps.forEach(([{ at, kind, text }, desired], i) => {
          const lines = note.split('\n');
          const place = Math.floor(at * lines.length);
          const line = text === '' || text === '```' || text.startsWith('^') || text === '---' ? text : `${text} ${i}号`;
          if (kind === 'change' && (lines[place] ?? '').trim() !== '' && !mine.includes((lines[place] ?? '').trim())) lines[place] = `${(lines[place] ?? '').replace(/\r$/, '')} 改${i}`;
          else lines.splice(place, 0, line);
          const changed = lines[place]?.trim() ?? '';
          if (changed !== '') mine.push(changed);
          note = lines.join('\n');
          const merged = mergeNote(note, desired);
          const there = merged.text.split('\n').map((one) => one.trim());
          for (const one of mine) expect(there).toContain(one);
          expect(mergeNote(merged.text, desired).text).toBe(merged.text);
          note = merged.text;
        });
      }),
      { seed: 20201221, numRuns: 600 },
    );
  });
});

describe('fingerprint', () => {
  it.each([
    ['> | a |\n> | - |\n> | b |', '> | a   |\n> | :--: |\n> |  b |', true],
    ['> [!note]+ 甲\n> x', '> [!note]- 甲\n>\n> x', true],
    ['> [[a/b|甲]]', '> [甲](c%20d.md)', true],
    ['> [[a/b\\|甲]]', '> 甲', false],
    ['> +   甲', '> - 甲', true],
    ['> | a |\n> | - |\n> | - |', '> | a |\n> | - |', false],
    ['> 甲\\_乙', '> 甲_乙', true],
    ['> 甲\r\n> 乙', '> 甲\n> 乙', true],
    ['> 甲', '> 乙', false],
    ['> | 甲 | 乙 |\n> | - | - |', '> | 甲乙 |\n> | - | - |', false],
  ])('%j and %j', (a, b, same) => {
    expect(fingerprint(a) === fingerprint(b)).toBe(same);
  });
});

describe('findRegions', () => {
  it('finds a callout with its marker, blank lines between or not, and none without a callout', () => {
    const text = '> 甲\n> 乙\n\n^rn-a\n\n文\n\n^rn-b\n\n> 丙\n^rn-c\n\n```\n> 丁\n\n^rn-d\n```\n\n> 戊\n\n  ^rn-e\n';
    expect(findRegions(text).map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([['rn-a', '> 甲\n> 乙'], ['rn-c', '> 丙']]);
  });
});
