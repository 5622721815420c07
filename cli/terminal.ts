/** What the command line has around it: two streams of text, the language of the user, and the wish to stop. Handed in, so that tests can look on. */
import type { Language } from '../src/document/diagnostic';

/** Where a command says what it has to say. */
export interface Terminal {
  /** Writes one line of result. */
  readonly out: (line: string) => void;
  /** Writes one line of complaint. */
  readonly err: (line: string) => void;
  /** Shows how far the work is, in place; does nothing where nobody watches. */
  readonly progress: (done: number, total: number) => void;
  /** True once the user asked to stop (Ctrl-C). */
  readonly stopped: () => boolean;
  readonly language: Language;
}

/** Chinese where the environment says so, as POSIX orders the variables; else English. */
export function languageOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}

/**
 * Text of a source or a file name, safe to show: control characters could move the cursor or retitle the window, and direction marks
 * could make a line read as another. A carriage return is shown, because a diff may be about nothing else.
 */
export function printable(text: string): string {
  return text.replace(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, (character) => {
    if (character === '\t') return character;
    return character === '\r' ? '␍' : '\uFFFD';
  });
}
