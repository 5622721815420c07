/** Merging, splitting, renaming and naming apps from their notes, as a user does it. */
import { describe, expect, it } from 'vitest';
import { HOMONYM_NOTICES, noticePath, noticeText } from './app-notices';
import { useUser } from './browser-session';
import type { AppOptions } from './open-app';

const BOOK = '通报/应用/青禾记账.md';
const PAD = '通报/应用/青禾记账本.md';
const MAP = '通报/应用/银杏地图.md';
const OF_APPS = ['merge-app-notes', 'split-app-note', 'rename-app', 'add-app-alias'];

const { app, user, open } = useUser();

/** A vault with the notices imported, and a note open. */
async function openAt(path: string, options: AppOptions = {}): Promise<void> {
  await open(options);
  await user.importFiles(HOMONYM_NOTICES);
  // The index of the app follows writes with a delay; until then a note is of no known kind.
  await app.call('backlinks', path);
  await app.call('openNote', path);
}

const offered = async () => Object.keys(await app.call('commands')).map((id) => id.replace('regulatory-notices:', ''));

it('offers these commands on app notes only, and the clipboard on notices only', async () => {
  await openAt(BOOK);
  expect(await offered()).toEqual(expect.arrayContaining(OF_APPS));
  expect(await offered()).not.toContain('add-list-from-clipboard');
  await app.call('openNote', noticePath(21));
  expect((await offered()).filter((id) => OF_APPS.includes(id))).toEqual([]);
  expect(await offered()).toContain('add-list-from-clipboard');
});

describe('merging', () => {
  it('finds the other note by a part of its name, shows what will change, and leads all links over', async () => {
    await openAt(BOOK);
    await app.call('write', '日记/三月.md', '又见[[青禾记账本]]。\n');
    await user.run('merge-app-notes');
    await app.page.locator('.prompt-input').waitFor();
    await app.page.keyboard.type('记账本');
    await expect.poll(() => app.page.locator('.suggestion-item').count()).toBe(1);
    await app.screenshot('merge-pick-light-wide');
    await app.page.keyboard.press('Enter');
    await user.modal.getByText('“青禾记账本” goes into “青禾记账”').waitFor();
    const before = await app.call('notes');
    await user.modal.getByText(noticePath(22)).click();
    await user.modal.locator('.regulatory-notices-diff .is-added').first().waitFor();
    await app.screenshot('merge-preview-light-wide');
    expect(await app.call('notes')).toEqual(before);

    await user.button('Merge').click();
    await user.modal.getByText('Done').waitFor();
    await app.screenshot('merge-done-light-wide');
    expect(await user.notesBelow(PAD)).toEqual([]);
    expect(await user.note('日记/三月.md')).toBe('又见[[青禾记账|青禾记账本]]。\n');
    expect(await user.note(BOOK)).toContain('aliases:\n  - 青禾记账本\n');
    expect(await app.call('backlinks', BOOK)).toEqual(expect.arrayContaining([noticePath(21), noticePath(22), '日记/三月.md']));
    expect(await app.call('deadLinks')).toEqual({});
    await user.modal.locator('a.internal-link', { hasText: BOOK }).click();
    await app.page.locator('.markdown-rendered .callout').first().waitFor();
    await app.screenshot('merged-note-light-wide');
  });

  it('can be taken back, all but what changed since', async () => {
    await openAt(BOOK, { language: 'zh' });
    await app.call('write', '日记/三月.md', '又见[[青禾记账本]]。\n');
    const before = await app.call('notes');
    const merge = async (): Promise<void> => {
      await user.run('merge-app-notes');
      await app.page.locator('.prompt-input').waitFor();
      await app.page.keyboard.type('记账本');
      await expect.poll(() => app.page.locator('.suggestion-item').count()).toBe(1);
      await app.page.keyboard.press('Enter');
      await user.button('合并').click();
      await user.button('撤销').waitFor();
    };
    await merge();
    expect(await user.notesBelow(PAD)).toEqual([]);
    await user.button('撤销').click();
    await user.modal.getByText('已撤销', { exact: true }).waitFor();
    await app.screenshot('merge-undone-light-wide');
    expect(await app.call('notes')).toEqual(before);
    expect(await user.button('撤销').count()).toBe(0);
    await user.button('关闭').click();

    await app.call('backlinks', BOOK);
    await merge();
    await app.call('write', '日记/三月.md', '我又改了。\n');
    await user.button('撤销').click();
    await user.modal.getByText('此后有改动。', { exact: true }).waitFor();
    await app.screenshot('merge-undone-in-part-light-wide');
    expect(await app.call('notes')).toEqual({ ...before, '日记/三月.md': '我又改了。\n' });
  });

  it('can keep the other note instead', async () => {
    await openAt(BOOK);
    await user.run('merge-app-notes');
    await app.page.locator('.prompt-input').waitFor();
    await app.page.keyboard.type('记账本');
    await expect.poll(() => app.page.locator('.suggestion-item').count()).toBe(1);
    await app.page.keyboard.press('Enter');
    await user.button('Keep “青禾记账本” instead').click();
    await user.modal.getByText('“青禾记账” goes into “青禾记账本”').waitFor();
    await user.button('Cancel').click();
    expect(await user.notesBelow('通报/应用/青禾')).toHaveLength(3);
  });

  it('says why it cannot be, and writes nothing', async () => {
    await openAt(BOOK, { language: 'zh' });
    await app.call('write', PAD, (await user.note(PAD)).replace('\n\n^rn-record', '\n> 我在记录里写的话\n\n^rn-record'));
    const before = await app.call('notes');
    await user.run('merge-app-notes');
    await app.page.locator('.prompt-input').waitFor();
    await app.page.keyboard.type('记账本');
    await expect.poll(() => app.page.locator('.suggestion-item').count()).toBe(1);
    await app.page.keyboard.press('Enter');
    await user.modal.getByText('目前无法进行此操作').waitFor();
    await user.modal.getByText('该笔记的通报记录被手动修改过').waitFor();
    await app.screenshot('merge-refused-light-wide');
    expect(await user.button('合并').count()).toBe(0);
    await user.button('关闭').click();
    expect(await app.call('notes')).toEqual(before);
  });
});

describe('splitting', () => {
  it('gives ticked entries a note of their own, which a later import obeys', async () => {
    await openAt(MAP, { mobile: true, language: 'zh', theme: 'dark' });
    await user.run('split-app-note');
    await user.modal.getByText('勾选属于另一款应用的名单条目，至少保留一项。').waitFor();
    const next = user.button('预览改动');
    expect(await next.isDisabled()).toBe(true);
    const boxes = user.modal.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    // All entries: nothing would be left.
    expect(await next.isDisabled()).toBe(true);
    await boxes.nth(0).uncheck();
    await app.screenshot('split-form-dark-phone');
    await next.tap();
    await user.modal.getByText('将从“银杏地图”拆出 1 项').waitFor();
    await app.screenshot('split-preview-dark-phone');
    await user.button('上一步').tap();
    expect(await boxes.nth(1).isChecked()).toBe(true);
    await next.tap();
    await user.button('拆分').tap();
    await user.modal.getByText('已完成').waitFor();
    await app.screenshot('split-done-dark-phone');
    const other = '通报/应用/银杏地图（南京银杏信息技术股份有限公司）.md';
    expect(await user.notesBelow('通报/应用/银杏地图')).toEqual([MAP, other]);
    expect(await user.note(MAP)).toContain('不同于:');
    expect(await user.note(other)).toContain('不同于:');
    await user.button('关闭').tap();
    const before = await app.call('notes');
    await user.chooseFiles(HOMONYM_NOTICES);
    await user.modal.getByText('无需改动。').waitFor();
    expect(await app.call('notes')).toEqual(before);
  });
});

describe('naming', () => {
  it('renames an app and leads the links to it', async () => {
    await openAt(MAP);
    await user.run('rename-app');
    const input = user.modal.getByLabel('New name');
    expect(await input.inputValue()).toBe('银杏地图');
    expect(await user.button('Preview changes').isDisabled()).toBe(true);
    await input.fill('银杏导航');
    await app.screenshot('rename-form-light-wide');
    await app.page.keyboard.press('Enter');
    await user.modal.getByText('“银杏地图” will be called “银杏导航”').waitFor();
    await user.button('Rename').click();
    await user.modal.getByText('Done').waitFor();
    expect(await user.note('通报/应用/银杏导航.md')).toContain('- 银杏地图');
    expect(await user.note(noticePath(21))).toContain('[[通报/应用/银杏导航\\|银杏地图]]');
    expect(await app.call('deadLinks')).toEqual({});
  });

  it('finds an app by an alias that the user gave it', async () => {
    await openAt(BOOK);
    await user.run('add-app-alias');
    await user.modal.getByLabel('Another name of the app').fill('禾苗账本');
    await user.button('Preview changes').click();
    await user.button('Add').click();
    await user.modal.getByText('Done').waitFor();
    await user.button('Close').click();
    await user.importFiles({ 'batch-24.md': noticeText(24, '2022-07-01', [{ name: '禾苗账本', developer: '杭州青禾软件有限公司' }]) });
    expect(await user.notesBelow('通报/应用/禾苗账本')).toEqual([]);
    expect(await app.call('backlinks', BOOK)).toContain(noticePath(24));
  });
});
