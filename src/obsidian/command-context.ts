/** What the commands share: the app for its windows, the vault for its notes, the settings as they are when a command runs. */
import { Notice, type App } from 'obsidian';
import { messageOf } from '../document/message-of';
import type { VaultPort } from '../plan/vault-port';
import type { Settings } from '../settings';
import { TEXTS, appLanguage } from './texts';
import type { VaultWork } from './vault-work';

/** One object for the plugin, made when the layout is ready. */
export interface CommandContext {
  readonly app: App;
  readonly vault: VaultPort;
  /** Carries plans out in this vault, takes them back, and goes on where one was cut off. */
  readonly work: VaultWork;
  readonly settings: () => Settings;
  readonly saveSettings: (settings: Settings) => Promise<void>;
}

/** Runs the work of a command, or of an event where `say` gives its sentence. Whatever goes wrong is said in the corner, not thrown away. */
export async function runCommand(work: () => Promise<void>, say: (reason: string) => string = TEXTS[appLanguage()].commandFailed): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error);
    new Notice(say(messageOf(error)));
  }
}
