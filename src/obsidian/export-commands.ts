/** The command that exports all lists of the vault into a file of the vault. */
import type { Command } from 'obsidian';
import { exportRows } from '../insight/export-rows';
import { localTime } from '../plan/local-time';
import { runCommand, type CommandContext } from './command-context';
import { freeExportPath } from './export-path';
import { EXPORT_TEXTS } from './export-texts';
import { ExportModal, type ExportWindowOptions } from './export-window';
import { obsidianReaderHost } from './reader-host';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

/** The command, for the palette. */
export function exportCommands(context: CommandContext): Command[] {
  return [{ id: 'export-lists', name: EXPORT_TEXTS[appLanguage()].command, callback: () => void runCommand(() => openExport(context)) }];
}

async function openExport({ app, vault, settings }: CommandContext): Promise<void> {
  const language = appLanguage();
  const folder = settings().indexNote.replace(/[^/]*$/, '');
  const name = `${EXPORT_TEXTS[language].fileName} ${localTime(new Date().toISOString()).slice(0, 10)}.xlsx`;
  const path = freeExportPath(folder + name, await vault.listPaths());
  const read: ExportWindowOptions['read'] = async (onProgress, shouldStop) => {
    await saveOpenNotes(app);
    return exportRows(vault, settings(), obsidianReaderHost, { onProgress, shouldStop });
  };
  new ExportModal(app, { language, path, vault, read }).open();
}
