/** What the tests of the built plugin share: one build and one browser a file, one page a test, and no error in any page. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './launch-browser';
import { buildPlugin, bundleAppPage, openApp, type AppOptions, type OpenApp } from './open-app';

export type OpenPage = (options?: AppOptions) => Promise<OpenApp>;

/** To be called once at the top of a file. The pages it opens are closed after each test, which fails where one of them met an error. */
export function useBrowser(): OpenPage {
  let browser: Browser;
  let pageBundle: string;
  const open: OpenApp[] = [];

  beforeAll(async () => {
    buildPlugin();
    [browser, pageBundle] = await Promise.all([launchBrowser(), bundleAppPage()]);
  });

  afterAll(() => browser.close());

  afterEach(async () => {
    const pages = open.splice(0);
    const errors = pages.flatMap((page) => page.errors);
    await Promise.all(pages.map((page) => page.close()));
    expect(errors).toEqual([]);
  });

  return async (options) => {
    const app = await openApp(browser, pageBundle, options);
    open.push(app);
    return app;
  };
}
