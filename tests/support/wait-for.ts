import { vi } from 'vitest';

/**
 * Waits until `check` no longer throws, and gives what it gave. Ends with its last error where that takes a minute: a slow
 * machine, or one at work on something else, is not what a test fails for.
 */
export function waitFor<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 60_000, interval: 10 });
}
