/** Words that a user wrote for a notice before its note was there: they become a link, and stay the words that they are. */
import { expect, it } from 'vitest';
import { renderIndexNote, type IndexedNotice } from '../../src/notes/index-note';

const notice = (path: string, month: string): IndexedNotice => ({
  path, ref: { key: `miit-takedown:${month}`, series: 'miit-takedown', kind: 'takedown', title: '关于下架甲类APP名单的通报', date: `${month}-10`, label: month },
});
const NOTICES = [notice('通报/2021_03_关于下架甲类APP名单的通报.md', '2021-03'), notice('通报/2021_04_关于下架甲类APP名单的通报.md', '2021-04')];

it.each([
  ['[[2021_03_关于下架甲类APP名单的通报]]', '2021-04 [[2021_04_关于下架甲类APP名单的通报|关于下架甲类APP名单的通报]]'],
  ['[[通报/2021_03_关于下架甲类APP名单的通报]]', '2021-04 [[通报/2021_04_关于下架甲类APP名单的通报|关于下架甲类APP名单的通报]]'],
])('in a list of links like %s', (item, linked) => {
  const page = `## 下架通报\n\n- ${item}\n- 2021-04 关于下架甲类APP名单的通报\n`;
  const { text } = renderIndexNote(page, NOTICES, { path: '目录.md', title: '目录', agencyOf: () => null, files: { exists: (path) => NOTICES.some((one) => one.path === path), countName: () => 1 } });
  expect(text).toBe(`## 下架通报\n\n- ${item}\n- ${linked}\n`);
});
