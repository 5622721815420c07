/** The folder on disk and the vault in memory, which the other tests rely on, answer alike. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openNodeVault } from '../../cli/node-vault';
import type { VaultPort } from '../../src/plan/vault-port';
import { memoryVault } from '../support/memory-vault';
import { filesIn, scratchFolder } from '../support/scratch-folder';

interface Step {
  readonly action: 'create' | 'replace' | 'trash' | 'read';
  readonly path: string;
  readonly before: string;
  readonly text: string;
}

const PATHS = ['通报/应用/QQ.md', '通报/应用/qq.md', '通报/应用/甲.md', '通报/甲.md', '甲.md', '通报/应用', '甲.md/乙.md'];

const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({
  action: fc.constantFrom('create', 'replace', 'trash', 'read'),
  path: fc.constantFrom(...PATHS),
  before: fc.constantFrom('一\n', '二\r\n'),
  text: fc.constantFrom('一\n', '二\r\n', ''),
}), { maxLength: 14 });

/** What a caller sees of one step: a value, or that it failed, and whether because the file is already there. */
async function take({ action, path, before, text }: Step, vault: VaultPort): Promise<string> {
  try {
    if (action === 'create') await vault.create(path, text);
    else if (action === 'replace') return String(await vault.replace(path, before, text));
    else if (action === 'trash') await vault.trash(path);
    else return await vault.read(path);
    return 'done';
  } catch (error) {
    return error instanceof Error && error.message === 'File already exists.' ? 'already there' : 'failed';
  }
}

it('answers alike on disk and in memory, whatever is asked in whatever order', async () => {
  await fc.assert(fc.asyncProperty(steps, async (taken) => {
    const folder = scratchFolder();
    const disk = openNodeVault(folder);
    const memory = memoryVault();
    // A note in memory is known by its exact path; on disk, as in the app on most systems, another case finds it too.
    const fair = taken.filter(({ action, path }) => action === 'create' || path !== '通报/应用/qq.md');
    for (const step of fair) {
      const known = memory.files.has(step.path) || ![...memory.files.keys()].some((path) => path.toLowerCase() === step.path.toLowerCase());
      if (step.action !== 'create' && !known) continue;
      expect({ step, answer: await take(step, disk) }).toEqual({ step, answer: await take(step, memory) });
    }
    const left = Object.entries(filesIn(folder)).filter(([path]) => !path.startsWith('.trash/'));
    expect(Object.fromEntries(left)).toEqual(Object.fromEntries(memory.files));
    expect(await disk.listPaths()).toEqual([...await memory.listPaths()].sort());
  }), { seed: 20200914, numRuns: 600 });
});
