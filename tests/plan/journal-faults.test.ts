/**
 * Every write of an import goes wrong in every way: afterwards the vault is as before or complete, never between.
 * A write is one of a note, of the journal, of the settings, or the flush at the end.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { planImport } from '../../src/import-notices';
import { applyWithJournal, type JournaledResult } from '../../src/plan/apply-with-journal';
import { EMPTY_PLAN, type Plan } from '../../src/plan/plan';
import { findInterrupted, finishInterrupted, rollBackInterrupted } from '../../src/plan/recover';
import { lastApply, undoLast } from '../../src/plan/undo-last';
import { DEFAULT_SETTINGS, ENGLISH_PROPERTY_NAMES, readSettings, type Settings } from '../../src/settings';
import { faultyHost, KILLS, REFUSALS, type Disk, type FaultyHost, type FaultKind } from '../support/faulty-host';
import { appNotes, HOST, importTexts, writeOwnText } from '../support/made-vault';
import { infringementText } from '../support/made-notices-text';
import { memoryVault } from '../support/memory-vault';

const OPTIONS = { action: 'import', startedAt: '2026-03-01T08:00:00Z' } as const;
const NAMES = ['青禾相册', '山雀听书', '鹭岛导航', '灰鹤天气', '白桦记账', '云杉日历'];
const NOTICES = Array.from({ length: 10 }, (_, i) =>
  infringementText(10 + i, `2021-${String(i + 1).padStart(2, '0')}-15`, [0, 1, 2].map((k) => {
    const name = NAMES[(i + k) % NAMES.length] ?? '';
    return { name, developer: `杭州${name}科技有限公司`, source: '应用宝', version: `${i}.${k}` };
  })));

interface Case {
  readonly before: Disk;
  readonly plan: Plan;
  /** Settings that change with the files. */
  readonly settings?: { readonly before: Settings; readonly after: Settings };
}

let faults = 0;
afterAll(() => {
  console.log(`faults tried, each followed by recovery: ${faults}`);
});

function diskOf(vault: { readonly files: ReadonlyMap<string, string> }): Disk {
  return { files: new Map(vault.files), binaries: new Map(), trashed: new Map(), journal: new Map(), settings: null };
}

async function planOf(disk: Disk): Promise<Plan> {
  const sources = NOTICES.map((text, i) => ({ fileName: `${i}.md`, bytes: new TextEncoder().encode(text) }));
  return (await planImport(sources, memoryVault(Object.fromEntries(disk.files)), HOST, DEFAULT_SETTINGS)).plan;
}

async function emptyVault(): Promise<Case> {
  const before = diskOf(memoryVault());
  return { before, plan: await planOf(before) };
}

/** Four of the notices are there, with what the user wrote in the notes and on the index page. */
async function usedVault(): Promise<Case> {
  const vault = memoryVault({ '日记.md': '见 [[青禾相册]]\r\n', '空.md': '' });
  await importTexts(vault, NOTICES.slice(2, 6));
  for (const path of appNotes(vault).keys()) writeOwnText(vault, path, '我的笔记，不能丢。\n\n');
  const index = DEFAULT_SETTINGS.indexNote;
  vault.files.set(index, `${vault.files.get(index) ?? ''}\n附言：我写的。\n`);
  const before = diskOf(vault);
  return { before, plan: await planOf(before) };
}

/** Every kind of change. The text of a note that is updated begins with what it held before. */
function everyKind(): Promise<Case> {
  const files = { '甲.md': '甲\n', '乙.md': '乙\n', '丙/丁.md': '丁\n', '旁.md': '旁\n' };
  const before: Disk = { files: new Map(Object.entries(files)), binaries: new Map(), trashed: new Map([['旧.md', '旧\n']]), journal: new Map(), settings: null };
  const plan: Plan = { ...EMPTY_PLAN, changes: [
    { kind: 'create-binary', path: '附件/原文.pdf', bytes: Uint8Array.from({ length: 64 }, (_, i) => (i * 37) % 256) },
    { kind: 'create', path: '新.md', text: '新的一篇\n' },
    { kind: 'update', path: '甲.md', before: '甲\n', after: '甲\n后来\n' },
    { kind: 'update', path: '丙/丁.md', before: '丁\n', after: '丁见[[乙]]\n' },
    { kind: 'move', path: '丙/丁.md', to: '戊/丁.md' },
    { kind: 'move', path: '旁.md', to: '丙/丁.md' },
    { kind: 'trash', path: '乙.md', before: '乙\n' },
  ] };
  return Promise.resolve({ before, plan });
}

/** Every kind of change, and the settings with them; the user's file of settings has a key that is none of ours, and its own layout. */
async function withSettings(): Promise<Case> {
  const { before, plan } = await everyKind();
  const settings = '{ "linkStyle": "markdown",\n "later": [1], "folders": {"apps": "我的应用"} }\n';
  const own = readSettings(JSON.parse(settings));
  return { before: { ...before, settings }, plan, settings: { before: own, after: { ...own, linkStyle: 'wiki', propertyNames: ENGLISH_PROPERTY_NAMES, folders: { ...own.folders, news: '新闻' } } } };
}

/** No file changes, and no settings were saved before. */
function settingsAlone(): Promise<Case> {
  const after = { ...DEFAULT_SETTINGS, indexNote: '目录.md', folders: { ...DEFAULT_SETTINGS.folders, infringement: '档案/侵害' } };
  return Promise.resolve({ before: diskOf(memoryVault({ '甲.md': '甲\n' })), plan: EMPTY_PLAN, settings: { before: DEFAULT_SETTINGS, after } });
}

const CASES: readonly (readonly [string, () => Promise<Case>])[] = [['an empty vault', emptyVault], ['a vault with notes and words of the user', usedVault], ['a plan with every kind of change', everyKind], ['a vault whose settings change with the files', withSettings], ['a vault of which only the settings change', settingsAlone]];

/** Notes, other files, trash and settings; the journal is not the user's. */
function contentOf({ files, binaries, trashed, settings }: Disk): unknown {
  const sorted = (map: ReadonlyMap<string, unknown>): unknown => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return [sorted(files), sorted(binaries), sorted(trashed), settings];
}

const apply = ({ vault, journal, settings: store }: FaultyHost, { plan, settings }: Case): Promise<JournaledResult> =>
  applyWithJournal(plan, vault, journal, { ...OPTIONS, ...(settings === undefined ? {} : { settings: { ...settings, store } }) });

async function completeOf(one: Case): Promise<{ readonly complete: Disk; readonly writes: number }> {
  const host = faultyHost(one.before);
  expect(await apply(host, one)).toMatchObject({ failed: [], notDone: [], rolledBack: false, interrupted: false });
  return { complete: host.disk(), writes: host.writes() };
}

/** The program starts again on what is on the disk, and nothing goes wrong any more. Says whether anything was unfinished. */
async function recover(disk: Disk, way: typeof finishInterrupted): Promise<{ readonly disk: Disk; readonly found: boolean }> {
  const host = faultyHost(disk);
  const interrupted = await findInterrupted(host.journal);
  if (interrupted !== null) expect(await way(interrupted, host.vault, host.journal, { settings: host.settings })).toMatchObject({ failed: [], notDone: [], interrupted: false });
  expect(await findInterrupted(host.journal)).toBeNull();
  return { disk: host.disk(), found: interrupted !== null };
}

describe.each(CASES)('an import into %s', (_, make) => {
  it('is finished or rolled back wherever the process was killed', async () => {
    const one = await make();
    const { complete, writes } = await completeOf(one);
    for (const kind of KILLS) {
      for (let at = 1; at <= writes; at += 1) {
        faults += 1;
        const host = faultyHost(one.before, { kind, at });
        await apply(host, one);
        const finished = await recover(host.disk(), finishInterrupted);
        const rolled = await recover(host.disk(), rollBackInterrupted);
        const wasClosed = (await lastApply(faultyHost(host.disk()).journal)) !== null && !rolled.found;
        const where = `${kind} ${at}`;
        expect([where, contentOf(rolled.disk)]).toEqual([where, contentOf(wasClosed ? complete : one.before)]);
        expect([where, contentOf(finished.disk)]).toEqual([where, contentOf(finished.found || wasClosed ? complete : one.before)]);
      }
    }
  });

  it('is taken back where the disk refuses, and goes through once it does not', async () => {
    const one = await make();
    const { complete, writes } = await completeOf(one);
    for (const kind of REFUSALS) {
      for (let at = 1; at <= writes; at += 1) {
        faults += 1;
        const host = faultyHost(one.before, { kind, at });
        const result = await apply(host, one);
        const where = `${kind} ${at}`;
        const after = host.disk();
        if (result.interrupted) {
          const rolled = await recover(after, rollBackInterrupted);
          const finished = await recover(after, finishInterrupted);
          expect([where, rolled.found, contentOf(rolled.disk)]).toEqual([where, true, contentOf(one.before)]);
          expect([where, contentOf(finished.disk)]).toEqual([where, contentOf(complete)]);
        } else {
          expect([where, contentOf(after)]).toEqual([where, contentOf(result.rolledBack ? one.before : complete)]);
          expect([where, result.failed.length > 0]).toEqual([where, result.rolledBack]);
          const again = faultyHost(after);
          if (result.rolledBack) expect(await apply(again, one)).toMatchObject({ failed: [], rolledBack: false, interrupted: false });
          expect([where, contentOf(again.disk())]).toEqual([where, contentOf(complete)]);
        }
      }
    }
  });

  it('is whole in the end where the recovery was killed too, and where the undo was', async () => {
    const one = await make();
    const { complete, writes } = await completeOf(one);
    const random = numbers(writes);
    const pick = <T>(list: readonly T[]): T => list[random() % list.length]!;
    for (let run = 0; run < 300; run += 1) {
      faults += 2;
      const first = faultyHost(one.before, { kind: pick(KILLS), at: 1 + (random() % (writes - 2)) });
      await apply(first, one);
      const isUndo = run % 3 === 0;
      const second = faultyHost(isUndo ? complete : first.disk(), { kind: pick<FaultKind>([...KILLS, ...REFUSALS]), at: 1 + (random() % writes) });
      const interrupted = await findInterrupted(second.journal).catch(() => null);
      if (isUndo) await undoLast(second.vault, second.journal, { settings: second.settings });
      else if (interrupted !== null) await pick([finishInterrupted, rollBackInterrupted])(interrupted, second.vault, second.journal, { settings: second.settings });
      const { disk } = await recover(second.disk(), pick([finishInterrupted, rollBackInterrupted]));
      const content = JSON.stringify(contentOf(disk));
      expect([run, [JSON.stringify(contentOf(one.before)), JSON.stringify(contentOf(complete))].includes(content)]).toEqual([run, true]);
    }
  });
});

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
}
