/** Notices kept as plain text files, one line under the other without a blank line between. All names are invented. */
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read-document';
import type { Notice } from '../../src/notice/notice';
import { recogniseNotice } from '../../src/notice/recognise';
import { parseHtml } from '../support/parse-html';
import { shortLists } from './read-notice';

async function readText(text: string, fileName: string): Promise<Notice> {
  const read = await readDocument({ fileName, bytes: new TextEncoder().encode(text) }, { parseHtml });
  if (!read.ok) throw new Error('the text was refused');
  return recogniseNotice(read.document);
}

const TITLE = '江苏省通信管理局关于侵害用户权益行为APP的通报（2024年第2期）';
const TEXT = '依据《个人信息保护法》等法律法规，我局组织第三方检测机构对属地生活服务类移动应用开展抽查，截至目前尚有3款APP未按照要求完成整改，现予以通报，名单如下：';
const ITEMS = ['1、画板通（版本1.2，应用宝）', '2、字典（版本2.2，豌豆荚）', '3、地图（版本3.2，vivo应用商店）'];
const SIGNED = ['江苏省通信管理局', '2024年5月21日'];

describe('a plain text file', () => {
  it.each([['\n'], ['\r\n']])('keeps its title, its numbered lines and its signature apart (%j)', async (end) => {
    const notice = await readText([TITLE, TEXT, ...ITEMS, ...SIGNED].join(end) + end, '存档.txt');
    expect(notice).toMatchObject({ title: TITLE, kind: 'infringement', agency: '江苏省通信管理局', agencyFrom: 'signature', signedDate: '2024-05-21', date: '2024-05-21', paragraphs: [TEXT] });
    expect(shortLists(notice)).toEqual([['1 画板通//应用宝/1.2', '2 字典//豌豆荚/2.2', '3 地图//vivo应用商店/3.2']]);
  });

  it('lets the last item of a counted list end before the signature', async () => {
    const items = ['1. 画板通（版本1.2，应用宝）', '2. 字典（版本2.2，豌豆荚）', '3. 地图，版本3.2，vivo应用商店'];
    const notice = await readText([TITLE, TEXT, ...items, '请相关企业尽快整改。', '我局将继续检查。', ...SIGNED].join('\n'), 'NOTICE.TXT');
    expect(notice).toMatchObject({ title: TITLE, agency: '江苏省通信管理局', signedDate: '2024-05-21', paragraphs: [TEXT, '请相关企业尽快整改。', '我局将继续检查。'] });
    expect(shortLists(notice)).toEqual([['1 画板通//应用宝/1.2', '2 字典//豌豆荚/2.2', '3 地图//vivo应用商店/3.2']]);
    expect(notice.lists[0]?.entries.map((e) => e.rows[0]?.line)).toEqual([3, 4, 5]);
  });

  it('joins the lines of a text that was wrapped at one width', async () => {
    const wrapped = ['依据《个人信息保护法》等法律法规，我局组织第三方检测机构对属', '地生活服务类移动应用开展抽查，截至目前尚有3款APP未按照要求完', '成整改，现予以通报，相关企业应认真落实整改要求。'];
    const notice = await readText([TITLE, ...wrapped, ...SIGNED].join('\n'), '存档.txt');
    expect(notice).toMatchObject({ title: TITLE, agency: '江苏省通信管理局', date: '2024-05-21', paragraphs: [wrapped.join('')] });
  });

  it('reads markdown in it as before', async () => {
    const notice = await readText(`# ${TITLE}\n\n${TEXT}\n\n| 序号 | 应用名称 | 应用版本 |\n|---|---|---|\n| 1 | 画板通 | 1.2 |\n`, '存档.txt');
    expect(notice.title).toBe(TITLE);
    expect(shortLists(notice)).toEqual([['1 画板通///1.2']]);
  });
});
