/** The command that shows what the vault comes to. */
import type { Command } from 'obsidian';
import { runCommand, type CommandContext } from './command-context';
import { OVERVIEW_PANE } from './overview-pane';
import { OVERVIEW_TEXTS } from './overview-texts';
import { openPane } from './pane-view';
import { appLanguage } from './texts';

/** The command, for the palette. */
export function overviewCommands({ app }: CommandContext): Command[] {
  return [{ id: 'open-overview', name: OVERVIEW_TEXTS[appLanguage()].command, callback: () => void runCommand(() => openPane(app, OVERVIEW_PANE)) }];
}
