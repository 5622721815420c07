/** The language of the program's own words in notes: what follows it, what the source says, and that both languages are read back alike. */
import { describe, expect, it } from 'vitest';
import type { AppId, Listing, ListingKey, NoticeRef } from '../../src/apps/listing';
import { readMarkdown } from '../../src/document/markdown/read-markdown';
import { createNote, mergeNote } from '../../src/notes/managed-note';
import { readAppRecord, renderAppNote, type AppRecord } from '../../src/notes/app-note';
import { renderIndexNote, type IndexedNotice } from '../../src/notes/index-note';
import { holdsIndexList } from '../../src/notes/index-page';
import { readPageLines } from '../../src/notes/index-page-lines';
import { readListTitle } from '../../src/notes/index-titles';
import { renderNoticeNote } from '../../src/notes/notice-note';
import { sourceText } from '../../src/notes/source-text';
import type { Notice } from '../../src/notice/notice';
import { recogniseNotice } from '../../src/notice/recognise';
import { DEFAULT_SETTINGS, type NoteLanguage, type Settings } from '../../src/settings';
import { archiveFiles, HAS_ARCHIVE } from '../support/archive';
import { parseHtml } from '../support/parse-html';
import { makeEntry, makeList, makeNotice } from './made-notices';

const settingsIn = (noteLanguage: NoteLanguage): Settings => ({ ...DEFAULT_SETTINGS, noteLanguage });
const HOST = { parseHtml };

function noteOf(notice: Notice, language: NoteLanguage): string {
  return createNote(renderNoticeNote(notice, { settings: settingsIn(language), appLink: (list, entry) => ({ path: `通报/应用/${list}-${entry}.md` }), related: [] }));
}

const readBack = (note: string): Notice => recogniseNotice(readMarkdown(sourceText(note), 'note.md', HOST));
const body = (note: string): string => note.slice(note.indexOf('\n---\n') + 5).replace(/%% regulatory-notices .* %%/, '');

describe('the note of a notice in English', () => {
  it('has the program\'s words in English and everything else as the source has it', () => {
    expect(body(noteOf(makeNotice(), 'en'))).toBe(`
## Full text

> [!abstract]+ Metadata
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

[Original](https://www.example.org/art/10.html) · [Archived copy](https://web.archive.org/web/20211017032315/https://www.example.org/art/10.html)

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

## Annexes

### 存在问题的应用名单

> [!abstract]+ 存在问题的应用名单
>
> | 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |
> | --- | --- | --- | --- | --- | --- |
> | 1 | [[通报/应用/0-0\\|看看新闻]] | 上海东方传媒技术有限公司 | 应用宝 | 7.1.2 | 违规收集个人信息<br>违规使用个人信息 |
> | | | | 小米应用商店 | 7.2.0 | |
> | 2 | [A_B](通报/应用/0-1.md) | / | App Store | 4.10 | 过度索取权限 |

^rn-list-1


`);
  });

  it('says what is still to come in English, and is not read as if a source had said it', () => {
    for (const language of ['zh', 'en'] as const) {
      const note = noteOf(makeNotice({ lists: [], paragraphs: [] }), language);
      expect(note).toContain(language === 'en' ? '> [!abstract]+ List\n>\n> List to be added\n\n^rn-list-1' : '> [!abstract]+ 名单\n>\n> 名单待补\n\n^rn-list-1');
      expect(note).toContain(language === 'en' ? '>\n> Text to be added\n\n^rn-text' : '>\n> 正文待补\n\n^rn-text');
      expect(readBack(note).paragraphs).toEqual([]);
    }
  });

  it('keeps the properties and their values', () => {
    const head = (note: string): string => note.slice(0, note.indexOf('\n---\n'));
    expect(head(noteOf(makeNotice(), 'en'))).toBe(head(noteOf(makeNotice(), 'zh')));
  });

  it.each([
    ['a notice', makeNotice()],
    ['a notice without text and list', makeNotice({ lists: [], paragraphs: [] })],
    ['a takedown', makeNotice({ kind: 'takedown', series: 'miit-takedown', title: '关于下架甲的通报', batch: null, deadline: null })],
    ['news with figures', makeNotice({ kind: 'news', series: 'news', title: '近期抽查情况', lists: [], figures: [{ measure: 'tested', value: 3000, approximate: true, until: '2021-01-20', phrase: '检测约3000款' }] })],
  ])('reads back as the Chinese one does: %s', (_, notice) => {
    expect(readBack(noteOf(notice, 'en'))).toEqual(readBack(noteOf(notice, 'zh')));
  });

  it('reads two lists without captions back as two', () => {
    const lists = ['甲看看', '乙听听'].map((name) => ({ ...makeList('', [makeEntry(['1', name, '某公司', '应用宝', '1.0', '过度索取权限'], 11)]), caption: null }));
    const [chinese, english] = (['zh', 'en'] as const).map((language) => readBack(noteOf(makeNotice({ lists }), language)));
    expect(chinese?.lists.map(({ caption }) => caption)).toEqual(['名单 1', '名单 2']);
    expect(english?.lists.map(({ caption }) => caption)).toEqual(['List 1', 'List 2']);
    expect(english?.lists.map(({ entries, agency }) => [entries, agency])).toEqual(chinese?.lists.map(({ entries, agency }) => [entries, agency]));
  });

  it('follows no setting once it is written, and nobody is said to contradict', () => {
    for (const [from, to] of [['zh', 'en'], ['en', 'zh']] as const) {
      for (const notice of [makeNotice(), makeNotice({ lists: [], paragraphs: [] }), makeNotice({ lists: [{ ...makeList('', makeNotice().lists[0]?.entries ?? []), caption: null }] })]) {
        const note = noteOf(notice, from);
        const desired = renderNoticeNote(notice, { settings: settingsIn(to), appLink: (list, entry) => ({ path: `通报/应用/${list}-${entry}.md` }), related: [] });
        expect(mergeNote(note, desired)).toEqual({ text: note, conflicts: [], differences: [], damage: null });
        const unmarked = note.replace(/ (?:meta|text|list-1)=\w+/g, '');
        expect(mergeNote(unmarked, desired)).toMatchObject({ conflicts: [], differences: [] });
      }
    }
  });

  it('takes what was to be added from a source, whatever language it waited in', () => {
    for (const [from, to] of [['zh', 'en'], ['en', 'zh']] as const) {
      const waiting = noteOf(makeNotice({ lists: [], paragraphs: [] }), from);
      const { text, conflicts, differences } = mergeNote(waiting, renderNoticeNote(makeNotice(), { settings: settingsIn(to), appLink: () => null, related: [] }));
      expect({ conflicts, differences }).toEqual({ conflicts: [], differences: [] });
      expect(text).toContain('看看新闻');
      expect(text).toContain('还有2款没有改好');
      expect(text).not.toMatch(/待补|to be added/);
    }
  });
});

const NOTICE: NoticeRef = { key: 'miit-infringement:10', kind: 'infringement', series: 'miit-infringement', title: '通报（总第10批）', date: '2021-01-22', label: '总第10批' };
const listing = (no: number | null, place: string, more: Partial<Listing> = {}): Listing => ({
  key: `${NOTICE.key}#1#${place}` as ListingKey, notice: NOTICE, list: 1, no, agency: '工业和信息化部', type: 'app', name: '看看新闻', packages: [{ developer: '甲公司', source: '应用宝', version: '1.0', problems: ['过度索取权限'] }], ...more,
});
const LISTINGS = [listing(1, '1'), listing(2, '~3'), listing(null, '~39', { type: 'mini-program' }), listing(4, '4', { key: `${NOTICE.key}#2#4` as ListingKey, list: 2, heading: '附件2' })];
const APP: AppRecord = { id: '通报/应用/看看新闻.md' as AppId, name: '看看新闻', aliases: [], developers: ['甲公司'], listings: LISTINGS, homonyms: [], notSameAs: [] };
const appNote = (language: NoteLanguage): ReturnType<typeof renderAppNote> => renderAppNote(APP, { settings: settingsIn(language), path: APP.id, noticePath: () => '通报/侵害通报/通报.md' });

describe('the note of an app in English', () => {
  it('has an English record with the values as they are', () => {
    expect(body(createNote(appNote('en'))).trim()).toBe(`> [!abstract]+ Record
>
> | Date | Notice | Name as listed | Type | Developer | Source | Version | Problems | Agency of the list |
> | --- | --- | --- | --- | --- | --- | --- | --- | --- |
> | 2021-01-22 | [[通报/侵害通报/通报#^rn-list-1\\|总第10批 №1]] | 看看新闻 | APP | 甲公司 | 应用宝 | 1.0 | 过度索取权限 | 工业和信息化部 |
> | 2021-01-22 | [[通报/侵害通报/通报#^rn-list-1\\|总第10批 №2 (item 3)]] | 看看新闻 | APP | 甲公司 | 应用宝 | 1.0 | 过度索取权限 | 工业和信息化部 |
> | 2021-01-22 | [[通报/侵害通报/通报#^rn-list-1\\|总第10批 item 39]] | 看看新闻 | 小程序 | 甲公司 | 应用宝 | 1.0 | 过度索取权限 | 工业和信息化部 |
> | 2021-01-22 | [[通报/侵害通报/通报#附件2\\|总第10批 list 2 №4]] | 看看新闻 | APP | 甲公司 | 应用宝 | 1.0 | 过度索取权限 | 工业和信息化部 |

^rn-record

## Notes`);
  });

  it('is read back row for row, as the Chinese one is', () => {
    const labels: string[] = [];
    for (const language of ['zh', 'en'] as const) {
      const read = readAppRecord(createNote(appNote(language)), (_, { label }) => {
        labels.push(label);
        return NOTICE;
      });
      expect(read).toEqual({ listings: LISTINGS, unread: [] });
    }
    expect(new Set(labels)).toEqual(new Set(['总第10批']));
  });

  it('follows the setting when it is written again, with the user\'s text where it was', () => {
    for (const [from, to] of [['zh', 'en'], ['en', 'zh']] as const) {
      const mine = createNote(appNote(from)).replace(/(## (?:笔记|Notes)\n)/, '$1\n我的话\n');
      const record = (note: string): string => note.slice(note.indexOf('> [!abstract]'), note.indexOf('^rn-record'));
      const { text, conflicts } = mergeNote(mine, appNote(to));
      expect(conflicts).toEqual([]);
      expect(record(text)).toBe(record(createNote(appNote(to))));
      expect(text).toContain(from === 'zh' ? '## 笔记\n\n我的话\n' : '## Notes\n\n我的话\n');
      expect(text.match(/^## /gm)).toHaveLength(1);
      expect(mergeNote(text, appNote(to)).text).toBe(text);
      // Without its fingerprint it is still known for the program's own.
      expect(mergeNote(mine.replace(/ record=\w+/, ''), appNote(to))).toMatchObject({ conflicts: [], text: expect.stringContaining(record(createNote(appNote(to)))) as string });
    }
  });

  it('an edited record stays, in whatever language', () => {
    const mine = createNote(appNote('zh')).replace('| 看看新闻 |', '| 看看新闻（我的注） |');
    const { text, conflicts } = mergeNote(mine, appNote('en'));
    expect(text).toContain('看看新闻（我的注）');
    expect(text).not.toContain('Record');
    expect(conflicts.map(({ part }) => part)).toEqual(['rn-record']);
  });
});

const indexed = (ref: Partial<NoticeRef>, path: string): IndexedNotice => ({ ref: { ...NOTICE, ...ref }, path });
const TAKEDOWN = indexed({ key: 'miit-takedown@2021-05-10', kind: 'takedown', series: 'miit-takedown', title: '关于下架甲的通报', date: '2021-05-10', label: '2021-05-10' }, '通报/下架通报/下架甲.md');
const SHANGHAI = indexed({ key: 'sh-ca-infringement:1', series: 'sh-ca-infringement', title: '通报（沪第1批）', date: '2021-02-01' }, '通报/侵害通报/沪.md');
const FIRST = indexed({}, '通报/侵害通报/十.md');
const NEXT = indexed({ key: 'miit-infringement:11', title: '通报（总第11批）', date: '2021-02-05', label: '总第11批' }, '通报/侵害通报/十一.md');
const PAGE = { path: '通报/索引.md', title: '索引', agencyOf: (series: string) => (series.startsWith('sh') ? '上海市通信管理局' : null), language: 'en' as const };

describe('the index page in English', () => {
  it('has English titles over the notices\' own', () => {
    const { text } = renderIndexNote(null, [SHANGHAI, TAKEDOWN, FIRST], PAGE);
    expect(text.split('\n').filter((line) => /^#|^> \[!/.test(line))).toEqual(['## All pages', '> [!abstract]+ Infringement notices', '> [!abstract]+ Takedown notices', '> [!abstract]+ 上海市通信管理局 infringement notices']);
    expect(renderIndexNote(text, [SHANGHAI, TAKEDOWN, FIRST], PAGE).text).toBe(text);
  });

  it('is gone on with in either language, each list under the title that it has', () => {
    for (const language of ['zh', 'en'] as const) {
      const page = { ...PAGE, language };
      const first = renderIndexNote(null, [FIRST, SHANGHAI], { ...PAGE, language: language === 'zh' ? 'en' : 'zh' }).text;
      const { text, findings } = renderIndexNote(first, [FIRST, NEXT, SHANGHAI, TAKEDOWN], page);
      expect(findings).toEqual([]);
      expect(text.match(/> \[!abstract\]/g)).toHaveLength(3);
      expect(text.indexOf('总第11批')).toBeLessThan(text.indexOf('沪第1批'));
      expect(text.indexOf('总第10批')).toBeLessThan(text.indexOf('总第11批'));
      expect(renderIndexNote(text, [FIRST, NEXT, SHANGHAI, TAKEDOWN], page).text).toBe(text);
    }
  });

  it('is found by its titles where its block ids are gone', () => {
    const unmarked = renderIndexNote(null, [SHANGHAI, TAKEDOWN, FIRST], PAGE).text.replace(/\n\n\^rn-[\w-]+/g, '');
    expect(holdsIndexList(readPageLines(unmarked), unmarked, PAGE.path)).toBe(true);
    const { text } = renderIndexNote(unmarked, [SHANGHAI, TAKEDOWN, FIRST, NEXT], PAGE);
    expect(text.match(/> \[!abstract\]/g)).toHaveLength(3);
    expect(text).not.toContain('^rn-');
    expect(text.indexOf('总第11批')).toBeLessThan(text.indexOf('Takedown notices'));
  });

  it.each([
    ['Infringement notices', 'infringement', null], ['All takedown notices', 'takedown', null], ['List of infringement notices (2021)', 'infringement', null],
    ['上海市通信管理局 takedown notices', 'takedown', '上海市通信管理局'],
  ])('knows the title %s', (title, kind, agency) => {
    expect(readListTitle(title)).toMatchObject({ kind, agency, isExact: true });
  });

  it.each(['My takedown notices', 'Notices', 'Takedown'])('takes %s for another list', (title) => {
    expect(readListTitle(title).kind).toBeNull();
  });
});

describe.skipIf(!HAS_ARCHIVE)('notes of the archive in English', () => {
  const files = HAS_ARCHIVE ? archiveFiles('notices') : [];
  it.each(files.map(({ path, bytes }) => [path, bytes] as const))('%s reads back as from Chinese notes', (path, bytes) => {
    const notice = recogniseNotice(readMarkdown(new TextDecoder().decode(bytes), path, HOST));
    const [chinese, english] = [noteOf(notice, 'zh'), noteOf(notice, 'en')];
    expect(english).not.toBe(chinese);
    expect(readBack(english)).toEqual(readBack(chinese));
    // As a source in another vault, too.
    const readAsSource = (note: string): Notice => recogniseNotice(readMarkdown(note, 'note.md', HOST));
    expect(readAsSource(english)).toEqual(readAsSource(chinese));
  });
});
