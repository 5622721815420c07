/** What the user has decided in a review, and which pair comes next. Nothing is written before the end. */
import type { ReviewDecision } from '../plan/decide-review';

/** Two that may be one app, each by what it is known by (`sideId`). */
export interface PairIds {
  readonly a: string;
  readonly b: string;
}

/** What can be decided of a pair. */
export type DecisionKind = ReviewDecision['kind'];

/** A review at one moment; each step gives a new one. */
export interface ReviewSession {
  readonly pairs: readonly PairIds[];
  /** Number of the pair that is shown, from 0; the number of pairs at the end. */
  readonly at: number;
  /** In the order in which they were made, one a pair at most. */
  readonly decided: readonly { readonly pair: number; readonly kind: DecisionKind }[];
}

/** A review before its first decision. */
export function startReview(pairs: readonly PairIds[]): ReviewSession {
  return { pairs, at: 0, decided: [] };
}

/** Takes a decision about the pair that is shown, in place of one made before, and goes on. */
export function decide(session: ReviewSession, kind: DecisionKind): ReviewSession {
  if (session.at >= session.pairs.length) return session;
  const decided = [...session.decided.filter(({ pair }) => pair !== session.at), { pair: session.at, kind }];
  return skip({ ...session, decided });
}

/** Goes on to the next pair that is still a question. */
export function skip(session: ReviewSession): ReviewSession {
  const rest = session.pairs.map((_, pair) => pair).filter((pair) => pair > session.at);
  return { ...session, at: rest.find((pair) => !isSettled(session, pair)) ?? session.pairs.length };
}

/** Goes back to the pair before; decisions stay. */
export function back(session: ReviewSession): ReviewSession {
  const before = session.pairs.map((_, pair) => pair).filter((pair) => pair < session.at && !isSettled(session, pair));
  return { ...session, at: before.at(-1) ?? session.at };
}

/** Takes the last decision back and shows its pair again. */
export function undo(session: ReviewSession): ReviewSession {
  const last = session.decided.at(-1);
  return last === undefined ? session : { ...session, at: last.pair, decided: session.decided.slice(0, -1) };
}

/** What was decided about a pair; null where nothing was. */
export function decisionOf(session: ReviewSession, pair: number): DecisionKind | null {
  return session.decided.find((one) => one.pair === pair)?.kind ?? null;
}

/** Whether other decisions have made one app of the two already: A joined with B and B with C leave nothing to ask of A and C. */
function isSettled(session: ReviewSession, pair: number): boolean {
  const ids = session.pairs[pair];
  if (ids === undefined || decisionOf(session, pair) !== null) return false;
  const reached = new Set([ids.a]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { pair: other, kind } of session.decided) {
      const joined = kind === 'join' ? session.pairs[other] : undefined;
      if (joined !== undefined && (reached.has(joined.a) || reached.has(joined.b))) reached.add(joined.a).add(joined.b);
    }
  }
  return reached.has(ids.b);
}
