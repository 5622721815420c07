/**
 * Runs the specs in the real Obsidian: on the desktop, and as the phone that the app emulates.
 * Every version is named: the service's `latest` once led to a release that only Android has.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Version of the app, and of the installer that brings Electron. */
export const OBSIDIAN_APP = process.env['OBSIDIAN_APP'] ?? '1.13.7';
export const OBSIDIAN_INSTALLER = process.env['OBSIDIAN_INSTALLER'] ?? '1.13.7';

/** Plugins that act on notes as they are written; their settings, hostile on purpose, lie in vault/. */
export const OTHER_PLUGINS = [
  { id: 'templater-obsidian', version: '2.24.3' },
  { id: 'obsidian-linter', version: '1.33.0' },
  { id: 'dataview', version: '0.5.68' },
] as const;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const screens = at('../test-results/app-screens/');

/** The built plugin is taken from the project's root: run `npm run build` there first. */
function obsidian(emulateMobile: boolean): WebdriverIO.Capabilities {
  return {
    browserName: 'obsidian',
    'wdio:obsidianOptions': {
      appVersion: OBSIDIAN_APP,
      installerVersion: OBSIDIAN_INSTALLER,
      plugins: ['..', ...OTHER_PLUGINS.map((plugin) => ({ ...plugin }))],
      vault: 'vault',
      emulateMobile,
    },
    ...(emulateMobile ? { 'goog:chromeOptions': { mobileEmulation: { deviceMetrics: { width: 390, height: 844 } } } } : {}),
  };
}

export const config: WebdriverIO.Config = {
  runner: 'local',
  framework: 'mocha',
  rootDir: at('.'),
  specs: ['./specs/**/*.e2e.ts'],
  maxInstances: Number(process.env['WDIO_MAX_INSTANCES'] ?? 1),
  capabilities: [obsidian(false), obsidian(true)],
  services: ['obsidian'],
  reporters: ['obsidian'],
  cacheDir: at('.obsidian-cache'),
  mochaOpts: { ui: 'bdd', timeout: 120_000 },
  waitforInterval: 250,
  waitforTimeout: 15_000,
  logLevel: 'warn',

  onPrepare: () => void mkdirSync(screens, { recursive: true }),
  async afterTest({ parent, title }, _context, { passed }) {
    const name = `${parent} ${title}`.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
    const form = (await browser.getObsidianPage().getPlatform()).isMobile ? 'phone' : 'desktop';
    await browser.saveScreenshot(`${screens}${passed ? '' : 'FAILED-'}${name}-${form}.png`);
  },
};
