import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppId, ListedPackage, Listing, ListingKey, NoticeRef } from '../../src/apps/listing';
import { appStatus, readAppRecord, renderAppNote, type AppNoteContext, type AppRecord } from '../../src/notes/app-note';
import { compareListings } from '../../src/notes/app-record';
import { createNote, mergeNote } from '../../src/notes/managed-note';
import { readProperties } from '../../src/notes/properties';
import { DEFAULT_SETTINGS } from '../../src/settings';

const ref = (kind: 'infringement' | 'takedown', date: string, label: string): NoticeRef => ({ key: `miit-${kind}:${label}`, series: `miit-${kind}`, kind, title: `通报 ${label}`, date, label });
const BATCH_10 = ref('infringement', '2021-01-22', '总第10批');
const BATCH_12 = ref('infringement', '2021-03-12', '总第12批');
const TAKEDOWN = ref('takedown', '2021-02-03', '2021-02-03');
const NOTICES = [BATCH_10, BATCH_12, TAKEDOWN];
const pathOf = (notice: NoticeRef): string => `通报/${notice.kind === 'takedown' ? '下架通报' : '侵害通报'}/${notice.title}.md`;
const noticeAt = (path: string): NoticeRef | null => NOTICES.find((notice) => `${path}.md` === pathOf(notice) || path === notice.title) ?? null;

function listing(notice: NoticeRef, no: number, packages: readonly Partial<ListedPackage>[] = [{}], more: Partial<Listing> = {}): Listing {
  const [first, ...rest] = packages.map((one): ListedPackage => ({ developer: '上海东方传媒技术有限公司', source: '应用宝', version: '7.1.2', problems: ['违规收集个人信息'], ...one }));
  if (first === undefined) throw new Error('a listing has a package');
  return { key: `${notice.key}#1#${no}` as ListingKey, notice, list: 1, no, agency: '工业和信息化部', type: 'app', name: '看看新闻', packages: [first, ...rest], ...more };
}
const app = (listings: readonly Listing[], more: Partial<AppRecord> = {}): AppRecord => ({ id: 'a' as AppId, name: '看看新闻', aliases: [], developers: ['上海东方传媒技术有限公司'], listings, homonyms: [], notSameAs: [], ...more });
const context: AppNoteContext = { settings: DEFAULT_SETTINGS, path: '通报/应用/看看新闻.md', noticePath: pathOf };
const LISTINGS = [
  listing(BATCH_12, 3, [{ problems: ['超范围收集个人信息', '过度索取权限'] }]),
  listing(TAKEDOWN, 5, [{ version: null, problems: [] }]),
  listing(BATCH_10, 12, [{}, { source: '小米应用商店', version: '7.2.0', problems: [] }]),
];

describe('renderAppNote', () => {
  it('writes the note of an app, oldest listing first', () => {
    expect(createNote(renderAppNote(app(LISTINGS, { aliases: ['看看新闻网'], homonyms: [{ path: '通报/应用/看看新闻（乙公司）.md', name: '看看新闻（乙公司）' }] }), context)).replace(/%% regulatory-notices .* %%/, '%% regulatory-notices … %%')).toBe(`---
title: 看看新闻
aliases:
  - 看看新闻网
cssclasses:
  - regulatory-notice
通报类型: 应用
开发者:
  - 上海东方传媒技术有限公司
通报次数: 2
下架次数: 1
首次通报: 2021-01-22
最近通报: 2021-03-12
应用状态: 下架后再被通报
所涉问题:
  - 违规收集个人信息
  - 超范围收集个人信息
  - 过度索取权限
同名应用:
  - "[[通报/应用/看看新闻（乙公司）|看看新闻（乙公司）]]"
---

> [!abstract]+ 通报记录
>
> | 日期 | 通报 | 所列名称 | 开发者 | 应用来源 | 应用版本 | 所涉问题 | 名单机关 |
> | --- | --- | --- | --- | --- | --- | --- | --- |
> | 2021-01-22 | [[通报/侵害通报/通报 总第10批#^rn-list-1\\|总第10批 №12]] | 看看新闻 | 上海东方传媒技术有限公司<br>上海东方传媒技术有限公司 | 应用宝<br>小米应用商店 | 7.1.2<br>7.2.0 | 违规收集个人信息<br> | 工业和信息化部 |
> | 2021-02-03 | [[通报/下架通报/通报 2021-02-03#^rn-list-1\\|2021-02-03 №5]] | 看看新闻 | 上海东方传媒技术有限公司 | 应用宝 | | | 工业和信息化部 |
> | 2021-03-12 | [[通报/侵害通报/通报 总第12批#^rn-list-1\\|总第12批 №3]] | 看看新闻 | 上海东方传媒技术有限公司 | 应用宝 | 7.1.2 | 超范围收集个人信息；过度索取权限 | 工业和信息化部 |

^rn-record

## 笔记

%% regulatory-notices … %%
`);
  });

  it('counts notices, not rows', () => {
    const note = createNote(renderAppNote(app([listing(BATCH_10, 1), listing(BATCH_10, 2)]), context));
    expect(readProperties(note)).toMatchObject({ 通报次数: 1, 下架次数: 0, 应用状态: '已通报' });
  });

  it('says the name of an app whose file is named otherwise', () => {
    const note = createNote(renderAppNote(app([listing(BATCH_10, 1)]), { ...context, path: '通报/应用/看看新闻（上海东方传媒技术有限公司）.md' }));
    expect(readProperties(note)).toMatchObject({ title: '看看新闻', aliases: ['看看新闻'] });
  });

  it('never writes what is the user\'s: watching, difference, notes', () => {
    const note = createNote(renderAppNote(app([listing(BATCH_10, 12)]), context));
    const mine = note.replace('通报类型', '关注: true\n不同于:\n  - "[[看看]]"\n通报类型').replace('## 笔记\n', '## 笔记\n\n值得再看。\n');
    const { text, conflicts } = mergeNote(mine, renderAppNote(app(LISTINGS), context));
    expect(conflicts).toEqual([]);
    expect(text).toContain('关注: true\n不同于:\n  - "[[看看]]"\n');
    expect(text).toContain('## 笔记\n\n值得再看。\n');
    expect(text).toContain('通报次数: 2\n');
    expect(text.match(/^> \| 20/gm)).toHaveLength(3);
  });

  it.each([
    [[BATCH_10], '已通报'],
    [[BATCH_10, TAKEDOWN], '已下架'],
    [[TAKEDOWN], '已下架'],
    [[TAKEDOWN, BATCH_12], '下架后再被通报'],
    [[TAKEDOWN, { ...BATCH_10, date: TAKEDOWN.date }], '已下架'],
    [[TAKEDOWN, { ...BATCH_10, date: null }], '已下架'],
    [[], null],
  ])('knows what has become of an app: case %#', (notices, status) => {
    expect(appStatus(notices.map((notice) => listing(notice, 1)))).toBe(status);
  });
});

describe('readAppRecord', () => {
  const note = createNote(renderAppNote(app(LISTINGS), context));
  const sorted = [...LISTINGS].sort(compareListings);

  it('reads back what was written', () => {
    expect(readAppRecord(note, noticeAt)).toEqual({ listings: sorted, unread: [] });
  });

  it('reads it after formatters padded it, links were rewritten and columns moved', () => {
    const changed = note
      .replace('[!abstract]+', '[!abstract]-')
      .replace(/\[\[通报\/侵害通报\/通报 总第10批#\^rn-list-1\\\|(.*?)\]\]/, '[$1](../侵害通报/通报%20总第10批.md#^rn-list-1)')
      .replace(/\[\[通报\/侵害通报\/通报 总第12批#/, '[[通报 总第12批#')
      .replace(/> \| (.*?) \| (.*?) \| (.*) \|$/gm, '> |  $2  |  $1| $3   |');
    const at = (path: string): NoticeRef | null => noticeAt(path.replace('../', '通报/'));
    expect(readAppRecord(changed, at)).toEqual({ listings: sorted, unread: [] });
    expect(readAppRecord(changed.replace(/\n/g, '\r\n'), at)).toEqual({ listings: sorted, unread: [] });
  });

  it('gives back rows that it no longer understands', () => {
    const row = '| 2020 | 我自己加的 | x |';
    expect(readAppRecord(note.replace('\n\n^rn-record', `\n> ${row}\n\n^rn-record`), noticeAt)).toEqual({ listings: sorted, unread: [row] });
    expect(readAppRecord(note, () => null).unread).toHaveLength(3);
    expect(readAppRecord('没有记录', noticeAt)).toEqual({ listings: [], unread: [] });
  });

  it('hands on what a row says of a notice whose note is gone', () => {
    const rows: unknown[] = [];
    readAppRecord(note, (path, row) => {
      rows.push([path, row]);
      return null;
    });
    expect(rows).toEqual([
      ['通报/侵害通报/通报 总第10批', { date: '2021-01-22', label: '总第10批' }],
      ['通报/下架通报/通报 2021-02-03', { date: '2021-02-03', label: '2021-02-03' }],
      ['通报/侵害通报/通报 总第12批', { date: '2021-03-12', label: '总第12批' }],
    ]);
  });

  it('rebuilds every listing from its row', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('甲乙aB1/|[]<>%#^:`*_~$\\()&;.—')), minLength: 1, maxLength: 8 });
    const orNull = fc.option(word, { nil: null });
    const onePackage = fc.record({ developer: orNull, source: orNull, version: orNull, problems: fc.uniqueArray(fc.constantFrom('违规收集个人信息', 'APP强制、频繁、过度索取权限', '其他'), { maxLength: 3 }) });
    const made = fc.record({
      notice: fc.constantFrom(...NOTICES), list: fc.integer({ min: 1, max: 11 }), no: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }), place: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
      agency: orNull, type: fc.constantFrom('app', 'sdk', 'mini-program', 'quick-app', 'device'), name: fc.array(word, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('\n')), packages: fc.array(onePackage, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 4 }), (records) => {
        const listings = records.map(({ place, packages: [first, ...rest], ...one }): Listing => {
          if (first === undefined) throw new Error('a listing has a package');
          const suffix = one.no === null || place !== null ? `~${place ?? 1}` : String(one.no);
          return { ...one, key: `${one.notice.key}#${one.list}#${suffix}` as ListingKey, packages: [first, ...rest] };
        });
        const text = createNote(renderAppNote(app(listings), context));
        expect(readAppRecord(text, noticeAt)).toEqual({ listings: [...listings].sort(compareListings), unread: [] });
        expect(mergeNote(text, renderAppNote(app(readAppRecord(text, noticeAt).listings), context)).text).toBe(text);
      }),
      { seed: 13, numRuns: 800 },
    );
  });
});
