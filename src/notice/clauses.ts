/** Sentences and clauses of a body, so that what is found can be quoted with the words around it. */

/** The piece of a sentence in which something was found. */
export interface Clause {
  /** The sentence: up to 。 or ；. */
  readonly sentence: string;
  /** The words between two commas; a comma in brackets parts nothing. */
  readonly text: string;
  /** Position of the sentence among all sentences of the body. */
  readonly sentenceIndex: number;
}

/** All clauses of the paragraphs in order. */
export function splitClauses(paragraphs: readonly string[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let sentenceIndex = 0;
  for (const paragraph of paragraphs) {
    for (const sentence of splitOutsideBrackets(paragraph, SENTENCE_ENDS)) {
      for (const text of splitOutsideBrackets(sentence, CLAUSE_ENDS)) clauses.push({ sentence, text, sentenceIndex });
      sentenceIndex += 1;
    }
  }
  return clauses;
}

const SENTENCE_ENDS = '。；;！？\n';
const CLAUSE_ENDS = '，,：:';
const OPENING = '（(《【[';
const CLOSING = '）)》】]';

/** The pieces of a text between any of the marks `at`, trimmed and none empty; a mark in brackets parts nothing. */
export function splitOutsideBrackets(text: string, at: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // No mark is an ideograph, and most of a text is.
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    const c = text.charAt(i);
    if (OPENING.includes(c)) depth += 1;
    else if (CLOSING.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && at.includes(c) && !isThousands(text, i)) {
      pieces.push(text.slice(start, i));
      start = i + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces.map((p) => p.trim()).filter((p) => p !== '');
}

/** 1，207款: a comma within a number. */
function isThousands(text: string, at: number): boolean {
  return /[,，]/.test(text.charAt(at)) && /[0-9０-９]/.test(text.charAt(at - 1)) && /^[0-9０-９]{3}(?![0-9０-９])/.test(text.slice(at + 1, at + 5));
}
