/** Reads sources, plans their import, and shows it. */
import { Notice } from 'obsidian';
import { planImport, type ImportReport, type ImportSource } from '../import-notices';
import { takeSnapshot } from '../plan/vault-snapshot';
import type { Settings } from '../settings';
import type { AppNotesChoice } from './app-notes-choice';
import { runCommand, type CommandContext } from './command-context';
import { ImportPreviewModal, type ImportWindowOptions } from './import-window';
import { obsidianReaderHost } from './reader-host';
import { openReview } from './review-commands';
import { TEXTS, appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

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
