/** The commands that take back what was done, and that go on where something was cut off; and the question about it at the start. */
import { Notice, type Command } from 'obsidian';
import { runCommand, type CommandContext } from './command-context';
import { JOURNAL_TEXTS } from './journal-texts';
import { RecoveryModal } from './recovery-window';
import { SETTING_TEXTS } from './setting-texts';
import { appLanguage } from './texts';
import { UndoModal } from './undo-window';

/** The commands, for the palette; each offered where there is something for it. */
export function journalCommands(context: CommandContext): Command[] {
  const { undoLast, unfinished } = JOURNAL_TEXTS[appLanguage()];
  const command = (id: string, name: string, isOffered: () => boolean, run: () => Promise<void>): Command => ({
    id,
    name,
    checkCallback: (checking) => {
      if (!isOffered()) return false;
      if (!checking) void runCommand(run);
      return true;
    },
  });
  return [
    command('undo-last-import', undoLast.command, () => context.work.canUndo, async () => new UndoModal(context.app, await context.work.last(), context.work, appLanguage()).open()),
    command('recover-last-import', unfinished.command, () => context.work.isUnfinished, () => askAboutUnfinished(context)),
  ];
}

/** Asks what to do about an apply of this device that was cut off; nothing where none was. */
export async function askAboutUnfinished({ app, work }: CommandContext): Promise<void> {
  const unfinished = await work.findUnfinished();
  if (unfinished !== null) new RecoveryModal(app, unfinished, work, appLanguage()).open();
}

/** Says that a record of the journal was set aside; it stays on the screen until the user takes it away. */
export function sayDamaged(name: string): void {
  new Notice(JOURNAL_TEXTS[appLanguage()].damaged(name), 0);
}

/** Says that the saved settings make no sense; stays on the screen, too. @param name of the copy in the plugin's folder; null where none could be made */
export function sayDamagedSettings(name: string | null): void {
  new Notice(SETTING_TEXTS[appLanguage()].damaged(name), 0);
}
