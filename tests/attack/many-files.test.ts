/** A plan of more files than a process may have open at a time. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { flushFiles } from '../../cli/durable-files';
import { putFiles, scratchFolder } from '../support/scratch-folder';

it('is flushed to the disk a few files at a time, every one of them', async () => {
  const folder = scratchFolder();
  const names = Array.from({ length: 500 }, (_, i) => `${i}.md`);
  putFiles(folder, Object.fromEntries(names.map((name) => [name, name])));
  const open = fs.promises.open.bind(fs.promises);
  let [now, most, synced] = [0, 0, 0];
  const spy = vi.spyOn(fs.promises, 'open').mockImplementation(async (...given) => {
    const handle = await open(...given);
    most = Math.max(most, (now += 1));
    const [sync, close] = [handle.sync.bind(handle), handle.close.bind(handle)];
    handle.sync = async () => {
      await sync();
      synced += 1;
    };
    handle.close = async () => {
      await close();
      now -= 1;
    };
    return handle;
  });
  await flushFiles(names.map((name) => join(folder, name)));
  spy.mockRestore();
  expect(synced).toBe(500);
  expect(most).toBeLessThanOrEqual(64);
});
