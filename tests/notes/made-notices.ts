/** Notices made up for the tests. */
import type { Entry, Notice, NoticeList, Package } from '../../src/notice/notice';

const HEADINGS = ['序号', '应用名称', '应用开发者', '应用来源', '应用版本', '所涉问题'];

export function makePackage(cells: readonly string[], line: number): Package {
  return { developer: cells[2] || null, source: cells[3] || null, version: cells[4] || null, problems: cells[5] ? [cells[5]] : [], rows: [{ line, cells: HEADINGS.map((heading, i) => [heading, cells[i] ?? ''] as const) }] };
}

export function makeEntry(cells: readonly string[], line: number, more: Partial<Entry> = {}): Entry {
  return { no: Number(cells[0]), type: 'app', category: null, name: cells[1] ?? '', packages: [], ...makePackage(cells, line), ...more };
}

export function makeList(caption: string, entries: readonly Entry[]): NoticeList {
  return { caption, agency: '工业和信息化部', agencyFrom: 'notice', entries };
}

export function makeNotice(more: Partial<Notice> = {}): Notice {
  return {
    kind: 'infringement',
    series: 'miit-infringement',
    title: '关于侵害用户权益行为的APP通报（2021年第1批，总第10批）',
    agency: '工业和信息化部信息通信管理局',
    agencyFrom: 'signature',
    source: '信息通信管理局',
    date: '2021-01-22',
    signedDate: '2021-01-22',
    batch: { year: 2021, number: 1, total: 10 },
    deadline: { date: '2021-01-29', phrase: '请在1月29日前改好' },
    statedCount: { number: 2, phrase: '还有2款没有改好', parts: [] },
    urls: ['https://www.example.org/art/10.html', 'https://web.archive.org/web/20211017032315/https://www.example.org/art/10.html'],
    attachments: [],
    paragraphs: ['抽查以后，还有2款没有改好。', '请在1月29日前改好。'],
    cites: [],
    figures: [],
    lists: [
      makeList('存在问题的应用名单', [
        makeEntry(['1', '看看新闻', '上海东方传媒技术有限公司', '应用宝', '7.1.2', '违规收集个人信息<br>违规使用个人信息'], 11, {
          packages: [makePackage(['', '', '', '小米应用商店', '7.2.0', ''], 12)],
        }),
        makeEntry(['2', 'A_B', '/', 'App Store', '4.10', '过度索取权限'], 13),
      ]),
    ],
    documents: [],
    index: [],
    diagnostics: [],
    ...more,
  };
}
