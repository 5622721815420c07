/** Opens the import window: every way in (commands, menus, links, drops) goes through here. */
import type { TFile } from 'obsidian';
import type { PastedText } from '../document/pasted-text';
import { fetchSources } from '../import-url';
import { planImport, type ImportOptions, type ImportReport, type ImportSource } from '../import-notices';
import { pastedSource } from '../plan/pasted-notice';
import { takeSnapshot } from '../plan/vault-snapshot';
import type { AppNotesChoice } from './app-notes-choice';
import type { CommandContext } from './command-context';
import { obsidianFetcher } from './fetch';
import { IMPORT_TEXTS } from './import-texts';
import { ImportModal, type AppNotesCounts, type ImportWindowOptions } from './import-window';
import { obsidianReaderHost } from './reader-host';
import { openReview } from './review-commands';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

/** What stands in the import window when it opens. Nothing is fetched and nothing is written before the user says so. */
export interface ImportPrefill {
  /** In the list of sources. */
  readonly sources?: readonly ImportSource[];
  /** In the field for an address, which has the focus. */
  readonly url?: string;
  /** In the box for pasted text. */
  readonly pasted?: PastedText;
  /** Above the list of sources: what the user asked for and did not get. */
  readonly message?: readonly string[];
  /** Goes on to the preview at once: for sources that the user has just named, by a menu or a command. */
  readonly preview?: boolean;
}

/** @param words what the window is called and its button says, where that is not an import */
export function openImportWindow(context: CommandContext, { sources = [], preview = false, ...fields }: ImportPrefill = {}, words?: ImportWindowOptions['words']): void {
  const options = { ...windowOptions(context), ...(words === undefined ? {} : { words }) };
  new ImportModal(context.app, { sources, preview, ...fields }, options).open();
}

/** A note of the vault as a source, as it stands in the editor. */
export async function readNote({ app }: CommandContext, file: TFile): Promise<ImportSource> {
  await saveOpenNotes(app);
  return { fileName: file.name, bytes: new Uint8Array(await app.vault.readBinary(file)) };
}

function windowOptions(context: CommandContext): ImportWindowOptions {
  const { app, vault } = context;
  const language = appLanguage();
  const file = app.workspace.getActiveFile();
  return {
    language,
    carryOut: context.work.carryOut('import'),
    review: (pairs) => void openReview(context, pairs),
    ways: {
      pasted: (text) => pastedSource(text, obsidianReaderHost, IMPORT_TEXTS[language].pastedName),
      fetch: (address, run) => fetchSources(address, obsidianFetcher, obsidianReaderHost, run),
      activeNote: file?.extension === 'md' ? () => readNote(context, file) : null,
    },
    settings: context.settings,
    plan: async (sources, options, appNotes) => {
      // What is typed into an open note belongs to it.
      await saveOpenNotes(app);
      const settings = context.settings();
      const answered = appNotes !== null && (await isFirst(context)) ? { ...settings, appNotes } : settings;
      return planImport(sources, vault, obsidianReaderHost, answered, options);
    },
    askAppNotes: (...asked) => askAppNotes(context, ...asked),
    keepAppNotes: (appNotes) => context.saveSettings({ ...context.settings(), appNotes }),
  };
}

/** The first import asks which apps get notes, where that makes a difference or was answered; null where there is nothing to ask. */
async function askAppNotes(context: CommandContext, report: ImportReport, sources: readonly ImportSource[], options: ImportOptions, answer: AppNotesChoice | null): Promise<AppNotesCounts | null> {
  if ((answer === null && report.apps.created === 0) || !(await isFirst(context))) return null;
  const other: AppNotesChoice = answer === 'notable' ? 'all' : 'notable';
  const { apps } = await planImport(sources, context.vault, obsidianReaderHost, { ...context.settings(), appNotes: other }, options);
  if (answer === null && apps.created === report.apps.created) return null;
  return other === 'all' ? { all: apps.created, notable: report.apps.created } : { all: report.apps.created, notable: apps.created };
}

/** Whether the user has neither apps in the vault nor said which get notes. */
async function isFirst({ vault, settings }: CommandContext): Promise<boolean> {
  const now = settings();
  return now.appNotes === 'all' && (await takeSnapshot(vault, now)).apps.length === 0;
}
