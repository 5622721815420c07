/** What a user sees of his own edits: both versions in the preview, and his words in the note after the import. */
import { expect, it } from 'vitest';
import { noticePath, noticeText } from './app-notices';
import { useUser } from './browser-session';
import type { AppOptions } from './open-app';

const FIRST = noticeText(21, '2022-01-18', [{ name: '青禾记账', developer: '杭州青禾软件有限公司' }]);
const SECOND = noticeText(22, '2022-03-14', [{ name: '青禾记账', developer: '杭州青禾软件有限公司', version: '3.9' }]);
const APP = '通报/应用/青禾记账.md';

const { app, user, open } = useUser();

/** Imports a notice, edits the record of its app, and opens the preview of the next one, with the conflict unfolded. */
async function conflict(options: AppOptions): Promise<string> {
  await open(options);
  await user.importFiles({ 'batch-21.md': FIRST });
  const mine = (await user.note(APP)).replace(/(\|[^\n]*违规收集个人信息)/, '$1（已电话核实）');
  await app.call('write', APP, mine);
  await app.call('backlinks', APP);
  await user.chooseFiles({ 'batch-22.md': SECOND });
  await user.modal.locator('.regulatory-notices-section > summary', { hasText: options.language === 'zh' ? '保留您的修改' : 'Your edits, kept' }).click();
  await user.modal.locator('.regulatory-notices-conflict > summary').first().click();
  await user.modal.locator('.regulatory-notices-version').nth(1).waitFor();
  await user.modal.locator('.regulatory-notices-versions').first().scrollIntoViewIfNeeded();
  return mine;
}

it('shows both versions side by side, and keeps the words of the user', async () => {
  await conflict({ language: 'zh' });
  await app.screenshot('conflict-light-wide');
  expect(await user.modal.innerText()).toContain('名单共 1 项：为 1 款已有应用增加记录。');
  const [yours, proposed] = await user.modal.locator('.regulatory-notices-version').all();
  expect(await yours?.innerText()).toContain('已电话核实');
  expect(await yours?.innerText()).not.toContain('总第22批');
  // What the program would add is marked; what stands there already is not.
  expect(await proposed?.locator('.is-proposed').allInnerTexts()).toEqual([expect.stringContaining('总第22批')]);
  const [left, right] = await Promise.all([yours?.boundingBox(), proposed?.boundingBox()]);
  expect(left && right && left.x + left.width <= right.x).toBe(true);
  await user.button('导入').click();
  await user.modal.getByText('导入完成').waitFor();
  expect(await user.note(APP)).toContain('违规收集个人信息（已电话核实）');
  expect(await user.notesBelow('通报/侵害通报/')).toContain(noticePath(22));
});

it('shows one under the other on a phone, in the dark', async () => {
  await conflict({ mobile: true, theme: 'dark', language: 'zh' });
  await app.screenshot('conflict-dark-phone');
  const [yours, proposed] = await user.modal.locator('.regulatory-notices-version').all();
  const [above, below] = await Promise.all([yours?.boundingBox(), proposed?.boundingBox()]);
  expect(above && below && above.y + above.height <= below.y).toBe(true);
  expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

it('writes where the user has moved its folders to', async () => {
  await open();
  await user.importFiles({ 'batch-21.md': FIRST });
  await app.call('rename', '通报', '监管');
  await expect.poll(() => app.call('savedData')).toMatchObject({ folders: { infringement: '监管/侵害通报', apps: '监管/应用' } });
  await app.call('backlinks', APP);
  await user.importFiles({ 'batch-22.md': SECOND });
  expect(await user.notesBelow('通报/')).toEqual([]);
  expect(await user.notesBelow('监管/侵害通报/')).toHaveLength(2);
  expect(await user.notesBelow('监管/应用/')).toEqual(['监管/应用/青禾记账.md']);
  expect(await app.call('deadLinks')).toEqual({});
});
