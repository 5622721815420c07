/** The order of pairs in a review, and what is remembered of it. */
import { describe, expect, it } from 'vitest';
import { back, decide, decisionOf, skip, startReview, undo, type ReviewSession } from '../../src/obsidian/review-session';

const PAIRS = [{ a: '甲', b: '乙' }, { a: '乙', b: '丙' }, { a: '甲', b: '丙' }, { a: '丁', b: '戊' }];
const start = (): ReviewSession => startReview(PAIRS);
const join = (session: ReviewSession): ReviewSession => decide(session, 'join');
const apart = (session: ReviewSession): ReviewSession => decide(session, 'apart');

describe('going on', () => {
  it('shows pair after pair and ends after the last', () => {
    const seen = [start()];
    for (let i = 0; i < 5; i += 1) seen.push(skip(seen[i]!));
    expect(seen.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 4]);
    expect(decide(seen[4]!, 'join')).toBe(seen[4]);
  });

  it('does not ask about two apps that other pairs have made one', () => {
    const session = join(join(start()));
    expect(session.at).toBe(3);
    expect(back(session).at).toBe(1);
  });

  it('asks where one of the other pairs is kept apart', () => {
    expect(apart(join(start())).at).toBe(2);
  });
});

describe('going back', () => {
  it('stays at the first pair', () => {
    expect(back(start()).at).toBe(0);
  });

  it('keeps what was decided, and takes another word for it', () => {
    const session = back(join(start()));
    expect([session.at, decisionOf(session, 0)]).toEqual([0, 'join']);
    expect(apart(session).decided).toEqual([{ pair: 0, kind: 'apart' }]);
  });

  it('takes decisions back one by one, the last made first', () => {
    const session = apart(skip(join(start())));
    const once = undo(session);
    expect([once.at, once.decided]).toEqual([2, [{ pair: 0, kind: 'join' }]]);
    const twice = undo(once);
    expect([twice.at, twice.decided]).toEqual([0, []]);
    expect(undo(twice)).toBe(twice);
  });
});
