import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/plan/apply-plan';
import { planChosenLinks, planLinks } from '../../src/plan/plan-links';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { memoryVault } from '../support/memory-vault';

const appNote = (developer: string, ...aliases: string[]): string => ['---', '通报类型: 应用', 'aliases:', ...aliases.map((one) => `  - ${one}`), '开发者:', `  - ${developer}`, '---', '', '知衣App是什么？', ''].join('\n');

function vaultWith(notes: Readonly<Record<string, string>>): ReturnType<typeof memoryVault> {
  return memoryVault({
    '通报/应用/知衣.md': appNote('杭州知衣科技有限公司', '衣橱笔记'),
    '通报/应用/知衣（广州云裳网络有限公司）.md': appNote('广州云裳网络有限公司', '知衣'),
    '通报/应用/青禾优相.md': appNote('杭州青禾软件有限公司'),
    ...notes,
  });
}

describe('planning links', () => {
  it('links names and aliases in the notes that it is given, and nothing the second time', async () => {
    const vault = vaultWith({ '新闻/一.md': '《青禾优相》App和《衣橱笔记》App被下架。\r\n', '新闻/二.md': '《青禾优相》App\n' });
    const { plan } = await planLinks(['新闻/一.md'], vault, DEFAULT_SETTINGS);
    await applyPlan(plan, vault);
    expect(vault.files.get('新闻/一.md')).toBe('《[[通报/应用/青禾优相|青禾优相]]》App和《[[通报/应用/知衣|衣橱笔记]]》App被下架。\r\n');
    expect(vault.files.get('新闻/二.md')).toBe('《青禾优相》App\n');
    expect((await planLinks(['新闻/一.md'], vault, DEFAULT_SETTINGS)).plan).toEqual({ changes: [], kept: [{ path: '新闻/一.md', reason: 'unchanged' }], conflicts: [], diagnostics: [] });
  });

  it('leaves homonyms to the user and makes the app that was chosen', async () => {
    const text = '《知衣》App和《青禾优相》App被下架。';
    const vault = vaultWith({ '笔记.md': text });
    const { plan, notes } = await planLinks(['笔记.md'], vault, DEFAULT_SETTINGS);
    expect(plan.changes).toEqual([{ kind: 'update', path: '笔记.md', before: text, after: '《知衣》App和《[[通报/应用/青禾优相|青禾优相]]》App被下架。' }]);
    expect(notes[0]?.proposals.map(({ text: name, certainty }) => `${name} ${certainty}`)).toEqual(['知衣 ask', '青禾优相 sure']);
    const other = '通报/应用/知衣（广州云裳网络有限公司）.md';
    const chosen = planChosenLinks(notes, ({ candidates }) => candidates.some(({ path }) => path === other) && other);
    expect(chosen.changes).toMatchObject([{ after: '《[[通报/应用/知衣（广州云裳网络有限公司）|知衣]]》App和《青禾优相》App被下架。' }]);
  });

  it('says which note is missing and goes on', async () => {
    const vault = vaultWith({ '笔记.md': '《青禾优相》App' });
    const { plan } = await planLinks(['没有.md', '笔记.md'], vault, DEFAULT_SETTINGS);
    expect(plan.diagnostics).toMatchObject([{ code: 'no-such-note', file: '没有.md' }]);
    expect(plan.changes).toHaveLength(1);
  });
});
