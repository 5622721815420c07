/** The commands that import notices. */
import type { Command } from 'obsidian';
import { runCommand, type CommandContext } from './command-context';
import { chosenFiles, readFiles, unreadLines } from './dropped-files';
import { pickFiles } from './file-picker';
import { IMPORT_TEXTS } from './import-texts';
import { openImportWindow, readNote } from './open-import';
import { readClipboard } from './read-clipboard';
import { TEXTS, appLanguage } from './texts';

export { openImportWindow, type ImportPrefill } from './open-import';

/** The commands, for the palette. */
export function importCommands(context: CommandContext): Command[] {
  const texts = TEXTS[appLanguage()];
  const words = IMPORT_TEXTS[appLanguage()];
  return [
    { id: 'import-notices', name: words.command, callback: () => openImportWindow(context) },
    { id: 'import-notice-from-file', name: texts.importFile, callback: () => void runCommand(() => importFiles(context)) },
    { id: 'import-notice-from-url', name: words.urlCommand, callback: () => openImportWindow(context, { url: '' }) },
    { id: 'import-notice-from-clipboard', name: words.clipboardCommand, callback: () => void runCommand(() => importClipboard(context)) },
    {
      id: 'import-active-note',
      name: texts.importActiveNote,
      checkCallback: (checking) => {
        const file = context.app.workspace.getActiveFile();
        if (file?.extension !== 'md') return false;
        if (!checking) void runCommand(async () => openImportWindow(context, { sources: [await readNote(context, file)], preview: true }));
        return true;
      },
    },
  ];
}

async function importFiles(context: CommandContext): Promise<void> {
  const files = await pickFiles(activeDocument);
  if (files.length === 0) return;
  const { sources, unread } = await readFiles(chosenFiles(files));
  openImportWindow(context, { sources, message: unreadLines(unread, appLanguage()), preview: unread.length === 0 });
}

/** Where nothing comes from the clipboard, the window says why, and has a box to paste into. */
async function importClipboard(context: CommandContext): Promise<void> {
  const pasted = await readClipboard();
  openImportWindow(context, typeof pasted === 'object' ? { pasted, preview: true } : { message: [IMPORT_TEXTS[appLanguage()].clipboard[pasted]] });
}
