/** The settings in force and the file that Obsidian keeps them in (`data.json` of the plugin). One write after another: an apply and a renamed folder may both change them. */
import type { Plugin } from 'obsidian';
import { planSettings, type SettingsStore } from '../plan/settings-step';
import { changedSettings, DEFAULT_SETTINGS, isJsonObject, readSettings, type Settings } from '../settings';

/** One object for the plugin; `load` comes first. */
export class SavedSettings implements SettingsStore {
  private inUse: Settings = DEFAULT_SETTINGS;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly plugin: Plugin) {}

  get current(): Settings {
    return this.inUse;
  }

  /** Takes what is saved into force. A file that makes no sense gives the defaults: the plugin starts, and the journal may know better. */
  load(): Promise<void> {
    return this.inTurn(async () => {
      this.inUse = readSettings(parse(await this.readText()));
    });
  }

  /** In force at once; saved when the promise resolves. What stands in the file besides, a later version's settings say, stays. */
  save(settings: Settings): Promise<void> {
    this.inUse = settings;
    return this.inTurn(async () => {
      const now = parse(await this.readText());
      const next = isJsonObject(now) ? planSettings(JSON.stringify(now), readSettings(now), settings) : { after: JSON.stringify(changedSettings(settings)) };
      if (next !== null) await this.plugin.saveData(parse(next.after));
    });
  }

  /** The saved text; null where nothing was saved. */
  read(): Promise<string | null> {
    return this.inTurn(() => this.readText());
  }

  /** Where nothing was saved, an empty object says the same: a plugin cannot take its file away. */
  write(text: string | null): Promise<void> {
    return this.inTurn(async () => {
      const data = parse(text ?? '{}');
      await this.plugin.saveData(data);
      this.inUse = readSettings(data);
    });
  }

  /** As the app writes it; a file that was cut short is read as it is, for the app has no data of it. */
  private async readText(): Promise<string | null> {
    const data: unknown = await this.plugin.loadData().catch(() => null);
    if (data !== null && data !== undefined) return JSON.stringify(data, null, 2);
    const { adapter, configDir } = this.plugin.app.vault;
    const file = `${this.plugin.manifest.dir ?? `${configDir}/plugins/${this.plugin.manifest.id}`}/data.json`;
    return (await adapter.exists(file)) ? adapter.read(file) : null;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
