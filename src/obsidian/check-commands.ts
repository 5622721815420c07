/** The command that checks the whole vault. */
import type { Command } from 'obsidian';
import { CHECK_PANE } from './check-pane';
import { CHECK_TEXTS } from './check-texts';
import { runCommand, type CommandContext } from './command-context';
import { openPane } from './pane-view';
import { appLanguage } from './texts';

/** The command, for the palette. */
export function checkCommands({ app }: CommandContext): Command[] {
  return [{ id: 'check-vault', name: CHECK_TEXTS[appLanguage()].command, callback: () => void runCommand(() => openPane(app, CHECK_PANE)) }];
}
