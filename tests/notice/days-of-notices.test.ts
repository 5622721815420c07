/** Where a notice says its day, and which days are none of it. All names are invented. */
import { describe, expect, it } from 'vitest';
import { readNotice } from './read-notice';

const TITLE = '# 江苏省通信管理局关于侵害用户权益行为APP的通报\n\n';
const TEXT = '我局抽查发现5款APP存在问题，现予以通报。\n\n';

describe('the day of publication', () => {
  it.each([
    ['2025-08-01 来源：信息通信管理局', '2025-08-01', '信息通信管理局'],
    ['2025年8月1日 来源：信息通信管理局', '2025-08-01', '信息通信管理局'],
    ['2025-08-01 16:30 来源：信息通信管理局', '2025-08-01', '信息通信管理局'],
    ['来源：网络安全管理处 时间：2023-02-03 字号：[大 中 小]', '2023-02-03', '网络安全管理处'],
    ['来源：网络安全管理处　发布时间：2023-02-03 10:20　字号：[ 大 中 小 ]　打印', '2023-02-03', '网络安全管理处'],
    ['来源：网络安全管理处 时间：2023-02-03 【字体：大 中 小】', '2023-02-03', '网络安全管理处'],
    ['2023-02-03 10:00    来源：网络安全管理处   【字号：大 中 小】[打印]', '2023-02-03', '网络安全管理处'],
    ['[ 2023-02-03 ]　字体大小：大 中 小　来源：网络安全管理处', '2023-02-03', '网络安全管理处'],
    ['信息来源：网络安全管理处 / 发布时间：2023-02-03', '2023-02-03', '网络安全管理处'],
    ['來源：网络安全管理处 | 發佈時間：2023-02-03', '2023-02-03', '网络安全管理处'],
    ['江苏省通信管理局 2023-02-03', '2023-02-03', '江苏省通信管理局'],
    ['2023/2/3　江苏省通信管理局', '2023-02-03', '江苏省通信管理局'],
  ])('stands in the line %s', (line, date, source) => {
    const notice = readNotice(`${TITLE}${line}\n\n${TEXT}`);
    expect(notice).toMatchObject({ date, source, paragraphs: [TEXT.trim()] });
  });

  it('stands right below a title without a blank line', () => {
    const notice = readNotice(`江苏省通信管理局关于侵害用户权益行为APP的通报\n2023-02-03 来源:网络安全管理处\n\n${TEXT}`, '通报.txt');
    expect(notice).toMatchObject({ title: '江苏省通信管理局关于侵害用户权益行为APP的通报', date: '2023-02-03', source: '网络安全管理处', paragraphs: [TEXT.trim()] });
  });

  it.each([
    ['江苏省通信管理局\n\n2024-05-21', '2024-05-21'],
    ['江苏省通信管理局\n2024/5/21', '2024-05-21'],
    ['江苏省通信管理局\n\n2026年8月5日印发', '2026-08-05'],
    ['江苏省通信管理局 2026年8月5日印发', '2026-08-05'],
  ])('is that of the signature %j', (signature, date) => {
    expect(readNotice(`${TITLE}${TEXT}${signature}\n`)).toMatchObject({ date, signedDate: date, agency: '江苏省通信管理局', agencyFrom: 'signature', paragraphs: [TEXT.trim()] });
  });

  it.each(['![](1.png)', '经检查以下应用存在问题，请尽快整改', '1. 画板（版本1.0，应用宝）\n2. 字典（版本2.0，豌豆荚）', '1. 画板\n2. 字典'])('is that of an agency and a day on one line below %j', (text) => {
    expect(readNotice(`${TITLE}${text}\n\n江苏省通信管理局 2024年5月21日\n`)).toMatchObject({ signedDate: '2024-05-21', agencyFrom: 'signature', source: null });
  });

  it.each(['现就第一季度检测情况予以通报', '我局开展检测，现将情况予以通报'])('is none of a period in the text: %s', (text) => {
    const notice = readNotice(`${TITLE}${text}\n时间：2024年1月至3月\n\n江苏省通信管理局\n2024年5月21日\n`);
    expect(notice.paragraphs.join('')).toContain(text);
    expect(notice.date).toBe('2024-05-21');
  });

  it('is no day in figures that stands alone in the text', () => {
    expect(readNotice(`${TITLE}${TEXT}2024-05-21\n\n请尽快整改。\n`).signedDate).toBeNull();
  });
});

describe('a deadline', () => {
  const deadline = (sentence: string): unknown => readNotice(`${TITLE}来源：信息通信管理局\n\n时间：2025-03-10\n\n${sentence}\n`).deadline;
  it.each(['截止2025年2月28日，共有5款APP尚未整改。', '截止2025年3月12日，共有5款APP尚未整改。', '目前截止到3月12日，尚有5款APP未完成整改。', '截止2025年3月12日前，仍有5款APP未完成整改。', '上述APP应在2025年2月20日前完成整改落实工作。'])('is none: %s', (sentence) => {
    expect(deadline(sentence)).toBeNull();
  });
  it.each(['上述APP应在3月20日前完成整改。', '整改截止2025年3月20日。', '整改期限截止到3月20日。', '请自3月13日起5个工作日内（即3月20日前）完成整改。', '截止日期为2025年3月20日。', '请于截止时间2025年3月20日前提交报告。', '相关企业截止2025年3月20日前完成整改。'])('is one: %s', (sentence) => {
    expect(deadline(sentence)).toMatchObject({ date: '2025-03-20' });
  });
});
