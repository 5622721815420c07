// Installs the packages of package-lock.json where they are missing or of another version. Plain JavaScript without
// imports beyond Node's own: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const reason = whyInstall();
if (reason !== null) {
  console.log(`Installing packages (${reason}) …`);
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    console.error('The packages could not be installed: `npm ci` failed. Check the network and try again.');
    process.exit(1);
  }
}

/** Compares what npm noted it installed with the lock file; null where nothing is to do. */
function whyInstall() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(`Node 20 or newer is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const installedLock = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installedLock)) return 'none are there';
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.optional) continue;
    if (installed[path]?.version !== entry.version) return `${path.replace(/^.*node_modules\//, '')} ${entry.version} is missing`;
    if (!existsSync(`${root}${path}`)) return `${path} is missing`;
  }
  return null;
}
