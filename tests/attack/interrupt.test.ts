/** Ctrl-C while many notes are written: the process must come to hear of it. */
import { describe, expect, it } from 'vitest';
import { openNodeVault } from '../../cli/node-vault';
import { applyPlan } from '../../src/plan/apply-plan';
import { EMPTY_PLAN } from '../../src/plan/plan';
import { filesIn, scratchFolder } from '../support/scratch-folder';

describe('writing many notes to disk', () => {
  it('stops at the note in hand when a signal comes, and says how many were not reached', async () => {
    const folder = scratchFolder();
    const changes = Array.from({ length: 20_000 }, (_, i) => ({ kind: 'create', path: `note ${i}.md`, text: 'x' }) as const);
    let signalled = false;
    // Signals are handled where timers are: in a turn of the event loop.
    setTimeout(() => {
      signalled = true;
    }, 1);
    const result = await applyPlan({ ...EMPTY_PLAN, changes }, openNodeVault(folder), () => undefined, () => signalled);
    expect(result.notDone.length).toBeGreaterThan(0);
    expect(Object.keys(filesIn(folder))).toHaveLength(changes.length - result.notDone.length);
  });
});
