// Proves in the real Obsidian what the tests' host can only claim: `node scripts/prove-in-app.mjs`. It works in a vault of
// its own that it makes, through Obsidian's command line (Settings → General → Command line interface; 1.12 or later), and
// prints PASS or FAIL for each point. See docs/testing.md.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ASK_CODE, codeOf, readAnswer, startCode, toolsSource } from './prove-in-app/app-code.mjs';
import { HOST_PROOFS, proofTools } from './prove-in-app/host-proofs.mjs';
import { PLUGIN_PROOFS, PROOF_NOTICES, pluginTools } from './prove-in-app/plugin-proofs.mjs';

const USAGE = `node scripts/prove-in-app.mjs [options]

  --obsidian COMMAND   Obsidian's command (default: obsidian)
  --dry-run            print the commands and run none
  --keep               leave the vault where it is, to look at it
  --only WORDS         only the points that hold these words (those of the plugin stand on one another)
  --host-only          only what the app itself does, not the plugin
  --wait SECONDS       how long to wait for you to open the vault (default: 180)`;

const { values: given } = parseArgs({
  options: {
    obsidian: { type: 'string', default: 'obsidian' },
    'dry-run': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    'host-only': { type: 'boolean', default: false },
    // For the tests, whose stand-in for the app has no settings window and brings the plugin itself.
    'no-app-parts': { type: 'boolean', default: false },
    wait: { type: 'string', default: '180' },
    help: { type: 'boolean', default: false },
  },
});
if (given.help) {
  console.log(USAGE);
  process.exit(0);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const isDry = given['dry-run'];
const PLUGIN_FILES = ['main.js', 'manifest.json', 'styles.css'];
const counts = { PASS: 0, FAIL: 0 };

function say(verdict, words, why = '') {
  counts[verdict] += 1;
  console.log(`${verdict}  ${words}${why === '' ? '' : `\n      ${why}`}`);
}

/** Runs a command of Obsidian; gives what it printed, null where it could not be run. */
function obsidian(...words) {
  if (isDry) {
    console.log(`${given.obsidian} ${words.map((word) => (/^[\w:=./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ')}`);
    return '';
  }
  const { error, stdout, stderr } = spawnSync(given.obsidian, words, { encoding: 'utf8', timeout: 60_000 });
  return error ? null : `${stdout}\n${stderr}`;
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function makeVault() {
  const vault = realpathSync(mkdtempSync(join(tmpdir(), 'regulatory-notices-proof-')));
  const settings = join(vault, '.obsidian');
  const plugin = join(settings, 'plugins', 'regulatory-notices');
  mkdirSync(plugin, { recursive: true });
  for (const file of PLUGIN_FILES) if (existsSync(join(root, file))) cpSync(join(root, file), join(plugin, file));
  writeFileSync(join(settings, 'community-plugins.json'), '["regulatory-notices"]\n');
  writeFileSync(join(settings, 'app.json'), '{ "alwaysUpdateLinks": true, "promptDelete": false, "trashOption": "local" }\n');
  return vault;
}

/** Opens the vault; where the app does not do it for us, the user is asked to. */
function openVault(vault) {
  const name = `vault=${basename(vault)}`;
  obsidian(`eval`, `code=${codeOf(`window.electron?.ipcRenderer.sendSync('vault-open', ${JSON.stringify(vault)}, false); 'RNPROOF:asked:'`)}`);
  if (isDry) return name;
  const end = Date.now() + Number(given.wait) * 1000;
  const isOpen = () => (obsidian(name, 'eval', `code=${codeOf("'RNPROOF:' + encodeURIComponent(app.vault.getName()) + ':'")}`) ?? '').includes(`RNPROOF:${basename(vault)}:`);
  pause(500);
  if (!isOpen()) console.log(`\nIf no window opens: in Obsidian choose “Open folder as vault”, take this folder, and trust its author:\n  ${vault}\n`);
  while (!isOpen()) {
    if (Date.now() > end) return null;
    pause(1000);
  }
  return name;
}

function prove(vaultName, proof, tools) {
  obsidian(vaultName, 'eval', `code=${startCode(proof, tools)}`);
  const end = Date.now() + 90_000;
  for (;;) {
    const answer = readAnswer(obsidian(vaultName, 'eval', `code=${ASK_CODE}`) ?? '');
    if (isDry) return;
    if (answer?.done === true) {
      if (answer.error === null) say('PASS', proof.says);
      else say('FAIL', proof.says, answer.error);
      return;
    }
    if (Date.now() > end) {
      say('FAIL', proof.says, 'The app did not answer.');
      return;
    }
    pause(250);
  }
}

function run() {
  const missing = PLUGIN_FILES.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0 && !isDry && !given['no-app-parts']) {
    console.error(`${missing.join(', ')} missing: run \`npm run build\` first.`);
    return 2;
  }
  const version = obsidian('version');
  if (version === null) {
    console.error(`\`${given.obsidian}\` cannot be run. Turn it on in Obsidian: Settings → General → Command line interface.`);
    return 2;
  }
  if (!isDry) console.log(`Obsidian ${version.trim()}\n`);
  const vault = makeVault();
  try {
    return runIn(vault);
  } finally {
    if (given.keep && !isDry) console.log(`\nThe vault: ${vault}`);
    else rmSync(vault, { recursive: true, force: true });
  }
}

function runIn(vault) {
  const name = openVault(vault);
  if (name === null) {
    console.error('The vault was not opened.');
    return 2;
  }
  obsidian(name, 'plugins:restrict', 'off');
  obsidian(name, 'plugin:enable', 'id=regulatory-notices', 'filter=community');
  obsidian(name, 'dev:errors', 'clear');
  const tools = toolsSource(proofTools, pluginTools, PROOF_NOTICES);
  const all = given['host-only'] ? HOST_PROOFS : [...HOST_PROOFS, ...PLUGIN_PROOFS];
  for (const proof of all) {
    if (!proof.says.includes(given.only) || (proof.onlyInApp === true && given['no-app-parts'])) continue;
    prove(name, proof, tools);
  }
  const errors = (obsidian(name, 'dev:errors') ?? '').split('\n').filter((line) => line.includes('regulatory-notices'));
  if (isDry) return 0;
  if (errors.length === 0) say('PASS', 'the app heard no error of the plugin');
  else say('FAIL', 'the app heard no error of the plugin', errors.slice(0, 5).join('\n      '));
  console.log(`\n${counts.PASS} passed, ${counts.FAIL} failed`);
  return counts.FAIL > 0 ? 1 : 0;
}

process.exitCode = run();
