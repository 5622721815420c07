import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeRef } from '../../src/apps/listing';
import { renderIndexNote, sortNotices, type IndexContext, type IndexedNotice } from '../../src/notes/index-note';

const infringement = (title: string, date: string | null, label: string, series = 'miit-infringement'): NoticeRef => ({ key: `${series}:${label}`, series, kind: 'infringement', title, date, label });
const takedown = (title: string, date: string): NoticeRef => ({ key: `miit-takedown:${title}@${date}`, series: 'miit-takedown', kind: 'takedown', title, date, label: date });
const at = (ref: NoticeRef, name = ref.title): IndexedNotice => ({ ref, path: `通报/${ref.kind === 'takedown' ? '下架通报' : '侵害通报'}/${name}.md` });
const context: IndexContext = { path: '通报/专项行动.md', title: '专项行动', agencyOf: () => '上海市通信管理局' };

const B1 = infringement('甲通报（第一批）', '2019-12-19', '总第1批');
const B3 = infringement('甲通报（2020年第一批）', '2020-05-15', '总第3批');
const B9 = infringement('甲通报（2020年第七批）', '2020-12-21', '总第9批');
const B10 = infringement('甲通报 （2021年第1批，总第10批）', '2021-01-22', '总第10批');
const B20 = infringement('回头看（2021年第11批，总第20批）', '2021-11-03', '总第20批');
const TERMINAL = infringement('智能终端通报', '2021-02-01', '2021-02-01');
const T1 = takedown('下架甲的通报', '2020-01-03');
const T2 = takedown('下架甲的通报', '2020-09-14');

describe('sortNotices', () => {
  it('orders infringement notices by total batch, those without by date', () => {
    expect(sortNotices([B20, TERMINAL, B10, B1, B9, B3]).map(({ label }) => label)).toEqual(['总第1批', '总第3批', '总第9批', '总第10批', '2021-02-01', '总第20批']);
  });

  it('derives the total batch from a title where the label says none', () => {
    const early = [infringement('甲通报（2020年第七批）', '2020-12-21', '2020年第7批'), infringement('甲通报（第二批）', '2020-01-08', '第2批'), infringement('甲通报（2020年第三批）', '2020-07-24', '2020年第3批')];
    expect(sortNotices([B10, ...early]).map(({ label }) => label)).toEqual(['第2批', '2020年第3批', '2020年第7批', '总第10批']);
  });

  it('orders takedowns by date whatever their batch, and keeps series together', () => {
    const sh = infringement('沪（2023年第10期）', '2023-09-01', '2023年第10批', 'sh-ca-infringement');
    const sh2 = infringement('沪（2023年第3期）', '2023-04-01', '2023年第3批', 'sh-ca-infringement');
    expect(sortNotices([T2, sh, T1, sh2]).map(({ label }) => label)).toEqual(['2020-01-03', '2020-09-14', '2023年第3批', '2023年第10批']);
  });

  it('does not depend on the order in which notices are given', () => {
    const all = [B1, B3, B9, B10, B20, TERMINAL];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 6 }), (mixed) => {
        expect(sortNotices(mixed)).toEqual(sortNotices(all));
      }), { seed: 1, numRuns: 200 },
    );
  });
});

describe('renderIndexNote', () => {
  it('makes a page with one list a series', () => {
    const sh = infringement('沪（2023年第3期）', '2023-04-01', '2023年第3批', 'sh-ca-infringement');
    expect(renderIndexNote(null, [at(T2, '2020_09_下架甲的通报'), at(B10), at(sh), at(B1), at(T1, '2020_01_下架甲的通报')], context)).toEqual({
      damage: null,
      findings: [],
      text: `---
title: 专项行动
---

## 全部页面

> [!abstract]+ 侵害通报
>
> +   [甲通报（第一批）](侵害通报/甲通报（第一批）.md)
> +   [甲通报 （2021年第1批，总第10批）](侵害通报/甲通报%20（2021年第1批，总第10批）.md)

^rn-index-infringement

> [!abstract]+ 下架通报
>
> +   2020-01 [下架甲的通报](下架通报/2020_01_下架甲的通报.md)
> +   2020-09 [下架甲的通报](下架通报/2020_09_下架甲的通报.md)

^rn-index-takedown

> [!abstract]+ 上海市通信管理局侵害通报
>
> +   [沪（2023年第3期）](侵害通报/沪（2023年第3期）.md)

^rn-index-sh-ca-infringement
`,
    });
  });

  it.each([['infringement', '其他侵害通报（发文机关不详）'], ['takedown', '其他下架通报（发文机关不详）']] as const)('heads the %s notices of no known agency in words', (kind, heading) => {
    const ref: NoticeRef = { key: 'x', series: `unknown-${kind}`, kind, title: '某通报', date: '2022-03-01', label: '2022-03-01' };
    expect(renderIndexNote(null, [at(ref)], { ...context, agencyOf: () => null }).text).toContain(`> [!abstract]+ ${heading}\n`);
  });

  it('changes nothing the second time, and only adds a line for a new notice', () => {
    const first = renderIndexNote(null, [at(B1), at(B10)], context).text;
    expect(renderIndexNote(first, [at(B10), at(B1)], context).text).toBe(first);
    expect(renderIndexNote(first, [at(B10), at(B3), at(B1)], context).text).toBe(
      first.replace('> +   [甲通报 （2021', '> +   [甲通报（2020年第一批）](侵害通报/甲通报（2020年第一批）.md)\n> +   [甲通报 （2021'),
    );
  });

  const BY_HAND = `# 我的页面

> [!abstract]+ 侵害通报
>
> -   [甲通报（第一批）](/通报/侵害通报/甲通报（第一批）.md)
>     我的批注
> -   [甲通报（第二批）](/通报/侵害通报/甲通报（第二批）.md)
> -   [旧名](/通报/侵害通报/没有了.md)
> -   [甲通报（2020年第七批）](/通报/侵害通报/甲通报（2020年第七批）.md)
>

附言：我写的。

> [!abstract]+ 别的
>
> - 不动
`;

  it('adopts the list of a page kept by hand: its style, its dead links, its remarks', () => {
    const { text, findings } = renderIndexNote(BY_HAND, [at(B10), at(B9), at(B3), at(B1)], context);
    expect(text).toBe(
      BY_HAND.replace('> -   [甲通报（2020年第七批）]', '> -   [甲通报（2020年第一批）](/通报/侵害通报/甲通报（2020年第一批）.md)\n> -   [甲通报（2020年第七批）]').replace(
        '甲通报（2020年第七批）.md)\n>\n',
        '甲通报（2020年第七批）.md)\n> -   [甲通报 （2021年第1批，总第10批）](/通报/侵害通报/甲通报%20（2021年第1批，总第10批）.md)\n>\n',
      ),
    );
    expect(findings.map(({ fault, title }) => `${fault} ${title}`)).toEqual(['missing 甲通报（第二批）', 'missing 旧名']);
  });

  it('places a new notice among items without a note, by their batches and months', () => {
    const page = `> [!abstract]+ 侵害通报
>
> - [甲通报（2020年第六批）](x/6.md)
> - [甲通报（2021年第2批，总第11批）](x/11.md)

> [!abstract]+ 下架通报
>
> - 2020-08 [下架甲的通报](x/8.md)
> - 2020-11 [下架甲的通报](x/11.md)
`;
    const { text } = renderIndexNote(page, [at(B10), at(T2, '2020_09_下架甲的通报')], context);
    expect(text).toBe(`> [!abstract]+ 侵害通报
>
> - [甲通报（2020年第六批）](x/6.md)
> - [甲通报 （2021年第1批，总第10批）](侵害通报/甲通报%20（2021年第1批，总第10批）.md)
> - [甲通报（2021年第2批，总第11批）](x/11.md)

> [!abstract]+ 下架通报
>
> - 2020-08 [下架甲的通报](x/8.md)
> - 2020-09 [下架甲的通报](下架通报/2020_09_下架甲的通报.md)
> - 2020-11 [下架甲的通报](x/11.md)
`);
  });

  it('leaves a page alone that holds every notice in order', () => {
    expect(renderIndexNote(BY_HAND, [at(B9), at(B1)], context).text).toBe(BY_HAND);
  });

  it('writes wikilinks where the page does, and finds notes that were moved by their titles', () => {
    const page = '> [!abstract]+ 侵害通报\r\n>\r\n> - [[归档/甲通报（第一批）|甲通报（第一批）]]\r\n';
    expect(renderIndexNote(page, [at(B1), at(B3)], context).text).toBe(
      '> [!abstract]+ 侵害通报\r\n>\r\n> - [[归档/甲通报（第一批）|甲通报（第一批）]]\r\n> - [[通报/侵害通报/甲通报（2020年第一批）|甲通报（2020年第一批）]]\r\n',
    );
  });

  it('puts a shuffled list in order', () => {
    const first = renderIndexNote(null, [at(B1), at(B3), at(B9)], context).text;
    const lines = first.split('\n');
    const from = lines.findIndex((line) => line.includes('第一批'));
    const shuffled = [...lines.slice(0, from), lines[from + 2], lines[from], lines[from + 1], ...lines.slice(from + 3)].join('\n');
    expect(shuffled).not.toBe(first);
    expect(renderIndexNote(shuffled, [at(B1), at(B3), at(B9)], context).text).toBe(first);
  });

  it('does not rewrite a page with a list that stands twice', () => {
    const first = renderIndexNote(null, [at(B1)], context).text;
    const twice = `${first}\n> 又一个\n\n^rn-index-infringement\n`;
    expect(renderIndexNote(twice, [at(B1), at(B3)], context)).toMatchObject({ text: twice, damage: 'doubled:rn-index-infringement' });
  });
});
