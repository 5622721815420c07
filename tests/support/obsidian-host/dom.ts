/** The methods that the app adds to the elements of its windows, and its globals `createEl`, `activeDocument`. */
type ElementInfo = DomElementInfo | string | undefined;

/** A window as far as the host needs it: a browser's own, or linkedom's. */
export type DomWindow = Pick<typeof globalThis, 'Node' | 'Element' | 'HTMLElement' | 'DocumentFragment'> & { readonly document: Document };

function classesOf(cls: string | string[] | undefined): string[] {
  return (Array.isArray(cls) ? cls : (cls ?? '').split(' ')).filter((name) => name !== '');
}

function setText(el: Element, text: string | DocumentFragment): void {
  if (typeof text === 'string') el.textContent = text;
  else el.replaceChildren(text);
}

function makeElement(document: Document, tag: string, info: ElementInfo): HTMLElement {
  const el = document.createElement(tag);
  const options = typeof info === 'string' ? { cls: info } : (info ?? {});
  const classes = classesOf(options.cls);
  if (classes.length > 0) el.classList.add(...classes);
  if (options.text !== undefined) setText(el, options.text);
  for (const [name, value] of Object.entries(options.attr ?? {})) setAttribute(el, name, value);
  for (const name of ['title', 'value', 'type', 'placeholder', 'href'] as const) {
    const value = options[name];
    if (value !== undefined) el.setAttribute(name, value);
  }
  if (options.parent) {
    if (options.prepend === true) options.parent.insertBefore(el, options.parent.firstChild);
    else options.parent.appendChild(el);
  }
  return el;
}

function setAttribute(el: Element, name: string, value: string | number | boolean | null): void {
  if (value === null) el.removeAttribute(name);
  else el.setAttribute(name, String(value));
}

/** Adds the app's methods to a window. In the app they are there before any plugin is loaded. */
export function extendDom(win: DomWindow): void {
  const documentOf = (node: Node): Document => node.ownerDocument ?? win.document;
  const child = (parent: Node, tag: string, info: ElementInfo, callback?: (el: never) => void): HTMLElement => {
    const options = typeof info === 'string' ? { cls: info } : (info ?? {});
    const el = makeElement(documentOf(parent), tag, { ...options, parent });
    callback?.(el as never);
    return el;
  };

  define(win.Node.prototype, {
    createEl(this: Node, tag: string, info?: ElementInfo, callback?: (el: never) => void) {
      return child(this, tag, info, callback);
    },
    createDiv(this: Node, info?: ElementInfo, callback?: (el: never) => void) {
      return child(this, 'div', info, callback);
    },
    createSpan(this: Node, info?: ElementInfo, callback?: (el: never) => void) {
      return child(this, 'span', info, callback);
    },
    detach(this: Node) {
      this.parentNode?.removeChild(this);
    },
    empty(this: Node) {
      while (this.firstChild) this.removeChild(this.firstChild);
    },
    appendText(this: Node, text: string) {
      this.appendChild(documentOf(this).createTextNode(text));
    },
    instanceOf(this: Node, type: new () => unknown) {
      return this instanceof type;
    },
  });
  defineGetter(win.Node.prototype, 'doc', function (this: Node) {
    return documentOf(this);
  });
  defineGetter(win.Node.prototype, 'win', function (this: Node) {
    return documentOf(this).defaultView;
  });

  define(win.Element.prototype, {
    getText(this: Element) {
      return this.textContent;
    },
    setText(this: Element, text: string | DocumentFragment) {
      setText(this, text);
    },
    addClass(this: Element, ...classes: string[]) {
      this.classList.add(...classes);
    },
    addClasses(this: Element, classes: string[]) {
      this.classList.add(...classes);
    },
    removeClass(this: Element, ...classes: string[]) {
      this.classList.remove(...classes);
    },
    toggleClass(this: Element, classes: string | string[], value: boolean) {
      for (const name of classesOf(classes)) this.classList.toggle(name, value);
    },
    hasClass(this: Element, name: string) {
      return this.classList.contains(name);
    },
    setAttr(this: Element, name: string, value: string | number | boolean | null) {
      setAttribute(this, name, value);
    },
    setAttrs(this: Element, values: Record<string, string | number | boolean | null>) {
      for (const [name, value] of Object.entries(values)) setAttribute(this, name, value);
    },
    getAttr(this: Element, name: string) {
      return this.getAttribute(name);
    },
    find(this: Element, selector: string) {
      return this.querySelector(selector);
    },
    findAll(this: Element, selector: string) {
      return [...this.querySelectorAll(selector)];
    },
  });

  define(win.HTMLElement.prototype, {
    show(this: HTMLElement) {
      this.style.display = '';
    },
    hide(this: HTMLElement) {
      this.style.display = 'none';
    },
    toggle(this: HTMLElement, show: boolean) {
      this.style.display = show ? '' : 'none';
    },
    isShown(this: HTMLElement) {
      return this.style.display !== 'none';
    },
    onClickEvent(this: HTMLElement, listener: (event: MouseEvent) => unknown) {
      this.addEventListener('click', (event) => listener(event));
    },
    setCssProps(this: HTMLElement, props: Record<string, string>) {
      for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
    },
    setCssStyles(this: HTMLElement, styles: Record<string, string>) {
      Object.assign(this.style, styles);
    },
  });

  define(globalThis, {
    activeDocument: win.document,
    activeWindow: globalThis,
    createEl: (tag: string, info?: ElementInfo) => makeElement(win.document, tag, info),
    createDiv: (info?: ElementInfo) => makeElement(win.document, 'div', info),
    createSpan: (info?: ElementInfo) => makeElement(win.document, 'span', info),
    createFragment: (callback?: (fragment: DocumentFragment) => void) => {
      const fragment = win.document.createDocumentFragment();
      callback?.(fragment);
      return fragment;
    },
    sleep: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}

function define(target: object, members: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(members)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function defineGetter(target: object, name: string, get: (this: Node) => unknown): void {
  Object.defineProperty(target, name, { get, configurable: true });
}
