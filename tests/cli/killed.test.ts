/** The built command line, killed at any moment on a real disk. `npm run build` makes it. */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runHere } from '../support/run-command-line';
import { noticeOf } from '../support/sample-notice';
import { filesIn, ownFilesIn, putFiles, scratchFolder, treeOf } from '../support/scratch-folder';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const RUNS = 20;
const NOTICES = Object.fromEntries(Array.from({ length: 10 }, (_, i) =>
  [`in/${i}.md`, noticeOf(10 + i, `2021-${String(i + 1).padStart(2, '0')}-15`, Array.from({ length: 40 }, (__, k) => ({ name: `青禾${i * 20 + k}号`, developer: `杭州青禾${i * 20 + k}号软件有限公司` })))]));

let killed = 0;
let inTheMiddle = 0;
afterAll(() => {
  console.log(`processes killed: ${killed}, of them while they wrote: ${inTheMiddle}`);
});

/** Waits until the journal lies there, then so many milliseconds, and kills the process without a word. */
async function importAndKill(sources: string, vault: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [program, 'import', sources, '--vault', vault], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const isOver = (): boolean => child.exitCode !== null;
  while (!isOver() && !Object.keys(filesIn(join(vault, '.obsidian'))).some((path) => path.includes('journal'))) await new Promise((resolve) => setTimeout(resolve, 1));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  if (!isOver()) killed += 1;
  child.kill('SIGKILL');
  await ended;
}

describe('an import that is killed', () => {
  it('can be taken back, or is finished by the next import, whenever that was', async () => {
    expect(fs.existsSync(program), 'run `npm run build` first').toBe(true);
    const folder = scratchFolder();
    putFiles(folder, NOTICES);
    const fresh = (name: string): string => {
      putFiles(folder, { [`${name}/日记.md`]: '青禾3号的通报\r\n', [`${name}/.obsidian/app.json`]: '{}' });
      return join(folder, name);
    };
    const whole = fresh('whole');
    const before = treeOf(whole);
    await runHere(['import', join(folder, 'in'), '--vault', whole]);
    const complete = ownFilesIn(whole);
    for (let run = 0; run < RUNS; run += 1) {
      const vault = fresh(`vault ${run}`);
      await importAndKill(join(folder, 'in'), vault, (run * 7) % 90);
      const left = Object.keys(ownFilesIn(vault)).length;
      if (left > 2 && left < Object.keys(complete).length) inTheMiddle += 1;
      if (run % 2 === 0) {
        expect((await runHere(['undo', '--vault', vault])).code).toBe(0);
        expect([run, treeOf(vault)]).toEqual([run, before]);
      } else {
        expect((await runHere(['import', join(folder, 'in'), '--vault', vault])).code).toBe(0);
        expect([run, ownFilesIn(vault)]).toEqual([run, complete]);
        await runHere(['undo', '--vault', vault]);
        expect([run, treeOf(vault)]).toEqual([run, before]);
      }
    }
    expect(inTheMiddle).toBeGreaterThan(0);
  });
});
