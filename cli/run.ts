/** One call of the command line, from its words to its exit code. */
import { messageOf } from '../src/document/message-of';
import { version } from '../package.json';
import { readArguments } from './arguments';
import type { Command } from './arguments';
import { runAdopt } from './commands/adopt';
import { runApps } from './commands/apps';
import { runCheck } from './commands/check';
import { runExport } from './commands/export';
import { runImport } from './commands/import';
import { runIndex } from './commands/index-pages';
import { runLink } from './commands/link';
import { runMerge } from './commands/merge';
import { runParse } from './commands/parse';
import { runSplit } from './commands/split';
import { runUndo } from './commands/undo';
import type { ExitCode } from './exit-code';
import { helpLines, usageLines } from './help';
import { printable } from './terminal';
import type { Terminal } from './terminal';
import { fill, SENTENCES, USAGE_PROBLEMS } from './texts';

/** Runs a call and says how it went. Never throws: what nobody foresaw is a line on the error stream and code 1. */
export async function runCommandLine(argv: readonly string[], surroundings: Terminal): Promise<ExitCode> {
  const parsed = readArguments(argv);
  const terminal: Terminal = parsed.language === null ? surroundings : { ...surroundings, language: parsed.language };
  if (!parsed.ok) {
    const { kind, word } = parsed.problem;
    terminal.err(printable(fill(USAGE_PROBLEMS[kind][terminal.language], { word })));
    terminal.err('');
    for (const line of usageLines(parsed.meant, terminal.language)) terminal.err(line);
    return 2;
  }
  try {
    return await runCommand(parsed.command, terminal);
  } catch (error) {
    terminal.err(printable(fill(SENTENCES.failure[terminal.language], { detail: messageOf(error) })));
    return 1;
  }
}

function runCommand(command: Command, terminal: Terminal): ExitCode | Promise<ExitCode> {
  switch (command.name) {
    case 'help':
      for (const line of helpLines(terminal.language)) terminal.out(line);
      return 0;
    case 'version':
      terminal.out(version);
      return 0;
    case 'parse': return runParse(command, terminal);
    case 'import': return runImport(command, terminal);
    case 'index': return runIndex(command, terminal);
    case 'apps': return runApps(command, terminal);
    case 'merge': return runMerge(command, terminal);
    case 'split': return runSplit(command, terminal);
    case 'check': return runCheck(command, terminal);
    case 'export': return runExport(command, terminal);
    case 'link': return runLink(command, terminal);
    case 'adopt': return runAdopt(command, terminal);
    case 'undo': return runUndo(command, terminal);
  }
}
