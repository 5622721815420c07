import { describe, expect, test } from 'vitest';
import { outline, read } from './outline';

const line = (text: string): string => outline(text)[0] ?? '';

describe('plain text of a paragraph', () => {
  test.each([
    ['发现**“回头看”**问题，*斜体*和~~删去~~ ==标亮==', '1 p 发现“回头看”问题，斜体和删去 标亮'],
    ['2020_01_关于下架的通报 a * b * c，1~2月', '1 p 2020_01_关于下架的通报 a * b * c，1~2月'],
    ['2020\\_01\\_关于 工业、交通\\其他 \\*星\\*', '1 p 2020_01_关于 工业、交通\\其他 *星*'],
    ['`代码 | a` ``x`y`` `未完', '1 p 代码 | a x`y `未完'],
    ['A&amp;B&nbsp;C &#20013; &#x6587; &unknown; AT&T', '1 p A&B\u00A0C 中 文 &unknown; AT&T'],
    ['一<br>二<br />三<u>四</u><Foo>', '1 p 一⏎二⏎三四<Foo>'],
    ['第一行  \n第二行\\\n第三行', '1 p 第一行⏎第二行⏎第三行'],
    ['行末，\nAPP过度索取，\nnew line\nword', '1 p 行末，APP过度索取，new line word'],
  ])('%j', (source, expected) => {
    expect(line(source)).toBe(expected);
  });
});

describe('links and images', () => {
  test.each([
    ['依据《[网络安全法](/rule/普通法律/a（试行）.md "题")》', '1 p 依据《网络安全法》 [网络安全法]</rule/普通法律/a（试行）.md>'],
    ['[a\\]b](x(1).md) [](空)', '1 p a]b [a]b]<x(1).md> []<空>'],
    ['[甲](<a b.md>)，<https://example.com/?a=1>，邮箱 <a@example.com>', '1 p 甲，https://example.com/?a=1，邮箱 a@example.com [甲]<a b.md> [https://example.com/?a=1]<https://example.com/?a=1> [a@example.com]<mailto:a@example.com>'],
    ['见https://example.com/a.pdf。又（http://example.org/b_c(1)）', '1 p 见https://example.com/a.pdf。又（http://example.org/b_c(1)） [https://example.com/a.pdf]<https://example.com/a.pdf> [http://example.org/b_c(1)]<http://example.org/b_c(1)>'],
    ['[[通报/甲|乙]]、[[丙#节]] ![[图.png]]', '1 p 乙、丙#节 [乙]<通报/甲> [丙#节]<丙#节> !图.png<图.png>'],
    ['![说明](a.png)文', '1 p 文 !说明<a.png>'],
    ['[![](a.png)](b.html)', '1 p  []<b.html> !<a.png>'],
    ['[不是链接] (x) [a](b c)', '1 p [不是链接] (x) [a](b c)'],
    ['<a href="https://example.com/x">附<b>件</b></a>', '1 p 附件 [附件]<https://example.com/x>'],
  ])('%j', (source, expected) => {
    expect(line(source)).toBe(expected);
  });

  test('reference links', () => {
    expect(outline('见[附件一][1]、[Two] 和 [三][]。\n\n[1]: https://example.com/1 "题"\n> [two]: <b c.md>\n[三]: /三.md')).toEqual(['1 p 见附件一、Two 和 三。 [附件一]<https://example.com/1> [Two]<b c.md> [三]</三.md>', '4 quote  ""']);
  });

  test('footnotes leave the text and stand apart', () => {
    const text = '> 结束。[^art_1]\n\n[^art_1]: [关于某事的通报](https://example.com/a)\n    续行\n\n    第二段\n\n没有定义的[^x]。';
    expect(outline(text)).toEqual(['1 quote  ""', '  1 p 结束。', '8 p 没有定义的[^x]。']);
    expect(read(text).footnotes).toEqual([{ id: 'art_1', text: '关于某事的通报续行\n第二段', links: [{ text: '关于某事的通报', target: 'https://example.com/a' }], line: 3 }]);
  });
});

describe('headings', () => {
  test('marks are taken away; two hashes before Chinese make a heading, one makes a tag', () => {
    expect(outline('# 一 ##\n\n##附件\n\n#标签 文字\n\n### C#\n\n#### [链](a.md)')).toEqual(['1 h1 一', '3 h2 附件', '5 p #标签 文字', '7 h3 C#', '9 h4 链 [链]<a.md>']);
  });
});
