/** Runs the command line in this process and looks at what it says. */
import { runCommandLine } from '../../cli/run';
import type { Language } from '../../src/document/diagnostic';

export interface Outcome {
  readonly code: number;
  /** Lines on stdout and stderr. */
  readonly out: readonly string[];
  readonly err: readonly string[];
}

export async function runHere(argv: readonly string[], language: Language = 'en', stopped: () => boolean = () => false): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(argv, { out: (line) => out.push(line), err: (line) => err.push(line), progress: () => undefined, stopped, language });
  return { code, out, err };
}
