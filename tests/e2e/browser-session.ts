/** What the tests of the built plugin share: one build and one browser a file, one page a test, and no error in any page. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './launch-browser';
import { buildPlugin, bundleAppPage, openApp, type AppOptions, type OpenApp } from './open-app';
import { userOf, type User } from './user-actions';

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

/** The app that a test has in front of it, and who uses it: both mean the page that was opened last. */
export interface Session {
  readonly app: OpenApp;
  readonly user: User;
  readonly open: (options?: AppOptions) => Promise<void>;
  /** A page beside the one in front. */
  readonly openPage: OpenPage;
}

/**
 * To be called once at the top of a file, in place of `useBrowser`.
 * @param usual options of each page, where a test does not give others
 */
export function useUser(usual: AppOptions = {}): Session {
  const openPage = useBrowser();
  let front: OpenApp | null = null;
  const inFront = (): OpenApp => {
    if (front === null) throw new Error('No page is open yet.');
    return front;
  };
  const app: OpenApp = {
    get page() {
      return inFront().page;
    },
    get errors() {
      return inFront().errors;
    },
    call: (name, ...values) => inFront().call(name, ...values),
    screenshot: (name) => inFront().screenshot(name),
    close: () => inFront().close(),
  };
  return {
    app,
    user: userOf(app),
    openPage,
    open: async (options) => {
      front = await openPage({ ...usual, ...options });
    },
  };
}
