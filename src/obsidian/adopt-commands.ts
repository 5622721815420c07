/** The command that adopts a folder of notices that the user keeps by hand. */
import type { Command, TFolder } from 'obsidian';
import { planAdoption } from '../plan/plan-adoption';
import type { Settings } from '../settings';
import { ADOPT_TEXTS } from './adopt-texts';
import { AdoptModal } from './adopt-window';
import type { CommandContext } from './command-context';
import type { CarryOut } from './file-work';
import { FolderPicker } from './folder-picker';
import { obsidianReaderHost } from './reader-host';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

export function adoptCommands(context: CommandContext): Command[] {
  return [{ id: 'adopt-folder', name: ADOPT_TEXTS[appLanguage()].command, callback: () => chooseFolder(context) }];
}

function chooseFolder(context: CommandContext): void {
  const { pick, wholeVault } = ADOPT_TEXTS[appLanguage()];
  new FolderPicker(context.app, { placeholder: pick, wholeVault }, (folder) => adopt(context, folder)).open();
}

function adopt(context: CommandContext, folder: TFolder): void {
  const language = appLanguage();
  new AdoptModal(context.app, {
    language,
    folder: folder.isRoot() ? ADOPT_TEXTS[language].wholeVault : folder.path,
    settings: context.settings,
    plan: async () => {
      await saveOpenNotes(context.app);
      return planAdoption(folder.isRoot() ? '' : folder.path, context.vault, obsidianReaderHost, context.settings());
    },
    carryOut: (settings) => keepSettings(context, settings),
  }).open();
}

/** The settings go with the notes, there and back; where nothing was written they stay. */
function keepSettings(context: CommandContext, after: Settings): CarryOut {
  const carryOut = context.work.carryOut('adopt');
  return async (plan, ...work) => {
    const result = await carryOut(plan, ...work);
    const { takeBack } = result;
    if (takeBack === undefined) return result;
    const before = context.settings();
    await context.saveSettings(after);
    return {
      ...result,
      takeBack: async (...back) => {
        const undone = await takeBack(...back);
        // What the user set since is his.
        if (context.settings() === after) await context.saveSettings(before);
        return undone;
      },
    };
  };
}
