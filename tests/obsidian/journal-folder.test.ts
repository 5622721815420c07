/** The journal on Obsidian's disk: what is read back is what was last written whole, wherever the app was killed. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createJournalFolder } from '../../src/obsidian/journal-folder';
import type { JournalStore } from '../../src/plan/journal';
import { App } from '../support/obsidian-host';
import { installNodeDom } from '../support/obsidian-host/node-dom';

const FOLDER = '.obsidian/plugins/regulatory-notices';

beforeAll(() => {
  installNodeDom();
});

const storeOf = (app: App): JournalStore => createJournalFolder(app.asApp(), FOLDER);

/** Lets go of a call that an app that was killed never ends. */
const untilKilled = (app: App, call: Promise<void>) => Promise.race([call.then(() => 'done'), app.vault.disk.killed.then(() => 'killed')]);

describe('the journal of a device', () => {
  it('keeps, replaces and forgets entries', async () => {
    const store = storeOf(new App());
    expect(await store.list()).toEqual([]);
    await store.write('2.json', 'two');
    await store.write('1.json', 'one');
    await store.write('2.json', 'two again');
    expect(await store.list()).toEqual(['1.json', '2.json']);
    expect(await store.read('2.json')).toBe('two again');
    await store.remove('2.json');
    expect(await store.read('2.json')).toBeNull();
    expect(await store.list()).toEqual(['1.json']);
  });

  it('is not seen by another device that has the same files, nor in the saved settings', async () => {
    const app = new App();
    await storeOf(app).write('1.json', 'one');
    expect(await storeOf(App.again(app)).list()).toEqual(['1.json']);
    expect(await storeOf(App.again(app, 'another')).list()).toEqual([]);
    expect(app.pluginStore.data.size).toBe(0);
  });

  it('asks the device for no id, and makes no folder, before something is written', async () => {
    const app = new App();
    const stored = vi.spyOn(app, 'saveLocalStorage');
    expect(await storeOf(app).read('1.json')).toBeNull();
    await storeOf(app).remove('1.json');
    expect(stored).not.toHaveBeenCalled();
    expect(await app.vault.adapter.exists(FOLDER)).toBe(false);
  });

  it.each([
    ['a first entry', 'killed', null, [null, 'new']],
    ['a first entry', 'torn', null, [null, 'new']],
    ['a second text of an entry', 'killed', 'old', ['old', 'new']],
    ['a second text of an entry', 'torn', 'old', ['old', 'new']],
  ] as const)('has all of %s or what was there before, wherever the app is %s', async (_, kind, before, allowed) => {
    let kills = 0;
    for (let after = 0; ; after += 1) {
      const app = new App();
      if (before !== null) await storeOf(app).write('1.json', before);
      app.vault.disk.break({ kind, after });
      const ended = await untilKilled(app, storeOf(app).write('1.json', 'new'));
      const again = App.again(app);
      const found = await storeOf(again).read('1.json');
      expect(ended === 'done' ? ['new'] : allowed).toContain(found);
      expect(await storeOf(again).list()).toEqual(found === null ? [] : ['1.json']);
      // The store works on, and leaves nothing else behind.
      await storeOf(again).write('1.json', 'third');
      expect(await storeOf(again).read('1.json')).toBe('third');
      expect([...again.vault.hidden.peekAll().keys()].map((path) => path.replace(/^.*\//, ''))).toEqual(['1.json']);
      if (ended === 'done') break;
      kills += 1;
    }
    expect(kills).toBeGreaterThanOrEqual(2);
  });

  it('is gone or as it was, wherever the app is killed while it is forgotten', async () => {
    for (let after = 0; after < 3; after += 1) {
      const app = new App();
      await storeOf(app).write('1.json', 'old');
      app.vault.disk.break({ kind: 'killed', after });
      await untilKilled(app, storeOf(app).remove('1.json'));
      expect(['old', null]).toContain(await storeOf(App.again(app)).read('1.json'));
    }
  });

  it('says so where the disk is full, and keeps what it had', async () => {
    const app = new App();
    const store = storeOf(app);
    await store.write('1.json', 'old');
    app.vault.disk.break({ kind: 'full', after: 0 });
    await expect(store.write('1.json', 'new')).rejects.toThrow('ENOSPC');
    expect(await store.read('1.json')).toBe('old');
  });
});
