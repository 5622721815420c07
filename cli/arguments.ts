/** The words after `regulatory-notices`, as a command. Nothing is guessed: an option that a command does not have is an error. */
import { parseArgs } from 'node:util';
import type { Language } from '../src/document/diagnostic';
import { isExportFormat, type ExportFormat } from '../src/insight/export-file';

/** A command with its words and options, complete and checked. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'parse'; readonly sources: readonly string[]; readonly json: boolean }
  | { readonly name: 'import'; readonly sources: readonly string[]; readonly vault: string; readonly dryRun: boolean; readonly json: boolean }
  | { readonly name: 'index'; readonly vault: string; readonly dryRun: boolean }
  | { readonly name: 'apps'; readonly vault: string; readonly json: boolean }
  | { readonly name: 'merge'; readonly keep: string; readonly drop: string; readonly vault: string; readonly dryRun: boolean }
  | { readonly name: 'split'; readonly app: string; readonly rows: readonly string[]; readonly vault: string; readonly dryRun: boolean }
  | { readonly name: 'check'; readonly vault: string; readonly json: boolean }
  | { readonly name: 'export'; readonly vault: string; readonly format: ExportFormat; readonly output: string }
  | { readonly name: 'link'; readonly notes: readonly string[]; readonly vault: string; readonly dryRun: boolean }
  | { readonly name: 'adopt'; readonly folder: string; readonly vault: string; readonly dryRun: boolean; readonly json: boolean }
  | { readonly name: 'undo'; readonly vault: string; readonly dryRun: boolean; readonly json: boolean };

/** What is wrong with the call; `word` is the part of it that is meant. */
export interface UsageProblem {
  readonly kind: 'no-command' | 'unknown-command' | 'unknown-option' | 'missing-value' | 'unwanted-value' | 'missing-option' | 'no-app' | 'no-second-app' | 'no-rows' | 'no-sources' | 'unwanted-word' | 'unknown-language' | 'unknown-format';
  readonly word: string;
}

/** A command that does some work. */
export type WorkingCommand = Exclude<Command['name'], 'help' | 'version'>;

/** The command, or why there is none and which one was meant; `language` is that of `--lang`, null where it is left out or not known. */
export type ParsedArguments =
  | { readonly ok: true; readonly command: Command; readonly language: Language | null }
  | { readonly ok: false; readonly problem: UsageProblem; readonly meant: WorkingCommand | null; readonly language: Language | null };

const OPTIONS = {
  vault: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  rows: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

type OptionName = keyof typeof OPTIONS;

const OPTIONS_OF: Readonly<Record<WorkingCommand, readonly OptionName[]>> = {
  parse: ['json'],
  import: ['vault', 'dry-run', 'json'],
  index: ['vault', 'dry-run'],
  apps: ['vault', 'json'],
  merge: ['vault', 'dry-run'],
  split: ['vault', 'dry-run', 'rows'],
  check: ['vault', 'json'],
  export: ['vault', 'format', 'output'],
  link: ['vault', 'dry-run'],
  adopt: ['vault', 'dry-run', 'json'],
  undo: ['vault', 'dry-run', 'json'],
};

interface Given {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<OptionName, string | true>;
  /** Values of every `--rows`. */
  readonly rows: readonly string[];
  readonly problem: UsageProblem | null;
}

/** Reads the words that follow the program's name; throws nothing. */
export function readArguments(argv: readonly string[]): ParsedArguments {
  const given = collect(argv);
  const language = languageOf(given.options.get('lang'));
  const [name, ...words] = given.words;
  const meant = name !== undefined && isWorkingCommand(name) ? name : null;
  const fail = (kind: UsageProblem['kind'], word: string): ParsedArguments => ({ ok: false, problem: { kind, word }, meant, language });
  const succeed = (command: Command): ParsedArguments => ({ ok: true, command, language });
  if (given.problem !== null) return fail(given.problem.kind, given.problem.word);
  const lang = given.options.get('lang');
  if (lang !== undefined && language === null) return fail('unknown-language', String(lang));
  if (given.options.has('help') || name === 'help') return succeed({ name: 'help' });
  if (given.options.has('version') || name === 'version') return succeed({ name: 'version' });
  if (name === undefined) return fail('no-command', '');
  if (!isWorkingCommand(name)) return fail('unknown-command', name);
  for (const option of given.options.keys()) {
    if (option !== 'lang' && !OPTIONS_OF[name].includes(option)) return fail('unknown-option', `--${option}`);
  }
  const vault = given.options.get('vault');
  if (OPTIONS_OF[name].includes('vault') && typeof vault !== 'string') return fail('missing-option', '--vault');
  const takesSources = name === 'parse' || name === 'import' || name === 'link';
  if (takesSources && words.length === 0) return fail('no-sources', name);
  // Words after `--rows KEY` are further keys: a shell gives them as words.
  const rows = [...given.rows, ...(name === 'split' ? words.filter(isRowKey) : [])];
  const apps = name === 'split' ? words.filter((word) => !isRowKey(word)) : words;
  const takesApps = name === 'split' ? 1 : name === 'merge' ? 2 : 0;
  if (apps.length < takesApps) return fail(takesApps === 2 ? 'no-second-app' : 'no-app', name);
  if (name === 'split' && rows.length === 0) return fail('no-rows', '--rows');
  // The folder to adopt may be left out: it is the whole vault then.
  const unwanted = takesSources ? undefined : apps[name === 'adopt' ? 1 : takesApps];
  if (unwanted !== undefined) return fail('unwanted-word', unwanted);
  const [first = '', second = ''] = apps;
  const json = given.options.has('json');
  const dryRun = given.options.has('dry-run');
  const folder = String(vault);
  switch (name) {
    case 'parse': return succeed({ name, sources: words, json });
    case 'import': return succeed({ name, sources: words, vault: folder, dryRun, json });
    case 'index': return succeed({ name, vault: folder, dryRun });
    case 'apps': return succeed({ name, vault: folder, json });
    case 'merge': return succeed({ name, keep: first, drop: second, vault: folder, dryRun });
    case 'split': return succeed({ name, app: first, rows, vault: folder, dryRun });
    case 'check': return succeed({ name, vault: folder, json });
    case 'export': return readExport(String(given.options.get('format') ?? ''), String(given.options.get('output') ?? ''), folder, succeed, fail);
    case 'link': return succeed({ name, notes: words, vault: folder, dryRun });
    case 'adopt': return succeed({ name, folder: first, vault: folder, dryRun, json });
    case 'undo': return succeed({ name, vault: folder, dryRun, json });
  }
}

function readExport(format: string, output: string, vault: string, succeed: (command: Command) => ParsedArguments, fail: (kind: UsageProblem['kind'], word: string) => ParsedArguments): ParsedArguments {
  if (format === '') return fail('missing-option', '--format');
  if (!isExportFormat(format)) return fail('unknown-format', format);
  return output === '' ? fail('missing-option', '-o') : succeed({ name: 'export', vault, format, output });
}

/** Tells options from words. The checks of parseArgs itself are off: they speak English only, and stop at no better place. */
function collect(argv: readonly string[]): Given {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, allowPositionals: true, tokens: true });
  const words: string[] = [];
  const options = new Map<OptionName, string | true>();
  const rows: string[] = [];
  let problem: UsageProblem | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value } = token;
    if (!isOption(token.name)) problem ??= { kind: 'unknown-option', word: rawName };
    else if (OPTIONS[token.name].type === 'boolean') {
      if (value !== undefined) problem ??= { kind: 'unwanted-value', word: rawName };
      options.set(token.name, true);
    } else if (value === undefined || value === '' || (value.startsWith('-') && !token.inlineValue)) {
      problem ??= { kind: 'missing-value', word: rawName };
    } else {
      options.set(token.name, value);
      if (token.name === 'rows') rows.push(value);
    }
  }
  return { words, options, rows, problem };
}

/** `miit-infringement:10#1#7`, `总第10批#1#~7`. */
function isRowKey(word: string): boolean {
  return /#\d+#~?\d+$/.test(word);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function isWorkingCommand(name: string): name is WorkingCommand {
  return Object.hasOwn(OPTIONS_OF, name);
}

function languageOf(value: string | true | undefined): Language | null {
  return value === 'zh' || value === 'en' ? value : null;
}
