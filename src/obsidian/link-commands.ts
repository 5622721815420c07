/** The command that links the names of apps in a note of the user. */
import type { Command, TFile } from 'obsidian';
import { planLinks } from '../plan/plan-links';
import { runCommand, type CommandContext } from './command-context';
import { LINK_TEXTS } from './link-texts';
import { LinkModal } from './link-window';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

/** The command, for the palette; offered where a note is open. */
export function linkCommands(context: CommandContext): Command[] {
  return [
    {
      id: 'link-app-names',
      name: LINK_TEXTS[appLanguage()].command,
      checkCallback: (checking) => {
        const file = context.app.workspace.getActiveFile();
        if (file?.extension !== 'md') return false;
        if (!checking) void linkNames(context, file);
        return true;
      },
    },
  ];
}

async function linkNames(context: CommandContext, file: TFile): Promise<void> {
  const { app, vault, settings } = context;
  await runCommand(async () => {
    await saveOpenNotes(app);
    const { notes } = await planLinks([file.path], vault, settings());
    const [note] = notes;
    if (note !== undefined) new LinkModal(app, { language: appLanguage(), note, carryOut: context.work.carryOut('link'), again: () => void linkNames(context, file) }).open();
  });
}
