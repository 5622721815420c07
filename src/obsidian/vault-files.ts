/** Files of the vault as sources of an import. */
import { TFile, normalizePath, type TAbstractFile } from 'obsidian';
import { isReadableName } from '../document/readable-name';
import type { ImportSource } from '../import-notices';
import type { CommandContext } from './command-context';
import { saveOpenNotes } from './vault-adapter';

/** Whether a file may be a notice that is not in the vault yet. The plugin's own notes are none. */
export function isImportable({ app, settings }: CommandContext, file: TAbstractFile | null): file is TFile {
  if (!(file instanceof TFile) || !isReadableName(file.name)) return false;
  return app.metadataCache.getFileCache(file)?.frontmatter?.[settings().propertyNames.type] === undefined;
}

/** The file at a path of the vault; null where there is none, or none to import. */
export function importableFile(context: CommandContext, path: string): TFile | null {
  const file = context.app.vault.getFileByPath(normalizePath(path));
  return isImportable(context, file) ? file : null;
}

/** All files below a folder that may be notices, by path; none where there is no such folder. */
export function importableBelow(context: CommandContext, folder: string): readonly TFile[] {
  return context.app.vault.getFiles().filter((file) => file.path.startsWith(`${folder}/`) && isImportable(context, file)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads files as they are now, with what was typed into them. */
export async function readVaultFiles({ app }: CommandContext, files: readonly TFile[]): Promise<readonly ImportSource[]> {
  await saveOpenNotes(app);
  return Promise.all(files.map(async (file) => ({ fileName: file.name, bytes: new Uint8Array(await app.vault.readBinary(file)) })));
}
