/** The command that puts doubtful pairs of apps before the user. */
import { Notice, type Command } from 'obsidian';
import { openAppLibrary } from '../plan/app-details';
import { planDecisions } from '../plan/decide-review';
import { reviewVault, type ReviewPair } from '../plan/review-list';
import { carryOutIn, runCommand, type CommandContext } from './command-context';
import { REVIEW_TEXTS } from './review-texts';
import { ReviewModal } from './review-window';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

export function reviewCommands(context: CommandContext): Command[] {
  return [{ id: 'review-app-matches', name: REVIEW_TEXTS[appLanguage()].command, callback: () => void openReview(context) }];
}

/** Opens the review of the given pairs, else of all of the vault. Pairs without two notes (an import was stopped) are left out. */
export async function openReview(context: CommandContext, given?: readonly ReviewPair[]): Promise<void> {
  const { app, vault } = context;
  const language = appLanguage();
  const message = new Notice(REVIEW_TEXTS[language].looking, 0);
  await runCommand(async () => {
    await saveOpenNotes(app);
    const settings = context.settings();
    const library = await openAppLibrary(vault, settings);
    const paths = new Set(library.apps.map(({ path }) => path));
    const pairs = (given ?? (await reviewVault(vault, settings))).flatMap((pair) => {
      const { a: { path: a }, b: { path: b } } = pair;
      return a !== null && b !== null && paths.has(a) && paths.has(b) ? [{ ...pair, paths: { a, b } }] : [];
    });
    const readApp = (path: string) => library.read(path).catch(() => null);
    new ReviewModal(app, { language, pairs, readApp, plan: (decisions) => planDecisions(decisions, vault, context.settings()), carryOut: carryOutIn(vault), notSameAs: settings.propertyNames.notSameAs }).open();
  });
  message.hide();
}
