/** Notes of the program whose front matter a person broke: no second note is made beside them, and they stay as they are. */
import { describe, expect, it } from 'vitest';
import { infringementText } from '../support/made-notices-text';
import { APPS, importTexts } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';

const FIRST = infringementText(12, '2021-04-02', [{ name: '云记', developer: '甲公司', source: '应用宝', version: '1.0' }]);
const SECOND = infringementText(13, '2021-05-07', [{ name: '云记', developer: '甲公司', source: '应用宝', version: '1.1' }]);

async function vaultWith(path: RegExp, change: (text: string) => string): Promise<{ vault: MemoryVault; path: string; text: string }> {
  const vault = memoryVault();
  await importTexts(vault, [FIRST]);
  const [found, text] = [...vault.files].find(([one]) => path.test(one)) ?? ['', ''];
  vault.files.set(found, change(text));
  return { vault, path: found, text: change(text) };
}

const BROKEN: readonly (readonly [string, (text: string) => string])[] = [
  ['holds a quote that is not closed', (text) => text.replace(/^title: .*$/m, 'title: "云')],
  ['is gone', (text) => text.replace(/^---\n[\s\S]*?\n---\n/, '')],
];

describe.each(BROKEN)('a note whose front matter %s', (_, change) => {
  it('of a notice is the note of that notice still', async () => {
    const { vault, path, text } = await vaultWith(/总第12批/, change);
    const paths = [...vault.files.keys()];
    const report = await importTexts(vault, [FIRST]);
    expect([...vault.files.keys()]).toEqual(paths);
    expect(vault.files.get(path)).toBe(text);
    expect([...report.plan.diagnostics.map(({ file }) => file), ...report.plan.conflicts.map((conflict) => conflict.path)]).toContain(path);
  });

  it('of an app is the note of that app still, when it is listed again', async () => {
    const { vault, path, text } = await vaultWith(/应用\/云记/, change);
    const report = await importTexts(vault, [FIRST, SECOND]);
    expect([...vault.files.keys()].filter((one) => one.startsWith(APPS))).toEqual([path]);
    expect(vault.files.get(path)).toBe(text);
    expect(report.plan.diagnostics.map(({ file }) => file)).toContain(path);
    expect([...vault.files].find(([one]) => one.includes('总第13批'))?.[1]).toContain('[[通报/应用/云记\\|云记]]');
  });
});
