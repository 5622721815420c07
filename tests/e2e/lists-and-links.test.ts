/** What comes into notes from elsewhere: a copied list, a PDF, links for names in the user's own text; and what an import asks and says first. */
import { describe, expect, it } from 'vitest';
import { HOMONYM_NOTICES, noticePath, noticeText, noticeTitle } from './app-notices';
import { useUser } from './browser-session';
import type { AppOptions } from './open-app';

const ROWS = [
  ['序号', '应用名称', '应用开发者', '应用来源', '应用版本', '所涉问题'],
  ['1', '青禾记账', '杭州青禾软件有限公司', '应用宝', '3.5.0', '违规收集个人信息'],
  ['2', '芦苇相机', '宁波芦苇科技有限公司', '豌豆荚', '1.10', '强制用户使用定向推送功能'],
];
const TEXT = ROWS.map((cells) => cells.join('\t')).join('\n');
const HTML = `<table>${ROWS.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
/** A notice whose list stands in a picture. */
const PICTURED = noticeText(30, '2022-09-09', ROWS.slice(1).map(() => ({ name: '', developer: '' }))).replace(/附件：[\s\S]*/, '');

const { app, user, open } = useUser();

describe('adding a list from the clipboard', () => {
  async function openPictured(options: AppOptions): Promise<void> {
    await open(options);
    await user.importFiles({ 'picture.md': PICTURED });
    expect(await user.note(noticePath(30))).toContain('名单待补');
    await app.call('backlinks', noticePath(30));
    await app.call('openNote', noticePath(30));
  }

  async function expectList(): Promise<void> {
    const note = await user.note(noticePath(30));
    expect(note).not.toContain('名单待补');
    expect(note).toContain('| 2 | [[通报/应用/芦苇相机\\|芦苇相机]] | 宁波芦苇科技有限公司 | 豌豆荚 | 1.10 | 强制用户使用定向推送功能 |');
    expect(await app.call('backlinks', '通报/应用/芦苇相机.md')).toContain(noticePath(30));
    expect(await app.call('deadLinks')).toEqual({});
  }

  it('takes a table copied from a page, shows what it is, and fills the list', async () => {
    await openPictured({ clipboard: true });
    await app.page.evaluate(async ([html, text]) => {
      const blob = (type: string, value: string) => new Blob([value], { type });
      await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) })]);
    }, [HTML, TEXT.replace(/\t/g, ' ')] as const);
    await user.run('add-list-from-clipboard');
    await user.modal.getByText('2 entries in 1 list (the text states 2)').waitFor();
    expect(await user.note(noticePath(30))).toContain('名单待补');
    await app.screenshot('clipboard-preview-light-wide');
    await user.button('Add list').click();
    await user.modal.getByText('Import finished').waitFor();
    await expectList();
  });

  it('opens a box to paste into where the clipboard is refused, on a phone', async () => {
    await openPictured({ mobile: true, language: 'zh', theme: 'dark' });
    await user.run('add-list-from-clipboard');
    await user.modal.getByText('无法直接读取剪贴板').waitFor();
    await app.screenshot('clipboard-box-dark-phone');
    await user.modal.getByLabel('名单内容').fill('明天开会');
    await user.button('读取名单').tap();
    await user.modal.getByText('复制的内容中没有找到应用名单').waitFor();
    await app.screenshot('clipboard-nothing-dark-phone');
    await user.modal.getByLabel('名单内容').fill(TEXT);
    await user.button('读取名单').tap();
    await user.modal.getByText('1 份名单，共 2 项（正文写明 2 款）').waitFor();
    await user.button('补充').tap();
    await user.modal.getByText('导入完成').waitFor();
    await expectList();
  });

  it('keeps the table of what is pasted into the box', async () => {
    await openPictured({});
    await user.run('add-list-from-clipboard');
    await user.modal.getByLabel('The list').evaluate((box, [html, text]) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', text);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, [HTML, TEXT.replace(/\t/g, ' ')] as const);
    await user.button('Read list').click();
    await user.button('Add list').click();
    await user.modal.getByText('Import finished').waitFor();
    await expectList();
  });
});

describe('linking names in a note of the user', () => {
  const NOTE = '日记/读报.md';
  const WORDS = ['今天读到《银杏地图》App又被点名，', '同批的还有“松果词典”。', '', '`银杏地图`是代码，不算。', ''].join('\n');

  it('ticks what is sure, asks which homonym is meant, and links what was ticked', async () => {
    await open({ files: { [NOTE]: WORDS } });
    await user.importFiles(HOMONYM_NOTICES);
    await app.call('openNote', NOTE);
    await user.run('link-app-names');
    await user.modal.getByText('sure, ticked.').waitFor();
    const boxes = user.modal.getByRole('checkbox');
    expect(await boxes.count()).toBe(2);
    expect(await Promise.all([boxes.nth(0).isChecked(), boxes.nth(1).isChecked()])).toEqual([true, false]);
    expect(await user.modal.locator('.regulatory-notices-context').first().innerText()).toBe('今天读到《银杏地图》App又被点名，');
    await user.modal.getByLabel('App', { exact: true }).selectOption('通报/应用/松果词典（杭州云杉网络有限公司）.md');
    expect(await boxes.nth(1).isChecked()).toBe(true);
    await user.modal.getByText('Show the changes').click();
    await user.modal.locator('.regulatory-notices-diff .is-added').first().waitFor();
    await app.screenshot('link-preview-light-wide');
    await user.button('Link 2 names').click();
    await user.modal.getByText('Names linked').waitFor();
    expect(await user.note(NOTE)).toBe(WORDS.replace('《银杏地图》', '《[[通报/应用/银杏地图|银杏地图]]》').replace('“松果词典”', '“[[通报/应用/松果词典（杭州云杉网络有限公司）|松果词典]]”'));
    await user.button('Close').click();
    await user.run('link-app-names');
    await user.modal.getByText('No app name that is not linked yet was found in this note.').waitFor();
  });

  it('fits a phone and speaks Chinese', async () => {
    await open({ files: { [NOTE]: WORDS }, mobile: true, language: 'zh', theme: 'dark' });
    await user.importFiles(HOMONYM_NOTICES);
    await app.call('openNote', NOTE);
    await user.run('link-app-names');
    await user.modal.getByRole('checkbox').first().waitFor();
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    expect(await user.modal.locator('.regulatory-notices-body').evaluate((body) => body.scrollWidth <= body.clientWidth)).toBe(true);
    await app.screenshot('link-preview-dark-phone');
    await user.modal.getByRole('checkbox').first().uncheck();
    expect(await user.button('添加 0 处链接').isDisabled()).toBe(true);
  });
});

describe('an import', () => {
  it('asks the first time which apps get notes, and remembers', async () => {
    await open({ language: 'zh' });
    await user.chooseFiles(HOMONYM_NOTICES);
    await user.modal.getByLabel('仅限多次被通报、被下架或您关注的应用（1 款）').check();
    await user.modal.getByText('新增应用 1 款').waitFor();
    expect(await user.modal.getByLabel('仅限多次被通报、被下架或您关注的应用（1 款）').isChecked()).toBe(true);
    await app.screenshot('first-import-light-wide');
    await user.button('导入').click();
    await user.modal.getByText('导入完成').waitFor();
    expect(await user.notesBelow('通报/应用/')).toEqual(['通报/应用/银杏地图.md']);
    expect(await app.call('savedData')).toEqual({ appNotes: 'notable' });
    await user.modal.locator('.modal-close-button').click();

    await user.chooseFiles({ 'batch-24.md': noticeText(24, '2022-07-01', [{ name: '芦苇相机', developer: '宁波芦苇科技有限公司' }]) });
    expect(await user.modal.getByRole('radio').count()).toBe(0);
    await user.button('导入').click();
    await user.modal.getByText('导入完成').waitFor();
    expect(await user.notesBelow('通报/应用/')).toEqual(['通报/应用/银杏地图.md']);
  });

  it('opens with the watched apps that are in it', async () => {
    await open({ theme: 'dark', mobile: true, language: 'zh' });
    await user.importFiles(HOMONYM_NOTICES);
    await app.call('write', '通报/应用/银杏地图.md', (await user.note('通报/应用/银杏地图.md')).replace('\n通报类型:', '\n关注: true\n通报类型:'));
    const next = noticeText(24, '2022-07-01', [{ name: '银杏地图', developer: '南京银杏信息技术有限公司' }, { name: '芦苇相机', developer: '宁波芦苇科技有限公司' }]);
    await user.chooseFiles({ 'batch-24.md': next.replace('未完成整改。', '未完成整改，应在7月8日前完成整改。') });
    const watched = user.modal.locator('.regulatory-notices-watched');
    expect((await watched.innerText()).split('\n').map((line) => line.trim()).filter((line) => line !== '')).toEqual(['您关注的应用和开发者', '银杏地图', '总第24批 №1 · 整改期限 2022-07-08', '违规收集个人信息']);
    await app.screenshot('watched-dark-phone');
    await user.button('导入').tap();
    await user.modal.getByText('导入完成').waitFor();
    expect(await watched.innerText()).toContain('银杏地图');
    await app.screenshot('watched-result-dark-phone');
  });

  it('reads a PDF with the pdf.js of the app', async () => {
    await open({ language: 'zh' });
    const page = await app.page.context().newPage();
    await page.goto('https://app.test/');
    await page.setContent(`<link rel="stylesheet" href="/fonts/400.css"><style>body{font:12pt 'Noto Sans SC'}table{border-collapse:collapse}td{border:1px solid;padding:4px}</style><h2>${noticeTitle(31)}</h2><p>抽查发现，尚有2款APP未完成整改。</p><p>工业和信息化部信息通信管理局</p><p>2022年10月10日</p><p>附件：存在问题的应用软件名单</p>${HTML}`);
    await page.evaluate(() => document.fonts.ready);
    const pdf = await page.pdf({ format: 'A4' });
    await page.close();
    const chooser = app.page.waitForEvent('filechooser');
    await user.run('import-notice-from-file');
    await (await chooser).setFiles([{ name: `${noticeTitle(31)}.pdf`, mimeType: 'application/pdf', buffer: pdf }]);
    await user.modal.getByText('1 份名单，共 2 项（正文写明 2 款）').waitFor();
    await user.button('导入').click();
    await user.modal.getByText('导入完成').waitFor();
    expect(await user.note(noticePath(31))).toContain('宁波芦苇科技有限公司');
    expect(await user.notesBelow('通报/应用/')).toEqual(['通报/应用/芦苇相机.md', '通报/应用/青禾记账.md']);
  });
});
