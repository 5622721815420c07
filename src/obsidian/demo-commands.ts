/** The command that shows what the plugin does with two notices that are made up. The import window says what they would write, as with any other. */
import type { Command } from 'obsidian';
import type { CommandContext } from './command-context';
import { demoNotices } from './demo-notices';
import { DEMO_TEXTS } from './demo-texts';
import { openImportWindow } from './import-commands';
import { appLanguage } from './texts';

/** The command, for the palette. */
export function demoCommands(context: CommandContext): Command[] {
  return [{ id: 'open-demo-notices', name: DEMO_TEXTS[appLanguage()].command, callback: () => openImportWindow(context, { sources: demoNotices(), preview: true }) }];
}
