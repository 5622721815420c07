/** Homonyms, other names and doubtful pairs as a user meets them: in the vault, and in the review. */
import { describe, expect, it } from 'vitest';
import { HOMONYM_NOTICES, noticePath } from './app-notices';
import { useUser } from './browser-session';
import type { AppOptions } from './open-app';

const FIRST = '通报/应用/松果词典.md';
const SECOND = '通报/应用/松果词典（杭州云杉网络有限公司）.md';
const THIRD = '通报/应用/松果词典（成都木棉信息技术有限公司）.md';

const { app, user, open } = useUser();

const progress = () => user.modal.locator('.regulatory-notices-review-bar .regulatory-notices-progress').innerText();
const cards = () => user.modal.locator('.regulatory-notices-app').allInnerTexts();
/** Title lines of both cards. */
const shownNames = async () => (await cards()).map((card) => card.split('\n').slice(0, 2).join(' '));

async function startReview(options: AppOptions = {}): Promise<void> {
  await open(options);
  await user.importFiles(HOMONYM_NOTICES);
  expect(await user.run('review-app-matches')).toBe(true);
  await user.modal.locator('.regulatory-notices-app').first().waitFor();
}

describe('in the vault', () => {
  it('homonyms have a note each and name each other; a firm in another legal form has one note', async () => {
    await open({ language: 'zh' });
    await user.importFiles(HOMONYM_NOTICES);
    expect((await user.notesBelow('通报/应用/松果词典')).sort()).toEqual([FIRST, SECOND, THIRD].sort());
    expect(await user.note(FIRST)).toContain('"[[通报/应用/松果词典（杭州云杉网络有限公司）|松果词典（杭州云杉网络有限公司）]]"');
    expect(await user.notesBelow('通报/应用/银杏地图')).toEqual(['通报/应用/银杏地图.md']);
    expect(await app.call('backlinks', '通报/应用/银杏地图.md')).toEqual(expect.arrayContaining([noticePath(21), noticePath(22)]));
    expect(await app.call('deadLinks')).toEqual({});
    await app.call('openNote', FIRST);
    await app.page.locator('.markdown-rendered .callout').first().waitFor();
    await app.screenshot('homonym-note-light-wide');
  });
});

describe('reviewing', () => {
  it('is offered after an import that leaves pairs in doubt', async () => {
    await open();
    await user.chooseFiles(HOMONYM_NOTICES);
    await user.button('Import').click();
    await user.button(/^Review \d+ pairs…$/).click();
    await user.modal.getByText('Is this the same app?').waitFor();
    expect(await progress()).toMatch(/^1 \/ [2-9]$/);
  });

  it('joins, keeps apart and skips by one key each, and writes at the end what it said', async () => {
    await startReview();
    const total = Number((await progress()).split(' / ')[1]);
    expect(total).toBeGreaterThanOrEqual(3);
    const first = await shownNames();
    await app.screenshot('review-light-wide');
    const before = await app.call('notes');

    await app.page.keyboard.press('j');
    await expect.poll(progress).toBe(`2 / ${total}`);
    await app.page.keyboard.press('k');
    await expect.poll(progress).not.toBe(`2 / ${total}`);
    await app.page.keyboard.press('ArrowLeft');
    await expect.poll(() => user.modal.locator('.regulatory-notices-review-bar').innerText()).toContain('You chose: keep apart');
    await app.page.keyboard.press('ArrowLeft');
    await expect.poll(shownNames).toEqual(first);
    expect(await user.modal.locator('.regulatory-notices-review-bar').innerText()).toContain('You chose: join');
    await app.page.keyboard.press('Escape');
    await user.modal.getByText('2 decisions. Nothing has been written yet.').waitFor();
    expect(await app.call('notes')).toEqual(before);
    await user.modal.getByText('Files that will change').click();
    await user.modal.getByText('To be moved to the trash').waitFor();
    await app.screenshot('review-summary-light-wide');

    await user.button('Apply 2 decisions').click();
    await user.modal.getByText('Decisions applied').waitFor();
    await app.screenshot('review-done-light-wide');
    expect(Object.keys(await app.call('notes'))).toHaveLength(Object.keys(before).length - 1);
    expect(Object.values(await app.call('notes')).filter((text) => /^不同于:/m.test(text))).toHaveLength(2);
    expect(await app.call('deadLinks')).toEqual({});
    await user.button('Close').click();

    await user.run('review-app-matches');
    await user.modal.waitFor();
    expect(Number((await progress()).split(' / ')[1])).toBeLessThan(total);
  });

  it('lets an answer stand out only where the evidence speaks for it, and keeps its buttons where they are', async () => {
    await startReview();
    const total = Number((await progress()).split(' / ')[1]);
    const standOut: Record<string, string[]> = {};
    const heights = new Set<number>();
    for (let at = 1; at <= total; at += 1) {
      const likelihood = user.modal.locator('.regulatory-notices-likelihood');
      standOut[await likelihood.innerText()] = await user.modal.locator('.mod-cta').allTextContents();
      expect(await user.modal.locator('.modal-button-container button').allTextContents()).toEqual(['JoinJ', 'Keep apartK', 'SkipS', 'Back←']);
      heights.add((await user.button(/^Skip/).boundingBox())?.y ?? 0);
      const drawn = await likelihood.elementHandle();
      await app.page.keyboard.press('s');
      // The next pair is read before it is shown.
      await drawn.waitForElementState('hidden');
    }
    expect(standOut).toEqual({ 'Probably the same app': ['JoinJ'], 'Possibly the same app': [], 'Possibly the same app, but the evidence is weak': [] });
    expect(heights.size).toBe(1);
  });

  it('takes a decision back, goes past pairs that a join has answered, and forgets all where the user says so', async () => {
    await startReview();
    const before = await app.call('notes');
    const first = await shownNames();
    await app.page.keyboard.press('j');
    await user.button(/^Undo/).click();
    await expect.poll(shownNames).toEqual(first);
    await user.button(/^Skip/).click();
    await user.button('Finish…').click();
    await user.modal.getByText('No decisions made. The pairs stay in the list.').waitFor();
    await user.button('Back to review').click();
    await app.page.keyboard.press('k');
    await user.modal.locator('.modal-close-button').click();
    await user.button('Discard').click();
    expect(await user.modal.count()).toBe(0);
    expect(await app.call('notes')).toEqual(before);
  });

  it('joins apps that have no notes yet, and does not offer to keep them apart', async () => {
    await open({ language: 'zh' });
    await user.chooseFiles(HOMONYM_NOTICES);
    await user.modal.getByRole('radio').nth(1).check();
    await user.button('导入').click();
    await user.button(/^核对 \d+ 对应用…$/).click();
    await user.modal.getByText('尚未建立笔记').first().waitFor();
    expect(await user.button(/^不是同一款/).isDisabled()).toBe(true);
    const first = await progress();
    await app.page.keyboard.press('k');
    expect(await progress()).toBe(first);
    await app.screenshot('review-rows-light-wide');
    await app.page.keyboard.press('j');
    await user.button('完成…').click();
    await user.button('写入核对结果（1 对）').click();
    await user.modal.getByText('已完成').waitFor();
    expect(await user.notesBelow('通报/应用/')).toHaveLength(2);
    expect(await app.call('deadLinks')).toEqual({});
  });

  it('keeps the keyboard in the window from pair to pair', async () => {
    await startReview();
    for (const key of ['s', 's', 'ArrowLeft']) {
      await app.page.keyboard.press(key);
      expect(await app.page.evaluate(() => document.querySelector('.modal')?.contains(document.activeElement))).toBe(true);
    }
    await user.button(/^Keep apart/).focus();
    await app.page.keyboard.press('Enter');
    expect(await app.page.evaluate(() => document.activeElement?.textContent)).toContain('Keep apart');
  });

  it('fits a phone, with buttons for fingers, in Chinese and dark', async () => {
    await startReview({ mobile: true, language: 'zh', theme: 'dark' });
    await app.screenshot('review-dark-phone');
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    for (const name of ['上一对', '跳过', '不是同一款', '合并']) {
      const box = await user.button(new RegExp(`^${name}`)).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box && box.y + box.height).toBeLessThanOrEqual(740);
    }
    await user.button(/^合并/).tap();
    await user.button('完成…').tap();
    await user.modal.getByText('已核对 1 对，结果尚未写入。').waitFor();
    await app.screenshot('review-summary-dark-phone');
    await user.button('写入核对结果（1 对）').tap();
    await user.modal.getByText('已完成').waitFor();
    await app.screenshot('review-done-dark-phone');
  });

  it('says so where nothing is in doubt', async () => {
    await open({ language: 'zh' });
    await user.run('review-app-matches');
    await user.modal.getByText('没有需要核对的应用。').waitFor();
    await app.screenshot('review-empty-light-wide');
    await user.button('关闭').click();
    expect(await user.modal.count()).toBe(0);
  });
});
