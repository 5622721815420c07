/** Draws what the user decided, and on demand the files that it would change. */
import type { Language } from '../document/diagnostic';
import type { Plan } from '../plan/plan';
import type { ReviewPair } from '../plan/review-list';
import { drawChanges, drawDiagnostics, isShort } from './report-view';
import type { PairPaths, ReviewSession } from './review-session';
import type { ReviewTexts } from './review-texts';
import type { Texts } from './texts';

/** A pair whose two notes are in the vault. */
export interface NotedPair extends ReviewPair {
  readonly paths: PairPaths;
}

export interface DecisionsToDraw {
  readonly language: Language;
  readonly pairs: readonly NotedPair[];
  /** What the decisions change. */
  readonly plan: () => Promise<Plan>;
}

export function drawDecisions(body: HTMLElement, session: ReviewSession, options: DecisionsToDraw, texts: ReviewTexts, common: Texts): void {
  body.createEl('p', { cls: 'regulatory-notices-summary', text: texts.summaryLead(session.decided.length) });
  const list = body.createEl('ul');
  for (const { pair, kind } of session.decided) {
    const [a, b] = namesOf(options.pairs[pair]);
    list.createEl('li', { cls: 'regulatory-notices-source', text: texts.outcome[kind](a, b) });
  }
  const fold = body.createEl('details', { cls: 'regulatory-notices-section' });
  fold.createEl('summary', { text: texts.showFiles });
  // The whole vault is looked through for links: only where someone wants to see it.
  fold.addEventListener('toggle', () => {
    const wait = fold.createDiv({ cls: 'regulatory-notices-aside', text: texts.planning });
    void options.plan().then(
      (plan) => {
        wait.detach();
        drawDiagnostics(fold, plan.diagnostics, common, options.language);
        drawChanges(fold, plan, common, isShort(plan));
      },
      (error: unknown) => {
        console.error(error);
        wait.setText(common.readFailed(error instanceof Error ? error.message : String(error)));
      },
    );
  }, { once: true });
}

/** Homonyms bear one name: their files tell them apart. */
function namesOf(pair: NotedPair | undefined): readonly [string, string] {
  if (pair === undefined) return ['', ''];
  const same = pair.a.name === pair.b.name;
  const nameOf = (side: ReviewPair['a'], path: string): string => (same ? path.replace(/^.*\//, '').replace(/\.md$/i, '') : side.name);
  return [nameOf(pair.a, pair.paths.a), nameOf(pair.b, pair.paths.b)];
}
