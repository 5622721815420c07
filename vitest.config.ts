import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// A zone far west of Beijing: code that reads a date with local getters is a day off here, and its test fails.
process.env['TZ'] = 'America/Los_Angeles';

const host = fileURLToPath(new URL('tests/support/obsidian-host/index.ts', import.meta.url));

export default defineConfig({
  // The package `obsidian` holds types only; the tests' own host stands in for the app.
  resolve: { alias: { obsidian: host } },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'], testTimeout: 20_000 } },
      { extends: true, test: { name: 'browser', include: ['tests/e2e/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
});
