/** A doubtful pair for programs. */
import type { Language } from '../src/document/diagnostic';
import type { ReviewPair, ReviewSide } from '../src/plan/review-list';

/** A pair that may be one app; `evidence` is a sentence in the language of the terminal. */
export interface ReviewJson {
  readonly kind: ReviewPair['kind'];
  /** From 0 to 1. */
  readonly score: number;
  readonly evidence: string;
  readonly a: ReviewSide;
  readonly b: ReviewSide;
}

/** A pair as it is printed. */
export function reviewJson({ kind, score, evidence, a, b }: ReviewPair, language: Language): ReviewJson {
  return { kind, score, evidence: evidence[language], a, b };
}
