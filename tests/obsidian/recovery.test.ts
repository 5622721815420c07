/** Faults of the disk at every write of a plan, on Obsidian's vault and Obsidian's journal: afterwards all of it is there, or nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createJournalFolder } from '../../src/obsidian/journal-folder';
import { createObsidianVault } from '../../src/obsidian/vault-adapter';
import { VaultWork } from '../../src/obsidian/vault-work';
import { EMPTY_PLAN, type Plan } from '../../src/plan/plan';
import { App } from '../support/obsidian-host';
import type { DiskFault } from '../support/obsidian-host/disk';
import { installNodeDom } from '../support/obsidian-host/node-dom';

const BEFORE = { '通报/索引.md': '# 索引\n\n我的话。\n', '旧/应用.md': '旧的记录，和我的话。\n', '日记.md': '今天。\n' };
const PLAN: Plan = {
  ...EMPTY_PLAN,
  changes: [
    { kind: 'create-binary', path: '通报/附件/名单.bin', bytes: Uint8Array.from({ length: 40 }, (_, i) => i * 6) },
    { kind: 'create', path: '通报/侵害通报/一.md', text: '第一份通报。\n' },
    { kind: 'update', path: '通报/索引.md', before: BEFORE['通报/索引.md'], after: '# 索引\n\n我的话。\n\n- 一\n- 二\n' },
    { kind: 'create', path: '通报/侵害通报/二.md', text: '第二份通报。\n' },
    { kind: 'trash', path: '旧/应用.md', before: BEFORE['旧/应用.md'] },
  ],
};

beforeAll(() => {
  installNodeDom();
});

/** Nothing of what is done here changes them. */
const NO_SETTINGS = { read: () => Promise.resolve(null), write: () => Promise.reject(new Error('no settings here')) };

function workIn(app: App): VaultWork {
  return new VaultWork(createObsidianVault(app.asApp(), () => undefined), createJournalFolder(app.asApp(), '.obsidian/plugins/regulatory-notices'), NO_SETTINGS, () => Promise.resolve());
}

function filesOf({ vault }: App): Record<string, string> {
  return Object.fromEntries(vault.getFiles().map(({ path }): [string, string] => [path, vault.peek(path) ?? '']).sort());
}

function newApp(): App {
  const app = new App();
  for (const [path, text] of Object.entries(BEFORE)) app.vault.put(path, text);
  return app;
}

const apply = (app: App) => workIn(app).carryOut('import')(PLAN, () => undefined, () => false);

/** Applies the plan on a disk that fails; says whether the apply came to its end. */
async function applyWith(app: App, fault: DiskFault): Promise<boolean> {
  app.vault.disk.break(fault);
  return Promise.race([apply(app).then(() => true), app.vault.disk.killed.then(() => false)]);
}

async function complete(): Promise<Record<string, string>> {
  const app = newApp();
  await apply(app);
  return filesOf(app);
}

describe('a plan whose writes are cut off', () => {
  it.each(['killed', 'torn'] as const)('is finished or rolled back at the next start, wherever the app was %s', async (kind) => {
    const whole = await complete();
    let faults = 0;
    for (let after = 0; ; after += 1) {
      const app = newApp();
      const ended = await applyWith(app, { kind, after });
      for (const way of ['finish', 'rollBack'] as const) {
        const again = App.again(app);
        const work = workIn(again);
        const unfinished = await work.findUnfinished();
        if (unfinished !== null) await work[way](unfinished)(() => undefined, () => false);
        const found = filesOf(again);
        if (ended) expect(found).toEqual(whole);
        else if (unfinished === null) expect([BEFORE, whole]).toContainEqual(found);
        else expect(found, `${way} after ${after} writes`).toEqual(way === 'finish' ? whole : BEFORE);
        expect(await work.findUnfinished()).toBeNull();
        faults += 1;
      }
      if (ended) break;
    }
    console.info(`plan of ${PLAN.changes.length} files in Obsidian's vault, app ${kind}: ${faults} recoveries`);
    expect(faults).toBeGreaterThan(20);
  });

  it('leaves everything as it was where the disk is full, and is done when there is room', async () => {
    const whole = await complete();
    let faults = 0;
    for (let after = 0; ; after += 1) {
      const app = newApp();
      app.vault.disk.break({ kind: 'full', after });
      const result = await apply(app);
      expect(result.interrupted, `after ${after} writes`).toBe(false);
      if (result.rolledBack === true) {
        expect(filesOf(app)).toEqual(BEFORE);
        expect(app.vault.getFolderByPath('通报/附件')).toBeNull();
        app.vault.disk.break(null);
        await apply(app);
        faults += 1;
      }
      // Where there was no room for the journal's last word, all is there, and nobody is asked at the next start.
      app.vault.disk.break(null);
      expect(filesOf(app)).toEqual(whole);
      expect(await workIn(App.again(app)).findUnfinished()).toBeNull();
      if (result.takeBack !== undefined) break;
    }
    console.info(`plan of ${PLAN.changes.length} files in Obsidian's vault, disk full: ${faults} faults`);
    expect(faults).toBeGreaterThan(8);
  });
});
