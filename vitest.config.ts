import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// A zone far west of Beijing: code that reads a date with local getters is a day off here, and its test fails.
process.env['TZ'] = 'America/Los_Angeles';

const host = fileURLToPath(new URL('tests/support/obsidian-host/index.ts', import.meta.url));

export default defineConfig({
  // The package `obsidian` holds types only; the tests' own host stands in for the app.
  resolve: { alias: { obsidian: host } },
  test: {
    // No test fails for the time it takes: these end what hangs, on a slow machine and beside other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 60_000 } },
    // A container may show the processors of its host and have the memory of few.
    maxWorkers: Math.min(8, Math.max(1, availableParallelism() - 1)),
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'] } },
      { extends: true, test: { name: 'browser', include: ['tests/e2e/**/*.test.ts'], fileParallelism: false } },
    ],
  },
});
