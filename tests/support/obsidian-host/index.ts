/**
 * Stands in for the module `obsidian` in the tests, in Node and in a browser page: a small host that behaves like the
 * app where this project depends on it. docs/testing.md says what it proves and what it cannot.
 */
import type * as Obsidian from 'obsidian';

export { Component, Events } from './events';
export { TAbstractFile, TFile, TFolder } from './files';
export { Vault } from './vault';
export { MetadataCache } from './metadata-cache';
export { FileManager } from './file-manager';
export { Modal, Notice } from './windows';
export { ItemView } from './item-view';
export { Menu } from './menu';
export { Scope } from './scope';
export { FuzzySuggestModal, SuggestModal } from './suggest';
export { ButtonComponent, DropdownComponent, ProgressBarComponent, Setting, TextComponent, ToggleComponent, setIcon } from './controls';
export { MarkdownView, Workspace, WorkspaceLeaf } from './workspace';
export { Plugin } from './plugin';
export { ExtraButtonComponent, PluginSettingTab } from './setting-tab';
export { App } from './app';
export { normalizePath } from './paths';

/** The app keeps the language in the window's storage; English has no entry. */
export const getLanguage: typeof Obsidian.getLanguage = () => window.localStorage.getItem('language') ?? 'en';

function isMobile(): boolean {
  return activeDocument.body.hasClass('is-mobile');
}

/** The device; a test makes it a phone by the class that the app sets on the body. */
export const Platform: Pick<typeof Obsidian.Platform, 'isMobile' | 'isDesktop' | 'isMobileApp' | 'isDesktopApp' | 'isPhone'> = {
  get isMobile() {
    return isMobile();
  },
  get isDesktop() {
    return !isMobile();
  },
  get isMobileApp() {
    return isMobile();
  },
  get isDesktopApp() {
    return !isMobile();
  },
  get isPhone() {
    return isMobile();
  },
};

export { requestUrl } from './requests';

/** The app has a pdf.js of its own for its viewer; here it is the one of npm. The browser tests serve it to their page. */
export const loadPdfJs: typeof Obsidian.loadPdfJs = async () => {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // A page has to be told where the worker is; on Node it runs in place.
  if ('location' in globalThis) pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs-dist/legacy/build/pdf.worker.mjs';
  return pdfjs;
};

/** Where a click with a key held should open a note. */
export const Keymap: Pick<typeof Obsidian.Keymap, 'isModEvent'> = {
  isModEvent: (event) => (event instanceof Event && 'ctrlKey' in event && event.ctrlKey ? 'tab' : false),
};
