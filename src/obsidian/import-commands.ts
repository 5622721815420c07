/** The commands that import notices. */
import type { Command, TFile } from 'obsidian';
import type { PastedText } from '../document/pasted-text';
import type { ImportSource } from '../import-notices';
import type { CommandContext } from './command-context';
import { pickFiles } from './file-picker';
import { previewImport } from './preview-import';
import { TEXTS, appLanguage } from './texts';
import { askForAddress } from './url-commands';

export function importCommands(context: CommandContext): Command[] {
  const texts = TEXTS[appLanguage()];
  return [
    {
      id: 'import-notice-from-file',
      name: texts.importFile,
      callback: () => void importFiles(context),
    },
    {
      id: 'import-active-note',
      name: texts.importActiveNote,
      checkCallback: (checking) => {
        const file = context.app.workspace.getActiveFile();
        if (file?.extension !== 'md') return false;
        if (!checking) void importNote(context, file);
        return true;
      },
    },
  ];
}

/** What stands in the import window when it opens. Nothing is fetched and nothing is written before the user says so. */
export interface ImportPrefill {
  /** In the list of sources. */
  readonly sources?: readonly ImportSource[];
  /** In the field for an address. */
  readonly url?: string;
  /** In the box for pasted text. */
  readonly pasted?: PastedText;
  /** Goes on to the preview at once: for sources that the user has just named, by a menu or a command. */
  readonly preview?: boolean;
}

/** Opens the import window. Every way in (commands, menus, links) goes through here. */
export function openImportWindow(context: CommandContext, prefill: ImportPrefill = {}): void {
  const { sources = [], url, pasted } = prefill;
  const text = pasted === undefined ? [] : [pastedSource(pasted)];
  if (sources.length + text.length > 0) void previewImport(context, sources.length + text.length, () => Promise.resolve([...sources, ...text]));
  else if (url !== undefined) askForAddress(context, url);
  else void importFiles(context);
}

function pastedSource({ html, text }: PastedText): ImportSource {
  const encoder = new TextEncoder();
  return html === null ? { fileName: 'pasted.md', bytes: encoder.encode(text) } : { fileName: 'pasted.html', bytes: encoder.encode(html), charset: 'utf-8' };
}

async function importFiles(context: CommandContext): Promise<void> {
  const files = await pickFiles(activeDocument);
  if (files.length > 0) await previewImport(context, files.length, () => Promise.all(files.map(readFile)));
}

async function readFile(file: File): Promise<ImportSource> {
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function importNote(context: CommandContext, file: TFile): Promise<void> {
  await previewImport(context, 1, async () => [{ fileName: file.name, bytes: new Uint8Array(await context.app.vault.readBinary(file)) }]);
}
