/** The lines that the plugin adds to the app's menus: of a file, of several files, of a folder, of selected text. */
import { TFolder, type EventRef, type Menu, type TFile } from 'obsidian';
import { adoptFolder } from './adopt-commands';
import { ADOPT_TEXTS } from './adopt-texts';
import { runCommand, type CommandContext } from './command-context';
import { openImportWindow } from './import-commands';
import { appLanguage } from './texts';
import { isImportable, readVaultFiles } from './vault-files';
import { WAYS_IN_TEXTS } from './ways-in-texts';

/** The icon of the plugin's ways in. */
export const IMPORT_ICON = 'megaphone';

/** Listens for menus that are about to open; the plugin drops the events when it is unloaded. */
export function menuEvents(context: CommandContext): readonly EventRef[] {
  const { workspace } = context.app;
  const texts = WAYS_IN_TEXTS[appLanguage()];
  return [
    workspace.on('file-menu', (menu, file) => {
      if (isImportable(context, file)) addLine(menu, texts.file, () => void importFiles(context, [file]));
      if (file instanceof TFolder) addLine(menu, ADOPT_TEXTS[appLanguage()].menu, () => adoptFolder(context, file));
    }),
    workspace.on('files-menu', (menu, files) => {
      const chosen = files.filter((file) => isImportable(context, file));
      const [first] = chosen;
      if (first !== undefined) addLine(menu, chosen.length === 1 ? texts.file : texts.files(chosen.length), () => void importFiles(context, chosen));
    }),
    workspace.on('editor-menu', (menu, editor) => {
      if (editor.somethingSelected()) addLine(menu, texts.selection, () => importText(context, editor.getSelection()));
    }),
  ];
}

function addLine(menu: Menu, title: string, onClick: () => void): void {
  menu.addItem((item) => item.setTitle(title).setIcon(IMPORT_ICON).setSection('action').onClick(onClick));
}

/** Opens the import of files of the vault. */
export function importFiles(context: CommandContext, files: readonly TFile[]): Promise<void> {
  return runCommand(async () => openImportWindow(context, { sources: await readVaultFiles(context, files), preview: true }));
}

/** Opens the import of a piece of a note. */
export function importText(context: CommandContext, text: string): void {
  openImportWindow(context, { pasted: { html: null, text }, preview: true });
}
