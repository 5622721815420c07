/** What the words of a body say: how many, until when, after which notice, and the figures of news. */
import { findCitations } from './citations';
import { splitClauses } from './clauses';
import { findDeadline } from './deadline';
import { findFigures } from './figures';
import { listsApps, type Batch, type Notice, type NoticeKind, type NoticeList } from './notice';
import { findStatedCount, type CountEvidence } from './stated-counts';
import { quoteFrom, simplify } from './traditional';

/** What is known of a notice before its body is asked. */
export interface BodyContext {
  readonly kind: NoticeKind;
  readonly lists: readonly NoticeList[];
  /** Day of publication, `YYYY-MM-DD`: years that the words leave out are told from it. */
  readonly date: string | null;
  readonly batch: Batch | null;
  readonly counts: CountEvidence;
}

/** The fields of a notice that its body fills. */
export type BodyFacts = Pick<Notice, 'statedCount' | 'deadline' | 'cites' | 'figures'>;

/** Read in simplified characters, quoted in the source's own. */
export function readBodyFacts(paragraphs: readonly string[], { kind, lists, date, batch, counts }: BodyContext): BodyFacts {
  const simple = paragraphs.map(simplify);
  if (kind === 'news') {
    const quote = quoteFrom(paragraphs, simple);
    return { statedCount: null, deadline: null, cites: [], figures: findFigures(simple, date).map((figure) => ({ ...figure, phrase: quote(figure.phrase) })) };
  }
  if (!listsApps(kind)) return { statedCount: null, deadline: null, cites: [], figures: [] };
  const clauses = splitClauses(simple);
  const facts: BodyFacts = { statedCount: findStatedCount(clauses, lists, counts), deadline: findDeadline(clauses, date), cites: findCitations(clauses, lists, batch, date), figures: [] };
  return simple.every((text, i) => text === paragraphs[i]) ? facts : quoted(facts, quoteFrom(paragraphs, simple));
}

function quoted(facts: BodyFacts, quote: (phrase: string) => string): BodyFacts {
  const { statedCount, deadline, cites } = facts;
  return {
    statedCount: statedCount === null ? null : { ...statedCount, phrase: statedCount.phrase === null ? null : quote(statedCount.phrase), parts: statedCount.parts.map((p) => ({ ...p, phrase: quote(p.phrase) })) },
    deadline: deadline === null ? null : { ...deadline, phrase: quote(deadline.phrase) },
    cites: cites.map((cite) => ({ ...cite, phrase: quote(cite.phrase) })),
    figures: facts.figures,
  };
}
