/** Attachments as pages name and link them. All names are invented. */
import { describe, expect, it } from 'vitest';
import { readNotice } from './read-notice';

const attachments = (line: string): unknown => {
  const notice = readNotice(`# 江苏省通信管理局关于侵害用户权益行为APP的通报\n\n我局抽查发现5款APP存在问题，现予以通报。\n\n${line}\n\n江苏省通信管理局\n\n2024年5月21日\n`);
  expect(notice.paragraphs).toEqual(['我局抽查发现5款APP存在问题，现予以通报。']);
  return notice.attachments.map(({ name, url }) => (url === null ? name : `${name} ${url}`));
};

describe('two attachments on one line', () => {
  it.each([
    ['附件：1.甲组名单 2.乙组名单', ['1.甲组名单', '2.乙组名单']],
    ['附件：1.甲组名单.docx 2.乙组名单.docx', ['1.甲组名单.docx', '2.乙组名单.docx']],
    ['附件：甲组名单.docx、乙组名单.xlsx', ['甲组名单.docx', '乙组名单.xlsx']],
    ['附件1：甲组名单；附件2：乙组名单', ['甲组名单', '乙组名单']],
    ['附件1：甲组名单.doc　附件2：乙组名单.doc', ['甲组名单.doc', '乙组名单.doc']],
  ])('%s', (line, names) => {
    expect(attachments(line)).toEqual(names);
  });
  it('with links to both', () => {
    const both = ['甲组名单.docx https://example.org/a.docx', '乙组名单.docx https://example.org/b.docx'];
    expect(attachments('附件：[甲组名单.docx](https://example.org/a.docx) [乙组名单.docx](https://example.org/b.docx)')).toEqual(both);
    expect(attachments('附件：1.[甲组名单.docx](https://example.org/a.docx) 2.[乙组名单.docx](https://example.org/b.docx)')).toEqual(both);
    expect(attachments('[附件1：甲组名单.docx](https://example.org/a.docx) [附件2：乙组名单.docx](https://example.org/b.docx)')).toEqual(both);
  });
});

describe('attachments below their heading', () => {
  it('with signs of files before the links, and a second form behind one', () => {
    expect(attachments('![名单第一页](/img/list1.gif) [甲组名单.doc](/a.doc)\n')).toEqual(['甲组名单.doc /a.doc', '名单第一页 /img/list1.gif']);
    expect(attachments('附件：\n\n![](/img/icon_doc.gif)[甲组名单.doc](/a.doc)\n\n1.[乙组名单](/b.docx)（[PDF版](/b.pdf)）\n')).toEqual(['甲组名单.doc /a.doc', '乙组名单 /b.docx', 'PDF版 /b.pdf']);
  });
  it('as a list, which is no list of apps', () => {
    expect(attachments('附件下载：\n\n1. [存在问题的APP名单.docx](/a.docx)\n2. [存在问题的SDK名单.pdf](/b.pdf)')).toEqual(['存在问题的APP名单.docx /a.docx', '存在问题的SDK名单.pdf /b.pdf']);
    const page = readNotice('# 江苏省通信管理局关于侵害用户权益行为APP的通报\n\n现予通报。\n\n附件：\n\n- [1.甲组APP名单](/a.docx)\n- [2.乙组APP名单](/b.pdf)\n');
    expect([page.lists, page.paragraphs, page.attachments.map(({ url }) => url)]).toEqual([[], ['现予通报。'], ['/a.docx', '/b.pdf']]);
  });
  it('without links', () => {
    expect(attachments('附件：\n\n1.甲组名单\n\n2.乙组名单')).toEqual(['1.甲组名单', '2.乙组名单']);
  });
});

describe('one attachment', () => {
  it.each([
    ['附件：2024年第2批问题APP名单', ['2024年第2批问题APP名单']],
    ['附件：名单 第2版.docx', ['名单 第2版.docx']],
    ['附件：画板 1.2 版检测情况.pdf', ['画板 1.2 版检测情况.pdf']],
    ['附件：画板、字典等5款APP名单.docx', ['画板、字典等5款APP名单.docx']],
  ])('stays one: %s', (line, names) => {
    expect(attachments(line)).toEqual(names);
  });
});
