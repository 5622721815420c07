// `npm test`: type check, lint, build, then the tests on Node and in a real browser. Every step runs even where one
// before it failed, so that one run shows all there is to mend. The last line counts: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}test-results/vitest.json`;

/** Steps before the tests; each counts as one check. */
const steps = [
  { name: 'Type check', command: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'Lint', command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'Build', command: ['esbuild.config.mjs'] },
];

function run(command) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  });
  return { ok: status === 0, seconds: ((Date.now() - started) / 1000).toFixed(1) };
}

/** Counts what vitest wrote; a run that died before it wrote anything is one failure. */
function countTests(ok) {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    // A file that could not be loaded has no tests of its own to fail.
    const unloaded = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')).length;
    const failed = result.numFailedTests + unloaded;
    return { passed: result.numPassedTests, failed: ok ? failed : Math.max(failed, 1), skipped: result.numPendingTests + result.numTodoTests, files: result.testResults };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, files: [] };
  }
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  console.log(`\n== ${step.name}`);
  const { ok, seconds } = run(step.command);
  console.log(`${ok ? 'ok' : 'FAILED'} (${seconds} s)`);
  total[ok ? 'passed' : 'failed'] += 1;
}

console.log('\n== Tests on Node and in a real browser');
mkdirSync(`${root}test-results`, { recursive: true });
rmSync(report, { force: true });
const { ok } = run(['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
const tests = countTests(ok);
for (const key of Object.keys(total)) total[key] += tests[key];
for (const file of tests.files) {
  for (const test of file.assertionResults) {
    if (test.status === 'pending' || test.status === 'skipped') console.log(`skipped: ${test.fullName}`);
  }
}

console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
