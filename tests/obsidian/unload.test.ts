/** A guest's manners: the plugin only registers when it is loaded, works when it is asked to, says nothing to the console, and leaves nothing behind. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { planImport } from '../../src/import-notices';
import RegulatoryNoticesPlugin from '../../src/main';
import { applyPlan } from '../../src/plan/apply-plan';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { HOMONYM_NOTICES } from '../e2e/app-notices';
import { memoryVault } from '../support/memory-vault';
import { App } from '../support/obsidian-host';
import { enablePlugin, openMenu, runCommand } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { parseHtml } from '../support/parse-html';
import { MANIFEST } from '../support/plugin-manifest';
import { waitFor } from '../support/wait-for';

const CONSOLE = ['log', 'info', 'debug', 'warn', 'error', 'trace', 'table', 'dir'] as const;

let app: App;
let said: MockInstance[];

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  activeDocument.body.empty();
  app = new App();
  said = CONSOLE.map((each) => vi.spyOn(console, each).mockImplementation(() => undefined));
});

afterEach(() => {
  vi.restoreAllMocks();
});

const all = (selector: string): HTMLElement[] => [...activeDocument.querySelectorAll<HTMLElement>(selector)];
const shown = (): string => all('.modal')[0]?.textContent ?? '';
const press = async (name: string): Promise<void> => {
  const find = () => all('.modal button').find((each) => each.textContent === name && !each.hasAttribute('disabled'));
  await waitFor(() => expect(find()).toBeDefined());
  find()?.click();
};
const run = (command: string): boolean => runCommand(app, `regulatory-notices:${command}`);
const listeners = (): readonly number[] => [app.vault, app.metadataCache, app.workspace].map((each) => each.countListeners());
const registered = (): readonly number[] => {
  const { commands, ribbon, tabs, protocols, views, cli } = app.pluginStore.registrations;
  return [commands.size, ribbon.length, tabs.length, protocols.size, views.size, cli.size];
};

/** Watches every method of a part of the app; gives the names of those that were called. */
function watch(part: object): string[] {
  const called: string[] = [];
  const names = new Set<string>();
  for (let at: object | null = part; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null) for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  for (const name of names) {
    const value: unknown = Object.getOwnPropertyDescriptor(part, name)?.value ?? Reflect.get(part, name);
    if (typeof value !== 'function' || name === 'constructor') continue;
    Object.defineProperty(part, name, { configurable: true, writable: true, value: (...given: unknown[]) => (called.push(name), Reflect.apply(value, part, given) as unknown) });
  }
  return called;
}

/** What goes on in the whole page: timers that repeat, listeners of page and window, styles. */
function watchPage(): () => { readonly intervals: number; readonly listeners: number; readonly styles: number; readonly elements: number } {
  const open = { intervals: 0, listeners: 0 };
  const { setInterval: start, clearInterval: stop } = globalThis;
  vi.spyOn(globalThis, 'setInterval').mockImplementation((...given: Parameters<typeof setInterval>) => ((open.intervals += 1), start(...given)));
  vi.spyOn(globalThis, 'clearInterval').mockImplementation((id) => {
    if (id !== undefined) open.intervals -= 1;
    stop(id);
  });
  const page = activeDocument;
  const [add, remove] = [page.addEventListener.bind(page), page.removeEventListener.bind(page)];
  vi.spyOn(page, 'addEventListener').mockImplementation((...given: Parameters<typeof add>) => {
    open.listeners += 1;
    add(...given);
  });
  vi.spyOn(page, 'removeEventListener').mockImplementation((...given: Parameters<typeof remove>) => {
    open.listeners -= 1;
    remove(...given);
  });
  return () => ({ ...open, styles: all('style, link').length, elements: activeDocument.body.children.length });
}

describe('when it is loaded', () => {
  it('registers, and touches neither the vault nor its index before the layout is there', async () => {
    for (let i = 0; i < 50; i += 1) app.vault.put(`通报/应用/${i}.md`, '---\n通报类型: 应用\n---\n');
    const ready = app.workspace.markReady.bind(app.workspace);
    app.workspace.markReady = () => undefined;
    const before = listeners();
    const called = { vault: watch(app.vault), metadata: watch(app.metadataCache), files: watch(app.fileManager) };
    // What the app itself does while it opens the vault.
    app.vault.getAllLoadedFiles = () => [];
    await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    const [commands, ribbon, tabs, protocols, views] = registered();
    expect({ commands, ribbon, tabs, protocols, views }).toEqual({ commands: 0, ribbon: 1, tabs: 1, protocols: 1, views: 2 });
    expect(called).toEqual({ vault: [], metadata: [], files: [] });
    expect(listeners()).toEqual(before);
    ready();
    expect(registered()[0]).toBeGreaterThan(15);
    // Then it listens, and reads no note until it is asked to.
    expect(called.vault.filter((name) => /read|get.*Files|create|modify|process/i.test(name))).toEqual([]);
  });

  it('starts nothing where it was disabled before the layout was there', async () => {
    const ready = app.workspace.markReady.bind(app.workspace);
    app.workspace.markReady = () => undefined;
    const before = [registered(), listeners()];
    const plugin = await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    plugin.unload();
    ready();
    expect([registered(), listeners()]).toEqual(before);
  });

  it('registers no hotkey', async () => {
    await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    expect([...app.pluginStore.registrations.commands.values()].filter(({ hotkeys }) => hotkeys !== undefined)).toEqual([]);
  });
});

describe('when it is unloaded', () => {
  it('takes everything with it: commands, listeners, elements, timers, styles', async () => {
    const page = watchPage();
    const before = { registered: registered(), listeners: listeners(), page: page() };
    const plugin = await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    expect(listeners()).not.toEqual(before.listeners);
    run('open-demo-notices');
    await waitFor(() => expect(shown()).toContain('（示例）'));
    await press('Import');
    await press('Close');
    for (const message of all('.notice')) message.click();
    all('.notice-container')[0]?.detach();
    run('open-overview');
    await waitFor(() => expect(app.workspace.getLeavesOfType('regulatory-notices-overview')[0]?.view.containerEl.textContent).toContain('Latest notice'));
    plugin.unload();
    expect({ registered: registered(), listeners: listeners(), page: page() }).toEqual(before);
    expect(openMenu(app, ['通报/APP侵害用户权益专项整治行动.md']).items).toEqual([]);
  });
});

describe('when it is unloaded with a window open', () => {
  it.each(['import-notices', 'open-demo-notices', 'export-lists', 'rebuild-index-pages', 'review-app-matches', 'adopt-folder', 'open-app-record', 'link-app-names', 'rename-app'])('closes that of %s', async (command) => {
    app.vault.put('通报/应用/甲.md', '---\n通报类型: 应用\n---\n');
    await app.metadataCache.settled();
    const plugin = await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    await app.workspace.openLinkText('通报/应用/甲.md', '');
    run(command);
    await waitFor(() => expect(all('.modal')).toHaveLength(1));
    plugin.unload();
    expect(all('.modal-container')).toEqual([]);
  });
});

describe('when it is unloaded in the middle of a review', () => {
  it('closes the window with the answers given so far, which would write without a plugin', async () => {
    const vault = memoryVault();
    await applyPlan((await planImport(Object.entries(HOMONYM_NOTICES).map(([fileName, text]) => ({ fileName, bytes: new TextEncoder().encode(text) })), vault, { parseHtml }, DEFAULT_SETTINGS)).plan, vault);
    for (const [path, text] of vault.files) app.vault.put(path, text);
    await app.metadataCache.settled();
    const plugin = await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    run('review-app-matches');
    await press('JoinJ');
    plugin.unload();
    expect(all('.modal-container')).toEqual([]);
    expect(all('.notice').map((each) => each.textContent)).toEqual(['One decision was discarded.']);
    expect(new Map(app.vault.getMarkdownFiles().map(({ path }) => [path, app.vault.peek(path)]))).toEqual(vault.files);
  });
});

describe('in a whole flow', () => {
  it('says nothing to the console', async () => {
    const plugin = await enablePlugin(app, RegulatoryNoticesPlugin, MANIFEST);
    run('open-demo-notices');
    await waitFor(() => expect(shown()).toContain('（示例）'));
    await press('Import');
    await waitFor(() => expect(shown()).toContain('Import finished'));
    await press('Undo');
    await waitFor(() => expect(shown()).toContain('Undone'));
    await press('Close');
    run('check-vault');
    await waitFor(() => expect(app.workspace.getLeavesOfType('regulatory-notices-check')[0]?.view.containerEl.textContent).toContain('No notices'));
    run('export-lists');
    await press('Export');
    await waitFor(() => expect(shown()).toContain('Nothing was exported'));
    await press('Close');
    run('rebuild-index-pages');
    await waitFor(() => expect(shown()).toContain('nothing to change'));
    await press('Close');
    plugin.unload();
    expect(said.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});
