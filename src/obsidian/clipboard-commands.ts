/** The command that adds a copied list to the notice that is open. */
import type { Command, TFile } from 'obsidian';
import type { Diagnostic } from '../document/diagnostic';
import type { PastedText } from '../document/pasted-text';
import { NOTE_TYPES } from '../notes/note-types';
import { readPastedList } from '../plan/pasted-list';
import { activeNoteOfType } from './active-note';
import { CLIPBOARD_TEXTS } from './clipboard-texts';
import { runCommand, type CommandContext } from './command-context';
import { IMPORT_TEXTS } from './import-texts';
import { PasteModal } from './paste-window';
import { openImportWindow } from './open-import';
import { readClipboard } from './read-clipboard';
import { obsidianReaderHost } from './reader-host';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

/** The command, for the palette; offered where the note of a notice is open. */
export function clipboardCommands(context: CommandContext): Command[] {
  return [
    {
      id: 'add-list-from-clipboard',
      name: CLIPBOARD_TEXTS[appLanguage()].command,
      checkCallback: (checking) => {
        const file = activeNoteOfType(context, [NOTE_TYPES.infringement, NOTE_TYPES.takedown]);
        if (file !== null && !checking) void runCommand(() => addList(context, file));
        return file !== null;
      },
    },
  ];
}

async function addList(context: CommandContext, file: TFile): Promise<void> {
  const language = appLanguage();
  const texts = CLIPBOARD_TEXTS[language];
  const pasted = await readClipboard();
  if (typeof pasted === 'object' && (await tryList(context, file, pasted)) === null) return;
  const reason = typeof pasted === 'object' ? texts.noList : pasted === 'empty' ? IMPORT_TEXTS[language].clipboard.empty : texts.refused;
  new PasteModal(context.app, { language, reason, tryList: (given) => tryList(context, file, given) }).open();
}

/** Opens the preview of an import where the text holds a list; else says what stands in the way. */
async function tryList(context: CommandContext, file: TFile, pasted: PastedText): Promise<readonly Diagnostic[] | null> {
  await saveOpenNotes(context.app);
  const list = await readPastedList(file.path, pasted, context.vault, obsidianReaderHost, context.settings());
  if (!list.ok) return list.diagnostics;
  const texts = CLIPBOARD_TEXTS[appLanguage()];
  openImportWindow(context, { sources: [list.source], preview: true }, { title: texts.title, action: texts.add });
  return null;
}
