import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { freePath, safeFileName, noticeFileTitle, utf8Length } from '../../src/notes/file-names';
import { displayText, readInline } from '../../src/notes/inline-text';
import { encodePath, foreignProperty, linkTo, propertyLink, relativePath, webLink } from '../../src/notes/links';

describe('linkTo', () => {
  it.each([
    ['通报/应用/看看新闻.md', '看看新闻', true, '[[通报/应用/看看新闻\\|看看新闻]]'],
    ['通报/应用/看看新闻.md', '看看新闻', false, '[[通报/应用/看看新闻|看看新闻]]'],
    ['通报/应用/A B.md', 'A_B', true, '[A_B](通报/应用/A%20B.md)'],
    ['通报/应用/甲［1］.md', '甲[1]', true, '[甲\\[1\\]](通报/应用/甲［1］.md)'],
    ['通报/应用/甲.md', '甲|乙', true, '[甲\\|乙](通报/应用/甲.md)'],
    ['通报/应用/甲.md', '甲\n（乙）', true, '[甲<br>（乙）](通报/应用/甲.md)'],
    ['通报/应用/甲(1).md', '<% 甲 %>', true, '[&lt;% 甲 %&gt;](通报/应用/甲%281%29.md)'],
    ['通报/应用/AT&T.md', 'AT&T', false, '[[通报/应用/AT&T|AT&T]]'],
  ])('%s shown as %s', (path, display, inTable, link) => {
    expect(linkTo(path, display, { inTable })).toBe(link);
  });

  it('leads to a block', () => {
    expect(linkTo('通报/侵害通报/甲.md', '总第10批 №12', { inTable: true, block: 'rn-list-1' })).toBe('[[通报/侵害通报/甲#^rn-list-1\\|总第10批 №12]]');
  });

  it('shows its display and leads to its path, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('甲乙aB1 []|<>%#^:`*_~$\\()&;.!="\'')), minLength: 1, maxLength: 12 }).filter((s) => s.trim() === s && s !== '');
    const name = fc.string({ unit: fc.constantFrom(...Array.from('甲乙aB1 （）()&;.!=\'%$_~+{}@')), minLength: 1, maxLength: 12 }).filter((s) => s.trim() === s);
    fc.assert(
      fc.property(text, name, fc.boolean(), (display, stem, inTable) => {
        const path = `通报/${stem}.md`;
        const [link, ...rest] = readInline(linkTo(path, display, { inTable }));
        expect(rest).toEqual([]);
        expect(link).toMatchObject({ kind: 'link', text: display });
        expect(link?.kind === 'link' ? link.target.replace(/\.md$/, '') : '').toBe(`通报/${stem}`);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});

describe('links of properties and of the web', () => {
  it('writes a property link', () => {
    expect(propertyLink('通报/应用/看看新闻.md', '看看新闻')).toBe('[[通报/应用/看看新闻|看看新闻]]');
    expect(propertyLink('通报/应用/甲.md', '甲[|]')).toBe('[[通报/应用/甲|甲［｜］]]');
  });

  it('does not let a foreign title be a link', () => {
    expect(foreignProperty('[[通报/私密]]')).toBe('［［通报/私密］］');
    expect(foreignProperty('关于[[甲]]的通报')).toBe('关于[[甲]]的通报');
  });

  it('links pages of the web and nothing else', () => {
    expect(webLink('https://a.example/b(c) d', '原文')).toBe('[原文](https://a.example/b%28c%29%20d)');
    for (const url of ['obsidian://open?vault=a', 'javascript:alert(1)', 'file:///etc/passwd', '/rule/a.md', '']) expect(webLink(url, '原文')).toBeNull();
  });

  it('keeps Chinese readable in an address', () => {
    expect(encodePath('侵害通报/关于 A（第一批）.md')).toBe('侵害通报/关于%20A（第一批）.md');
  });

  it.each([
    ['通报/索引.md', '通报/侵害通报/甲.md', '侵害通报/甲.md'],
    ['通报/页面/索引.md', '通报/侵害通报/甲.md', '../侵害通报/甲.md'],
    ['索引.md', '甲.md', '甲.md'],
    ['a/b/c.md', 'x.md', '../../x.md'],
  ])('from %s to %s', (from, to, address) => {
    expect(relativePath(from, to)).toBe(address);
  });
});

describe('displayText', () => {
  it.each([
    ['[[a/b\\|甲]] 与 [乙\\_](x%20y.md "t")', '甲 与 乙_'],
    ['[[甲]]', '甲'],
    ['![[甲]]', '![[甲]]'],
    ['a<br/>b', 'a\nb'],
    ['&lt;% &#96; \\* &copyx;', '<% ` * &copyx;'],
  ])('%s', (markdown, text) => {
    expect(displayText(markdown)).toBe(text);
  });
});

describe('safeFileName', () => {
  it.each([
    ['关于甲/乙：“丙”?', '关于甲／乙：“丙”？'],
    ['a*b"c\\d<e>f:g|h?i#j^k[l]m', 'a＊b＂c＼d＜e＞f：g｜h？i＃j＾k［l］m'],
    ['100%%', '100％％'],
    ['  .隐藏. ', '隐藏'],
    ['CON', '_CON'],
    ['com1.txt', '_com1.txt'],
    ['甲\u00a0乙\n丙', '甲 乙 丙'],
    ['e\u0301', 'é'],
    ['...', '未命名'],
    ['', '未命名'],
  ])('%s → %s', (title, name) => {
    expect(safeFileName(title, 140)).toBe(name);
  });

  it('keeps the batch when it cuts a long title', () => {
    const name = safeFileName(`关于${'很长的题目'.repeat(12)}的通报（2021年第8批，总第17批）`, 140);
    expect(name).toMatch(/^关于很长的题目.*…（2021年第8批，总第17批）$/);
    expect(utf8Length(`${name}.md`)).toBeLessThanOrEqual(140);
  });

  it('fits, holds nothing forbidden and is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 20, max: 240 }), (title, bytes) => {
        const name = safeFileName(title, bytes);
        expect(utf8Length(`${name}.md`)).toBeLessThanOrEqual(bytes);
        expect(name).not.toMatch(/[*"\\/<>:|?#^[\]\p{Cc}\p{Cs}]|%%|^[.\s]|[.\s]$|^$/u);
        expect(name.normalize('NFC')).toBe(name);
      }),
      { seed: 5, numRuns: 3000 },
    );
  });
});

describe('freePath', () => {
  it('counts up where a path is taken, whatever its case', () => {
    expect(freePath('通报/应用', 'QQ', new Set(), 140)).toBe('通报/应用/QQ.md');
    expect(freePath('通报/应用', 'QQ', new Set(['通报/应用/qq.md']), 140)).toBe('通报/应用/QQ 1.md');
    expect(freePath('通报/应用', 'QQ', new Set(['通报/应用/qq.md', '通报/应用/qq 1.md']), 140)).toBe('通报/应用/QQ 2.md');
    expect(freePath('', 'QQ', new Set(), 140)).toBe('QQ.md');
  });

});

describe('the name of a notice by a template', () => {
  const notice = { title: '关于下架甲的通报', date: '2020-01-03', agency: '青州市通信管理局', batch: { number: 1, total: 10 } };
  const { infringement, takedown } = DEFAULT_SETTINGS.noteNames;

  it('puts the month before the title of a takedown, once', () => {
    expect(noticeFileTitle(notice, takedown)).toBe('2020_01_关于下架甲的通报');
    expect(noticeFileTitle({ ...notice, date: null }, takedown)).toBe('关于下架甲的通报');
    expect(noticeFileTitle({ ...notice, title: '2020_02_关于下架乙的通报' }, takedown)).toBe('2020_02_关于下架乙的通报');
    expect(noticeFileTitle(notice, infringement)).toBe('关于下架甲的通报');
  });

  it('leaves nothing behind for what is not known', () => {
    expect(noticeFileTitle(notice, '{{date}} {{title}}（{{agency}}，第{{number}}批）')).toBe('2020-01-03 关于下架甲的通报（青州市通信管理局，第1批）');
    expect(noticeFileTitle({ ...notice, agency: null }, '{{title}}（{{agency}}）')).toBe('关于下架甲的通报');
    expect(noticeFileTitle({ ...notice, date: null, batch: null }, '{{total}} - {{title}} - {{date}}')).toBe('关于下架甲的通报');
    expect(noticeFileTitle({ ...notice, date: null }, '{{date}}')).toBe('关于下架甲的通报');
  });

  it('leaves a placeholder that it does not know as it stands', () => {
    expect(noticeFileTitle(notice, '{{title}} {{mood}}')).toBe('关于下架甲的通报 {{mood}}');
  });
});
