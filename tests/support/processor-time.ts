/** How long work takes, as a test may ask it: by the processor's clock, which stands still while the machine does other work, and the shortest of three runs. */
import { expect } from 'vitest';

const RUNS = 3;

/** Milliseconds of the shortest of three runs; of fewer where one took less than `enough`. */
export async function processorTime(work: () => unknown, enough = 0): Promise<number> {
  let shortest = Infinity;
  for (let run = 0; run < RUNS && shortest >= enough; run += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    shortest = Math.min(shortest, (user + system) / 1000);
  }
  return shortest;
}

/** Does some work and gives what it gave; fails where none of three runs took less than so many milliseconds. */
export async function within<T>(milliseconds: number, work: () => T | Promise<T>): Promise<T> {
  const results: T[] = [];
  const time = await processorTime(async () => results.push(await work()), milliseconds);
  expect(time, 'milliseconds of the processor').toBeLessThan(milliseconds);
  return results[0] as T;
}
