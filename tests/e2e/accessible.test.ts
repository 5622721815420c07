/** Every window and pane by keyboard and for a screen reader: named controls, focus that stays, an order that is the reading order, no motion. */
import { expect, it } from 'vitest';
import { useUser } from './browser-session';
import { FIRST_NOTICE } from './sample-notices';

const { app, user, open } = useUser({ language: 'zh', files: { '摘录.md': FIRST_NOTICE } });

/** Controls within that a screen reader has no name for. */
const nameless = (within: string) => app.page.locator(within).last().evaluate((root) => {
  const controls = [...root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [role="switch"], [role="button"], [tabindex="0"]')];
  const nameOf = (el: HTMLElement): string => {
    const labels = 'labels' in el ? [...((el as HTMLInputElement).labels ?? [])].map((label) => label.textContent) : [];
    return [el.getAttribute('aria-label'), el.textContent, ...labels].join('').trim();
  };
  return controls.filter((el) => el.checkVisibility() && nameOf(el) === '').map((el) => el.outerHTML);
});

/** What the tab key reaches in the window in front, as often as it is pressed; and what stands there to be reached. */
async function tabThrough(within: string): Promise<{ readonly reached: readonly number[]; readonly there: number }> {
  const there = await app.page.locator(within).last().evaluate((root) => {
    const can = [...root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [tabindex="0"]')].filter((el) => el.checkVisibility() && !el.hasAttribute('disabled'));
    // Of one group of choices the keyboard reaches the chosen one; the arrows go on from there.
    const stops = can.filter((el) => !(el instanceof HTMLInputElement && el.type === 'radio' && !el.checked));
    stops.forEach((el, i) => (el.dataset['stop'] = String(i)));
    root.querySelector<HTMLElement>('[data-stop="0"]')?.focus();
    return stops.length;
  });
  const reached: number[] = [];
  for (let i = 0; i < there; i += 1) {
    reached.push(await app.page.evaluate(() => Number((document.activeElement as HTMLElement | null)?.dataset['stop'] ?? -1)));
    await app.page.keyboard.press('Tab');
  }
  return { reached, there };
}

async function expectAccessible(within: string): Promise<void> {
  expect(await nameless(within)).toEqual([]);
  const { reached, there } = await tabThrough(within);
  expect(reached).toEqual(Array.from({ length: there }, (_, i) => i));
  expect(there).toBeGreaterThan(0);
  expect(await app.page.evaluate(() => document.getAnimations().length)).toBe(0);
}

/** What a finger has to hit within and is lower than 44 px: controls, and of a choice its whole line. */
const tooSmall = (within: string) => app.page.locator(within).last().evaluate((root) =>
  [...root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')]
    .filter((el) => el.checkVisibility() && el.getClientRects().length > 0)
    .map((el) => ({ el, hit: el.matches('input[type="checkbox"], input[type="radio"]') ? (el.closest('label') ?? el) : el }))
    // The cross that closes a window is the app's own.
    .filter(({ el, hit }) => !el.matches('.modal-close-button') && hit.getBoundingClientRect().height < 43.5)
    .map(({ el, hit }) => `${Math.round(hit.getBoundingClientRect().height)} px: ${el.outerHTML.slice(0, 120)}`));

/** Buttons below the page in front, from the first on; the one that stands out is marked. */
const buttonsBelow = () => user.modal.locator('.modal-button-container button').evaluateAll((buttons) => buttons.map((button) => `${button.classList.contains('mod-cta') ? '*' : ''}${button.textContent}`));

const focusIsInside = () => app.page.evaluate(() => document.activeElement?.closest('.modal') !== null);

it.each([
  ['import-notices', '导入通报'],
  ['import-active-note', '（2022年第2批，总第22批）'],
  ['export-lists', '导出名单'],
  ['rebuild-index-pages', '整理索引页'],
  ['review-app-matches', '核对'],
])('the window of %s', async (command, shown) => {
  await open();
  await app.call('openNote', '摘录');
  await user.run(command);
  await user.modal.getByText(shown).first().waitFor();
  await expect.poll(focusIsInside).toBe(true);
  await expectAccessible('.modal');
});

it('the pages of an import, each of which keeps the focus in the window', async () => {
  await open({ theme: 'dark' });
  await app.call('openNote', '摘录');
  await user.run('import-active-note');
  await user.button('导入').waitFor();
  await user.button('导入').focus();
  await app.page.keyboard.press('Enter');
  await user.modal.getByText('导入完成').waitFor();
  expect(await focusIsInside()).toBe(true);
  await expectAccessible('.modal');
  await app.page.keyboard.press('Escape');
  await user.modal.waitFor({ state: 'detached' });
});

/** Presses the tab key until what has the focus bears the name, as a user does who looks for it. */
async function tabTo(name: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await app.page.keyboard.press('Tab');
    const here = await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    if (here.startsWith(name)) return;
  }
  throw new Error(`The tab key does not reach “${name}”.`);
}

it('on every page the button that stands out comes first, and the one that closes the window last', async () => {
  await open();
  await user.run('import-notices');
  expect(await buttonsBelow()).toEqual(['*预览', '取消']);
  await user.modal.locator('textarea').fill(FIRST_NOTICE);
  await user.button('预览').click();
  await user.modal.getByText('导入预览').waitFor();
  expect(await buttonsBelow()).toEqual(['*导入', '上一步', '取消']);
  await user.button('导入').click();
  await user.modal.getByText('导入完成').waitFor();
  expect(await buttonsBelow()).toEqual(['*关闭', '撤销']);
  await user.button('关闭').click();
  await app.call('openNote', '摘录');
  await user.run('import-active-note');
  await user.modal.getByText('无需改动').first().waitFor();
  expect(await buttonsBelow()).toEqual(['*关闭', '上一步']);
  await user.button('关闭').click();
  await app.call('openNote', '通报/应用/青禾记账');
  await user.run('rename-app');
  await user.modal.locator('input').fill('青禾记账本');
  expect(await buttonsBelow()).toEqual(['*预览改动', '取消']);
  await user.button('预览改动').click();
  await user.button('重命名').waitFor();
  expect(await buttonsBelow()).toEqual(['*重命名', '上一步', '取消']);
});

it('an import from an empty window to its undo by the keyboard alone', async () => {
  await open({ files: {} });
  const { keyboard } = app.page;
  await user.run('import-notices');
  await user.modal.locator('textarea').waitFor();
  await keyboard.insertText(FIRST_NOTICE);
  await tabTo('预览');
  await keyboard.press('Enter');
  await user.modal.getByText('导入预览').waitFor();
  await tabTo('将新建');
  await keyboard.press('Enter');
  await tabTo('通报/应用/');
  const leftOut = await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await keyboard.press('Space');
  await user.modal.getByRole('checkbox', { name: leftOut, checked: false }).waitFor();
  await tabTo('导入');
  await keyboard.press('Enter');
  await user.modal.getByText('导入完成').waitFor();
  expect(await app.call('notes')).not.toHaveProperty(leftOut);
  expect(await user.notesBelow('通报/侵害通报/')).toHaveLength(1);
  await tabTo('撤销');
  await keyboard.press('Enter');
  await user.modal.getByText('已撤销', { exact: true }).waitFor();
  expect(await app.call('notes')).toEqual({});
  await tabTo('关闭');
  await keyboard.press('Enter');
  await user.modal.waitFor({ state: 'detached' });
});

it.each(['open-overview', 'check-vault'])('the pane of %s', async (command) => {
  await open();
  await user.run('open-demo-notices');
  await user.button('导入').click();
  await user.button('关闭').click();
  await user.run(command);
  await app.page.locator('.regulatory-notices-pane a.internal-link').first().waitFor();
  await expectAccessible('.workspace-leaf-content');
});

it('on a phone: every window and pane is made for fingers', async () => {
  await open({ mobile: true });
  await app.call('openNote', '摘录');
  await user.run('import-notices');
  await user.modal.getByText('通报网址').waitFor();
  expect(await tooSmall('.modal')).toEqual([]);
  await user.button('当前笔记').tap();
  await user.button('预览').tap();
  await user.modal.getByText('更正…').tap();
  await user.modal.getByText('将新建').tap();
  await user.modal.locator('.regulatory-notices-tick').first().waitFor();
  expect(await tooSmall('.modal')).toEqual([]);
  await user.button('导入').tap();
  await user.modal.getByText('导入完成').waitFor();
  expect(await tooSmall('.modal')).toEqual([]);
  await user.button('关闭').tap();
  for (const command of ['export-lists', 'undo-last-import', 'rebuild-index-pages']) {
    await user.run(command);
    await user.button('取消').or(user.button('关闭')).first().waitFor();
    expect(await tooSmall('.modal')).toEqual([]);
    await app.page.keyboard.press('Escape');
    await user.modal.waitFor({ state: 'detached' });
  }
  for (const command of ['open-overview', 'check-vault']) {
    await user.run(command);
    await app.page.locator('.regulatory-notices-pane-body').getByText('通报').first().waitFor();
    expect(await tooSmall('.regulatory-notices-pane-body')).toEqual([]);
  }
});

it('on a phone: nothing waits for a pointer to hover, and nothing moves where the user asked for stillness', async () => {
  await open({ mobile: true });
  const rules = await app.page.evaluate(() => [...document.styleSheets].filter(({ href }) => href?.endsWith('/styles.css') === true).flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)));
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter((rule) => /:hover|transition|animation|scroll-behavior/.test(rule))).toEqual([]);
});
