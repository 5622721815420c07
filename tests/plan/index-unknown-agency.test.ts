/** Notices that people copied without saying whose they are: the lists that lead to them take them as their own. */
import { expect, it } from 'vitest';
import { planIndex } from '../../src/import-notices';
import { applyPlan } from '../../src/plan/apply-plan';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { memoryVault } from '../support/memory-vault';

const INDEX = '抄录/目录.md';
const title = (total: number): string => `丙通报（2021年第${total - 9}批，总第${total}批）`;
const link = (total: number): string => `- [${title(total)}](${title(total)}.md)`;
const note = (total: number, series: string): string => `---\ntitle: "${title(total)}"\n通报类型: 侵害通报\n通报序列: ${series}\n发布日期: 2021-0${total - 9}-10\n总批次: ${total}\n---\n`;
const takedown = (month: string): string => `---\ntitle: 下架丁的通报\n通报类型: 下架通报\n通报序列: unknown-takedown\n发布日期: 2021-${month}-05\n---\n`;

const NOTES = {
  [`抄录/${title(10)}.md`]: note(10, 'unknown-infringement'),
  [`抄录/${title(11)}.md`]: note(11, 'miit-infringement'),
  [`抄录/${title(12)}.md`]: note(12, 'unknown-infringement'),
  [`抄录/${title(13)}.md`]: note(13, 'unknown-infringement'),
  '抄录/2021_01_下架丁的通报.md': takedown('01'),
  '抄录/2021_03_下架丁的通报.md': takedown('03'),
};
const page = (...totals: readonly number[]): string => `## 侵害通报\n\n${totals.map(link).join('\n')}\n\n## 下架通报\n\n- 2021-01 [下架丁的通报](2021_01_下架丁的通报.md)\n- 2021-03 [下架丁的通报](2021_03_下架丁的通报.md)\n`;

async function indexed(text: string): Promise<{ text: string | undefined; codes: readonly string[] }> {
  const vault = memoryVault({ ...NOTES, [INDEX]: text });
  const plan = await planIndex(vault, { ...DEFAULT_SETTINGS, indexNote: INDEX });
  await applyPlan(plan, vault);
  return { text: vault.files.get(INDEX), codes: plan.diagnostics.map(({ code }) => code) };
}

it('leaves a complete list of notices without an agency as it is', async () => {
  expect(await indexed(page(10, 11, 12, 13))).toEqual({ text: page(10, 11, 12, 13), codes: [] });
});

it('puts a shuffled list in order by batch, and what is missing at its place, whether or not its agency is known', async () => {
  expect(await indexed(page(13, 10, 12))).toEqual({ text: page(10, 11, 12, 13), codes: [] });
  expect(await indexed(page(11, 10, 13))).toEqual({ text: page(10, 11, 12, 13), codes: [] });
});

it('knows them by the names of their notes, too', async () => {
  const short = (...totals: readonly number[]): string => page(...totals).replace(/\]\(丙[^\n]*/g, ']]').replace(/- \[丙/g, '- [[丙');
  expect(short(10)).toContain(`- [[${title(10)}]]\n`);
  expect(await indexed(short(10, 12, 13))).toEqual({ text: short(10, 11, 12, 13), codes: [] });
});

it('keeps them apart from a list that leads to none of them', async () => {
  const text = (await indexed(`## 侵害通报\n\n${link(11)}\n`)).text ?? '';
  expect(text.startsWith(`## 侵害通报\n\n${link(11)}\n\n> [!abstract]+ `)).toBe(true);
  expect(text.match(/发文机关不详/g)).toHaveLength(2);
});
