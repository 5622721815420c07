/** The built command line, killed anywhere in its work on a real disk. `npm run build` makes it. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runHere } from '../support/run-command-line';
import { noticeOf } from '../support/sample-notice';
import { ownFilesIn, putFiles, scratchFolder, treeOf } from '../support/scratch-folder';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const dieAtCall = new URL('../support/die-at-call.mjs', import.meta.url).href;
const RUNS = 20;
const NOTICES = Object.fromEntries(Array.from({ length: 10 }, (_, i) =>
  [`in/${i}.md`, noticeOf(10 + i, `2021-${String(i + 1).padStart(2, '0')}-15`, Array.from({ length: 40 }, (__, k) => ({ name: `青禾${i * 20 + k}号`, developer: `杭州青禾${i * 20 + k}号软件有限公司` })))]));

let inTheMiddle = 0;
afterAll(() => {
  console.log(`processes killed: ${RUNS}, of them while they wrote: ${inTheMiddle}`);
});

/** Imports in a process of its own, with what the environment says of its end. Gives the signal that ended it. */
function importAlone(sources: string, vault: string, environment: Readonly<Record<string, string>>): NodeJS.Signals | null {
  return spawnSync(process.execPath, ['--import', dieAtCall, program, 'import', sources, '--vault', vault], { stdio: 'ignore', env: { ...process.env, ...environment } }).signal;
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
    expect(importAlone(join(folder, 'in'), whole, { CALLS: join(folder, 'calls') })).toBeNull();
    const calls = Number(fs.readFileSync(join(folder, 'calls'), 'utf8'));
    const complete = ownFilesIn(whole);
    for (let run = 0; run < RUNS; run += 1) {
      const vault = fresh(`vault ${run}`);
      expect(importAlone(join(folder, 'in'), vault, { DIE_AT: String(1 + Math.floor((run * calls) / RUNS)) })).toBe('SIGKILL');
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
    expect(inTheMiddle).toBeGreaterThan(RUNS / 2);
  });
});
