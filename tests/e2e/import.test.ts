/** The built plugin in a real browser, as a user meets it: command, files, preview, import, notes. */
import { describe, expect, it } from 'vitest';
import { useUser } from './browser-session';
import { FIRST_NOTICE, SECOND_NOTICE } from './sample-notices';

const IMPORT_FILE = 'regulatory-notices:import-notice-from-file';
const IMPORT_NOTE = 'regulatory-notices:import-active-note';

const { app, user, open } = useUser();

/** Runs the command and chooses files in the system's window. */
async function chooseFiles(files: Readonly<Record<string, string>>): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser');
  expect(await app.call('run', IMPORT_FILE)).toBe(true);
  await (await chooser).setFiles(Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })));
}

const notesBelow = async (folder: string) => Object.keys(await app.call('notes')).filter((path) => path.startsWith(folder));

describe('importing from files', () => {
  it('shows what it understood, writes nothing before Import is pressed, then makes linked notes', async () => {
    await open();
    await chooseFiles({ 'batch-22.md': FIRST_NOTICE });
    await user.modal.getByText('Import preview').waitFor();
    expect(await user.modal.innerText()).toContain('关于侵害用户权益行为的APP通报（2022年第2批，总第22批）');
    expect(await user.modal.innerText()).toContain('4 entries in 1 list (the text states 4)');
    expect(await user.modal.innerText()).toContain('4 entries listed: 4 new apps.');
    expect(await app.call('notes')).toEqual({});
    await app.screenshot('preview-light-wide');

    await user.button('Import').click();
    await user.modal.getByText('Import finished').waitFor();
    expect(await notesBelow('通报/应用/')).toEqual(['通报/应用/青禾记账.md', '通报/应用/远山天气.md', '通报/应用/巷口外卖.md', '通报/应用/听潮FM.md']);
    const [notice = ''] = await notesBelow('通报/侵害通报/');
    expect(notice).toContain('2022年第2批');
    expect(await app.call('backlinks', '通报/应用/青禾记账.md')).toContain(notice);
    expect(await app.call('deadLinks')).toEqual({});
    await app.screenshot('result-light-wide');

    await user.modal.locator('a.internal-link').first().click();
    await expect.poll(() => app.call('activeNote')).toBe(notice);
    expect(await user.modal.count()).toBe(0);
    await app.screenshot('notice-light-wide');
  });

  it('makes nothing where the user cancels', async () => {
    await open();
    await chooseFiles({ 'batch-22.md': FIRST_NOTICE });
    await user.button('Cancel').click();
    expect(await user.modal.count()).toBe(0);
    expect(await app.call('notes')).toEqual({});
  });

  it('finds nothing to change the second time', async () => {
    await open();
    await chooseFiles({ 'batch-22.md': FIRST_NOTICE });
    await user.button('Import').click();
    await user.button('Close').click();
    const before = await app.call('notes');

    await chooseFiles({ 'batch-22.md': FIRST_NOTICE });
    await user.modal.getByText('Everything is in the vault already.').waitFor();
    expect(await user.button('Import').count()).toBe(0);
    await user.button('Close').click();
    expect(await app.call('notes')).toEqual(before);
  });

  it('imports the good files beside a bad one and says what is wrong with that', async () => {
    await open({ theme: 'dark' });
    await chooseFiles({ 'batch-22.md': FIRST_NOTICE, 'batch-23.md': SECOND_NOTICE, 'empty.md': '' });
    await user.modal.getByText('Not read').waitFor();
    expect(await user.modal.innerText()).toContain('The file is empty.');
    await app.screenshot('preview-dark-wide');
    await user.button('Import').click();
    await user.modal.getByText('Import finished').waitFor();
    expect(await notesBelow('通报/侵害通报/')).toHaveLength(2);
    expect(await notesBelow('通报/应用/')).toHaveLength(5);
  });

  it('writes nothing where no file is a notice', async () => {
    await open();
    await chooseFiles({ 'empty.md': '' });
    await user.modal.getByText('None of the sources could be read as a notice.').waitFor();
    expect(await user.button('Import').count()).toBe(0);
  });

  it('keeps a note that changed while the preview was open, and says so', async () => {
    await open();
    await chooseFiles({ 'batch-22.md': FIRST_NOTICE });
    await user.button('Import').waitFor();
    await app.call('write', '通报/应用/青禾记账.md', 'my own note');
    await user.button('Import').click();
    await user.modal.getByText('Not written', { exact: true }).waitFor();
    expect(await user.modal.innerText()).toContain('A note of that name was made in the meantime');
    expect((await app.call('notes'))['通报/应用/青禾记账.md']).toBe('my own note');
    await app.screenshot('result-with-failure');
  });
});

describe('importing the active note', () => {
  it('is offered only where a note is open', async () => {
    await open({ files: { '收件箱/总第23批.md': SECOND_NOTICE } });
    expect(Object.keys(await app.call('commands'))).toContain(IMPORT_FILE);
    expect(Object.keys(await app.call('commands'))).not.toContain(IMPORT_NOTE);
    await app.call('openNote', '收件箱/总第23批');
    expect(Object.keys(await app.call('commands'))).toContain(IMPORT_NOTE);
  });

  it('makes the notice from it and leaves it as it was', async () => {
    await open({ files: { '收件箱/总第23批.md': SECOND_NOTICE } });
    await app.call('openNote', '收件箱/总第23批');
    await app.call('run', IMPORT_NOTE);
    await user.button('Import').click();
    await user.modal.getByText('Import finished').waitFor();
    expect((await app.call('notes'))['收件箱/总第23批.md']).toBe(SECOND_NOTICE);
    expect(await notesBelow('通报/应用/')).toEqual(['通报/应用/青禾记账.md', '通报/应用/灯塔阅读.md']);
  });
});

describe('on a phone, in Chinese', () => {
  it('fits the screen and speaks Chinese', async () => {
    await open({ mobile: true, language: 'zh' });
    const names = Object.values(await app.call('commands'));
    expect(names).toContain('Regulatory Notices: 从文件导入通报…');
    expect(names.filter((name) => !/^Regulatory Notices: [\u4e00-\u9fff]/.test(name))).toEqual([]);
    await chooseFiles({ '总第22批.md': FIRST_NOTICE, '空白.md': '' });
    await user.modal.getByText('导入预览').waitFor();
    expect(await user.modal.innerText()).toContain('文件是空的。');
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    const box = await user.button('导入').boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(740);
    await app.screenshot('preview-light-phone');

    await user.button('导入').click();
    await user.modal.getByText('导入完成').waitFor();
    expect(await user.modal.innerText()).toContain('新建');
    await app.screenshot('result-light-phone');
    await user.modal.locator('a.internal-link').first().click();
    await expect.poll(() => app.call('activeNote')).not.toBeNull();
    await app.screenshot('notice-light-phone');
  });
});

it('leaves no command behind when it is disabled', async () => {
  await open();
  expect(await app.call('disable')).toEqual({ commands: 0 });
});
