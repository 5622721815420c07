/** What a user meets when the app is closed in the middle of an import, when the disk is full, and when an import is taken back later. */
import { describe, expect, it } from 'vitest';
import { HOMONYM_NOTICES, noticePath, noticeText } from './app-notices';
import { useUser } from './browser-session';
import type { AppOptions } from './open-app';
import { userOf } from './user-actions';

const BEFORE = { '通报/应用/青禾记账.md': '我自己的笔记。\n', '日记/三月.md': '三月的事。\n' };
const RECOVER = 'recover-last-import';
const UNDO = 'undo-last-import';

const { app, user, open, openPage } = useUser({ files: BEFORE });

const offered = async (id: string) => Object.keys(await app.call('commands')).includes(`regulatory-notices:${id}`);
const isZh = async () => (await app.page.evaluate(() => window.localStorage.getItem('language'))) === 'zh';

/** Begins an import and kills the app after some writes; then starts it again. */
async function cutOff(options: AppOptions = {}, device: 'this' | 'another' = 'this'): Promise<void> {
  await open(options);
  await user.chooseFiles(HOMONYM_NOTICES);
  await app.call('breakDisk', { kind: 'killed', after: 9 });
  await user.button((await isZh()) ? '导入' : 'Import').click();
  await app.call('killed');
  expect(Object.keys(await app.call('notes')).length).toBeGreaterThan(Object.keys(BEFORE).length);
  await app.call('restart', device);
}

/** The vault after an import that nothing disturbed. */
async function whole(): Promise<Record<string, string>> {
  const undisturbed = await openPage({ files: BEFORE });
  await userOf(undisturbed).importFiles(HOMONYM_NOTICES);
  return undisturbed.call('notes');
}

describe('an import that was cut off', () => {
  it('is finished at the next start', async () => {
    const complete = await whole();
    await cutOff({ language: 'zh' });
    await user.modal.getByText('上次导入没有完成').waitFor();
    expect(await user.modal.innerText()).toMatch(/共 \d+ 个文件，已写入 \d+ 个，还有 \d+ 个未写入。/);
    await user.modal.getByText('尚未写入').click();
    await app.screenshot('recovery-light-wide');
    await user.button('继续完成').click();
    await user.modal.getByText('已完成', { exact: true }).waitFor();
    expect(await app.call('notes')).toEqual(complete);
    expect(await offered(RECOVER)).toBe(false);
    await user.button('关闭').click();
    expect(await user.run(UNDO)).toBe(true);
    await user.button('撤销').click();
    await user.modal.getByText('已撤销', { exact: true }).waitFor();
    expect(await app.call('notes')).toEqual(BEFORE);
  });

  it('is rolled back at the next start, all but what was edited since', async () => {
    await cutOff();
    await user.modal.getByText('The last import was interrupted').waitFor();
    await user.button('Later').click();
    const half = Object.keys(await app.call('notes')).filter((path) => !(path in BEFORE));
    // Only one note was written, and the user went on with it.
    expect(half).toHaveLength(1);
    const edited = half[0] ?? '';
    await app.call('write', edited, '我接着写的。\n');
    await user.run(RECOVER);
    await user.modal.getByText('Edited since, left as it is').waitFor();
    await user.button('Roll back').click();
    await user.modal.getByText('Nothing was undone', { exact: true }).waitFor();
    expect(await app.call('notes')).toEqual({ ...BEFORE, [edited]: '我接着写的。\n' });
    expect(await offered(RECOVER)).toBe(false);
  });

  it('can wait, but nothing else is written before it is settled', async () => {
    await cutOff({ language: 'zh' });
    await user.button('稍后').click();
    const half = await app.call('notes');
    expect(await offered(UNDO)).toBe(false);
    await user.chooseFiles({ 'batch-24.md': noticeText(24, '2022-07-01', [{ name: '新应用', developer: '新公司' }]) });
    await user.button('导入').click();
    await user.modal.getByText('上次导入没有完成。请先运行命令').waitFor();
    await app.screenshot('recovery-first-light-wide');
    expect(await app.call('notes')).toEqual(half);
    await user.button('关闭').click();
    await app.call('restart');
    await user.modal.getByText('上次导入没有完成').waitFor();
    await user.button('撤回').click();
    await user.modal.getByText('已撤销', { exact: true }).waitFor();
    expect(await app.call('notes')).toEqual(BEFORE);
  });

  it('is left to the device that began it', async () => {
    await cutOff({}, 'another');
    await app.page.waitForTimeout(200);
    expect(await user.modal.count()).toBe(0);
    expect(await offered(RECOVER)).toBe(false);
  });

  it('asks on a phone, in the dark', async () => {
    await cutOff({ mobile: true, language: 'zh', theme: 'dark' });
    await user.modal.getByText('上次导入没有完成').waitFor();
    await app.screenshot('recovery-dark-phone');
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    for (const name of ['继续完成', '撤回', '稍后']) {
      const box = await user.button(name).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box && box.y + box.height).toBeLessThanOrEqual(740);
    }
  });
});

describe('a full disk', () => {
  it('leaves the vault as it was, says so, and lets the user try again', async () => {
    await open({ language: 'zh' });
    await user.chooseFiles(HOMONYM_NOTICES);
    const folders = await app.call('folders');
    await app.call('breakDisk', { kind: 'full', after: 12 });
    const undone = app.page.waitForFunction(() => document.querySelector('.modal')?.textContent.includes('所有改动均已撤回') === true);
    await user.button('导入').click();
    await undone;
    await app.screenshot('rolled-back-light-wide');
    expect(await user.modal.innerText()).toContain('ENOSPC');
    expect(await app.call('notes')).toEqual(BEFORE);
    expect(await app.call('folders')).toEqual(folders);
    await app.call('breakDisk', null);
    await user.button('再试一次').click();
    await user.modal.getByText('导入预览').waitFor();
    await user.button('导入').click();
    await user.modal.getByText('导入完成').waitFor();
    expect(await user.note(noticePath(23))).toContain('松果词典');
  });
});

describe('undoing the last import', () => {
  it('is offered where there is one, also after a restart, and takes back all but what was edited since', async () => {
    await open({ language: 'zh' });
    const folders = await app.call('folders');
    expect(await offered(UNDO)).toBe(false);
    await user.importFiles(HOMONYM_NOTICES);
    await app.call('restart');
    await expect.poll(() => offered(UNDO)).toBe(true);
    const edited = noticePath(22);
    const mine = `${await user.note(edited)}\n我的批注。\n`;
    await app.call('write', edited, mine);
    await user.run(UNDO);
    await user.modal.getByText('将撤销：导入').waitFor();
    await user.modal.getByText('将移除').click();
    await app.screenshot('undo-light-wide');
    await user.button('撤销').click();
    await user.modal.getByText('此后有改动，其中可能有链接指向已移除的笔记。').waitFor();
    expect(await user.modal.innerText()).toContain(edited);
    await app.screenshot('undone-light-wide');
    expect(await app.call('notes')).toEqual({ ...BEFORE, [edited]: mine });
    expect(await app.call('folders')).toEqual([...folders, '通报/侵害通报'].sort());
  });

  it('takes back one import after the other', async () => {
    await open();
    await user.importFiles({ 'batch-21.md': HOMONYM_NOTICES['batch-21.md'] ?? '' });
    const one = await app.call('notes');
    await user.importFiles({ 'batch-22.md': HOMONYM_NOTICES['batch-22.md'] ?? '' });
    for (const left of [one, BEFORE]) {
      expect(await user.run(UNDO)).toBe(true);
      await user.button('Undo').click();
      await user.modal.getByText('Undone', { exact: true }).waitFor();
      await user.button('Close').click();
      expect(await app.call('notes')).toEqual(left);
    }
    expect(await offered(UNDO)).toBe(false);
  });

  it('fits a phone', async () => {
    await open({ mobile: true, language: 'zh', theme: 'dark' });
    await user.importFiles(HOMONYM_NOTICES);
    await user.run(UNDO);
    await user.modal.getByText('将撤销：导入').waitFor();
    await app.screenshot('undo-dark-phone');
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await user.button('撤销').tap();
    await user.modal.getByText('已撤销', { exact: true }).waitFor();
    await app.screenshot('undone-dark-phone');
  });
});
