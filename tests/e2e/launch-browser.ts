/** Starts a real browser on a machine that has none: an installed Chrome or Chromium, else the one that npm brought. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Milliseconds: a cold disk, and other work on the machine. */
const LONGEST_START = 180_000;

/** Where systems keep a Chrome or Chromium. `REGULATORY_BROWSER` names another; set to `bundled` it skips them. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Starts the browser. Throws where there is none for this system, saying what would help. */
export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env['REGULATORY_BROWSER'];
  if (chosen !== undefined && chosen !== 'bundled') return chromium.launch({ executablePath: chosen, args: ['--no-sandbox'], timeout: LONGEST_START });
  const installed = chosen === 'bundled' ? undefined : INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ['--no-sandbox', '--disable-dev-shm-usage'], timeout: LONGEST_START });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium was found. Install one, or name it in REGULATORY_BROWSER.');
  }
  return launchBundled();
}

/** The Chromium of @sparticuz/chromium (headless shell, Linux x64), with the libraries that it needs and a bare system lacks. */
async function launchBundled(): Promise<Browser> {
  const folder = await unpackChromium();
  const libraries = join(folder, 'al2023', 'lib');
  return chromium.launch({
    timeout: LONGEST_START,
    executablePath: join(folder, 'chromium'),
    // The sandbox needs rights that a container does not give; the page holds nothing but this project's own code.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...stringEnvironment(), LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter((path) => path).join(':'), FONTCONFIG_PATH: join(folder, 'fonts') },
  });
}

/** Unpacks once for each version into the system's temporary folder; later runs use it again. */
async function unpackChromium(): Promise<string> {
  const require = createRequire(import.meta.url);
  const packageFolder = join(require.resolve('@sparticuz/chromium'), '..', '..', '..');
  const { version } = require(join(packageFolder, 'package.json')) as { version: string };
  const folder = join(tmpdir(), `regulatory-notices-chromium-${version}`);
  if (existsSync(join(folder, 'complete'))) return folder;

  const unpacking = `${folder}-${process.pid}`;
  await mkdir(unpacking, { recursive: true });
  // The package unpacks into the temporary folder, and brings its libraries only where this variable is set.
  const before = { TMPDIR: process.env['TMPDIR'], AWS_LAMBDA_JS_RUNTIME: process.env['AWS_LAMBDA_JS_RUNTIME'] };
  Object.assign(process.env, { TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    await bundled.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
  // The package's own configuration names folders of another system; without any font Chromium dies at the first form field.
  await writeFile(
    join(unpacking, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  await writeFile(join(unpacking, 'complete'), '');
  // A run beside this one may have been faster; its folder is as good.
  await rename(unpacking, folder).catch(async (error: unknown) => {
    await rm(unpacking, { recursive: true, force: true });
    await stat(join(folder, 'complete')).catch(() => {
      throw error;
    });
  });
  return folder;
}

function stringEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
