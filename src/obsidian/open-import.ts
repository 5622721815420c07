/** Opens the import window: every way in (commands, menus, links, drops) goes through here. */
import type { TFile } from 'obsidian';
import type { PastedText } from '../document/pasted-text';
import { fetchSources } from '../import-url';
import { planImport, type ImportReport, type ImportSource, type OnProgress } from '../import-notices';
import { pastedSource } from '../plan/pasted-notice';
import { takeSnapshot } from '../plan/vault-snapshot';
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
    plan: async (sources, options, appNotes) => {
      // What is typed into an open note belongs to it.
      await saveOpenNotes(app);
      const settings = context.settings();
      return planImport(sources, vault, obsidianReaderHost, appNotes === null ? settings : { ...settings, appNotes }, options);
    },
    askAppNotes: (...asked) => askAppNotes(context, ...asked),
    keepAppNotes: (appNotes) => context.saveSettings({ ...context.settings(), appNotes }),
  };
}

/** The first import asks which apps get notes, where that makes a difference; null where it does not, or the user has said it before. */
async function askAppNotes({ vault, settings }: CommandContext, report: ImportReport, sources: readonly ImportSource[], onProgress: OnProgress): Promise<AppNotesCounts | null> {
  const now = settings();
  if (report.apps.created === 0 || now.appNotes !== 'all' || (await takeSnapshot(vault, now)).apps.length > 0) return null;
  const { apps } = await planImport(sources, vault, obsidianReaderHost, { ...now, appNotes: 'notable' }, { onProgress });
  return apps.created === report.apps.created ? null : { all: report.apps.created, notable: apps.created };
}
