import type * as Obsidian from 'obsidian';

type Callback = (...data: unknown[]) => unknown;

interface HostEventRef extends Obsidian.EventRef {
  readonly name: string;
  readonly call: Callback;
  /** References know their emitter, so that a component can drop them without it. */
  readonly forget: () => void;
}

export class Events implements Obsidian.Events {
  private readonly refs = new Set<HostEventRef>();

  on(name: string, callback: Callback, ctx?: unknown): Obsidian.EventRef {
    const ref: HostEventRef = { name, call: ctx === undefined ? callback : callback.bind(ctx), forget: () => this.refs.delete(ref) };
    this.refs.add(ref);
    return ref;
  }

  off(name: string, callback: Callback): void {
    for (const ref of this.refs) if (ref.name === name && ref.call === callback) this.refs.delete(ref);
  }

  offref(ref: Obsidian.EventRef): void {
    this.refs.delete(ref as HostEventRef);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of [...this.refs]) if (ref.name === name) ref.call(...data);
  }

  tryTrigger(ref: Obsidian.EventRef, args: unknown[]): void {
    (ref as HostEventRef).call(...args);
  }

  /** For tests: how many listeners are there; a plugin that was disabled leaves none. */
  countListeners(): number {
    return this.refs.size;
  }
}

export class Component implements Obsidian.Component {
  private loaded = false;
  private readonly children = new Set<Obsidian.Component>();
  private readonly cleanups: (() => unknown)[] = [];

  /** Ends when `onload` has, as the app waits for a plugin. */
  load(): Promise<void> | void {
    if (this.loaded) return;
    this.loaded = true;
    const loading = this.onload();
    for (const child of this.children) child.load();
    return loading;
  }

  // The app calls these; a plugin fills them.
  onload(): Promise<void> | void {}
  onunload(): void {}

  unload(): void {
    if (!this.loaded) return;
    this.loaded = false;
    for (const child of this.children) child.unload();
    for (const cleanup of this.cleanups.splice(0).reverse()) cleanup();
    this.onunload();
  }

  addChild<T extends Obsidian.Component>(component: T): T {
    this.children.add(component);
    if (this.loaded) component.load();
    return component;
  }

  removeChild<T extends Obsidian.Component>(component: T): T {
    this.children.delete(component);
    component.unload();
    return component;
  }

  register(cleanup: () => unknown): void {
    this.cleanups.push(cleanup);
  }

  registerEvent(ref: Obsidian.EventRef): void {
    this.register(() => (ref as HostEventRef).forget());
  }

  registerDomEvent(el: EventTarget, type: string, callback: (event: never) => unknown, options?: boolean | AddEventListenerOptions): void {
    const listener = callback as unknown as EventListener;
    el.addEventListener(type, listener, options);
    this.register(() => el.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => clearInterval(id));
    return id;
  }
}
