/** The settings in force and the file that Obsidian keeps them in (`data.json` of the plugin). One write after another: an apply and a renamed folder may both change them. */
import type { DataAdapter, Plugin } from 'obsidian';
import { withoutByteOrderMark } from '../plan/apply-change';
import { parseJsonObject } from '../plan/json-object';
import { planSettings, type SettingsStore } from '../plan/settings-step';
import { DEFAULT_SETTINGS, isJsonObject, readSettings, type Settings } from '../settings';

type Data = Readonly<Record<string, unknown>>;

/** One object for the plugin; `load` comes first. */
export class SavedSettings implements SettingsStore {
  private inUse: Settings = DEFAULT_SETTINGS;
  private last: Promise<unknown> = Promise.resolve();
  /** The damaged text of which the user was told. */
  private told: string | null = null;

  /** @param onDamaged told the name under which a file that makes no sense was set aside; null where that could not be done */
  constructor(
    private readonly plugin: Plugin,
    private readonly onDamaged: (name: string | null) => void,
  ) {}

  get current(): Settings {
    return this.inUse;
  }

  /** Takes what is saved into force. A file that makes no sense changes nothing: the plugin starts, and the journal may know better. */
  load(): Promise<void> {
    return this.inTurn(async () => {
      try {
        const data = await this.readData();
        if (data !== null) this.inUse = readSettings(data);
      } catch {
        this.onDamaged(null);
      }
    });
  }

  /** In force at once; saved when the promise resolves. What stands in the file besides, a later version's settings say, stays. */
  save(settings: Settings): Promise<void> {
    this.inUse = settings;
    return this.inTurn(async () => {
      const now = (await this.readData()) ?? {};
      const next = planSettings(JSON.stringify(now), readSettings(now), settings);
      if (next !== null) await this.plugin.saveData(parseJsonObject(next.after));
    });
  }

  /** The saved text; null where nothing was saved. */
  read(): Promise<string | null> {
    return this.inTurn(() => this.readText());
  }

  /** Where nothing was saved, an empty object says the same: a plugin cannot take its file away. */
  write(text: string | null): Promise<void> {
    return this.inTurn(async () => {
      const data = parseJsonObject(withoutByteOrderMark(text ?? '{}'));
      await this.plugin.saveData(data);
      this.inUse = readSettings(data);
    });
  }

  /**
   * What is saved; null for a file that makes no sense, of which a copy then lies beside it.
   * @throws where the file cannot be read, or not be copied
   */
  private async readData(): Promise<Data | null> {
    const text = await this.readText();
    if (text === null) return {};
    const data = parseJsonObject(withoutByteOrderMark(text));
    if (data !== null || text === this.told) return data;
    const name = await setAside(text, this.plugin.app.vault.adapter, this.folder);
    this.told = text;
    this.onDamaged(name);
    return null;
  }

  /** As the app writes it; a file that makes no sense is read as it is, for the app may have no data of it. */
  private async readText(): Promise<string | null> {
    const data: unknown = await this.plugin.loadData().catch(() => null);
    if (isJsonObject(data)) return JSON.stringify(data, null, 2);
    const { adapter } = this.plugin.app.vault;
    const file = `${this.folder}/data.json`;
    return (await adapter.exists(file)) ? adapter.read(file) : null;
  }

  private get folder(): string {
    const { app, manifest } = this.plugin;
    return manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

/** Keeps a text beside the settings, under a name that no other text has, and gives the name. */
async function setAside(text: string, adapter: DataAdapter, folder: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'data.damaged.json' : `data.damaged-${number}.json`;
    const path = `${folder}/${name}`;
    const isThere = await adapter.exists(path);
    if (!isThere) await adapter.write(path, text);
    if ((await adapter.read(path)) === text) return name;
    // A disk without room may cut a text short without a word.
    if (!isThere) throw new Error(`The settings could not be kept: ${path}`);
  }
}
