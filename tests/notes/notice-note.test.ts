import { describe, expect, it } from 'vitest';
import { createNote, mergeNote } from '../../src/notes/managed-note';
import { renderNoticeNote, type NoticeNoteContext } from '../../src/notes/notice-note';
import { readProperties } from '../../src/notes/properties';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { makeEntry, makeList, makeNotice } from './made-notices';
import { readInert } from './read-inert';

const context: NoticeNoteContext = {
  settings: DEFAULT_SETTINGS,
  appLink: (_, entry) => (entry === 0 ? { path: '通报/应用/看看新闻.md' } : { path: '通报/应用/A_B.md' }),
  related: [{ path: '通报/下架通报/2021_03_下架.md', display: '2021-03-01' }],
};

describe('renderNoticeNote', () => {
  it('writes the note of a notice', () => {
    const note = createNote(renderNoticeNote(makeNotice(), context));
    expect(note.replace(/%% regulatory-notices .* %%/, '%% regulatory-notices … %%')).toBe(`---
title: 关于侵害用户权益行为的APP通报（2021年第1批，总第10批）
aliases:
  - 总第10批
tags:
  - 通报/侵害
cssclasses:
  - regulatory-notice
通报类型: 侵害通报
通报序列: miit-infringement
发布日期: 2021-01-22
落款日期: 2021-01-22
年度批次: 2021-01
总批次: 10
发文机关: 工业和信息化部信息通信管理局
原文链接: https://www.example.org/art/10.html
存档链接: https://web.archive.org/web/20211017032315/https://www.example.org/art/10.html
整改期限: 2021-01-29
通报数量: 2
名单数量: 2
相关通报:
  - "[[通报/下架通报/2021_03_下架|2021-03-01]]"
---

## 全文

> [!abstract]+ 元数据
>
> \`\`\`yaml
> 标题: 关于侵害用户权益行为的APP通报（2021年第1批，总第10批）
> 来源: 信息通信管理局
> 时间: 2021-01-22
> 链接: https://www.example.org/art/10.html
> 存档: https://web.archive.org/web/20211017032315/https://www.example.org/art/10.html
> 批次: 10
> \`\`\`

^rn-meta

[原文](https://www.example.org/art/10.html) · [存档](https://web.archive.org/web/20211017032315/https://www.example.org/art/10.html)

> [!quote]+ 关于侵害用户权益行为的APP通报（2021年第1批，总第10批）
>
> 抽查以后，还有2款没有改好。
>
> 请在1月29日前改好。
>
> 工业和信息化部信息通信管理局
>
> 2021年1月22日

^rn-text

## 附件

### 存在问题的应用名单

> [!abstract]+ 存在问题的应用名单
>
> | 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |
> | --- | --- | --- | --- | --- | --- |
> | 1 | [[通报/应用/看看新闻\\|看看新闻]] | 上海东方传媒技术有限公司 | 应用宝 | 7.1.2 | 违规收集个人信息<br>违规使用个人信息 |
> | | | | 小米应用商店 | 7.2.0 | |
> | 2 | [A_B](通报/应用/A_B.md) | / | App Store | 4.10 | 过度索取权限 |

^rn-list-1

%% regulatory-notices … %%
`);
  });

  it('names no total batch, deadline or links that the notice does not have', () => {
    const note = createNote(renderNoticeNote(makeNotice({ kind: 'takedown', series: 'miit-takedown', title: '关于下架甲的通报', batch: null, deadline: null, urls: ['obsidian://open?vault=a'] }), { ...context, related: [] }));
    expect(readProperties(note)).toEqual({
      title: '关于下架甲的通报', tags: ['通报/下架'], cssclasses: ['regulatory-notice'], 通报类型: '下架通报', 通报序列: 'miit-takedown', 发布日期: '2021-01-22', 落款日期: '2021-01-22',
      发文机关: '工业和信息化部信息通信管理局', 通报数量: 2, 名单数量: 2,
    });
    expect(note).not.toContain('obsidian:');
    expect(note).not.toContain('原文');
  });

  it('says that a list is still missing, and takes it from a later source', () => {
    const empty = createNote(renderNoticeNote(makeNotice({ lists: [], paragraphs: [] }), context));
    expect(empty).toContain('## 附件\n\n> [!abstract]+ 名单\n>\n> 名单待补\n\n^rn-list-1');
    expect(empty).toContain('> 正文待补\n\n^rn-text');
    const { text, conflicts, differences } = mergeNote(empty, renderNoticeNote(makeNotice(), context));
    expect({ conflicts, differences }).toEqual({ conflicts: [], differences: [] });
    expect(text).toContain('名单数量: 2\n');
    expect(text).toContain('| 2 | [A_B](通报/应用/A_B.md) | / |');
    expect(text).not.toContain('待补');
  });

  it('keeps the cells of the first source and says where another contradicts it', () => {
    const note = createNote(renderNoticeNote(makeNotice(), context));
    const [list] = makeNotice().lists;
    const changed = { ...makeNotice(), lists: [{ ...makeList('', []), ...list, entries: (list?.entries ?? []).map((one) => (one.no === 2 ? makeEntry(['2', 'A_B', '乙公司', 'App Store', '4.10', ''], 13) : one)) }] };
    expect(mergeNote(note, renderNoticeNote(changed, context))).toMatchObject({ text: note, differences: [{ part: 'rn-list-1' }], damage: null });
    expect(mergeNote(note, renderNoticeNote(makeNotice({ source: null, paragraphs: [] }), context))).toMatchObject({ text: note, differences: [] });
  });

  it('keeps columns that only some rows have, in order of first appearance, and doubled headings apart', () => {
    const row = (line: number, cells: readonly (readonly [string, string])[]) => ({ ...makeEntry(['1', '甲', '', '', '', ''], line), rows: [{ line, cells }] });
    const note = createNote(renderNoticeNote(makeNotice({ lists: [makeList('表', [row(1, [['名称', '甲'], ['备注', '一'], ['备注', '二']]), row(2, [['名称', '甲'], ['企业', '丙']])])] }), { ...context, appLink: () => null }));
    expect(note).toContain('> | 名称 | 备注 | 备注 | 企业 |\n> | --- | --- | --- | --- |\n> | 甲 | 一 | 二 | |\n> | 甲 | | | 丙 |\n');
  });

  it('holds nothing live, wherever in the source it stood, and reads the same', () => {
    const evil = '<%* x %> `$= y` `= z` 键:: 值 [键:: 值] ![[私密]] [[私密]] %%藏%% #标签 ![p](https://e.example/p.png) <iframe src="https://e.example"></iframe> $m$ ==h== ^id';
    // A link in a cell of the source is shown as its text.
    const inCell = evil.replace(' [[私密]]', '');
    const lines = ['```dataviewjs', 'dv.pages()', '```', '^rn-list-1', '%% regulatory-notices list-1=abc %%', '> [!danger] x', '- [ ] 事', '[^1]: 注', '---', '| a |', '| - |'].join('\n');
    const note = createNote(
      renderNoticeNote(
        makeNotice({
          title: evil, source: evil, agency: evil, paragraphs: [evil, lines],
          attachments: [{ name: evil, url: null }, { name: evil, url: 'javascript:alert(1)' }, { name: evil, url: 'https://e.example/%%a' }],
          lists: [makeList(evil, [makeEntry(['1', inCell, inCell, inCell, inCell, `${inCell}<br>${inCell}`], 1)])],
        }),
        context,
      ),
    );
    const foreign = note
      .replace(/^%% regulatory-notices .* %%$/m, '')
      .replace(/^\^rn-[a-z0-9-]+$/gm, '')
      .replace(/```yaml|```$/gm, '')
      .replace('"[[通报/下架通报/2021_03_下架|2021-03-01]]"', '');
    for (const live of [/<%|%>/, /```|~~~/, /`/, /::/, /!\[/, /\[\[/, /%%/, /<(?!br>)/, /(?:^|\s)#[^\s#]/m, /\^[\w-]+\s*(?:\||$)/m, /==/, /^> *(?:- |> |\[\^|---$)/m, /javascript:/]) expect(foreign).not.toMatch(live);
    const shown = readInert(note);
    // Title, text, signature, three attachments, heading and title of the list; six cells.
    expect(shown.split(evil).length - 1).toBe(8);
    expect(shown.split(inCell).length - 1).toBe(6);
    for (const line of lines.split('\n')) expect(shown).toContain(`> ${line}`);
    expect(readProperties(note)?.['title']).toBe(evil);
    expect(mergeNote(note, renderNoticeNote(makeNotice({ title: evil, source: evil, agency: evil }), context)).damage).toBeNull();
  });
});
