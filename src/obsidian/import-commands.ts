/** The commands that import notices. */
import { Notice, type Command, type TFile } from 'obsidian';
import type { PastedText } from '../document/pasted-text';
import { planImport, type ImportReport, type ImportSource } from '../import-notices';
import { takeSnapshot } from '../plan/vault-snapshot';
import type { Settings } from '../settings';
import type { AppNotesChoice } from './app-notes-choice';
import { runCommand, type CommandContext } from './command-context';
import { pickFiles } from './file-picker';
import { ImportPreviewModal, type ImportWindowOptions } from './import-window';
import { obsidianReaderHost } from './reader-host';
import { openReview } from './review-commands';
import { TEXTS, appLanguage } from './texts';
import { askForAddress } from './url-commands';
import { saveOpenNotes } from './vault-adapter';

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

/** Reads the sources, plans, and opens the preview. */
export async function previewImport(context: CommandContext, count: number, read: () => Promise<readonly ImportSource[]>, words?: ImportWindowOptions['words']): Promise<void> {
  const { app, vault } = context;
  const language = appLanguage();
  const message = new Notice(TEXTS[language].reading(count), 0);
  await runCommand(async () => {
    await saveOpenNotes(app);
    const sources = await read();
    const plan = (settings: Settings): Promise<ImportReport> => planImport(sources, vault, obsidianReaderHost, settings);
    const report = await plan(context.settings());
    const appNotes = await firstImportChoice(context, report, plan);
    const again = async (): Promise<ImportReport> => {
      await saveOpenNotes(app);
      return plan(context.settings());
    };
    const options: ImportWindowOptions = { language, carryOut: context.work.carryOut('import'), review: (pairs) => void openReview(context, pairs), again, ...(appNotes === null ? {} : { appNotes }), ...(words === undefined ? {} : { words }) };
    new ImportPreviewModal(app, report, options).open();
  });
  message.hide();
}

/** The first import asks which apps get notes, where that makes a difference; null where it does not, or the user has said it before. */
async function firstImportChoice(context: CommandContext, report: ImportReport, plan: (settings: Settings) => Promise<ImportReport>): Promise<NonNullable<ImportWindowOptions['appNotes']> | null> {
  const settings = context.settings();
  if (report.apps.created === 0 || settings.appNotes !== 'all') return null;
  if ((await takeSnapshot(context.vault, settings)).apps.length > 0) return null;
  const notable = await plan({ ...settings, appNotes: 'notable' });
  if (notable.apps.created === report.apps.created) return null;
  const keep = async (choice: AppNotesChoice): Promise<void> => {
    await context.saveSettings({ ...context.settings(), appNotes: choice });
  };
  return { reports: { all: report, notable }, keep };
}
