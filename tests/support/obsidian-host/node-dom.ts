import { parseHTML } from 'linkedom';
import { extendDom, type DomWindow } from './dom';

/** Gives Node a document for the host's windows: linkedom's, with the app's methods. Layout and focus are for the browser tests. */
export function installNodeDom(): Document {
  const page = parseHTML('<!doctype html><html><head></head><body></body></html>') as unknown as DomWindow & { DOMParser: typeof DOMParser; Event: typeof Event };
  const storage = new Map<string, string>();
  const globals = {
    document: page.document,
    window: globalThis,
    Node: page.Node,
    Element: page.Element,
    HTMLElement: page.HTMLElement,
    DocumentFragment: page.DocumentFragment,
    DOMParser: page.DOMParser,
    localStorage: { getItem: (key: string) => storage.get(key) ?? null, setItem: (key: string, value: string) => storage.set(key, value), removeItem: (key: string) => storage.delete(key) },
  };
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  extendDom(page);
  return page.document;
}
