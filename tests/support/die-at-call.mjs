/**
 * For `node --import`: kills the process in the DIE_AT-th of its calls that change the disk; a text is written half by then.
 * One that lives writes to the file CALLS how many there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { DIE_AT, CALLS } = process.env;
const write = fs.writeFileSync;
let calls = 0;
for (const name of ['mkdirSync', 'openSync', 'writeFileSync', 'fsyncSync', 'linkSync', 'renameSync', 'rmSync']) {
  const call = fs[name];
  fs[name] = (...given) => {
    calls += 1;
    if (calls === Number(DIE_AT)) {
      const [file, text] = given;
      if (name === 'writeFileSync' && typeof text === 'string') write(file, text.slice(0, text.length / 2));
      process.kill(process.pid, 'SIGKILL');
    }
    return call(...given);
  };
}
syncBuiltinESMExports();
if (CALLS !== undefined) process.on('exit', () => write(CALLS, String(calls)));
