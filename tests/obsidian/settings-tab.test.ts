/** The settings page: what a user reads and changes there, what is saved, and what becomes of the notes. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as Obsidian from 'obsidian';
import { NoticeSettingsTab } from '../../src/obsidian/settings-tab';
import { SETTING_TEXTS } from '../../src/obsidian/setting-texts';
import { VaultWork } from '../../src/obsidian/vault-work';
import { changedSettings, DEFAULT_SETTINGS, ENGLISH_PROPERTY_NAMES, readSettings, type Settings } from '../../src/settings';
import { App } from '../support/obsidian-host';
import { openSettings, type PluginSettingTab } from '../support/obsidian-host/setting-tab';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { infringementText } from '../support/made-notices-text';
import { importTexts } from '../support/made-vault';
import { memoryJournal } from '../support/memory-journal';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { waitFor } from '../support/wait-for';

let saved: Settings;
let vault: MemoryVault;
let close: () => void;

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  activeDocument.body.empty();
  saved = DEFAULT_SETTINGS;
  vault = memoryVault();
});

function open(language: 'en' | 'zh' = 'en'): void {
  const app = new App().asApp();
  const store = {
    read: () => Promise.resolve(JSON.stringify(changedSettings(saved))),
    write: (text: string | null) => Promise.resolve(void (saved = readSettings(JSON.parse(text ?? '{}')))),
  };
  const context = { vault, work: new VaultWork(vault, memoryJournal(), store, () => Promise.resolve()) };
  const tab = new NoticeSettingsTab(app, {} as Obsidian.Plugin, {
    language,
    settings: () => saved,
    // As main.ts saves: what is read back is what was written.
    saveSettings: (settings) => {
      saved = readSettings(JSON.parse(JSON.stringify(changedSettings(settings))));
      return Promise.resolve();
    },
    context: () => context,
  });
  const modal = openSettings(app, tab as unknown as PluginSettingTab);
  close = () => modal.close();
}

const all = (selector: string): HTMLElement[] => [...activeDocument.querySelectorAll<HTMLElement>(selector)];
const shown = (): string[] => all('.setting-item').filter((row) => row.closest('.is-hidden') === null).map((one) => one.textContent);
const row = (name: string): HTMLElement => all('.setting-item').find((one) => one.querySelector('.setting-item-name')?.textContent === name) ?? expect.fail(`no setting ${name}`);
const button = (text: string): HTMLElement => all('button').find((one) => one.textContent === text || one.getAttribute('aria-label') === text) ?? expect.fail(`no button ${text}`);
const press = async (text: string): Promise<void> => {
  button(text).click();
  await settled();
};
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

/** An event as linkedom's own, for its elements take no other. */
function tell(el: Element | undefined, type: string): void {
  const view = activeDocument.defaultView as unknown as { readonly Event: typeof Event };
  el?.dispatchEvent(new view.Event(type));
}

async function type(name: string, text: string): Promise<void> {
  const input = row(name).querySelector('input') ?? expect.fail(`no field in ${name}`);
  input.value = text;
  tell(input, 'input');
  tell(input, 'change');
  await settled();
}

async function choose(name: string, value: string): Promise<void> {
  const select = row(name).querySelector('select') ?? expect.fail(`no choice in ${name}`);
  for (const option of select.querySelectorAll('option')) if (option.value === value) option.selected = true;
  tell(select, 'change');
  await settled();
}

describe('the page', () => {
  it.each(['en', 'zh'] as const)('names every group and setting in %s', (language) => {
    open(language);
    const texts = SETTING_TEXTS[language];
    const page = shown().join('\n');
    for (const name of [texts.folders, texts.index, texts.notes, texts.written, texts.apps, texts.watched, texts.properties[0], ...Object.values(texts.folder).map(([one]) => one)]) expect(page).toContain(name);
    expect(page).not.toContain('undefined');
    expect(page).not.toContain(texts.pending[0]);
  });

  it('saves a value that fits, and says why it does not save another', async () => {
    open();
    await type('Apps', '资料/应用');
    expect(saved.folders.apps).toBe('资料/应用');
    await type('Apps', '../应用');
    expect(row('Apps').textContent).toContain('Enter a path in this vault');
    expect(saved.folders.apps).toBe('资料/应用');
    await type('Names of takedown notices', '通报');
    expect(row('Names of takedown notices').textContent).toContain('would be called the same');
    expect(changedSettings(saved)).toEqual({ folders: { apps: '资料/应用' } });
  });

  it.each(['a:b', 'a?*|b', 'CON', 'a.', '#tag', '[[x]]', '%%x%%', 'a^b', '长'.repeat(100), '通报/a:b/应用'])('takes no name that can never be written: %s', async (name) => {
    open('zh');
    const message = '请填写仓库内的路径，不能位于隐藏文件夹中，也不能包含 * " < > : | ? # ^ [ ] 等字符。';
    for (const setting of ['应用', '收件箱']) {
      await type(setting, name);
      expect(row(setting).textContent).toContain(message);
    }
    const index = all('.setting-item').filter((one) => one.querySelector('.setting-item-name')?.textContent === '索引页')[1];
    const field = index?.querySelector('input') ?? expect.fail('no field of the index page');
    field.value = name;
    tell(field, 'input');
    await settled();
    expect(index?.textContent).toContain(message);
    expect(changedSettings(saved)).toEqual({});
  });

  it('takes an empty field for the default', async () => {
    saved = readSettings({ folders: { apps: '资料' } });
    open();
    await type('Apps', '');
    expect(changedSettings(saved)).toEqual({});
  });

  it('shows the file names that a template gives', async () => {
    open();
    const preview = row('Preview of file names');
    expect(preview.textContent).toContain('2021_05_关于下架侵害用户权益APP名单的通报.md');
    await type('Names of takedown notices', '{{date}} 下架');
    expect(row('Preview of file names').textContent).toContain('2021-05-10 下架.md');
  });

  it('switches parts off and resets a group', async () => {
    open();
    row('Tags').querySelector<HTMLElement>('[role=switch]')?.click();
    await settled();
    expect(saved.write.tags).toBe(false);
    await press('Reset “What is written”');
    expect(changedSettings(saved)).toEqual({});
  });

  it('keeps watched developers and further index pages', async () => {
    open();
    await type('Add developer', '青柠');
    await press('Add index page');
    const [path, agency, year] = [...row('Page 1').querySelectorAll('input')];
    expect(path?.value).toBe('通报/APP侵害用户权益专项整治行动 2.md');
    for (const [input, text] of [[agency, '北京市通信管理局'], [year, '2021']] as const) {
      const now = [...row('Page 1').querySelectorAll('input')].find((one) => one.getAttribute('aria-label') === input?.getAttribute('aria-label'));
      if (now) now.value = text;
      tell(now, 'change');
      await settled();
    }
    expect(saved.watchedDevelopers).toEqual(['青柠']);
    expect(saved.indexPages).toEqual([{ path: '通报/APP侵害用户权益专项整治行动 2.md', agency: '北京市通信管理局', year: 2021 }]);
    await type('Developer 1', ' ');
    expect(saved.watchedDevelopers).toEqual([]);
  });

  describe('with further index pages', () => {
    const FIELDS = { path: '笔记', agency: '机关（留空为全部）', year: '年份（留空为全部）' } as const;
    const PAGE = { path: '索引/浙江.md', agency: null, year: 2021 };
    const TAKEN = '这篇笔记已用作索引页。';
    const field = (at: number, name: keyof typeof FIELDS): HTMLInputElement => [...row(`索引页 ${at}`).querySelectorAll('input')].find((one) => one.getAttribute('aria-label') === FIELDS[name]) ?? expect.fail(`no field ${name} in row ${at}`);
    const problem = (at: number, name: keyof typeof FIELDS): string => field(at, name).closest('label')?.textContent.replace(FIELDS[name], '') ?? '';
    const rows = (): number => all('.regulatory-notices-index-page').length;
    const fill = async (at: number, name: keyof typeof FIELDS, text: string): Promise<void> => {
      const input = field(at, name);
      input.value = text;
      tell(input, 'change');
      await settled();
    };

    beforeEach(() => {
      saved = readSettings({ indexPages: [PAGE] });
      open('zh');
    });

    it.each([['path', '../外/索引', '请填写仓库内的路径'], ['path', 'a:b|c', '请填写仓库内的路径'], ['path', '', '请填写仓库内的路径'], ['year', '20二二', '请填写四位数的年份，例如 2022。'], ['year', '221', '请填写四位数的年份，例如 2022。'], ['path', DEFAULT_SETTINGS.indexNote, TAKEN]] as const)('leaves a %s “%s” as it was typed, says why it is not saved, and saves it when it is mended', async (name, typed, message) => {
      await fill(1, name, typed);
      expect([rows(), field(1, name).value]).toEqual([1, typed]);
      expect(problem(1, name)).toContain(message);
      expect(field(1, name).getAttribute('aria-invalid')).toBe('true');
      expect(saved.indexPages).toEqual([PAGE]);
      await press('添加索引页');
      expect([rows(), field(1, name).value]).toEqual([2, typed]);
      await fill(1, name, name === 'path' ? '/索引/江苏' : '２０２２');
      expect(problem(1, name)).toBe('');
      expect(field(1, name).hasAttribute('aria-invalid')).toBe(false);
      expect(saved.indexPages[0]).toEqual(name === 'path' ? { ...PAGE, path: '索引/江苏.md' } : { ...PAGE, year: 2022 });
      expect(field(1, name).value).toBe(name === 'path' ? '索引/江苏.md' : '2022');
    });

    it('takes no page twice, until the other row has another', async () => {
      await press('添加索引页');
      await fill(2, 'path', '索引/浙江');
      expect([rows(), field(2, 'path').value, problem(2, 'path')]).toEqual([2, '索引/浙江', TAKEN]);
      expect(saved.indexPages.map(({ path }) => path)).toEqual(['索引/浙江.md', '通报/APP侵害用户权益专项整治行动 2.md']);
      await fill(1, 'path', '索引/江苏');
      expect(problem(2, 'path')).toBe('');
      expect(saved.indexPages.map(({ path }) => path)).toEqual(['索引/江苏.md', '索引/浙江.md']);
    });

    it('shows what is saved when it is opened again, and deletes the row that is meant', async () => {
      await press('添加索引页');
      await fill(1, 'year', '20二二');
      button('Delete').click();
      await settled();
      expect([rows(), field(1, 'path').value]).toEqual([1, '通报/APP侵害用户权益专项整治行动 2.md']);
      await fill(1, 'path', '../外');
      close();
      open('zh');
      expect([rows(), field(1, 'path').value, problem(1, 'path')]).toEqual([1, '通报/APP侵害用户权益专项整治行动 2.md', '']);
    });
  });

  it('gives all properties English names at once, and refuses one name for two', async () => {
    open();
    row('Property names').click();
    await choose('Language of the names', 'english');
    expect(saved.propertyNames).toEqual(ENGLISH_PROPERTY_NAMES);
    await type('Watched app', 'Notice_Type');
    expect(row('Watched app').textContent).toContain('Another property has this name');
    await type('Watched app', 'tags');
    expect(saved.propertyNames.watched).toBe('watched_app');
    await type('Watched app', '重点');
    expect(saved.propertyNames.watched).toBe('重点');
  });

  it('calls properties by what they mean in the language of the app, beside the names that they bear in the vault', () => {
    open();
    row('Property names').click();
    expect(row('Original URL').querySelector('input')?.value).toBe('原文链接');
    expect(row('Date signed').querySelector('input')?.value).toBe('落款日期');
  });

  it('opens with whatever was saved', () => {
    for (const data of [null, [], { folders: 'x', write: 3, propertyNames: [], noteNames: null, indexPages: { a: 1 }, linkStyle: {} }]) {
      saved = readSettings(data);
      activeDocument.body.empty();
      open();
      expect(shown().length).toBeGreaterThan(20);
    }
  });
});

describe('in a vault that has notes', () => {
  const PENDING = SETTING_TEXTS.en.pending[0];
  const waiting = (): boolean => shown().some((text) => text.includes(PENDING));

  beforeEach(async () => {
    await importTexts(vault, [infringementText(10, '2021-01-22', [{ name: '青柠天气', developer: '杭州青柠科技有限公司', source: '应用宝', version: '1.0.2' }])]);
  });

  it('waits with a folder until the notes have followed, which can be taken back with the setting', async () => {
    open();
    const before = Object.fromEntries(vault.files);
    await type('Apps', '资料');
    expect(waiting()).toBe(true);
    expect(changedSettings(saved)).toEqual({});
    await press('Preview changes to notes');
    await waitFor(() => expect(all('button').map((one) => one.textContent)).toContain('Change notes'));
    await press('Change notes');
    await waitFor(() => expect(saved.folders.apps).toBe('资料'));
    expect(vault.files.has('资料/青柠天气.md')).toBe(true);
    expect(waiting()).toBe(false);
    const undo = all('button').find((one) => /undo/i.test(one.textContent)) ?? expect.fail('no way back');
    undo.click();
    await waitFor(() => expect(changedSettings(saved)).toEqual({}));
    expect(Object.fromEntries(vault.files)).toEqual(before);
  });

  it('keeps the notes as they are where the user wants it so', async () => {
    open();
    const before = Object.fromEntries(vault.files);
    await choose('Link style', 'markdown');
    await press('New notes only');
    expect(changedSettings(saved)).toEqual({ linkStyle: 'markdown' });
    expect(Object.fromEntries(vault.files)).toEqual(before);
    expect(waiting()).toBe(false);
  });

  it('writes new notes in the language that the user chooses, at once and with the old ones as they are', async () => {
    open();
    const before = Object.fromEntries(vault.files);
    await choose('Language of notes', 'en');
    expect(changedSettings(saved)).toEqual({ noteLanguage: 'en' });
    expect(waiting()).toBe(false);
    expect(Object.fromEntries(vault.files)).toEqual(before);
    await press('Reset “What is written”');
    expect(changedSettings(saved)).toEqual({});
  });

  it('forgets what the user discards, and saves at once what concerns no note', async () => {
    open();
    await type('Apps', '资料');
    await choose('Apps with a note', 'notable');
    expect(changedSettings(saved)).toEqual({ appNotes: 'notable' });
    await press('Discard');
    expect(changedSettings(saved)).toEqual({ appNotes: 'notable' });
    expect(row('Apps').querySelector('input')?.value).toBe(DEFAULT_SETTINGS.folders.apps);
    expect(waiting()).toBe(false);
  });
});
