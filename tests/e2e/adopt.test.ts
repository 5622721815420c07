/** "Adopt folder…" as a user meets it who has kept notices by hand. */
import { describe, expect, it } from 'vitest';
import { HOMONYM_NOTICES, noticeTitle } from './app-notices';
import { useUser } from './browser-session';
import type { AppOptions } from './open-app';

const FOLDER = '监管/通报原文';
const INDEX = '监管/专项整治.md';
const pathOf = (total: number): string => `${FOLDER}/${noticeTitle(total)}.md`;

/** A vault kept by hand: two notices, and a page that lists one of them under a heading. */
const BY_HAND: Readonly<Record<string, string>> = {
  [pathOf(21)]: HOMONYM_NOTICES['batch-21.md'] ?? '',
  [pathOf(22)]: HOMONYM_NOTICES['batch-22.md'] ?? '',
  [INDEX]: ['# APP侵害用户权益专项整治行动', '', '我的说明。', '', '## 侵害通报', '', `- [总第22批](<../${pathOf(22)}>)`.replace('../监管/', ''), '', '附言：每月更新。', ''].join('\n'),
  '日记/三月.md': '三月的事。\n',
};

const { app, user, open } = useUser({ files: BY_HAND });

async function choose(options: AppOptions = {}): Promise<void> {
  await open(options);
  await user.run('adopt-folder');
  await app.page.locator('.prompt-input').waitFor();
  await app.page.keyboard.type('监管');
  await app.page.locator('.suggestion-item').first().waitFor();
}

/** Lines of a note that were not there before. */
const newLines = (before: string, after: string) => {
  const old = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !old.has(line));
};

describe('adopting a folder', () => {
  it('shows what it found and would change, then links names, keeps the rest and the settings, and can be taken back', async () => {
    await choose({ language: 'zh' });
    await app.screenshot('adopt-pick-light-wide');
    await app.page.keyboard.press('Enter');
    await user.modal.getByText('在“监管”中找到 2 份通报、1 个索引页。').waitFor();
    expect(await app.call('notes')).toEqual(BY_HAND);
    expect(await user.modal.innerText()).toContain(FOLDER);
    await user.modal.getByText('您的通报').click();
    await user.modal.getByText('将更新').click();
    await user.modal.locator('.regulatory-notices-section details summary').first().click();
    await user.modal.locator('.regulatory-notices-diff').first().waitFor();
    await app.screenshot('adopt-preview-light-wide');

    await user.button('接管').click();
    await user.modal.getByText('已接管').waitFor();
    await app.screenshot('adopted-light-wide');
    const notes = await app.call('notes');
    expect(notes['日记/三月.md']).toBe(BY_HAND['日记/三月.md']);
    const lines = newLines(BY_HAND[pathOf(21)] ?? '', notes[pathOf(21)] ?? '');
    expect(lines.filter((line) => line.startsWith('|'))).toHaveLength(3);
    expect(lines.find((line) => line.includes('松果词典'))).toMatch(/^\| 1 \| \[\[.*松果词典(?:\\\|松果词典)?\]\] \| 苏州白桦软件有限公司 \|/);
    expect(notes[INDEX]).toContain('附言：每月更新。');
    expect(newLines(BY_HAND[INDEX] ?? '', notes[INDEX] ?? '')).toEqual([expect.stringContaining('总第21批')]);
    expect(await app.call('deadLinks')).toEqual({});
    expect(await app.call('savedData')).toMatchObject({ indexNote: INDEX, folders: { infringement: FOLDER } });

    await user.button('撤销').click();
    await user.modal.getByText('已撤销', { exact: true }).waitFor();
    expect(await app.call('notes')).toEqual(BY_HAND);
    expect(await app.call('savedData')).toEqual({});
  });

  it('finds nothing to change the second time', async () => {
    await choose();
    await app.page.keyboard.press('Enter');
    await user.button('Adopt').click();
    await user.modal.getByText('Folder adopted').waitFor();
    await user.button('Close').click();
    const notes = await app.call('notes');
    await app.call('backlinks', INDEX);
    await user.run('adopt-folder');
    await app.page.locator('.prompt-input').waitFor();
    await app.page.keyboard.type('监管');
    await app.page.keyboard.press('Enter');
    await user.modal.getByText('is adopted already').waitFor();
    expect(await user.button('Adopt').count()).toBe(0);
    expect(await app.call('notes')).toEqual(notes);
  });

  it('leaves a note alone that changed while the preview was open, and adopts it at another try', async () => {
    await choose({ language: 'zh' });
    await app.page.keyboard.press('Enter');
    await user.button('接管').waitFor();
    const mine = (BY_HAND[pathOf(21)] ?? '').replace('抽查发现', '我的话。抽查发现');
    await app.call('write', pathOf(21), mine);
    await user.button('接管').click();
    await user.modal.getByText('预览期间内容有改动').waitFor();
    expect(await user.note(pathOf(21))).toBe(mine);
    await user.button('再试一次').click();
    await user.button('接管').click();
    await user.modal.getByText('已接管').waitFor();
    expect(await user.note(pathOf(21))).toContain('我的话。抽查发现');
    expect(await user.note(pathOf(21))).toMatch(/\| 1 \| \[\[/);
  });

  it('says so where there is nothing to adopt', async () => {
    await open({ files: { '日记/三月.md': '三月的事。\n' } });
    await user.run('adopt-folder');
    await app.page.locator('.suggestion-item').first().waitFor();
    await app.page.keyboard.type('Whole');
    await app.page.keyboard.press('Enter');
    await user.modal.getByText('No notice and no index page of yours was found in “Whole vault”.').waitFor();
    await user.button('Close').click();
  });

  it('fits a phone, in the dark', async () => {
    await choose({ mobile: true, language: 'zh', theme: 'dark' });
    await app.page.locator('.suggestion-item').first().tap();
    await user.button('接管').waitFor();
    await app.screenshot('adopt-preview-dark-phone');
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    const box = await user.button('接管').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box && box.y + box.height).toBeLessThanOrEqual(740);
    await user.button('接管').tap();
    await user.modal.getByText('已接管').waitFor();
    await app.screenshot('adopted-dark-phone');
  });
});
