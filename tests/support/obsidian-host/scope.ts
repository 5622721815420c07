import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';

interface Handler extends Obsidian.KeymapEventHandler {
  readonly call: Obsidian.KeymapEventListener;
}

/** The keys of a window. As in the app a handler that gives back false keeps the key from whatever else would have it. */
export class Scope implements HostOf<Obsidian.Scope> {
  private readonly handlers: Handler[] = [];

  register(modifiers: Obsidian.Modifier[] | null, key: string | null, call: Obsidian.KeymapEventListener): Obsidian.KeymapEventHandler {
    const handler = { scope: this as unknown as Obsidian.Scope, modifiers: modifiers === null ? null : modifiers.join(','), key, call };
    this.handlers.push(handler);
    return handler;
  }

  unregister(handler: Obsidian.KeymapEventHandler): void {
    const at = this.handlers.indexOf(handler as Handler);
    if (at !== -1) this.handlers.splice(at, 1);
  }

  /** For the host: a key was pressed. */
  handleKey(event: KeyboardEvent): void {
    const held = [event.ctrlKey || event.metaKey ? 'Mod' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : ''].filter((name) => name !== '').join(',');
    for (const { modifiers, key, call } of [...this.handlers]) {
      if (modifiers !== null && modifiers !== held) continue;
      if (key !== null && key.toLowerCase() !== event.key.toLowerCase()) continue;
      if (call(event, { modifiers: held, key: event.key, vkey: event.key }) === false) {
        event.preventDefault();
        event.stopPropagation();
      }
      return;
    }
  }
}
