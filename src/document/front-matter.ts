/**
 * Front matter and metadata blocks: with `yaml-values.ts` and `yaml-comments.ts` the only place that knows YAML.
 *
 * bundling: gray-matter brings an `eval` engine, js-yaml 3 and a need for `Buffer`. In the bundle for Obsidian alias `js-yaml`
 * to its ESM file, replace `gray-matter/lib/engines.js` by stubs that throw, and define `Buffer.from` as `String`;
 * nothing here depends on any of the three. Options are always passed, which also keeps gray-matter from caching by content
 * (its second read of a bad block would silently give nothing).
 */
import matter from 'gray-matter';
import { diagnostic } from './diagnostic';
import type { Diagnostic } from './diagnostic';
import type { FrontMatter, YamlValue } from './document';
import { readYamlComments } from './yaml-comments';
import { emptyMap, isYamlMap, parseYaml, readYaml } from './yaml-values';

/** Front matter of a text, and where its body begins. */
export interface FrontMatterResult {
  readonly frontMatter: FrontMatter;
  /** Offset of the body in the text, in UTF-16 units. */
  readonly bodyStart: number;
  /** Line on which the body begins, from 1. */
  readonly bodyLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The keys of one metadata block in the body. */
export interface YamlBlockResult {
  /** Null where the block holds no keys at all. */
  readonly values: Readonly<Record<string, YamlValue>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** gray-matter runs what a file names as its language unless every engine but YAML refuses. */
const refuse = (): never => {
  throw new Error('only YAML is read');
};
const ENGINES = {
  // gray-matter hands the line end after the dashes over as well; without it the lines of an error are those of the block.
  yaml: { parse: (text: string) => parseYaml(text.startsWith('\n') ? text.slice(1) : text) as object, stringify: refuse },
  js: refuse,
  javascript: refuse,
  coffee: refuse,
  json: refuse,
};

interface FoundBlock {
  /** What stands after the three dashes, e.g. `js`. */
  readonly language: string;
  readonly yaml: string;
  /** Line of the first line of YAML, from 1. */
  readonly yamlLine: number;
  readonly bodyStart: number;
  readonly bodyLine: number;
}

/**
 * Reads the properties at the head of a text. Blank lines before them are allowed (news feeds have them).
 * Bad YAML gives `bad-front-matter` with its line and no values; the body is still found. Another language than YAML
 * is refused and never run (`front-matter-language`). Never throws.
 */
export function readFrontMatter(text: string): FrontMatterResult {
  const found = findBlock(text);
  if (found === null) return { frontMatter: { values: emptyMap(), comments: emptyMap() }, bodyStart: text.startsWith('\uFEFF') ? 1 : 0, bodyLine: 1, diagnostics: [] };
  const { bodyStart, bodyLine } = found;
  const none = { values: emptyMap<YamlValue>(), comments: emptyMap<string>() };
  if (!/^(?:ya?ml)?$/i.test(found.language)) {
    const refused = diagnostic('front-matter-language', { line: found.yamlLine - 1 }, { language: found.language });
    return { frontMatter: none, bodyStart, bodyLine, diagnostics: [refused] };
  }
  const comments = readYamlComments(found.yaml);
  const result = readYaml(found.yaml, parseThroughGrayMatter);
  if (result.ok && isYamlMap(result.value)) return { frontMatter: { values: result.value, comments }, bodyStart, bodyLine, diagnostics: [] };
  if (result.ok && result.value === null) return { frontMatter: { ...none, comments }, bodyStart, bodyLine, diagnostics: [] };
  const failure = result.ok ? { reason: 'not a list of properties', line: 0 } : result;
  const bad = diagnostic('bad-front-matter', { line: found.yamlLine + failure.line }, { reason: failure.reason });
  return { frontMatter: none, bodyStart, bodyLine, diagnostics: [bad] };
}

/**
 * Reads a metadata block (the text inside a ```` ```YAML ```` fence) whose first line is line `firstLine` of the file.
 * What is not valid YAML, as titles with a colon or with quotes inside are not, is read line by line as `key: value`
 * and reported (`bad-metadata-block`).
 */
export function readYamlBlock(text: string, firstLine: number): YamlBlockResult {
  const result = readYaml(text);
  if (result.ok && isYamlMap(result.value)) return { values: result.value, comments: readYamlComments(text), diagnostics: [] };
  if (result.ok && result.value === null) return { values: emptyMap(), comments: readYamlComments(text), diagnostics: [] };
  const failure = result.ok ? { reason: 'not a list of properties', line: 0 } : result;
  const bad = diagnostic('bad-metadata-block', { line: firstLine + failure.line }, { reason: failure.reason });
  return { values: readLineByLine(text), comments: emptyMap(), diagnostics: [bad] };
}

/** The block alone is handed over, between delimiters of our own: gray-matter takes `\n---x` for an end and any text for a block. */
function parseThroughGrayMatter(yaml: string): unknown {
  // A block of comments only is "empty" to gray-matter, and a `---` line cannot occur inside: findBlock ends there.
  return matter(`---\n${yaml}\n---\n`, { language: 'yaml', engines: ENGINES }).data;
}

const OPENING = /^\uFEFF?(?:[ \t]*\r?\n)*---[ \t]*([\w+.-]*)[ \t]*\r?\n/;
const LOOKS_LIKE_A_PROPERTY = /^[^\s#:][^:\n]*:(?:\s|$)/m;

function findBlock(text: string): FoundBlock | null {
  const opening = OPENING.exec(text);
  if (opening === null) return null;
  const yamlStart = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/gm;
  closing.lastIndex = yamlStart;
  const end = closing.exec(text);
  if (end === null) return null;
  const yaml = text.slice(yamlStart, end.index);
  const language = opening[1] ?? '';
  // Two rules around a sentence are not front matter.
  if (language === '' && yaml.trim() !== '' && !LOOKS_LIKE_A_PROPERTY.test(yaml)) return null;
  const bodyStart = end.index + end[0].length;
  return { language, yaml, yamlLine: countLines(text, yamlStart) + 1, bodyStart, bodyLine: countLines(text, bodyStart) + 1 };
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** `key: value` as it stands on each line; a line without a key carries the value above on. */
function readLineByLine(text: string): Record<string, YamlValue> {
  const values = emptyMap<YamlValue>();
  let key = '';
  for (const line of text.split(/\r?\n/)) {
    const pair = /^\s*([^\s:：#][^:：]*?)\s*(?:：|:(?=\s|$))\s*(.*?)\s*$/.exec(line);
    if (pair && pair[1] !== undefined) {
      key = pair[1];
      values[key] = pair[2] === undefined || pair[2] === '' ? null : pair[2];
    } else if (key !== '' && line.trim() !== '') {
      const before = values[key];
      const more = line.trim().replace(/^-\s+/, '');
      values[key] = typeof before === 'string' ? `${before}\n${more}` : more;
    }
  }
  return values;
}
