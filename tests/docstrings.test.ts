/** Holds every export of src/ and cli/ to a docstring of its own: what goes in and out, in which units, and where a rule comes from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return isNamed ? [statement.name?.text ?? 'default'] : [];
}

/** Whether a docstring ends on the line before: what stands higher, a blank line between, speaks of the file. */
function hasDocstring(statement: ts.Statement, tree: ts.SourceFile): boolean {
  const lineOf = (at: number): number => tree.getLineAndCharacterOfPosition(at).line;
  const doc = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).at(-1);
  return doc !== undefined && ts.getTextOfJSDocComment(doc.comment) !== '' && lineOf(statement.getStart(tree)) - lineOf(doc.end) === 1;
}

/** Exports without a docstring as `file: name`. The first form of an overloaded function speaks for all. */
function undocumented(path: string, text: string): readonly string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const seen = new Set<string>();
  return tree.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const names = namesOf(statement).filter((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    return hasDocstring(statement, tree) ? [] : names.map((name) => `${path}: ${name}`);
  });
}

describe('docstrings', () => {
  it('stand over every export', () => {
    const files = ['src', 'cli'].flatMap((folder) => listFiles(join(root, folder)));
    const found = files.flatMap((path) => undocumented(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(300);
  });

  it('are missed where only the file has one, or a comment of another kind stands there', () => {
    const text = [
      '/** The file. */', '', 'export const first = 1;', '// Why.', 'export type Second = string;', '/** What it gives. */', 'export function third(): void {}',
      'export function third(a: string): void;', '/** Overloaded. */', 'export function fourth(a: number): void;', 'export function fourth(a?: number): void {}', 'function own(): void {}',
    ].join('\n');
    expect(undocumented('a.ts', text)).toEqual(['a.ts: first', 'a.ts: Second']);
  });
});
