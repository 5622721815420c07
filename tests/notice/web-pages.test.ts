/** Notices on web pages: what decides where the page, its head and its article say different things. */
import { describe, expect, it } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { readDocument } from '../../src/document/read-document';
import type { Notice } from '../../src/notice/notice';
import { recogniseNotice } from '../../src/notice/recognise';

interface Page {
  readonly head?: string;
  readonly above?: string;
  readonly body: string;
  readonly address?: string;
}

async function recognise({ head = '', above = '', body, address }: Page): Promise<Notice> {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${above}<div id="con_con">${body}</div></body></html>`;
  const read = await readDocument({ fileName: 'art_1.html', bytes: new TextEncoder().encode(html), ...(address === undefined ? {} : { address }) }, nodeReaderHost);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return recogniseNotice(read.document);
}

const TITLE = '<title>关于侵害用户权益行为的APP通报（2023年第3批）</title>';
const TEXT = '<p>依据工业和信息化部的部署，本局近期抽查了一批应用，现有2款未完成整改，应于6月8日前落实。</p>';
const LIST = '<p>附件：未完成整改的APP名单</p><table><tr><td>序号</td><td>应用名称</td><td>所涉问题</td></tr><tr><td>1</td><td>青禾相册</td><td>违规收集个人信息</td></tr><tr><td>2</td><td>山雀听书</td><td>账号注销难</td></tr></table>';

describe('the date of a page', () => {
  const signed = '<p align="right">上海市通信管理局</p><p align="right">2023年6月1日</p>';
  const pubDate = '<meta name="PubDate" content="2023-06-03 10:00">';

  it('is the one that it states, before that of its head, before the signature', async () => {
    expect((await recognise({ head: TITLE + pubDate, above: '<div>发布时间：2023-06-02 来源：本局</div>', body: TEXT + signed })).date).toBe('2023-06-02');
    expect((await recognise({ head: TITLE + pubDate, body: TEXT + signed })).date).toBe('2023-06-03');
    expect((await recognise({ head: TITLE, body: TEXT + signed })).date).toBe('2023-06-01');
  });

  it('is read in Beijing time', async () => {
    expect((await recognise({ head: `${TITLE}<meta property="article:published_time" content="2023-06-02T23:30:00Z">`, body: TEXT })).date).toBe('2023-06-03');
  });

  it('gives the deadline its year', async () => {
    expect((await recognise({ head: TITLE + pubDate, body: TEXT })).deadline?.date).toBe('2023-06-08');
  });
});

describe('the agency of a page', () => {
  it('is told by the address, never by a name in the body', async () => {
    const notice = await recognise({ head: TITLE, body: TEXT + LIST, address: 'https://shca.miit.gov.cn/xwdt/art/2023/art_1.html' });
    expect([notice.agency, notice.agencyFrom, notice.series]).toEqual(['上海市通信管理局', 'domain', 'sh-ca-infringement']);
    expect(notice.lists.map(({ agency, entries }) => [agency, entries.map(({ name }) => name)])).toEqual([['上海市通信管理局', ['青禾相册', '山雀听书']]]);
  });

  it('is told by the title where the address is not known', async () => {
    const notice = await recognise({ head: '<title>上海市通信管理局关于侵害用户权益行为APP的通报（2023年第3批）</title>', body: TEXT });
    expect([notice.agency, notice.agencyFrom]).toEqual(['上海市通信管理局', 'title']);
  });

  it('is not found where only the body names one', async () => {
    const notice = await recognise({ head: TITLE, body: TEXT });
    expect([notice.agency, notice.diagnostics.map(({ code }) => code)]).toEqual([null, expect.arrayContaining(['no-agency'])]);
  });
});

describe('addresses and files of a page', () => {
  it('the page itself and its archived copy', async () => {
    const address = 'https://web.archive.org/web/20230605000000/https://shca.miit.gov.cn/art_1.html';
    const notice = await recognise({ head: TITLE, body: `${TEXT}<p>附件：<a href="/web/20230605000000/https://shca.miit.gov.cn/attach/1.docx">名单.docx</a></p>`, address });
    expect(notice.urls).toEqual(['https://shca.miit.gov.cn/art_1.html', address]);
    expect(notice.attachments).toEqual([{ name: '名单.docx', url: 'https://shca.miit.gov.cn/attach/1.docx' }]);
    expect(notice.agency).toBe('上海市通信管理局');
  });
});

describe('news', () => {
  it('has its source, its author and its day', async () => {
    const notice = await recognise({
      head: '<title>工信部通报2款应用：限期整改_某某网</title><meta name="author" content="李四"><meta property="article:published_time" content="2023-06-02T09:00:00+08:00">',
      above: '<div>2023-06-02 09:00 某某报</div>',
      body: '<p>工信部今日通报了2款未完成整改的App，并要求相关企业限期落实。</p>',
    });
    expect([notice.kind, notice.title, notice.source, notice.author, notice.date]).toEqual(['news', '工信部通报2款应用：限期整改', '某某报', '李四', '2023-06-02']);
    expect(notice.figures.map(({ measure, value }) => [measure, value])).toEqual([['named', 2]]);
  });
});
