import { describe, expect, test } from 'vitest';
import { outline, read } from './outline';

describe('quotes and callouts', () => {
  test('a callout has its kind, its title and what stands in it, each with its line', () => {
    expect(outline('> [!abstract]+ 元数据\n>\n> ```YAML\n> 标题: 甲\n> 批次: 1\n> ```\n\n> [!quote]- 正文 **粗**\n> 一段话，\n> 又一行\n>\n> > [!note]\n> > 内层\n')).toEqual([
      '1 callout abstract "元数据"',
      '  3 code yaml 标题: 甲⏎批次: 1',
      '8 callout quote "正文 粗"',
      '  9 p 一段话，又一行',
      '  12 callout note ""',
      '    13 p 内层',
    ]);
  });

  test('a paragraph goes on without its mark, a table does not', () => {
    expect(outline('> 第一行，\n第二行\n\n> | a | b |\n> | - | - |\n> | 1 | 2 |\n又一段')).toEqual(['1 quote  ""', '  1 p 第一行，第二行', '4 quote  ""', '  4 table', '    4 head a ¦ b', '    6 row 1 ¦ 2', '7 p 又一段']);
  });

  test('an attribute list says how the paragraph looks', () => {
    expect(outline('> 某局\n>\n> 2020年1月3日\n> {: align=right }\n\n甲\n\n{: .x }\n\n# 标题 {.tabset}\n')).toEqual(['1 quote  ""', '  1 p 某局', '  3 p 2020年1月3日 {align=right}', '6 p 甲 {.x}', '10 h1 标题']);
  });

  test('a short line that ends in a word keeps its end, a wrapped one does not', () => {
    expect(outline('> 某某市通信管理局\n> 2023年5月6日\n\n按照统一部署，我局组织第三方检测机构对群众关注的应用软件开展了抽\n查，现予以通报。\n')).toEqual(['1 quote  ""', '  1 p 某某市通信管理局⏎2023年5月6日', '4 p 按照统一部署，我局组织第三方检测机构对群众关注的应用软件开展了抽查，现予以通报。']);
  });

  test('ideographic spaces begin a paragraph', () => {
    expect(outline('标题\n　　第一段，\n还是第一段。\n　　第二段。')).toEqual(['1 p 标题', '2 p 第一段，还是第一段。', '4 p 第二段。']);
  });

  test('a block id of Obsidian is no text', () => {
    expect(outline('> [!abstract] 名单\n> | a |\n> | - |\n> | 1 |\n\n^rn-list-1\n\n一段\n^rn-2')).toEqual(['1 callout abstract "名单"', '  2 table', '    2 head a', '    4 row 1', '8 p 一段']);
  });
});

describe('MkDocs', () => {
  test('admonitions, folded or not, with quoted titles and nested bodies', () => {
    expect(outline('??? abstract "元数据"\n\n    - 来源: 某局\n\n???+ quote "名单：“甲”"\n    | a | b |\n    | - | - |\n    | 1 | 2 |\n\n    !!! note inline end "附件"\n\n        里面\n\n外面\n')).toEqual([
      '1 admonition abstract "元数据"',
      '  3 ul',
      '    3 li -',
      '      3 p 来源: 某局',
      '5 admonition quote "名单：“甲”"',
      '  6 table',
      '    6 head a ¦ b',
      '    8 row 1 ¦ 2',
      '  10 admonition note "附件"',
      '    12 p 里面',
      '14 p 外面',
    ]);
  });

  test('a title without quotes, a title alone, tabs, a body set in by two', () => {
    expect(outline('!!! warning 注意事项\n  两格\n\n??? "只有标题"\n\n    甲\n\n=== "页签"\n\n    乙\n')).toEqual(['1 admonition warning "注意事项"', '  2 p 两格', '4 admonition  "只有标题"', '  6 p 甲', '8 tab  "页签"', '  10 p 乙']);
  });

  test('three equal signs under a line make it a heading', () => {
    expect(outline('标题\n===\n\n小节\n---\n')).toEqual(['1 h1 标题', '4 h2 小节']);
  });
});

describe('Hexo', () => {
  test('tags with an end hold blocks, others are kept as they stand', () => {
    expect(outline('{% note info %}\n转载\n\n| a |\n| - |\n| 1 |\n{% endnote %}\n{% fold info @附件名单 %}甲{% endfold %}\n\n{% asset_img a.png 图 %}\n')).toEqual([
      '1 tag note ""',
      '  2 p 转载',
      '  4 table',
      '    4 head a',
      '    6 row 1',
      '8 tag fold "附件名单"',
      '  8 p 甲',
      '10 ? {% asset_img a.png 图 %}',
    ]);
  });
});

describe('HTML around and between', () => {
  test('paragraphs, links, images and alignment of a news page; scripts and styles say nothing', () => {
    expect(outline('<div>\n<p>　　<font color="red">某社</font>消息：第一段\n续行。</p><p align="right">签名</p>\n<style>.a{}</style><script>alert(1)</script>\n<p>见<a href="https://example.com/x">附件</a><img src="a.png" alt="图"></p>\n</div>\n\n后文')).toEqual([
      '2 p 某社消息：第一段续行。',
      '3 p 签名 {align=right}',
      '5 p 见附件 [附件]<https://example.com/x> !图<a.png>',
      '8 p 后文',
    ]);
  });

  test('details hold markdown', () => {
    expect(outline('<details>\n<summary>名单 <b>一</b></summary>\n\n| a |\n| - |\n| 1 |\n\n</details>\n')).toEqual(['1 details  "名单 一"', '  4 table', '    4 head a', '    6 row 1']);
  });

  test('a wrapper that holds markdown is looked through', () => {
    expect(outline('<div align="center">\n\n## 标题\n\n> 引文\n\n</div>')).toEqual(['3 h2 标题', '5 quote  ""', '  5 p 引文']);
  });
});

describe('comments', () => {
  test('a comment is left out and counted, with the rows of its table', () => {
    const text = '前\n\n<!--\n\n> | a |\n> | - |\n> | 1 |\n> | 2 |\n\n-->\n\n后<!-- 一句 -->文\n\n<!-- more -->\n\n`<!-- 代码 -->`\n';
    expect(outline(text)).toEqual(['1 p 前', '12 p 后文', '16 p <!-- 代码 -->']);
    expect(read(text).diagnostics.map((d) => [d.code, d.place.line, d.values])).toEqual([
      ['table-in-comment', 3, { rows: 2 }],
      ['comment-skipped', 12, { lines: 1 }],
    ]);
  });

  test('a comment in a quote leaves the quote whole', () => {
    expect(outline('> 一， <!-- x\n> y --> 二，\n> 三')).toEqual(['1 quote  ""', '  1 p 一，二，三']);
  });

  test('a comment in fenced code is code; one without an end is text', () => {
    const text = '```\n<!-- a -->\n```\n\n<!-- 没有结尾\n\n| a |\n| - |\n| 1 |\n';
    expect(outline(text)).toEqual(['1 code  <!-- a -->', '5 p <!-- 没有结尾', '7 table', '  7 head a', '  9 row 1']);
    expect(read(text).diagnostics.map((d) => [d.code, d.place.line])).toEqual([['comment-unclosed', 5]]);
  });

  test('comments of Obsidian', () => {
    const text = '一\n\n%% regulatory-notices {"a":1} %%\n\n%%\n草稿\n%%\n\n占比 100%% 二';
    expect(outline(text)).toEqual(['1 p 一', '9 p 占比 100%% 二']);
    expect(read(text).diagnostics.map((d) => [d.code, d.place.line])).toEqual([['comment-skipped', 5]]);
  });
});

describe('code and lists', () => {
  test('a fence without an end does not swallow what follows', () => {
    const text = '```yaml\n标题: 甲\n\n| a |\n| - |\n| 1 |\n';
    expect(outline(text)).toEqual(['1 code yaml 标题: 甲', '4 table', '  4 head a', '  6 row 1']);
    expect(read(text).diagnostics.map((d) => [d.code, d.place.line])).toEqual([['fence-unclosed', 1]]);
  });

  test('items keep their marks and their lines; numbers without a blank are text', () => {
    expect(outline('+   [甲](a.md)\n+   乙\n    + 丙\n\n1. 一\n\n   续\n2. 二\n\n1.违规收集\n2.超范围收集')).toEqual([
      '1 ul', '  1 li +', '    1 p 甲 [甲]<a.md>', '  2 li +', '    2 p 乙', '    3 ul', '      3 li +', '        3 p 丙',
      '5 ol', '  5 li 1.', '    5 p 一', '    7 p 续', '  8 li 2.', '    8 p 二',
      '10 p 1.违规收集⏎2.超范围收集',
    ]);
  });

  test('Chinese text set in by four is read, code is left', () => {
    expect(outline('    签发单位\n\n    2020年1月3日\n\n正文\n\n    let a = 1;\n')).toEqual(['1 p 签发单位', '3 p 2020年1月3日', '5 p 正文', '7 code  let a = 1;']);
  });
});
