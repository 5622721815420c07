/** The import window in a real browser: every way to name a source, the preview with its ticks and corrections, cancel, undo. */
import { describe, expect, it } from 'vitest';
import { noticePath, noticeText, noticeTitle } from './app-notices';
import { useUser } from './browser-session';
import type { AppOptions } from './open-app';

const ROWS = [{ name: '青禾记账', developer: '杭州青禾软件有限公司' }, { name: '芦苇相机', developer: '宁波芦苇科技有限公司' }];
const TEXT = noticeText(32, '2022-11-04', ROWS);
const PATH = noticePath(32);
const LEDGER = '通报/应用/青禾记账.md';
const CAMERA = '通报/应用/芦苇相机.md';
/** The same notice as a browser copies it from its page. */
const HTML = `<meta charset="utf-8"><h1>${noticeTitle(32)}</h1><p>发布时间：2022-11-04</p><p>抽查发现，尚有2款APP未完成整改。</p><p>工业和信息化部信息通信管理局</p><p>2022年11月4日</p><p>附件：存在问题的应用软件名单</p><table><tr><td>序号</td><td>应用名称</td><td>应用开发者</td><td>应用来源</td><td>应用版本</td><td>所涉问题</td></tr>${ROWS.map(({ name, developer }, i) => `<tr><td>${i + 1}</td><td>${name}</td><td>${developer}</td><td>应用宝</td><td>1.2</td><td>违规收集个人信息</td></tr>`).join('')}</table>`;
const PLAIN = 'copied without its table';

const { app, user, open } = useUser();

async function paste(html: string | null, text: string): Promise<void> {
  await user.modal.locator('textarea').evaluate((box, [page, plain]) => {
    const data = new DataTransfer();
    if (page !== null) data.setData('text/html', page);
    data.setData('text/plain', plain);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [html, text] as const);
}

async function drop(files: Readonly<Record<string, string>>, on = '.regulatory-notices-drop'): Promise<void> {
  await user.modal.locator(on).evaluate((zone, given) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(given)) data.items.add(new File([text], name));
    zone.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}

const preview = () => user.modal.locator('.regulatory-notices-preview');
const fits = async (): Promise<void> => {
  expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  expect(await user.modal.locator('.regulatory-notices-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBeLessThanOrEqual(0);
};
/** Facts whose dot is seen though no fact stands before it on its line; and the whole, where it is on one line and nothing is proved. */
const dotsAtLineEnds = () => user.modal.locator('.regulatory-notices-source-facts').first().evaluate((facts) => {
  const all = [...facts.querySelectorAll<HTMLElement>('.regulatory-notices-fact')];
  const edge = facts.getBoundingClientRect().left + parseFloat(getComputedStyle(facts).fontSize) * 1.6;
  const starts = all.filter((fact, i) => i === 0 || fact.getBoundingClientRect().top > (all[i - 1]?.getBoundingClientRect().top ?? 0) + 4);
  if (starts.length < 2) return [facts.textContent];
  return starts.filter((fact) => (fact.querySelector('.regulatory-notices-dot')?.getBoundingClientRect().right ?? 0) > edge + 1).map((fact) => fact.textContent);
});
const openFold = (title: string) => user.modal.locator('.regulatory-notices-section > summary', { hasText: title }).click();

describe('from what is pasted to notes, and back', () => {
  it('keeps the table of a copied page, lets the user correct what was read, and takes all back', async () => {
    await open({ language: 'zh' });
    await user.run('import-notices');
    expect(await user.modal.locator('textarea').evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await user.button('预览').isDisabled()).toBe(true);
    await app.screenshot('import-sources-light-wide');
    await paste(HTML, PLAIN);
    await user.button('预览').click();
    await preview().waitFor();
    expect(await user.modal.innerText()).toContain('1 份名单，共 2 项（正文写明 2 款）');
    await app.screenshot('import-preview-light-wide');

    await user.modal.getByText('更正…').click();
    await user.modal.getByLabel('发布日期').fill('2022-11-31');
    await user.modal.getByLabel('年份').fill('22');
    await user.button('更正').click();
    await user.modal.getByText('没有这一天').waitFor();
    expect(await user.modal.getByLabel('发布日期').evaluate((field) => field === document.activeElement)).toBe(true);
    await app.screenshot('import-correction-refused-light-wide');
    await user.modal.getByLabel('发布日期').fill('2022年11月8日');
    await user.modal.getByLabel('年份').fill('2022');
    await user.modal.getByLabel('发文机关').fill('浙江省通信管理局');
    await user.modal.getByLabel('发文机关').press('Enter');
    await user.modal.getByText('已更正').waitFor();
    expect(await user.modal.locator('.regulatory-notices-source-facts').first().innerText()).toContain('浙江省通信管理局 · 2022年第12批 · 总第32批 · 2022-11-08');
    await app.screenshot('import-corrected-light-wide');

    await user.button('导入').click();
    await user.modal.getByText('导入完成').waitFor();
    await app.screenshot('import-done-light-wide');
    expect(await user.note(PATH)).toContain('发布日期: 2022-11-08');
    expect(await user.note(PATH)).toContain('发文机关: 浙江省通信管理局');
    await user.button('撤销').click();
    await user.modal.getByText('已撤销', { exact: true }).waitFor();
    expect(await app.call('notes')).toEqual({});
  });

  it('takes plain text that holds more than the HTML beside it', async () => {
    await open();
    await user.run('import-notices');
    await paste(`<div><span>${TEXT.replace(/\n/g, '</span><span>')}</span></div>`, TEXT);
    await user.button('Preview').click();
    await preview().waitFor();
    expect(await user.modal.innerText()).toContain('2 entries in 1 list');
  });

  it('shows HTML that comes without text as a reader sees it, and runs nothing of it', async () => {
    await open({ language: 'zh' });
    await user.run('import-notices');
    await paste(`<script>window.hit=1</script><style>p{color:red}</style><img src="x" onerror="window.hit=2"><p>只有&nbsp;HTML &lt;b&gt;</p><template>模板</template>${HTML}`, '');
    const shown = await user.modal.locator('textarea').inputValue();
    expect(shown.split('\n').slice(0, 2)).toEqual(['只有\u00a0HTML <b>', noticeTitle(32)]);
    expect(shown).not.toMatch(/hit|color|模板|<p>/);
    await user.button('预览').click();
    await preview().waitFor();
    expect(await user.modal.innerText()).toContain('1 份名单，共 2 项');
    expect(await app.page.evaluate(() => 'hit' in window)).toBe(false);
  });

  it('works by keyboard alone on a phone in the dark, and fits it', async () => {
    await open({ language: 'zh', mobile: true, theme: 'dark' });
    await user.run('import-notices');
    await fits();
    await app.screenshot('import-sources-dark-phone');
    await paste(null, TEXT);
    await user.button('预览').focus();
    await app.page.keyboard.press('Enter');
    await preview().waitFor();
    await fits();
    await app.screenshot('import-preview-dark-phone');
    expect(await dotsAtLineEnds()).toEqual([]);
    await user.modal.getByText('更正…').focus();
    await app.page.keyboard.press('Enter');
    await user.modal.getByLabel('总批次').waitFor();
    await fits();
    await app.screenshot('import-correction-dark-phone');
    await user.modal.getByLabel('类型').selectOption('下架通报');
    await user.button('更正').tap();
    await user.modal.getByText('已更正').waitFor();
    expect(await user.modal.locator('.regulatory-notices-source-facts').first().innerText()).toContain('下架通报');
    await user.button('恢复识别结果').waitFor();
  });
});

describe('a correction', () => {
  const facts = () => user.modal.locator('.regulatory-notices-source-facts').first();
  /** The fields of the form as they read. */
  const form = async () => Object.fromEntries(await user.modal.locator('.regulatory-notices-form label').evaluateAll((labels) => labels.map((label) => [label.firstChild?.textContent ?? '', label.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')?.value ?? ''] as const)));
  const READ = { 类型: 'infringement', 发布日期: '2022-11-04', 发文机关: '工业和信息化部信息通信管理局', 年份: '2022', 年度批次: '12', 总批次: '32' };
  const focused = () => app.page.evaluate(() => document.activeElement?.textContent);

  async function openForm(): Promise<void> {
    await open({ language: 'zh', mobile: true });
    await user.chooseFiles({ '32.md': TEXT });
    await user.modal.getByText('更正…').tap();
  }
  async function pressKey(button: string): Promise<void> {
    await user.button(button).focus();
    await app.page.keyboard.press('Enter');
    await user.button('导入').waitFor();
  }

  it('takes date, agency and batch away where their fields are emptied, and gives them back', async () => {
    await openForm();
    await user.modal.getByLabel('发布日期').fill('');
    await user.modal.getByLabel('发文机关').fill('');
    await user.button('更正').tap();
    await user.modal.getByText('没有找到发文机关。').waitFor();
    await user.modal.getByText('没有找到发布日期。').waitFor();
    expect(await facts().innerText()).toBe('侵害通报 · 2022年第12批 · 总第32批 · 1 份名单，共 2 项（正文写明 2 款）');
    expect(await form()).toEqual({ ...READ, 发布日期: '', 发文机关: '' });
    await fits();
    await app.screenshot('import-facts-taken-away-light-phone');
    for (const field of ['年份', '年度批次', '总批次']) await user.modal.getByLabel(field).fill('');
    await user.button('更正').tap();
    await expect.poll(() => facts().innerText()).not.toContain('批');
    expect(await form()).toEqual({ ...READ, 发布日期: '', 发文机关: '', 年份: '', 年度批次: '', 总批次: '' });
    await user.modal.getByLabel('发文机关').fill('浙江省通信');
    await user.button('恢复识别结果').tap();
    await expect.poll(() => facts().innerText()).toContain('工业和信息化部信息通信管理局 · 2022年第12批 · 总第32批 · 2022-11-04');
    expect(await form()).toEqual(READ);
  });

  it('shows what holds where nothing new was typed', async () => {
    await openForm();
    await user.modal.getByLabel('发布日期').fill('2022年11月4日');
    await user.modal.getByLabel('年度批次').fill('第十二批');
    await user.button('更正').tap();
    expect(await form()).toEqual(READ);
    expect(await user.modal.getByText('已更正').count()).toBe(0);
  });

  it('keeps the keyboard at its notice', async () => {
    await openForm();
    await user.modal.getByLabel('发布日期').fill('2022-11-08');
    await pressKey('更正');
    await user.modal.getByText('已更正').waitFor();
    expect(await focused()).toBe('更正…');
    await pressKey('恢复识别结果');
    await user.modal.getByText('已更正').waitFor({ state: 'detached' });
    expect(await focused()).toBe('更正…');
  });

  it('keeps the keyboard at the answer to which apps get notes', async () => {
    await open({ language: 'zh' });
    await user.chooseFiles({ '32.md': TEXT });
    await user.modal.getByLabel('全部应用（2 款）').focus();
    await app.page.keyboard.press('ArrowDown');
    await user.modal.getByText('名单共 2 项', { exact: false }).waitFor();
    await user.button('导入').waitFor();
    expect(await user.modal.getByLabel('仅限多次被通报、被下架或您关注的应用（0 款）').evaluate((radio) => radio === document.activeElement && (radio as HTMLInputElement).checked)).toBe(true);
    await app.screenshot('import-first-answered-light-wide');
  });
});

describe('the list of sources', () => {
  it('takes what is dropped, chosen, copied and open, once, and lets go of it', async () => {
    await open({ files: { '收件箱/通报.md': TEXT } });
    await app.call('openNote', '收件箱/通报.md');
    await user.run('import-notices');
    await drop({ 'a.md': TEXT, 'b.md': noticeText(33, '2022-12-01', ROWS) });
    await user.modal.getByText('2 sources').waitFor();
    await drop({ 'a.md': TEXT, 'b.md': 'another of that name' });
    await user.modal.getByText('3 sources').waitFor();
    await user.button('Active note').click();
    await user.modal.getByText('4 sources').waitFor();
    expect(await user.modal.locator('.regulatory-notices-chosen li').allInnerTexts()).toEqual(['a.md', 'b.md', 'b 2.md', '通报.md']);
    await user.modal.getByLabel('Remove b 2.md').click();
    // The keyboard goes on at the next of the list.
    expect(await user.modal.getByLabel('Remove 通报.md').evaluate((button) => button === document.activeElement)).toBe(true);
    await app.screenshot('import-list-light-wide');
    await user.button('Preview').click();
    await preview().waitFor();
    await user.button('Back').click();
    expect(await user.modal.locator('.regulatory-notices-chosen li').count()).toBe(3);
  });

  it.each(['.modal-title', '.modal-button-container', '.regulatory-notices-field textarea'])('takes what is dropped on the %s of the window', async (on) => {
    await open();
    await user.run('import-notices');
    await drop({ 'a.md': TEXT }, on);
    await user.modal.getByText('1 source').waitFor();
    expect(await user.modal.locator('xpath=self::*[contains(@class, "is-dropping")]').count()).toBe(0);
  });

  it('takes nothing that is dropped on the preview', async () => {
    await open();
    await user.chooseFiles({ 'batch-32.md': TEXT });
    await drop({ 'a.md': noticeText(33, '2022-12-01', ROWS) }, '.modal-title');
    await user.button('Back').click();
    expect(await user.modal.locator('.regulatory-notices-chosen li').allInnerTexts()).toEqual(['batch-32.md']);
  });

  it.each([['a desktop', false, '粘贴通报'], ['a phone', true, '添加 1 个来源']])('keeps the keyboard in the window when pasted text joins it on %s', async (_device, mobile, there) => {
    await open({ language: 'zh', mobile });
    await user.run('import-notices');
    await paste(null, TEXT);
    await user.button('加入列表').focus();
    await app.page.keyboard.press('Enter');
    await user.modal.getByText('已添加 1 个来源').waitFor();
    // On a phone the box would bring up its keys over the list.
    expect(await app.page.evaluate(() => (document.activeElement?.closest('.modal') === null ? '' : (document.activeElement?.closest('label') ?? document.activeElement)?.textContent))).toContain(there);
  });

  it('says so where the clipboard is refused', async () => {
    await open({ mobile: true });
    await user.run('import-notices');
    await user.button('From clipboard').tap();
    await user.modal.getByText('The clipboard cannot be read from here').waitFor();
    await fits();
    await app.screenshot('import-clipboard-refused-light-phone');
    expect(await user.modal.locator('textarea').evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('says so where the clipboard holds a picture and no text', async () => {
    await open({ language: 'zh', clipboard: true });
    await app.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(2, 2);
      canvas.getContext('2d');
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })]);
    });
    await user.run('import-notice-from-clipboard');
    await user.modal.getByText('剪贴板中没有文字。').waitFor();
    await app.screenshot('import-clipboard-empty-light-wide');
    await user.modal.locator('.regulatory-notices-warning').evaluate((warning) => warning.replaceChildren());
    await user.button('读取剪贴板').click();
    await user.modal.getByText('剪贴板中没有文字。').waitFor();
  });

  it('reads a notice from the clipboard', async () => {
    await open({ clipboard: true });
    await app.page.evaluate((text) => navigator.clipboard.writeText(text), TEXT);
    await user.run('import-notice-from-clipboard');
    await preview().waitFor();
    expect(await user.modal.innerText()).toContain('2 entries in 1 list');
  });
});

describe('what went wrong, above a list for which the page scrolls', () => {
  it.each<readonly [where: string, files: number, options: AppOptions]>([
    ['light-wide', 14, {}],
    ['dark-phone', 5, { mobile: true, theme: 'dark' }],
  ])('lies on nothing: %s', async (where, count, options) => {
    await open({ language: 'zh', ...options });
    await app.call('web', {});
    await user.run('import-notices');
    await drop(Object.fromEntries(Array.from({ length: count }, (_, i) => [`通报${i}.md`, noticeText(30 + i, '2022-11-04', ROWS)])));
    await user.modal.getByText(`已添加 ${count} 个来源`).waitFor();
    await user.modal.getByLabel('通报网址').fill('https://www.example.gov.cn/art/2022/11/4/art_1_1.html');
    await user.modal.getByLabel('通报网址').press('Enter');
    const message = user.modal.locator('.regulatory-notices-warning');
    await message.getByText('404').waitFor();
    await message.scrollIntoViewIfNeeded();
    await app.screenshot(`import-message-${where}`);
    const seen = await message.evaluate((warning) => {
      const heightOf = (node: Node): DOMRect => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return range.getBoundingClientRect();
      };
      const body = warning.closest('.regulatory-notices-body');
      const words = heightOf(warning);
      const heading = warning.nextElementSibling?.firstElementChild ?? warning;
      return { scrolls: body !== null && body.scrollHeight > body.clientHeight, height: words.height, spilt: words.bottom - warning.getBoundingClientRect().bottom, gap: heightOf(heading).top - words.bottom };
    });
    expect(seen.scrolls).toBe(true);
    expect(seen.height).toBeGreaterThan(10);
    expect(seen.spilt).toBeLessThanOrEqual(1);
    expect(seen.gap).toBeGreaterThanOrEqual(12);
  });
});

describe('the ticks of the preview', () => {
  it('leave an app and the index out, so that every link written resolves', async () => {
    await open();
    await user.chooseFiles({ 'batch-32.md': TEXT });
    await openFold('To be created');
    await user.modal.getByText(CAMERA).click();
    await user.modal.locator('.regulatory-notices-diff').first().waitFor();
    await app.screenshot('import-files-light-wide');
    const box = user.modal.getByRole('checkbox', { name: CAMERA });
    await box.uncheck();
    await expect.poll(() => user.modal.innerText()).toContain('1 new app');
    // The fold is still open, the file still in its place, the keyboard at its box.
    expect(await box.isChecked()).toBe(false);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await app.screenshot('import-left-out-light-wide');
    await user.button('Import').click();
    await user.modal.getByText('Import finished').waitFor();
    expect(await user.notesBelow('通报/应用/')).toEqual([LEDGER]);
    expect(await app.call('deadLinks')).toEqual({});
  });

  it('leave the whole notice out, and take it in again', async () => {
    await open({ language: 'zh', theme: 'dark' });
    await user.chooseFiles({ '32.md': TEXT, '33.md': noticeText(33, '2022-12-01', ROWS.slice(0, 1)) });
    await openFold('将新建');
    const box = user.modal.getByRole('checkbox', { name: PATH });
    await box.uncheck();
    await user.modal.getByText('不导入').waitFor();
    await expect.poll(() => user.modal.getByRole('checkbox', { name: CAMERA }).count()).toBe(0);
    await app.screenshot('import-notice-left-out-dark-wide');
    // What is being typed stays.
    await user.modal.getByText('更正…').first().click();
    await user.modal.getByLabel('发文机关').first().fill('浙江省通信');
    await box.check();
    await user.modal.getByRole('checkbox', { name: CAMERA }).waitFor();
    expect(await user.modal.getByLabel('发文机关').first().inputValue()).toBe('浙江省通信');
  });

  it('bring back a note that the user deleted', async () => {
    await open({ language: 'zh' });
    await user.importFiles({ '32.md': TEXT });
    await app.call('trash', CAMERA);
    await user.chooseFiles({ '32.md': TEXT });
    await openFold('您已删除');
    await app.screenshot('import-deleted-light-wide');
    const box = user.modal.getByRole('checkbox', { name: CAMERA });
    await box.click();
    await user.button('导入').waitFor();
    // It stands among the notes to be made, ticked, and has the focus.
    expect(await box.isChecked()).toBe(true);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await user.button('导入').click();
    await user.modal.getByText('导入完成').waitFor();
    expect(await user.notesBelow('通报/应用/')).toContain(CAMERA);
    expect(await app.call('deadLinks')).toEqual({});
  });
});

/** Whatever gives up its turn, as long work does now and then, waits until it may go on: no user is too slow for it. */
async function holdTurns(): Promise<() => Promise<void>> {
  await app.page.evaluate(() => {
    const later = window.setTimeout.bind(window);
    const held: (() => void)[] = [];
    const goOn = (): void => {
      Object.assign(window, { setTimeout: later });
      for (const run of held) run();
    };
    Object.assign(window, { goOn, setTimeout: (run: () => void, delay?: number) => (delay === 0 ? held.push(run) : later(run, delay)) });
  });
  return () => app.page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
}

describe('many files', () => {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i + 1}.md`, noticeText(30 + i, `2022-${String(1 + (i % 12)).padStart(2, '0')}-10`, Array.from({ length: 12 }, (_, k) => ({ name: `应用${i * 12 + k}号`, developer: `第${i * 12 + k}软件有限公司` })))]));

  it('can be cancelled while they are read: the list is still there', async () => {
    await open({ language: 'zh' });
    await user.run('import-notices');
    await drop(many(600));
    await user.modal.getByText('已添加 600 个来源').waitFor();
    const goOn = await holdTurns();
    await user.button('预览').click();
    await user.modal.getByText('正在读取').first().waitFor();
    await app.screenshot('import-reading-light-wide');
    await user.button('取消').click();
    await goOn();
    await user.modal.getByText('已添加 600 个来源').waitFor();
    expect(await app.call('notes')).toEqual({});
  });

  it('can be stopped half-way in writing, gone on with, and taken back', async () => {
    await open({ language: 'zh', mobile: true });
    await user.chooseFiles(many(20));
    await fits();
    await app.screenshot('import-many-light-phone');
    await app.call('breakDisk', { kind: 'waiting', after: 40 });
    await user.button('导入').click();
    await user.modal.getByText(/已写入 [1-9]\d* \//).waitFor();
    await app.screenshot('import-writing-light-phone');
    await user.button('停止').click();
    await app.call('breakDisk', null);
    await user.modal.getByText('导入已停止').waitFor();
    await app.screenshot('import-stopped-light-phone');
    const written = Object.keys(await app.call('notes')).length;
    expect(written).toBeGreaterThan(0);
    await user.button('再试一次').click();
    await user.button('导入').click();
    await user.modal.getByText('导入完成').waitFor();
    expect(await user.notesBelow('通报/侵害通报/')).toHaveLength(20);
    expect(await app.call('deadLinks')).toEqual({});
  });
});
