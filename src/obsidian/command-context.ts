/** What the commands share: the app for its windows, the vault for its notes, the settings as they are when a command runs. */
import { Notice, type App } from 'obsidian';
import { applyPlan } from '../plan/apply-plan';
import { invertPlan } from '../plan/invert-plan';
import type { VaultPort } from '../plan/vault-port';
import type { Settings } from '../settings';
import type { CarryOut } from './apply-page';
import { TEXTS, appLanguage } from './texts';

export interface CommandContext {
  readonly app: App;
  readonly vault: VaultPort;
  readonly settings: () => Settings;
  readonly saveSettings: (settings: Settings) => Promise<void>;
}

/** Plans are carried out in the vault of the command, and can be taken back. */
export function carryOutIn(vault: VaultPort): CarryOut {
  return async (plan, ...work) => {
    const result = await applyPlan(plan, vault, ...work);
    return { ...result, takeBack: (...back) => applyPlan(invertPlan(plan, result), vault, ...back) };
  };
}

/** Runs the work of a command. Whatever goes wrong is said in the corner, not thrown away. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error);
    new Notice(TEXTS[appLanguage()].readFailed(error instanceof Error ? error.message : String(error)));
  }
}
