/** The language of notes is changed between imports: nothing is written twice, nothing is lost, and nobody is said to contradict. */
import { describe, expect, it } from 'vitest';
import { listApps, planImport, type ImportSource } from '../../src/import-notices';
import { checkVault } from '../../src/insight/check-vault';
import { adoptListings } from '../../src/plan/adopt-listings';
import { describePlan } from '../../src/plan/describe-plan';
import { mergeApps } from '../../src/plan/merge-apps';
import { splitApp } from '../../src/plan/split-app';
import { DEFAULT_SETTINGS, type NoteLanguage, type Settings } from '../../src/settings';
import { archiveFiles, HAS_ARCHIVE } from '../support/archive';
import { infringementText, takedownText, type MadeRow } from '../support/made-notices-text';
import { apply, HOST, importTexts } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { APP_ROWS, noticePage, PAGE_TITLE } from '../support/page-with-list';
import { brokenLinks } from '../support/vault-links';

const settingsIn = (noteLanguage: NoteLanguage): Settings => ({ ...DEFAULT_SETTINGS, noteLanguage });
const row = (name: string, developer: string, version = '1.0.2'): MadeRow => ({ name, developer, source: '应用宝', version });
const LOOK = row('晨光看看', '上海晨光信息科技有限公司');
const WALK = row('乐行计步', '杭州乐行网络科技有限公司');
const TEXTS = [infringementText(10, '2021-01-22', [LOOK, WALK]), infringementText(11, '2021-02-05', [WALK]), infringementText(12, '2021-03-12', [LOOK]), takedownText('2021-05-10', '2021-01-22', 2, [WALK])];
const textsOf = (...numbers: readonly number[]): string[] => numbers.map((number) => TEXTS[number] ?? '');
const noteOf = (vault: MemoryVault, name: string): string => [...vault.files].find(([path]) => path.endsWith(`/${name}.md`))?.[1] ?? expect.fail(`no note ${name}`);
const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

/** Marks in the app notes that the user wrote. */
function writeOwnLines(vault: MemoryVault): void {
  for (const [path, text] of vault.files) vault.files.set(path, text.replace(/^(## .*\n)/m, `$1\n我的话：${path}\n`));
}

/** What no import may do, whatever language notes are in. */
function checkNotes(vault: MemoryVault): void {
  for (const [path, text] of vault.files) {
    const markers = text.match(/^\^rn-\S+$/gm) ?? [];
    expect(new Set(markers).size, path).toBe(markers.length);
    const headings = text.match(/^## .*$/gm) ?? [];
    expect(headings.length, path).toBeLessThanOrEqual(2);
    expect(count(text, /^## (?:全文|Full text)$/gm), path).toBeLessThanOrEqual(1);
    expect(count(text, /^## (?:笔记|Notes)$/gm), path).toBeLessThanOrEqual(1);
    expect(count(text, /我的话/g), path).toBeLessThanOrEqual(1);
  }
  expect(brokenLinks(vault.files)).toEqual([]);
}

async function importIn(vault: MemoryVault, language: NoteLanguage, ...numbers: readonly number[]): Promise<void> {
  const settings = settingsIn(language);
  const { plan } = await importTexts(vault, textsOf(...numbers), settings);
  expect(plan.conflicts).toEqual([]);
  expect(plan.diagnostics).toEqual([]);
  checkNotes(vault);
  const before = new Map(vault.files);
  const again = await importTexts(vault, textsOf(...numbers), settings);
  expect(describePlan({ ...again.plan, kept: [] }, 'en')).toEqual([]);
  expect(vault.files).toEqual(before);
}

describe('the language of notes', () => {
  it('is changed there and back between imports', async () => {
    for (const [first, second] of [['zh', 'en'], ['en', 'zh']] as const) {
      const vault = memoryVault();
      await importIn(vault, first, 0);
      writeOwnLines(vault);
      const own = [...vault.files].filter(([, text]) => text.includes('我的话')).length;
      expect(own).toBeGreaterThan(2);
      await importIn(vault, second, 0, 1);
      await importIn(vault, first, 0, 1, 2);
      await importIn(vault, second, 0, 1, 2, 3);
      expect([...vault.files.values()].filter((text) => text.includes('我的话'))).toHaveLength(own);
      // The record follows where it grows; the heading above the user's text stays as he has it.
      const walk = noteOf(vault, '乐行计步');
      expect(walk).toContain(second === 'en' ? '> [!abstract]+ Record\n>\n> | Date |' : '> [!abstract]+ 通报记录\n>\n> | 日期 |');
      expect(walk).toContain(first === 'en' ? '## Notes' : '## 笔记');
      expect(count(walk, /№/g)).toBe(3);
    }
  });

  it('makes no difference to which app is which, and to what is checked', async () => {
    const [chinese, english, mixed] = [memoryVault(), memoryVault(), memoryVault()];
    await importTexts(chinese, TEXTS, settingsIn('zh'));
    await importTexts(english, TEXTS, settingsIn('en'));
    for (const [i, text] of TEXTS.entries()) await importTexts(mixed, [text], settingsIn(i % 2 === 0 ? 'zh' : 'en'));
    const apps = await listApps(chinese, DEFAULT_SETTINGS);
    expect(await listApps(english, settingsIn('en'))).toEqual(apps);
    expect(await listApps(mixed, settingsIn('en'))).toEqual(apps);
    const found = await checkVault(chinese, DEFAULT_SETTINGS, HOST);
    expect(await checkVault(english, settingsIn('en'), HOST)).toEqual(found);
    expect(await checkVault(mixed, settingsIn('zh'), HOST)).toEqual(found);
    expect([...english.files.keys()].sort()).toEqual([...chinese.files.keys()].sort());
    expect([...english.files.values()].filter((text) => /全文|元数据|通报记录|## 附件|## 笔记|全部页面|\[原文\]/.test(text))).toEqual([]);
  });

  it('a missing list or text is filled in the other language', async () => {
    const page: ImportSource = { fileName: 'art_1.html', bytes: new TextEncoder().encode(noticePage({ attachments: '' })) };
    const table = `---\ntitle: ${PAGE_TITLE}\ndate: 2024-11-21\n---\n\n| 序号 | 应用名称 | 应用开发者 | 应用来源 | 版本号 | 所涉问题 |\n| --- | --- | --- | --- | --- | --- |\n${APP_ROWS.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
    const list: ImportSource = { fileName: '名单.md', bytes: new TextEncoder().encode(table) };
    for (const [first, second] of [['zh', 'en'], ['en', 'zh'], ['en', 'en'], ['zh', 'zh']] as const) {
      for (const [one, other] of [[page, list], [list, page]] as const) {
        const vault = memoryVault();
        await apply(vault, (await planImport([one], vault, HOST, settingsIn(first))).plan);
        expect(noteOf(vault, PAGE_TITLE)).toMatch(first === 'zh' ? /^> (?:名单|正文)待补$/m : /^> (?:List|Text) to be added$/m);
        const { plan } = await planImport([other], vault, HOST, settingsIn(second));
        expect(plan.conflicts).toEqual([]);
        await apply(vault, plan);
        const note = noteOf(vault, PAGE_TITLE);
        expect(note).not.toMatch(/待补|to be added/);
        expect(note).toContain('发现2款APP仍未完成整改');
        expect(note).toContain('[[通报/应用/山雀听书\\|山雀听书]]');
        checkNotes(vault);
      }
    }
  });

  it('what sources say differently is recorded once', async () => {
    const other = infringementText(10, '2021-01-22', [{ ...LOOK, version: '3.3' }, WALK]);
    for (const [first, second] of [['zh', 'en'], ['en', 'zh']] as const) {
      const vault = memoryVault();
      await importTexts(vault, textsOf(0), settingsIn(first));
      await importTexts(vault, [other], settingsIn(first));
      const note = [...vault.files].find(([, text]) => text.includes('^rn-differences')) ?? expect.fail('nothing recorded');
      expect(note[1]).toContain(first === 'zh' ? '> [!warning]- 来源差异\n>\n> - 名单 1 №1 应用版本：' : '> [!warning]- Differences between sources\n>\n> - list 1 №1 version: ');
      await importTexts(vault, [other], settingsIn(second));
      expect(vault.files.get(note[0])).toBe(note[1]);
    }
  });

  it('apps are merged and split in a vault of both', async () => {
    const vault = memoryVault();
    await importTexts(vault, [infringementText(10, '2021-01-22', [LOOK])], settingsIn('zh'));
    await importTexts(vault, [infringementText(11, '2021-02-05', [WALK])], settingsIn('en'));
    vault.files.set('通报/应用/乐行计步.md', noteOf(vault, '乐行计步').replace('## Notes\n', '## Notes\n\n我的话\n'));
    const before = noteOf(vault, '乐行计步');
    await apply(vault, await mergeApps('通报/应用/晨光看看.md', '通报/应用/乐行计步.md', vault, settingsIn('en')));
    const merged = noteOf(vault, '晨光看看');
    expect(merged).toContain('## Merged from “乐行计步”');
    expect(merged).toContain('> [!abstract]+ Record');
    expect(count(merged, /№1/g)).toBe(2);
    const key = (await listApps(vault, settingsIn('zh'))).flatMap(({ listings }) => listings).find(({ notice }) => notice.includes('总第11批')) ?? expect.fail('no listing');
    expect(key.list).toBe(1);
    const plan = await splitApp('通报/应用/晨光看看.md', ['miit-infringement:11#1#1'], vault, HOST, settingsIn('zh'));
    await apply(vault, plan);
    expect(noteOf(vault, '晨光看看')).not.toMatch(/Merged from|合并自/);
    const split = noteOf(vault, '乐行计步');
    expect(split).toContain('## Notes\n\n我的话\n');
    expect(split.slice(split.indexOf('## '), split.indexOf('%%'))).toBe(before.slice(before.indexOf('## '), before.indexOf('%%')));
    checkNotes(vault);
  });

  it('an app without a note gets one on the user\'s word', async () => {
    const vault = memoryVault();
    const settings: Settings = { ...settingsIn('en'), appNotes: 'notable' };
    await importTexts(vault, textsOf(0), settings);
    const notice = [...vault.files.keys()].find((path) => path.includes('总第10批')) ?? '';
    await apply(vault, await adoptListings(null, [{ key: 'miit-infringement:10#1#1' as never, noticePath: notice }], vault, HOST, { ...settings, noteLanguage: 'zh' }));
    expect(noteOf(vault, '晨光看看')).toContain('通报记录');
    expect(vault.files.get(notice)).toContain('> [!abstract]+ Metadata');
  });
});

describe.skipIf(!HAS_ARCHIVE)('the archive', () => {
  it('in Chinese and then in English changes no notice, names nobody otherwise and doubles nothing', async () => {
    const sources = archiveFiles('notices').map(({ path, bytes }) => ({ fileName: path, bytes }));
    const vault = memoryVault();
    const half = Math.ceil(sources.length / 2);
    await apply(vault, (await planImport(sources.slice(0, half), vault, HOST, settingsIn('zh'))).plan);
    const { plan } = await planImport(sources, vault, HOST, settingsIn('en'));
    await apply(vault, plan);
    expect(plan.conflicts).toEqual([]);
    expect(plan.diagnostics.filter(({ code }) => code === 'source-contradicts')).toEqual([]);
    checkNotes(vault);
    const again = await planImport(sources, vault, HOST, settingsIn('en'));
    expect(again.plan.changes).toEqual([]);
    const fresh = memoryVault();
    await apply(fresh, (await planImport(sources, fresh, HOST, settingsIn('en'))).plan);
    const [mixed, english] = [await listApps(vault, settingsIn('en')), await listApps(fresh, settingsIn('en'))];
    console.info(`archive in both languages: ${mixed.length} apps, ${mixed.flatMap(({ listings }) => listings).length} listings; in English alone ${english.length} apps`);
    expect(mixed.flatMap(({ listings }) => listings)).toHaveLength(2280);
    expect(english.flatMap(({ listings }) => listings)).toHaveLength(2280);
  });
});
