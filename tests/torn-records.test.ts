/** Records that the user wrote a line into: what was counted from them does not shrink, for no row of them is gone. */
import { describe, expect, it } from 'vitest';
import { readProperties } from '../src/notes/properties';
import { applyPlan } from '../src/plan/apply-plan';
import { planAdoption } from '../src/plan/plan-adoption';
import { DEFAULT_SETTINGS } from '../src/settings';
import { HOST, importTexts } from './support/made-vault';
import { memoryVault, type MemoryVault } from './support/memory-vault';
import { noticeOf } from './support/sample-notice';

const LOOK = { name: '晨光看看', developer: '上海晨光信息科技有限公司' };
const TENTH = noticeOf(10, '2021-01-22', [LOOK]);
const ELEVENTH = noticeOf(11, '2021-02-05', [LOOK]);
const TWELFTH = noticeOf(12, '2021-03-12', [LOOK]);
const PATH = '通报/应用/晨光看看.md';

/** An app of one imported notice and of two that are kept by hand. */
async function madeVault(): Promise<MemoryVault> {
  const vault = memoryVault();
  await importTexts(vault, [TENTH]);
  vault.files.set('档案/第11批.md', ELEVENTH).set('档案/第12批.md', TWELFTH);
  await adopt(vault);
  expect(figures(vault)).toEqual({ 通报次数: 3, 首次通报: '2021-01-22', 最近通报: '2021-03-12' });
  return vault;
}

async function adopt(vault: MemoryVault): Promise<Awaited<ReturnType<typeof planAdoption>>> {
  const report = await planAdoption('', vault, HOST, DEFAULT_SETTINGS);
  expect((await applyPlan(report.plan, vault)).failed).toEqual([]);
  return report;
}

function figures(vault: MemoryVault): unknown {
  const { 通报次数, 首次通报, 最近通报 } = readProperties(vault.files.get(PATH) ?? '') ?? {};
  return { 通报次数, 首次通报, 最近通报 };
}

describe.each([['under its headings', /^(> \| 日期 .*)$/m], ['after its first row', /^(> \| 2021-01-22 .*)$/m]])('a line of the user %s', (_, row) => {
  it('leaves the figures of the app as they are, at adoptions and imports, and is reported', async () => {
    const vault = await madeVault();
    vault.files.set(PATH, (vault.files.get(PATH) ?? '').replace(row, '$1\n  我写的'));
    const torn = vault.files.get(PATH);
    expect(torn).toContain('\n  我写的\n');
    expect((await adopt(vault)).plan.conflicts.map(({ path, part }) => [path, part])).toEqual([[PATH, 'rn-record']]);
    expect(vault.files.get(PATH)).toBe(torn);
    await importTexts(vault, [TENTH, TWELFTH]);
    expect(vault.files.get(PATH)).toBe(torn);
  });
});

it('figures follow again once the user takes his line out', async () => {
  const vault = await madeVault();
  const whole = vault.files.get(PATH) ?? '';
  vault.files.set(PATH, whole.replace(/^(> \| 2021-01-22 .*)$/m, '$1\n  我写的'));
  const fourth = noticeOf(13, '2021-04-12', [LOOK]);
  await importTexts(vault, [fourth]);
  expect(figures(vault)).toEqual({ 通报次数: 3, 首次通报: '2021-01-22', 最近通报: '2021-03-12' });
  vault.files.set(PATH, (vault.files.get(PATH) ?? '').replace('\n  我写的', ''));
  await importTexts(vault, [fourth]);
  expect(figures(vault)).toEqual({ 通报次数: 4, 首次通报: '2021-01-22', 最近通报: '2021-04-12' });
});
