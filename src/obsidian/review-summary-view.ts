/** Draws what the user decided, and on demand the files that it would change. */
import type { Language } from '../document/diagnostic';
import { messageOf } from '../document/message-of';
import type { Plan } from '../plan/plan';
import type { ReviewPair, ReviewSide } from '../plan/review-list';
import { addAside } from './aside';
import { drawChanges, drawDiagnostics, isShort } from './report-view';
import type { ReviewSession } from './review-session';
import type { ReviewTexts } from './review-texts';
import type { Texts } from './texts';

/** What is drawn of a review. */
export interface DecisionsToDraw {
  readonly language: Language;
  readonly pairs: readonly ReviewPair[];
  /** What the decisions change. */
  readonly plan: () => Promise<Plan>;
}

/** Draws into `body` one line a decision, and a fold that plans when it is opened. */
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
    const wait = addAside(fold, texts.planning);
    void options.plan().then(
      (plan) => {
        wait.detach();
        drawDiagnostics(fold, plan.diagnostics, common, options.language);
        drawChanges(fold, plan, common, isShort(plan));
      },
      (error: unknown) => {
        console.error(error);
        wait.setText(common.readFailed(messageOf(error)));
      },
    );
  }, { once: true });
}

/** Homonyms bear one name: their files, or the developers of their rows, tell them apart. */
function namesOf(pair: ReviewPair | undefined): readonly [string, string] {
  if (pair === undefined) return ['', ''];
  const same = pair.a.name === pair.b.name;
  const nameOf = ({ name, path, row }: ReviewSide): string => {
    if (!same) return name;
    if (path !== null) return path.replace(/^.*\//, '').replace(/\.md$/i, '');
    return row?.developer == null ? name : `${name}（${row.developer}）`;
  };
  return [nameOf(pair.a), nameOf(pair.b)];
}
