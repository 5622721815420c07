/** Notes and folders renamed and moved, by the app (links follow) or by a file manager (they do not): the next import finds them by what they are. */
import { describe, expect, it } from 'vitest';
import { targetFinder } from '../src/plan/link-targets';
import { readProperties, setProperties } from '../src/notes/properties';
import { keepApart } from '../src/plan/decide-apps';
import { mergeApps } from '../src/plan/merge-apps';
import { splitApp } from '../src/plan/split-app';
import { DEFAULT_SETTINGS } from '../src/settings';
import { apply, HOST, importTexts, recordRows } from './support/made-vault';
import { memoryVault, type MemoryVault } from './support/memory-vault';
import { noticeOf, titleOf } from './support/sample-notice';
import { takedownText } from './support/made-notices-text';
import { move } from './support/user-edits';
import { brokenLinks } from './support/vault-links';

const LOOK = { name: '晨光看看', developer: '上海晨光信息科技有限公司' };
const WALK = { name: '乐行计步', developer: '杭州乐行网络科技有限公司' };
const TENTH = noticeOf(10, '2021-01-22', [LOOK, WALK]);
const TWELFTH = noticeOf(12, '2021-03-12', [LOOK]);
const DOWN = takedownText('2021-05-10', '2021-01-22', 2, [{ ...WALK, source: '应用宝', version: '1.0' }]);
const INDEX_NAME = DEFAULT_SETTINGS.indexNote.replace(/^.*\//, '');
const TENTH_PATH = `通报/侵害通报/${titleOf(10)}.md`;

async function vaultOf(...texts: readonly string[]): Promise<MemoryVault> {
  const vault = memoryVault();
  await importTexts(vault, texts);
  return vault;
}

/** Links of notes that lead nowhere even where the app looks for the end of a path. The index page has tests of its own. */
function deadLinks({ files }: MemoryVault): readonly { readonly from: string; readonly target: string }[] {
  const find = targetFinder([...files.keys()]);
  return brokenLinks(files).filter(({ from, target }) => !from.endsWith(INDEX_NAME) && find(target.replace(/#.*$/, ''), from, 'wiki') === null);
}

/** Moves a folder, or a note. */
function moveAll(vault: MemoryVault, from: string, to: string, linked: boolean): void {
  const paths = [...vault.files.keys()].filter((path) => path === from || path.startsWith(`${from}/`));
  expect(paths).not.toEqual([]);
  move(vault, new Map(paths.map((path) => [path, to + path.slice(from.length)])), linked);
}

const MOVES = [
  ['a notice', TENTH_PATH, '通报/侵害通报/一月的通报.md'],
  ['a notice into another folder', TENTH_PATH, `存档/2021/${titleOf(10)}.md`],
  ['an app', '通报/应用/晨光看看.md', '通报/应用/看看.md'],
  ['an app into another folder', '通报/应用/乐行计步.md', '关注的应用/乐行计步.md'],
  ['the folder of notices', '通报/侵害通报', '通报/侵害用户权益'],
  ['the folder of apps', '通报/应用', 'App'],
  ['the folder of everything', '通报', '监管/通报'],
  ['the folder of everything to the top of another name', '通报', '工信部'],
] as const;

describe.each([['by the app', true], ['by a file manager', false]] as const)('moved %s', (_, linked) => {
  it.each(MOVES)('%s: the same notices change no record and make nothing twice', async (__, from, to) => {
    const vault = await vaultOf(TENTH, TWELFTH, DOWN);
    moveAll(vault, from, to, linked);
    const before = [...vault.files.keys()].sort();
    const rows = [...vault.files].map(([path, text]) => [path, recordRows(text).length] as const).sort();
    const report = await importTexts(vault, [TENTH, TWELFTH, DOWN]);
    expect([...vault.files.keys()].sort()).toEqual(before);
    expect([...vault.files].map(([path, text]) => [path, recordRows(text).length] as const).sort()).toEqual(rows);
    expect(report.plan.conflicts).toEqual([]);
    expect(report.plan.kept.filter(({ reason }) => reason !== 'unchanged')).toEqual([]);
    expect(deadLinks(vault)).toEqual([]);
    expect((await importTexts(vault, [TENTH, TWELFTH, DOWN])).plan.changes).toEqual([]);
  });

  it.each(MOVES)('%s: a new notice finds the apps and goes where the others are', async (__, from, to) => {
    const vault = await vaultOf(TENTH, DOWN);
    moveAll(vault, from, to, linked);
    const before = new Set(vault.files.keys());
    const report = await importTexts(vault, [TWELFTH]);
    const made = [...vault.files.keys()].filter((path) => !before.has(path));
    const homes = new Set([...before].filter((path) => path.includes('侵害')).map((path) => path.replace(/\/[^/]*$/, '')));
    expect(made.map((path) => path.replace(/^.*\//, ''))).toEqual([`${titleOf(12)}.md`]);
    // Where the folder that the settings name is there still, it is the place; else where the others went.
    if (from !== TENTH_PATH) expect(homes).toContain(made[0]?.replace(/\/[^/]*$/, ''));
    expect(report.apps).toMatchObject({ created: 0, updated: 1 });
    expect([...vault.files.values()].map(recordRows).filter((rows) => rows.length === 2)).toHaveLength(2);
  });
});

describe('links that a move outside the app left dead', () => {
  it('are mended in what the program wrote, and nowhere else', async () => {
    const vault = await vaultOf(TENTH, TWELFTH);
    vault.files.set('日记.md', '见 [[通报/应用/晨光看看]]');
    vault.files.set('通报/应用/晨光看看.md', (vault.files.get('通报/应用/晨光看看.md') ?? '').replace('## 笔记\n', `## 笔记\n\n我见 [[通报/侵害通报/${titleOf(10)}]]\n`));
    moveAll(vault, '通报', '工信部', false);
    const edited = vault.files.get('工信部/应用/晨光看看.md') ?? '';
    const report = await importTexts(vault, [TENTH, TWELFTH]);
    expect(report.plan.conflicts).toEqual([]);
    expect(vault.files.get('日记.md')).toBe('见 [[通报/应用/晨光看看]]');
    const note = vault.files.get('工信部/应用/晨光看看.md') ?? '';
    expect(note).toContain(`我见 [[通报/侵害通报/${titleOf(10)}]]`);
    expect(note).toBe(edited.replaceAll('[[通报/侵害通报/', '[[工信部/侵害通报/').replace('我见 [[工信部/', '我见 [[通报/'));
    expect(deadLinks(vault).map(({ from }) => from)).toEqual(['工信部/应用/晨光看看.md', '日记.md']);
  });

  it('are mended where apps of one name say so of each other, and a link that the user put there stays', async () => {
    const twin = { name: '晨光看看', developer: '沈阳北辰软件有限公司' };
    const vault = await vaultOf(TENTH, noticeOf(11, '2021-02-05', [twin]));
    const homonym = '通报/应用/晨光看看（沈阳北辰软件有限公司）.md';
    expect(vault.files.get(homonym)).toContain('[[通报/应用/晨光看看|晨光看看]]');
    moveAll(vault, '通报/应用', 'App', false);
    vault.files.set('App/乐行计步.md', (vault.files.get('App/乐行计步.md') ?? '').replace('\n---\n', '\n同名应用: "[[我的/别处]]"\n---\n'));
    await importTexts(vault, [TENTH, noticeOf(11, '2021-02-05', [twin])]);
    expect(vault.files.get('App/晨光看看（沈阳北辰软件有限公司）.md')).toContain('[[App/晨光看看|晨光看看]]');
    expect(vault.files.get('App/晨光看看.md')).toContain('[[App/晨光看看（沈阳北辰软件有限公司）|晨光看看（沈阳北辰软件有限公司）]]');
    expect(vault.files.get('App/乐行计步.md')).toContain('[[我的/别处]]');
    expect(deadLinks(vault).map(({ from }) => from)).toEqual(['App/乐行计步.md']);
    expect((await importTexts(vault, [TENTH])).plan.changes).toEqual([]);
  });

  describe('are mended in 不同于', () => {
    const twin = { name: '晨光看看', developer: '沈阳北辰软件有限公司' };
    const ELEVENTH = noticeOf(11, '2021-02-05', [twin]);
    const [plain, other] = ['晨光看看', '晨光看看（沈阳北辰软件有限公司）'];
    const at = (name: string, folder = '通报/应用'): string => `${folder}/${name}.md`;
    const apartIn = (vault: MemoryVault, path: string): unknown => readProperties(vault.files.get(path) ?? '')?.['不同于'];

    async function keptApart(): Promise<MemoryVault> {
      const vault = await vaultOf(TENTH, ELEVENTH);
      await apply(vault, await keepApart(at(plain), at(other), vault, DEFAULT_SETTINGS));
      expect([apartIn(vault, at(plain)), apartIn(vault, at(other))]).toEqual([[`[[通报/应用/${other}|${other}]]`], [`[[通报/应用/${plain}|${plain}]]`]]);
      return vault;
    }

    it.each([['通报/应用', 'App'], ['通报', '工信部']])('when the folder %s was moved', async (from, to) => {
      const vault = await keptApart();
      moveAll(vault, from, to, false);
      const apps = '通报/应用'.replace(from, to);
      await importTexts(vault, [TENTH, ELEVENTH]);
      expect(apartIn(vault, at(plain, apps))).toEqual([`[[${apps}/${other}|${other}]]`]);
      expect(apartIn(vault, at(other, apps))).toEqual([`[[${apps}/${plain}|${plain}]]`]);
      expect(deadLinks(vault)).toEqual([]);
      expect((await importTexts(vault, [TENTH, ELEVENTH])).plan.changes).toEqual([]);
    });

    it.each([[plain, other], [other, plain]])('when %s was renamed, at the next import that has to do with the other', async (renamed, stays) => {
      const vault = await keptApart();
      moveAll(vault, at(renamed), at('我的看看'), false);
      const before = vault.files.get(at(stays)) ?? '';
      await importTexts(vault, [noticeOf(13, '2021-04-12', [WALK])]);
      expect(vault.files.get(at(stays))).toBe(before);
      await importTexts(vault, [stays === plain ? TENTH : ELEVENTH]);
      expect(apartIn(vault, at(stays))).toEqual([`[[通报/应用/我的看看|${renamed}]]`]);
    });

    it('but not where the note was deleted, where two could be meant, and where the user wrote no more than a path', async () => {
      const vault = await keptApart();
      vault.files.delete(at(other));
      const third = noticeOf(12, '2021-03-12', [{ name: '晨光看看', developer: '成都山雀科技有限公司' }]);
      const own = ['[[我的/晨光]]', `[[通报/应用/${other}|${other}]]`, '[[旧/乐行|乐行计步]]'];
      vault.files.set(at(plain), setProperties(vault.files.get(at(plain)) ?? '', new Map([['不同于', own]])) ?? '');
      vault.files.set('抄本/乐行计步.md', vault.files.get(at('乐行计步')) ?? '');
      await importTexts(vault, [TENTH, third]);
      expect(apartIn(vault, at(plain))).toEqual(own);
    });

    it('but not in a note whose markers are damaged', async () => {
      const vault = await keptApart();
      moveAll(vault, '通报/应用', 'App', false);
      const damaged = (vault.files.get(at(plain, 'App')) ?? '').replace(/\n\^rn-[a-z]+/, '');
      vault.files.set(at(plain, 'App'), damaged);
      const { plan } = await importTexts(vault, [TENTH]);
      expect(plan.kept).toContainEqual({ path: at(plain, 'App'), reason: 'damaged-markers' });
      expect(vault.files.get(at(plain, 'App'))).toBe(damaged);
    });
  });

  it('stay where two notes could be meant by one, and where the user edited the region', async () => {
    const vault = await vaultOf(TENTH);
    moveAll(vault, '通报/应用', 'App', false);
    const path = TENTH_PATH;
    vault.files.set(path, (vault.files.get(path) ?? '').replace('| 应用宝 | 1.0 |', '| 应用宝 | 1.0（我改的） |'));
    const before = vault.files.get(path);
    await importTexts(vault, [TENTH]);
    expect(vault.files.get(path)).toBe(before);
  });
});

describe('the folder of attachments and the index page', () => {
  it('are looked for where the rest went', async () => {
    const vault = await vaultOf(TENTH);
    moveAll(vault, '通报', '监管/通报', false);
    await importTexts(vault, [TWELFTH]);
    const index = [...vault.files.keys()].filter((path) => path.endsWith(INDEX_NAME));
    expect(index).toEqual([`监管/${DEFAULT_SETTINGS.indexNote}`]);
    expect(vault.files.get(index[0] ?? '')?.match(/^> \+ /gm)).toHaveLength(2);
  });
});

describe('our own lists of the index page', () => {
  it('follow notices that were moved by a file manager; a line that the user added to stays and is named', async () => {
    const vault = await vaultOf(TENTH, TWELFTH, DOWN);
    const index = vault.files.get(DEFAULT_SETTINGS.indexNote) ?? '';
    const noted = index.replace(`](侵害通报/${titleOf(10)}.md)`, (link) => `${link} 我读过`);
    expect(noted).not.toBe(index);
    vault.files.set(DEFAULT_SETTINGS.indexNote, noted);
    moveAll(vault, '通报/侵害通报', '通报/侵权', false);
    const { plan } = await importTexts(vault, [TENTH]);
    expect(plan.diagnostics.filter(({ code }) => code === 'index-link-dead').map(({ values }) => values['count'])).toEqual([1]);
    expect(vault.files.get(DEFAULT_SETTINGS.indexNote)).toBe(noted.replace(`](侵害通报/${titleOf(12)}`, `](侵权/${titleOf(12)}`));
    expect((await importTexts(vault, [TENTH])).plan.changes).toEqual([]);
  });
});

describe('merge and split after the folder of apps was moved by a file manager', () => {
  const LOOKS = '应用档案/晨光看看.md';
  const WALKS = '应用档案/乐行计步.md';

  it('a split makes its note where the other apps are', async () => {
    const vault = await vaultOf(TENTH, TWELFTH);
    moveAll(vault, '通报/应用', '应用档案', false);
    await apply(vault, await splitApp(LOOKS, ['总第12批#1#1'], vault, HOST, DEFAULT_SETTINGS));
    const apps = [...vault.files.keys()].filter((path) => path.includes('晨光看看'));
    expect(apps).toHaveLength(2);
    expect(apps.every((path) => path.startsWith('应用档案/'))).toBe(true);
    expect(apps.map((path) => recordRows(vault.files.get(path) ?? '').length)).toEqual([1, 1]);
  });

  it('a note that was merged in before the move comes back beside the others', async () => {
    const vault = await vaultOf(TENTH);
    await apply(vault, await mergeApps('通报/应用/晨光看看.md', '通报/应用/乐行计步.md', vault, DEFAULT_SETTINGS));
    moveAll(vault, '通报/应用', '应用档案', false);
    await apply(vault, await splitApp(LOOKS, ['总第10批#1#2'], vault, HOST, DEFAULT_SETTINGS));
    expect([...vault.files.keys()].filter((path) => !path.startsWith('通报/')).sort()).toEqual([WALKS, LOOKS].sort());
    expect(recordRows(vault.files.get(WALKS) ?? '')).toHaveLength(1);
  });
});
