/** Titles that report what a bureau named, and titles over the table of their page. All names are invented. */
import { describe, expect, it } from 'vitest';
import { readNotice } from './read-notice';

const TITLE = '浙江省通信管理局通报5款侵害用户权益APP';
const TEXT = '我局抽查发现5款APP存在问题，现予以通报（名单见附件）。';
const TABLE = '| 序号 | 应用名称 | 应用版本 |\n|---|---|---|\n| 1 | 画板 | 1.2 |\n';

describe('a title that reports', () => {
  it('heads a notice where a list follows, whose agency the title does not caption', () => {
    const notice = readNotice(`# ${TITLE}\n\n${TABLE}`);
    expect(notice).toMatchObject({ kind: 'infringement', agency: '浙江省通信管理局', agencyFrom: 'title' });
    expect(notice.lists).toMatchObject([{ caption: null, agency: '浙江省通信管理局', agencyFrom: 'notice' }]);
  });
  it('heads a notice where the bureau signs it', () => {
    expect(readNotice(`# ${TITLE}\n\n${TEXT}\n\n浙江省通信管理局\n\n2024年5月21日\n`)).toMatchObject({ kind: 'infringement', series: 'zj-ca-infringement' });
    expect(readNotice(`# 浙江省通信管理局下架5款侵害用户权益APP\n\n${TEXT}\n\n浙江省通信管理局\n\n2024年5月21日\n`).kind).toBe('takedown');
  });
  it('heads no notice where nobody signs and no list follows', () => {
    expect(readNotice(`# ${TITLE}\n\n记者从会上获悉，${TEXT}\n`).kind).toBe('other');
  });
  it('is found in a text without headings', () => {
    const notice = readNotice(`${TITLE}\n\n${TABLE}`, 'x.txt');
    expect(notice).toMatchObject({ title: TITLE, kind: 'infringement', paragraphs: [] });
    expect(notice.lists).toMatchObject([{ caption: null, agencyFrom: 'notice' }]);
  });
  it('leaves captions of other words what they are', () => {
    const notice = readNotice(`# ${TITLE}\n\n## 宁波市互联网信息办公室检查名单\n\n${TABLE}`);
    expect(notice.lists).toMatchObject([{ caption: '宁波市互联网信息办公室检查名单', agencyFrom: 'caption' }]);
  });
});
