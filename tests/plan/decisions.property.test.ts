/** Decisions on generated vaults: nothing that a user wrote is lost, a split takes a merge back, later imports obey. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepApart, renameApp } from '../../src/plan/decide-apps';
import { mergeApps } from '../../src/plan/merge-apps';
import { splitApp } from '../../src/plan/split-app';
import { listApps } from '../../src/import-notices';
import { DEFAULT_SETTINGS as SETTINGS } from '../../src/settings';
import { infringementText, takedownText, type MadeRow } from '../support/made-notices-text';
import { appNotes, apply, HOST, importTexts, readAppNote } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { noteOfRows, recordsOf } from '../support/vault-apps';
import { brokenLinks } from '../support/vault-links';

const SEED = 20210205;
const DATES = ['2021-01-22', '2021-02-05', '2021-03-12'];

const row: fc.Arbitrary<MadeRow> = fc.record({
  name: fc.constantFrom('青柠', '青柠天气', '晴空天气', '山雨', '山雨地图', 'A_B', '木鱼（原石鱼）'),
  developer: fc.constantFrom('杭州青柠科技有限公司', '北京青柠科技有限公司', '北京山雨网络有限公司', '陈小青', null),
  source: fc.constantFrom('应用宝', '豌豆荚'),
  version: fc.constantFrom('1.0.0', '2.3.4', null),
});
const rows = fc.array(row, { minLength: 2, maxLength: 4 });
const notices = fc.tuple(rows, rows, rows).map(([a, b, down]) => [infringementText(10, DATES[0] ?? '', a), infringementText(11, DATES[1] ?? '', b), takedownText(DATES[2] ?? '', DATES[0] ?? '', a.length, down)]);
const nextNotice = rows.map((each) => infringementText(13, '2021-04-02', each));

/** What users write: prose, code that is never closed, callouts, tables, rules, comments, other line ends. */
const ownText = fc.array(fc.constantFrom('一句话。\n', '两行，\n没有空行\n', '\n', '```js\nlet a\n', '~~~\n', '> [!note] 我的\n> 内容\n\n', '| a | b |\n| - | - |\n| 1 | 2 |\n', '---\n', '%% 批注 %%\n', '## 笔记\n', '- [ ] 待办\n', '\r\n', '#标签 [[别处]]\n', '^块\n'), { maxLength: 6 }).map((parts) => parts.join(''));
const above = fc.constantFrom('', '前言。\n\n', '> 引文\n\n');
const properties = fc.constantFrom('', '评级: A # 暂定\n', '关注: true\n', '上级:\n  - "[[别处]]"\n', 'tags: [甲, 乙]\n');
const writing = fc.record({ above, own: ownText, properties });
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never;

function write(vault: MemoryVault, path: string, { above: text, own, properties: lines }: Writing): void {
  const note = vault.files.get(path) ?? '';
  vault.files.set(path, note.replace('通报类型:', () => `${lines}通报类型:`).replace('> [!abstract]+ 通报记录', () => `${text}> [!abstract]+ 通报记录`).replace('## 笔记\n\n', () => `## 笔记\n\n${own}`));
}

async function madeVault(texts: readonly string[], writings: readonly Writing[]): Promise<{ readonly vault: MemoryVault; readonly paths: readonly string[] }> {
  const vault = memoryVault({ '别处.md': '别处\n' });
  await importTexts(vault, texts);
  const paths = [...appNotes(vault).keys()];
  paths.forEach((path, i) => {
    const one = writings[i % writings.length];
    if (one !== undefined) write(vault, path, one);
  });
  return { vault, paths };
}

async function keysOf(vault: MemoryVault, path: string): Promise<readonly string[]> {
  return (await listApps(vault, SETTINGS)).find((app) => app.path === path)?.listings.map(({ key }) => key) ?? [];
}

/** A note without what a split adds on purpose, properties in one order. */
function readBack(vault: MemoryVault, path: string): unknown {
  const { properties: values, record, own } = readAppNote(vault.files.get(path) ?? '');
  return { record, own, properties: Object.fromEntries(Object.entries(values).filter(([name]) => name !== '不同于').sort(([a], [b]) => (a < b ? -1 : 1))) };
}

describe('a split of what was merged', () => {
  it('gives both notes back, each user\'s text where it was', async () => {
    await fc.assert(
      fc.asyncProperty(notices, fc.array(writing, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), async (texts, writings, i, k) => {
        const { vault, paths } = await madeVault(texts, writings);
        const [a = '', b = ''] = [paths[i % paths.length], paths[k % paths.length]];
        fc.pre(a !== b);
        const before = [...paths].map((path) => readBack(vault, path));
        const others = [...vault.files].filter(([path]) => !paths.includes(path));
        const keys = await keysOf(vault, b);
        await apply(vault, await mergeApps(a, b, vault, SETTINGS));
        expect(brokenLinks(vault.files)).toEqual([]);
        await apply(vault, await splitApp(a, keys, vault, HOST, SETTINGS));
        expect(paths.map((path) => readBack(vault, path))).toEqual(before);
        expect([...vault.files].filter(([path]) => !paths.includes(path))).toEqual(others);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('gives notes back that were merged one into the other', async () => {
    await fc.assert(
      fc.asyncProperty(notices, fc.array(writing, { minLength: 3, maxLength: 3 }), fc.nat(), async (texts, writings, turn) => {
        const { vault, paths } = await madeVault(texts, writings);
        fc.pre(paths.length >= 3);
        const [a = '', b = '', c = ''] = [0, 1, 2].map((n) => paths[(n + turn) % paths.length]);
        const before = paths.map((path) => readBack(vault, path));
        const [ofB, ofC] = [await keysOf(vault, b), await keysOf(vault, c)];
        await apply(vault, await mergeApps(b, c, vault, SETTINGS));
        await apply(vault, await mergeApps(a, b, vault, SETTINGS));
        await apply(vault, await splitApp(a, [...ofB, ...ofC], vault, HOST, SETTINGS));
        await apply(vault, await splitApp(b, ofC, vault, HOST, SETTINGS));
        expect(paths.map((path) => readBack(vault, path))).toEqual(before);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

type Step = { readonly kind: 'merge' | 'apart'; readonly a: number; readonly b: number } | { readonly kind: 'split'; readonly a: number; readonly rows: number } | { readonly kind: 'rename'; readonly a: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('merge' as const, 'apart' as const), a: fc.nat(), b: fc.nat() }),
  fc.record({ kind: fc.constant('split' as const), a: fc.nat(), rows: fc.nat() }),
  fc.record({ kind: fc.constant('rename' as const), a: fc.nat() }),
);

async function take(one: Step, vault: MemoryVault): Promise<void> {
  const paths = [...appNotes(vault).keys()].sort();
  const a = paths[one.a % paths.length] ?? '';
  const b = 'b' in one ? (paths[one.b % paths.length] ?? '') : '';
  if (one.kind === 'merge') await apply(vault, await mergeApps(a, b, vault, SETTINGS));
  if (one.kind === 'apart') await apply(vault, await keepApart(a, b, vault, SETTINGS));
  if (one.kind === 'rename') await apply(vault, await renameApp(a, `改名${one.a % 7}`, vault, SETTINGS));
  if (one.kind === 'split') {
    const keys = await keysOf(vault, a);
    await apply(vault, await splitApp(a, keys.filter((_, i) => ((one.rows >> i) & 1) === 1), vault, HOST, SETTINGS));
  }
}

describe('decisions', () => {
  it('are obeyed by later imports, lose no word, and leave every link leading somewhere', async () => {
    await fc.assert(
      fc.asyncProperty(notices, nextNotice, fc.array(step, { minLength: 1, maxLength: 5 }), async (texts, next, steps) => {
        const words = ['甲的第一句话', '乙的第二句话', '丙的第三句话'];
        const { vault } = await madeVault(texts, words.map((own) => ({ above: '', own: `${own}\n`, properties: '' })));
        const written = [...vault.files.values()].join('\n').match(/[甲乙丙]的第.句话/g)?.sort();
        const allRows = recordsOf(vault).flatMap((record) => record.split('\n')).sort();
        for (const one of steps) await take(one, vault);
        expect([...vault.files.values()].join('\n').match(/[甲乙丙]的第.句话/g)?.sort()).toEqual(written);
        expect(recordsOf(vault).flatMap((record) => record.split('\n')).sort()).toEqual(allRows);
        expect(brokenLinks(vault.files)).toEqual([]);
        const decided = noteOfRows(vault);
        const again = await importTexts(vault, texts);
        expect(again.plan.changes).toEqual([]);
        await importTexts(vault, [next]);
        const later = noteOfRows(vault);
        expect(new Map([...later].filter(([key]) => decided.has(key)))).toEqual(decided);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
