/** The command that puts doubtful pairs of apps before the user. */
import { Notice, type Command } from 'obsidian';
import { openAppLibrary } from '../plan/app-details';
import { planDecisions } from '../plan/decide-review';
import { reviewVault, type ReviewPair, type ReviewSide } from '../plan/review-list';
import { runCommand, type CommandContext } from './command-context';
import { obsidianReaderHost } from './reader-host';
import { REVIEW_TEXTS } from './review-texts';
import { ReviewModal } from './review-window';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

/** The command, for the palette. */
export function reviewCommands(context: CommandContext): Command[] {
  return [{ id: 'review-app-matches', name: REVIEW_TEXTS[appLanguage()].command, callback: () => void openReview(context) }];
}

/** Opens the review of the given pairs, else of all of the vault. Pairs of notes that are not there (an import was stopped) are left out. */
export async function openReview(context: CommandContext, given?: readonly ReviewPair[]): Promise<void> {
  const { app, vault } = context;
  const language = appLanguage();
  const message = new Notice(REVIEW_TEXTS[language].looking, 0);
  await runCommand(async () => {
    await saveOpenNotes(app);
    const settings = context.settings();
    const library = await openAppLibrary(vault, settings);
    const apps = new Set(library.apps.map(({ path }) => path));
    const isThere = ({ path, row }: ReviewSide): boolean => (path === null ? row !== null : apps.has(path));
    const pairs = (given ?? (await reviewVault(vault, settings))).filter(({ a, b }) => isThere(a) && isThere(b));
    const readApp = (path: string) => library.read(path).catch(() => null);
    new ReviewModal(app, { language, pairs, readApp, plan: (decisions) => planDecisions(decisions, vault, obsidianReaderHost, context.settings()), carryOut: context.work.carryOut('review'), notSameAs: settings.propertyNames.notSameAs }).open();
  });
  message.hide();
}
