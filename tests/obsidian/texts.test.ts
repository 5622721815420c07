/**
 * Every sentence that the plugin says: there in both languages, in that language alone, and said somewhere.
 * The tables are the files `…-texts.ts` and `texts.ts`; a new one is found by its name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIAGNOSTIC_TEXTS } from '../../src/document/diagnostic';
import { IMPORT_TEXTS } from '../../src/obsidian/import-texts';
import { OVERVIEW_TEXTS } from '../../src/obsidian/overview-texts';
import { SETTING_TEXTS } from '../../src/obsidian/setting-texts';
import { installNodeDom } from '../support/obsidian-host/node-dom';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'src/obsidian');
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const tables = files.filter((name) => /(?:^|-)texts\.ts$/.test(name));

type Said = Map<string, string>;

/** What a table says, by the path of each string; a sentence with values is said with values that have no letters. */
function say(value: unknown, path: string, said: Said): Said {
  if (typeof value === 'string') said.set(path, value);
  else if (typeof value === 'function') for (const count of [1, 2, 3]) sayWith(value as Sentence, count, `${path}(${count})`, said);
  else if (typeof value === 'object' && value !== null) for (const [key, each] of Object.entries(value)) say(each, path === '' ? key : `${path}.${key}`, said);
  else throw new Error(`${path} is neither a sentence nor a group of them.`);
  return said;
}

type Sentence = (...values: unknown[]) => unknown;

/** A sentence takes numbers, texts, or an object of numbers: what makes a whole sentence is what it takes. */
function sayWith(sentence: Sentence, count: number, path: string, said: Said): void {
  const object = new Proxy({}, { get: () => count });
  let result: unknown;
  for (const value of [count, String(count), object]) {
    try {
      result = sentence(...Array.from({ length: Math.max(sentence.length, 1) }, () => value));
    } catch {
      continue;
    }
    if (typeof result === 'string' && !/undefined|NaN|\[object/.test(result) && result.trim() !== '') break;
  }
  // Null: it has no words for this, and what it speaks of bears its own name.
  if (result !== null) say(result, path, said);
}

async function readTables(): Promise<ReadonlyMap<string, { readonly en: Said; readonly zh: Said }>> {
  const found = new Map<string, { en: Said; zh: Said }>();
  for (const name of tables) {
    // eslint-disable-next-line no-unsanitized/method -- a file of this project, found by its name
    const module = (await import(join(folder, name))) as Readonly<Record<string, unknown>>;
    for (const [constant, value] of Object.entries(module)) {
      if (!/^[A-Z_]*TEXTS$/.test(constant)) continue;
      const { en, zh } = value as Readonly<Record<'en' | 'zh', unknown>>;
      found.set(constant, { en: say(en, '', new Map()), zh: say(zh, '', new Map()) });
    }
  }
  return found;
}

let said: ReadonlyMap<string, { readonly en: Said; readonly zh: Said }>;

beforeAll(async () => {
  installNodeDom();
  said = await readTables();
});

/** Every sentence of a language as `table.path: sentence`. */
const sentences = (language: 'en' | 'zh'): readonly (readonly [where: string, sentence: string])[] => [
  ...[...said].flatMap(([table, languages]) => [...languages[language]].map(([path, sentence]) => [`${table}.${path}`, sentence] as const)),
  ...Object.entries(DIAGNOSTIC_TEXTS).map(([code, [, en, zh]]) => [`DIAGNOSTIC_TEXTS.${code}`, { en, zh }[language]] as const),
];
const wrong = (language: 'en' | 'zh', isWrong: (sentence: string) => boolean): readonly string[] => sentences(language).filter(([, sentence]) => isWrong(sentence)).map(([where, sentence]) => `${where}: ${sentence}`);

/** Names that are the same in every language. */
const PRODUCTS = /Web Clipper|Excel|JSON|CSV/g;
/** Words that stand in the notes and in their sources, whatever the language of the app. */
const TERMS = /通报\/侵害|通报\/下架|侵害通报|下架通报|总第10批/g;
/** What a sentence shows of a notice. */
const SAMPLES = /\.sample[A-Z]/;

describe('the tables', () => {
  it('are all found', () => {
    expect(said.size).toBeGreaterThanOrEqual(tables.length);
    expect([...said].flatMap(([table, { en }]) => (en.size === 0 ? [table] : []))).toEqual([]);
  });

  it('say the same things in both languages', () => {
    for (const [table, { en, zh }] of said) expect([table, ...[...zh.keys()].sort()]).toEqual([table, ...[...en.keys()].sort()]);
  });

  it('say nothing empty, doubled or half', () => {
    const isBad = (sentence: string): boolean => sentence.trim() === '' || sentence !== sentence.trim() || / {2}|undefined|NaN|\[object/.test(sentence);
    expect([...wrong('en', isBad), ...wrong('zh', isBad)]).toEqual([]);
  });

  it('say Chinese things in Chinese', () => {
    // Two English words beside each other are a sentence.
    const isEnglish = (sentence: string): boolean => /[A-Za-z]{2,} [A-Za-z]{2,}/.test(sentence) || (!/[\u4e00-\u9fff]/.test(sentence) && /[A-Za-z]{3,}/.test(sentence));
    expect(wrong('zh', (sentence) => isEnglish(sentence.replace(PRODUCTS, '')))).toEqual([]);
  });

  it('say English things in English', () => {
    const found = sentences('en').filter(([where, sentence]) => !SAMPLES.test(where) && /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/.test(sentence.replace(TERMS, '')));
    expect(found).toEqual([]);
  });

  it('write Chinese as it is printed: full-width marks, and no “你”', () => {
    expect(wrong('zh', (sentence) => /你|帐号|[\u4e00-\u9fff][,;!?](?:\s|$|[\u4e00-\u9fff])|[\u4e00-\u9fff]:(?!\/\/)|\.\.\./.test(sentence))).toEqual([]);
  });
});

describe('the words for one thing', () => {
  it('are the same in the settings and where the first import asks', () => {
    expect(IMPORT_TEXTS.zh.choiceNotable(3)).toBe(`仅限${SETTING_TEXTS.zh.appNotesChoices.notable}应用（3 款）`);
  });

  it('are the same over the deadlines as in each of them', () => {
    expect(OVERVIEW_TEXTS.zh.deadlines).toContain(OVERVIEW_TEXTS.zh.mendBy('').trim());
  });
});

describe('the names of commands', () => {
  it('are in sentence case, without the plugin’s name and without the word command', () => {
    const names = sentences('en').filter(([where]) => /\.command$|Command$|\.importFile$|\.importActiveNote$/.test(where));
    expect(names.length).toBeGreaterThan(15);
    for (const [where, name] of names) expect([where, name]).toEqual([where, expect.stringMatching(/^[A-Z](?!.*(?:Regulatory|[Cc]ommand))[a-z]*(?: (?:[a-z]+|URL|CSV))*…?$/)]);
  });
});

describe('the sources', () => {
  const program = ts.createProgram(ts.sys.readDirectory(join(root, 'src'), ['.ts']), { ...ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')).config, ts.sys, root).options, noEmit: true });
  const checker = program.getTypeChecker();
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.includes('/src/obsidian/') || fileName.endsWith('/src/main.ts'));
  const isTable = ({ fileName }: ts.SourceFile): boolean => /(?:^|[-/])texts\.ts$/.test(fileName);

  it('use every sentence of every table', () => {
    const declared = new Map<ts.Symbol, string>();
    for (const source of sources.filter(isTable)) {
      const visit = (node: ts.Node): void => {
        if (ts.isPropertySignature(node)) {
          const symbol = checker.getSymbolAtLocation(node.name);
          if (symbol !== undefined) declared.set(symbol, `${source.fileName.replace(/^.*\//, '')}: ${node.name.getText()}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(declared.size).toBeGreaterThan(250);
    const unused = new Map(declared);
    const use = (symbol: ts.Symbol | undefined): void => {
      if (symbol === undefined) return;
      unused.delete(symbol);
      // A property of a type made of another (Omit, Pick, a union) leads back to where it was declared.
      for (const declaration of symbol.declarations ?? []) if (ts.isPropertySignature(declaration)) unused.delete(checker.getSymbolAtLocation(declaration.name) as ts.Symbol);
    };
    for (const source of sources) {
      const visit = (node: ts.Node): void => {
        if (ts.isPropertyAccessExpression(node)) use(checker.getSymbolAtLocation(node.name));
        if (ts.isElementAccessExpression(node)) for (const property of checker.getTypeAtLocation(node.expression).getProperties()) if (isNamedBy(checker.getTypeAtLocation(node.argumentExpression), property.name)) use(property);
        if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) use(checker.getTypeAtLocation(node.parent).getProperty((node.propertyName ?? node.name).getText()));
        // A group that is spread, or handed on as something else, is used by whom it is handed to.
        if (ts.isSpreadAssignment(node)) for (const property of checker.getTypeAtLocation(node.expression).getProperties()) use(property);
        if (ts.isPropertyAccessExpression(node)) for (const property of handedOn(node)) use(property);
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect([...unused.values()]).toEqual([]);
  });

  /** Properties of a group that is taken for a thing of another type. */
  function handedOn(node: ts.Expression): readonly ts.Symbol[] {
    const expected = checker.getContextualType(node);
    if (expected === undefined) return [];
    return checker.getTypeAtLocation(node).getProperties().filter((property) => {
      const taken = expected.getProperty(property.name);
      return taken !== undefined && taken !== property;
    });
  }

  it('say nothing that is in no table', () => {
    const found: string[] = [];
    for (const source of sources.filter((each) => !isTable(each) && !each.fileName.endsWith('/demo-notices.ts'))) {
      const visit = (node: ts.Node): void => {
        const text = ts.isPropertyName(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node ? null : ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : null;
        if (text !== null && (/[\u4e00-\u9fff]/.test(text) || (isShown(node) && /[A-Za-z]{2,}/.test(text)))) found.push(`${source.fileName.replace(/^.*\//, '')}: ${text}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(found).toEqual([]);
  });
});

function isNamedBy(type: ts.Type, name: string): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => (part.isStringLiteral() ? part.value === name : (part.flags & ts.TypeFlags.StringLike) !== 0));
}

/** Whether the app would show a text that stands here: the text or title of an element, a message, a name. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return /^(?:text|title|placeholder|name|'aria-label')$/.test(parent.name.getText()) && !(ts.isPropertyAssignment(parent.parent.parent) && parent.parent.parent.name.getText() === 'attr' && parent.name.getText() === 'name');
  if (ts.isCallExpression(parent)) return /\b(?:setText|setTitle|setName|setDesc|setButtonText|setTooltip|setPlaceholder|appendText)$/.test(parent.expression.getText());
  return ts.isNewExpression(parent) && parent.expression.getText() === 'Notice';
}
