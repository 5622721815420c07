/** The panes: an overview and a check that the user opens, looks through, and opens notes from. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import RegulatoryNoticesPlugin from '../../src/main';
import { planImport } from '../../src/import-notices';
import { demoNotices } from '../../src/obsidian/demo-notices';
import { applyPlan } from '../../src/plan/apply-plan';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { App } from '../support/obsidian-host';
import { enablePlugin, runCommand } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { memoryVault } from '../support/memory-vault';
import { parseHtml } from '../support/parse-html';
import { MANIFEST } from '../support/plugin-manifest';
import { waitFor } from '../support/wait-for';

/** A notice that leaves nothing to be said. */
const WHOLE = ['---', 'title: 关于侵害用户权益行为APP的通报', 'date: 2023-04-07', '---', '', '我局抽查应用，其中1款未完成整改。', '', '浙江省通信管理局', '2023年4月7日', '', '| 序号 | 应用名称 | 应用开发者 | 所涉问题 |', '|---|---|---|---|', '| 1 | 雨燕相册 | 杭州雨燕科技有限公司 | 违规收集个人信息 |', ''].join('\n');
const CHECK = 'regulatory-notices-check';
const OVERVIEW = 'regulatory-notices-overview';

let app: App;
let demo: Readonly<Record<string, string>>;

beforeAll(async () => {
  installNodeDom();
  demo = await vaultOf(demoNotices());
});

/** The files that an import makes in an empty vault. */
async function vaultOf(sources: Parameters<typeof planImport>[0]): Promise<Readonly<Record<string, string>>> {
  const vault = memoryVault();
  await applyPlan((await planImport(sources, vault, { parseHtml }, DEFAULT_SETTINGS)).plan, vault);
  return Object.fromEntries(await Promise.all((await vault.listPaths()).map(async (path) => [path, await vault.read(path)] as const)));
}

beforeEach(() => {
  activeDocument.body.empty();
  app = new App();
});

async function start(files: Readonly<Record<string, string>> = demo): Promise<void> {
  for (const [path, text] of Object.entries(files)) app.vault.put(path, text);
  await app.metadataCache.settled();
  await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
}

const pane = (type: string): HTMLElement | undefined => app.workspace.getLeavesOfType(type)[0]?.view.containerEl;
const textOf = (type: string): string => pane(type)?.querySelector('.view-content')?.textContent ?? '';
const press = (type: string, name: string): void => [...(pane(type)?.querySelectorAll<HTMLElement>('button') ?? [])].find((each) => each.textContent === name || each.getAttribute('aria-label') === name)?.click();
const run = (command: string): boolean => runCommand(app, `regulatory-notices:${command}`);
const counts = (): Record<string, string> => Object.fromEntries([...(pane(OVERVIEW)?.querySelectorAll('dl > div') ?? [])].map((each) => [each.querySelector('dt')?.textContent ?? '', each.querySelector('dd')?.textContent ?? '']));

describe('the overview', () => {
  it('counts what the vault holds, and leads to the latest notice', async () => {
    await start();
    expect(run('open-overview')).toBe(true);
    await waitFor(() => expect(counts()).toEqual({
      'Infringement notices': '1', 'Takedown notices': '1', 'Entries listed': '5', Apps: '4', 'Named more than once': '0', 'Taken down': '1', 'Named again after a takedown': '0',
    }));
    expect([...(pane(OVERVIEW)?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([['2024', '1 · 4 entries', '1 · 1 entry']]);
    const link = pane(OVERVIEW)?.querySelector<HTMLElement>('a.internal-link');
    expect(link?.textContent).toContain('示范省关于下架');
    link?.click();
    await waitFor(() => expect(app.workspace.getActiveFile()?.path).toMatch(/^通报\/下架通报\//));
    expect(app.workspace.getLeavesOfType(OVERVIEW)).toHaveLength(1);
  });

  it('is open once, and counts anew when it is asked to', async () => {
    await start();
    run('open-overview');
    await waitFor(() => expect(counts()['Apps']).toBe('4'));
    app.vault.put('通报/应用/新来的.md', '---\n通报类型: 应用\n通报次数: 1\n---\n');
    await app.metadataCache.settled();
    expect(counts()['Apps']).toBe('4');
    press(OVERVIEW, 'Refresh');
    await waitFor(() => expect(counts()['Apps']).toBe('5'));
    run('open-overview');
    await waitFor(() => expect(counts()['Apps']).toBe('5'));
    expect(app.workspace.getLeavesOfType(OVERVIEW)).toHaveLength(1);
  });

  it('offers a beginning where there is nothing yet', async () => {
    await start({ '日记.md': '今天。\n' });
    run('open-overview');
    await waitFor(() => expect(textOf(OVERVIEW)).toContain('There are no notices in this vault yet.'));
    expect([...(pane(OVERVIEW)?.querySelectorAll('.view-content button') ?? [])].map(({ textContent }) => textContent)).toEqual(['Import notices…']);
  });

  it('comes back with the layout of the last session, once the user looks at it', async () => {
    app.workspace.addDeferredLeaf(OVERVIEW);
    await start();
    expect(textOf(OVERVIEW)).toBe('');
    run('open-overview');
    await waitFor(() => expect(counts()['Apps']).toBe('4'));
    expect(app.workspace.getLeavesOfType(OVERVIEW)).toHaveLength(1);
  });
});

describe('the check', () => {
  it('names what needs attention with the note it speaks of, and the note opens beside it', async () => {
    const index = '通报/APP侵害用户权益专项整治行动.md';
    await start({ ...demo, [index]: (demo[index] ?? '').split('\n').filter((line) => !line.includes('示范省关于下架')).join('\n') });
    run('check-vault');
    await waitFor(() => expect(textOf(CHECK)).toContain('Read: 2 notices, 5 entries, 4 apps.'));
    expect([...(pane(CHECK)?.querySelectorAll('.is-warning li') ?? [])].map(({ textContent }) => textContent)).toContain(`Notices are missing on this page or stand out of order; rebuilding the index pages puts that right.${index}`);
    [...(pane(CHECK)?.querySelectorAll<HTMLElement>('a.internal-link') ?? [])].find((each) => each.textContent === index)?.click();
    await waitFor(() => expect(app.workspace.getActiveFile()?.path).toBe(index));
    expect(textOf(CHECK)).toContain('out of order');
  });

  it('says once what holds of many notes, and names them when they are asked for', async () => {
    const own = Object.fromEntries(['甲', '乙', '丙', '丁'].map((name, i) => [`通报/侵害通报/${name}.md`, WHOLE.replace('2023-04-07', `2023-04-0${i + 1}`)]));
    await start(own);
    run('check-vault');
    await waitFor(() => expect(textOf(CHECK)).toContain('No notices have been imported or adopted yet.'));
    const fold = pane(CHECK)?.querySelector('.regulatory-notices-finding');
    expect(pane(CHECK)?.querySelectorAll('.is-warning > ul > li')).toHaveLength(1);
    expect(fold?.textContent).toMatch(/4$/);
    fold?.dispatchEvent(new (activeDocument.defaultView as unknown as { Event: typeof Event }).Event('toggle'));
    expect([...(fold?.querySelectorAll('a.internal-link') ?? [])].map(({ textContent }) => textContent).sort()).toEqual(Object.keys(own).sort());
  });

  it('says that all is well', async () => {
    await start(await vaultOf([{ fileName: '通报.md', bytes: new TextEncoder().encode(WHOLE) }]));
    run('check-vault');
    await waitFor(() => expect(textOf(CHECK)).toContain('Nothing needs your attention.'));
  });

  it('does not check by itself when the app is started with it in a tab', async () => {
    app.workspace.addDeferredLeaf(CHECK);
    await start();
    await app.workspace.revealLeaf(app.workspace.getLeavesOfType(CHECK)[0]!);
    expect(textOf(CHECK)).toBe('Check now');
    press(CHECK, 'Check now');
    await waitFor(() => expect(textOf(CHECK)).toContain('Read: 2'));
  });

  it('stops when it is asked to, and shows no half of a check', async () => {
    await start();
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const read = app.vault.read.bind(app.vault);
    vi.spyOn(app.vault, 'read').mockImplementation(async (file) => {
      await held;
      return read(file);
    });
    run('check-vault');
    await waitFor(() => expect(textOf(CHECK)).toContain('Stop'));
    press(CHECK, 'Stop');
    goOn();
    await waitFor(() => expect(textOf(CHECK)).toBe('Check now'));
  });

  it('changes no file', async () => {
    await start();
    const before = app.vault.getFiles().map(({ path }) => [path, app.vault.peek(path)]);
    run('check-vault');
    await waitFor(() => expect(textOf(CHECK)).toContain('Read: 2'));
    run('open-overview');
    await waitFor(() => expect(counts()['Apps']).toBe('4'));
    expect(app.vault.getFiles().map(({ path }) => [path, app.vault.peek(path)])).toEqual(before);
  });
});
