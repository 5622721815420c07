/** Holds src/ to the order of its rooms (docs/ARCHITECTURE.md) and to what a phone and a review allow. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Rooms from the innermost outwards: a file may import from its own room and from those before it. */
const ROOMS = ['vault-path', 'settings', 'document', 'notice', 'apps', 'notes', 'plan', 'insight', 'import-notices', 'import-url', 'obsidian', 'cli', 'main'] as const;
type Room = (typeof ROOMS)[number];

interface SourceFile {
  /** Path from the root with `/`. */
  readonly path: string;
  readonly room: Room | null;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** Room of a path such as `src/notes/links.ts`, `src/import-notices.ts`, `cli/main.ts`; null for a place that the design does not know. */
function roomOf(path: string): Room | null {
  const [top, second = ''] = path.split('/');
  if (top === 'cli') return 'cli';
  const name = second.replace(/\.ts$/, '');
  return ROOMS.find((room) => room === name && room !== 'cli') ?? null;
}

function readSource(path: string): SourceFile {
  const name = relative(root, path).replaceAll('\\', '/');
  const text = readFileSync(path, 'utf8');
  return { path: name, room: roomOf(name), text, tree: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true) };
}

/** What a file imports or re-exports, types too. */
function importsOf(file: SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      names.push(node.moduleSpecifier.text);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      names.push(name && ts.isStringLiteral(name) ? name.text : '(computed)');
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) names.push(node.argument.literal.text);
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return names;
}

/** Path from the root that a relative import leads to, with `.ts`. */
function resolveImport(from: string, name: string): string {
  const path = relative(root, resolve(root, dirname(from), name)).replaceAll('\\', '/');
  return path.endsWith('.ts') ? path : `${path}.ts`;
}

const files = [...listFiles(join(root, 'src')), ...listFiles(join(root, 'cli'))].map(readSource);
const sources = files.filter((file) => file.path.startsWith('src/'));
const core = sources.filter((file) => file.room !== 'obsidian' && file.room !== 'main');

/** Arrows against the order, as `from → to`. */
function wrongArrows(list: readonly { path: string; room: Room | null; imports: readonly string[] }[]): string[] {
  return list.flatMap((file) =>
    file.imports
      .filter((name) => name.startsWith('.') && !name.endsWith('.json'))
      .map((name) => resolveImport(file.path, name))
      .filter((target) => {
        const to = roomOf(target);
        if (file.room === null || to === null) return true;
        // The two hosts stand beside each other: neither may know the other.
        if (file.room === 'cli' && to === 'obsidian') return true;
        return ROOMS.indexOf(to) > ROOMS.indexOf(file.room);
      })
      .map((target) => `${file.path} → ${target}`),
  );
}

/** Cycles among files, each as the list of paths it runs through. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      cycles.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return cycles;
}

/** Names of variables (not of properties) that a file uses. */
function globalsOf(file: SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const parent = node.parent;
      const isProperty =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        ((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) && parent.name === node);
      if (!isProperty) names.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return names;
}

describe('the rooms of the house', () => {
  it('has every file of src/ in a known room', () => {
    expect(files.filter((file) => file.room === null).map((file) => file.path)).toEqual([]);
  });

  it('imports leftwards only', () => {
    expect(wrongArrows(files.map((file) => ({ ...file, imports: importsOf(file) })))).toEqual([]);
  });

  it('would see an arrow against the order', () => {
    expect(wrongArrows([{ path: 'src/document/read.ts', room: 'document', imports: ['../notice/notice', './markdown/lines', 'js-yaml'] }])).toEqual([
      'src/document/read.ts → src/notice/notice.ts',
    ]);
  });

  it('has no cycle among files', () => {
    const graph = new Map(files.map((file) => [file.path, importsOf(file).filter((name) => name.startsWith('.') && !name.endsWith('.json')).map((name) => resolveImport(file.path, name))]));
    expect(findCycles(graph)).toEqual([]);
  });

  it('would see a cycle', () => {
    expect(findCycles(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]]))).toEqual([['b', 'c', 'b']]);
  });

  it('has imports that all lead to a file', () => {
    const paths = new Set(files.map((file) => file.path));
    const lost = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.') && !name.endsWith('.json') && !paths.has(resolveImport(file.path, name)))
        .map((name) => `${file.path} → ${name}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('what the core knows of its hosts', () => {
  it('imports no obsidian', () => {
    expect(core.filter((file) => importsOf(file).includes('obsidian')).map((file) => file.path)).toEqual([]);
  });

  it('imports nothing of Node below src/', () => {
    const wrong = sources.filter((file) => importsOf(file).some((name) => name.startsWith('node:') || ['fs', 'path', 'os', 'crypto', 'buffer'].includes(name)));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('uses no global of Node and evaluates nothing below src/', () => {
    const forbidden = ['Buffer', 'process', 'eval', 'Function', 'require', '__dirname'];
    const wrong = sources.flatMap((file) => {
      const used = globalsOf(file);
      return forbidden.filter((name) => used.has(name)).map((name) => `${file.path}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('touches no document or window in the core', () => {
    const wrong = core.flatMap((file) => {
      const used = globalsOf(file);
      return ['document', 'window', 'activeDocument', 'DOMParser', 'fetch'].filter((name) => used.has(name) && !declares(file, name)).map((name) => `${file.path}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('writes no innerHTML and no lookbehind below src/', () => {
    const wrong = sources.flatMap((file) =>
      [/\.(?:inner|outer)HTML\b/, /insertAdjacentHTML/, /\(\?<[=!]/].filter((pattern) => pattern.test(file.text)).map((pattern) => `${file.path}: ${pattern.source}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the size and the names of modules', () => {
  it('keeps every module under 300 lines', () => {
    const long = files.map((file) => ({ path: file.path, lines: file.text.split('\n').length })).filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('names files for one job, in kebab-case', () => {
    const wrong = files.filter((file) => {
      const parts = file.path.replace(/\.ts$/, '').split('/');
      return parts.some((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part) || ['utils', 'util', 'helpers', 'common', 'misc'].includes(part));
    });
    expect(wrong.map((file) => file.path)).toEqual([]);
  });
});

/** Whether a file has a variable or parameter of that name of its own, as `document` often is. */
function declares(file: SourceFile, name: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if ((ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name) && node.name.text === name) found = true;
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === name) return;
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}
