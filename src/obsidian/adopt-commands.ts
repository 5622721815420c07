/** The command that adopts a folder of notices that the user keeps by hand. */
import type { Command, TFolder } from 'obsidian';
import { planAdoption } from '../plan/plan-adoption';
import type { Settings } from '../settings';
import { ADOPT_TEXTS } from './adopt-texts';
import { AdoptModal } from './adopt-window';
import type { CommandContext } from './command-context';
import { FolderPicker } from './folder-picker';
import { obsidianReaderHost } from './reader-host';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

/** The command, for the palette. */
export function adoptCommands(context: CommandContext): Command[] {
  return [{ id: 'adopt-folder', name: ADOPT_TEXTS[appLanguage()].command, callback: () => chooseFolder(context) }];
}

function chooseFolder(context: CommandContext): void {
  const { pick, wholeVault } = ADOPT_TEXTS[appLanguage()];
  new FolderPicker(context.app, { placeholder: pick, wholeVault }, (folder) => adoptFolder(context, folder)).open();
}

/** Opens the window that shows what would be adopted in a folder. */
export function adoptFolder(context: CommandContext, folder: TFolder): void {
  const language = appLanguage();
  let before: Settings = context.settings();
  new AdoptModal(context.app, {
    language,
    folder: folder.isRoot() ? ADOPT_TEXTS[language].wholeVault : folder.path,
    settings: context.settings,
    plan: async () => {
      await saveOpenNotes(context.app);
      before = context.settings();
      return planAdoption(folder.isRoot() ? '' : folder.path, context.vault, obsidianReaderHost, before);
    },
    carryOut: (after) => context.work.carryOut('adopt', { before, after }),
  }).open();
}
