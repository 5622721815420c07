/** Folders of new notices: one that is named for a year is that of the notices of the year. */
import { expect, it } from 'vitest';
import { noticePlace } from '../../src/plan/notice-paths';
import { DEFAULT_SETTINGS } from '../../src/settings';

const notice = { kind: 'infringement' as const, title: '关于侵害用户权益行为的APP通报（2022年第4批）', date: '2022-08-18', batch: null, agency: null };
const place = (folder: string): string => noticePlace(notice, { ...DEFAULT_SETTINGS, folders: { ...DEFAULT_SETTINGS.folders, infringement: folder } }).folder;

it.each([
  ['通报/2021', '通报/2022'],
  ['2021年', '2022年'],
  ['抄录/2021/侵害通报', '抄录/2022/侵害通报'],
  ['2024/项目/侵害通报', '2024/项目/侵害通报'],
  ['2021年度计划/通报', '2021年度计划/通报'],
])('puts a notice of 2022 that belongs into %s into %s', (folder, expected) => {
  expect(place(folder)).toBe(expected);
});
