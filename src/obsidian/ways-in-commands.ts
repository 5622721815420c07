/** Commands that import what is in the vault already: the inbox, and what is selected in a note. */
import { Notice, type Command } from 'obsidian';
import type { CommandContext } from './command-context';
import { importFiles, importText } from './menus';
import { appLanguage } from './texts';
import { importableBelow } from './vault-files';
import { WAYS_IN_TEXTS } from './ways-in-texts';

/** The commands, for the palette; each offered where there is something to import. */
export function waysInCommands(context: CommandContext): Command[] {
  const texts = WAYS_IN_TEXTS[appLanguage()];
  return [
    {
      id: 'import-inbox',
      name: texts.inbox,
      checkCallback: (checking) => {
        const { inbox } = context.settings();
        if (context.app.vault.getFolderByPath(inbox) === null) return false;
        if (!checking) importInbox(context, inbox);
        return true;
      },
    },
    {
      id: 'import-selection',
      name: texts.selectionCommand,
      editorCheckCallback: (checking, editor) => {
        if (!editor.somethingSelected()) return false;
        if (!checking) importText(context, editor.getSelection());
        return true;
      },
    },
  ];
}

function importInbox(context: CommandContext, inbox: string): void {
  const files = importableBelow(context, inbox);
  if (files.length === 0) new Notice(WAYS_IN_TEXTS[appLanguage()].inboxEmpty(inbox));
  else void importFiles(context, files);
}
