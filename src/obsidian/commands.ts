/** The commands of the plugin. */
import { Notice, type App, type Command, type TFile } from 'obsidian';
import { planImport } from '../import-notices';
import { applyPlan } from '../plan/apply-plan';
import type { VaultPort } from '../plan/vault-port';
import type { Settings } from '../settings';
import { pickFiles } from './file-picker';
import { ImportPreviewModal } from './import-window';
import { obsidianReaderHost } from './reader-host';
import { TEXTS, appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

/** What the commands need: the app for its windows, the vault for its notes, the settings as they are when a command runs. */
export interface CommandContext {
  readonly app: App;
  readonly vault: VaultPort;
  readonly settings: () => Settings;
}

interface SourceFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The commands that import notices, as Obsidian registers them. */
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

async function importFiles(context: CommandContext): Promise<void> {
  const files = await pickFiles(activeDocument);
  if (files.length > 0) await previewImport(context, files.length, () => Promise.all(files.map(readFile)));
}

async function readFile(file: File): Promise<SourceFile> {
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function importNote(context: CommandContext, file: TFile): Promise<void> {
  await previewImport(context, 1, async () => [{ fileName: file.name, bytes: new Uint8Array(await context.app.vault.readBinary(file)) }]);
}

/** Reads the sources, plans, and opens the preview. Whatever goes wrong on the way is said in the corner, not thrown away. */
async function previewImport(context: CommandContext, count: number, read: () => Promise<SourceFile[]>): Promise<void> {
  const { app, vault } = context;
  const language = appLanguage();
  const texts = TEXTS[language];
  const message = new Notice(texts.reading(count), 0);
  try {
    await saveOpenNotes(app);
    const report = await planImport(await read(), vault, obsidianReaderHost, context.settings());
    new ImportPreviewModal(app, report, (onProgress, shouldStop) => applyPlan(report.plan, vault, onProgress, shouldStop), language).open();
  } catch (error) {
    console.error(error);
    new Notice(texts.readFailed(error instanceof Error ? error.message : String(error)));
  } finally {
    message.hide();
  }
}
