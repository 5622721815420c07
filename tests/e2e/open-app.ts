/** Opens the app's page in a real browser with the built plugin in it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { AppPage, Outside } from './app-page/page';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Nothing goes to the network; `https` makes it a secure page, as the app's is, which may ask for the clipboard. */
const ORIGIN = 'https://app.test';

export interface AppOptions {
  /** Notes that are in the vault before the plugin is enabled, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'en' | 'zh';
  /** A phone: 375 px wide, touch, the app's `is-mobile`. */
  readonly mobile?: boolean;
  /** Whether the page may read the clipboard; phones and careful users refuse. */
  readonly clipboard?: boolean;
}

/** A page with the app in it; `call` runs one of its functions there. */
export interface OpenApp {
  readonly page: Page;
  call<K extends keyof AppPage>(name: K, ...values: Parameters<AppPage[K]>): Promise<Awaited<ReturnType<AppPage[K]>>>;
  /** Errors that reached the page's window, and all that was said to its console. */
  readonly errors: readonly string[];
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Builds main.js from the sources as they are: the tests run what is shipped. */
export function buildPlugin(): void {
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: root, stdio: 'pipe' });
}

/** Bundles the host's page; the module `obsidian` in it is the test host. */
export async function bundleAppPage(): Promise<string> {
  const result = await build({
    entryPoints: [join(root, 'tests/e2e/app-page/page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    alias: { obsidian: join(root, 'tests/support/obsidian-host/index.ts') },
    plugins: [pdfJsOfPage],
    logLevel: 'warning',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** The page fetches pdf.js when a PDF comes up, as the app does. */
const pdfJsOfPage: Plugin = {
  name: 'pdf-js-of-page',
  setup(builder) {
    builder.onResolve({ filter: /^pdfjs-dist\// }, ({ path }) => ({ path: `/${path}`, external: true }));
  },
};

export async function openApp(browser: Browser, pageBundle: string, options: AppOptions = {}): Promise<OpenApp> {
  const { files = {}, theme = 'light', language = 'en', mobile = false, clipboard = false } = options;
  const context = await browser.newContext(mobile ? { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : { viewport: { width: 1200, height: 800 } });
  if (clipboard) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
  // As patient as the runner of the tests: a machine that is busy is no fault.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // A plugin in good health says nothing at all.
  page.on('console', (message) => errors.push(`${message.type()}: ${message.text()}`));
  await context.route(`${ORIGIN}/**`, async (route) => {
    const asset = readAsset(new URL(route.request().url()).pathname, pageBundle);
    await route.fulfill(asset ?? { status: 404, body: '' });
  });
  await page.exposeFunction('fetchOutside', fetchOutside);
  await page.addInitScript((chosen) => window.localStorage.setItem('language', chosen), language);
  await page.goto(`${ORIGIN}/`);
  await page.evaluate((classes) => document.body.classList.add(...classes), [`theme-${theme}`, ...(mobile ? ['is-mobile', 'is-phone'] : [])]);

  const call: OpenApp['call'] = (name, ...values) =>
    page.evaluate(([called, given]) => (globalThis as unknown as { appPage: Record<string, (...all: unknown[]) => unknown> }).appPage[called]?.(...given) as never, [name, values as unknown[]] as const);
  await call('open', files, readFileSync(join(root, 'main.js'), 'utf8'), JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as Parameters<AppPage['open']>[2]);

  return {
    page,
    call,
    errors,
    async screenshot(name) {
      const folder = join(root, 'test-results', 'screens');
      mkdirSync(folder, { recursive: true });
      // The fonts come in parts, each of which is fetched when the first of its characters has been laid out.
      await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        await document.fonts.ready;
      });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

const fetchOutside: Outside['fetchOutside'] = async (url) => {
  const response = await fetch(url);
  return { status: response.status, type: response.headers.get('content-type') ?? '', bytes: [...new Uint8Array(await response.arrayBuffer())] };
};

/** The page's files: its own, the project's styles, and the fonts that the browser lacks. */
function readAsset(path: string, pageBundle: string): { body: string | Buffer; contentType: string } | null {
  if (path === '/') {
    const styles = ['/fonts/400.css', '/fonts/700.css', '/app.css', '/styles.css'].map((href) => `<link rel="stylesheet" href="${href}">`).join('');
    return { body: `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${styles}</head><body><script src="/page.js"></script></body></html>`, contentType: 'text/html' };
  }
  if (path === '/page.js') return { body: pageBundle, contentType: 'text/javascript' };
  if (path === '/app.css') return { body: readFileSync(join(root, 'tests/e2e/app-page/app.css')), contentType: 'text/css' };
  if (path === '/styles.css') return { body: existsSync(join(root, 'styles.css')) ? readFileSync(join(root, 'styles.css')) : '', contentType: 'text/css' };
  const require = createRequire(import.meta.url);
  const fonts = dirname(require.resolve('@fontsource/noto-sans-sc/400.css'));
  const pdfJs = dirname(require.resolve('pdfjs-dist/package.json'));
  // The app keeps what its PDF viewer reads below /lib/pdfjs.
  return readBelow(fonts, '/fonts/', path) ?? readBelow(pdfJs, '/pdfjs-dist/', path) ?? readBelow(pdfJs, '/lib/pdfjs/', path);
}

const CONTENT_TYPES: Readonly<Record<string, string>> = { css: 'text/css', mjs: 'text/javascript', woff2: 'font/woff2' };

/** A file of a package that the page knows under `prefix`; null where there is none. */
function readBelow(folder: string, prefix: string, path: string): { body: Buffer; contentType: string } | null {
  if (!path.startsWith(prefix)) return null;
  const file = join(folder, path.slice(prefix.length));
  if (!file.startsWith(folder) || !existsSync(file)) return null;
  return { body: readFileSync(file), contentType: CONTENT_TYPES[file.replace(/^.*\./, '')] ?? 'application/octet-stream' };
}
