/** All commands of the plugin, in the order in which a user meets them. */
import type { Command } from 'obsidian';
import { adoptCommands } from './adopt-commands';
import { appCommands } from './app-commands';
import { checkCommands } from './check-commands';
import { clipboardCommands } from './clipboard-commands';
import type { CommandContext } from './command-context';
import { demoCommands } from './demo-commands';
import { exportCommands } from './export-commands';
import { importCommands } from './import-commands';
import { indexCommands } from './index-commands';
import { journalCommands } from './journal-commands';
import { linkCommands } from './link-commands';
import { overviewCommands } from './overview-commands';
import { recordCommands } from './record-commands';
import { reviewCommands } from './review-commands';
import { waysInCommands } from './ways-in-commands';

/** Each group of commands stands in a file of its own; their texts are in the language of the app. */
export function pluginCommands(context: CommandContext): Command[] {
  return [
    ...importCommands(context),
    ...clipboardCommands(context),
    ...waysInCommands(context),
    ...adoptCommands(context),
    ...indexCommands(context),
    ...linkCommands(context),
    ...reviewCommands(context),
    ...recordCommands(context),
    ...appCommands(context),
    ...overviewCommands(context),
    ...checkCommands(context),
    ...exportCommands(context),
    ...journalCommands(context),
    ...demoCommands(context),
  ];
}
