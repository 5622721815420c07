// What the plugin's bundle must not hold. The bundle is parsed, not searched: `vault.process(…)` is a method of the
// app, `process.env` is Node, and only a parser can tell them apart in minified code.
import ts from 'typescript';

/** Globals that exist on desktop or Node only, or that run text as code. */
const FORBIDDEN_GLOBALS = new Set(['Buffer', 'process', 'eval', 'Function', '__dirname', '__filename']);
/** Modules that the app provides. */
const ALLOWED_MODULES = new Set(['obsidian']);
/** iOS before 16.4 refuses to load a file with a lookbehind in it. */
const LOOKBEHIND = /\(\?<[=!]/;

/**
 * Reads a bundle and says what in it would fail on a phone or in review.
 * @param {string} code text of the bundle, CommonJS
 * @returns {string[]} one sentence for each finding, empty where there is none
 */
export function findForbidden(code) {
  const file = ts.createSourceFile('main.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found = new Set();

  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression;
      const isRequire = ts.isIdentifier(callee) && callee.text === 'require';
      const isImport = callee.kind === ts.SyntaxKind.ImportKeyword;
      if (isRequire || isImport) {
        const [name] = node.arguments;
        const module = name && ts.isStringLiteralLike(name) ? name.text : '(computed)';
        if (!ALLOWED_MODULES.has(module)) found.add(`requires ${module}`);
      }
    }
    if (ts.isIdentifier(node) && FORBIDDEN_GLOBALS.has(node.text) && isReference(node)) found.add(`uses ${node.text}`);
    if (ts.isRegularExpressionLiteral(node) && LOOKBEHIND.test(node.text)) found.add(`has a lookbehind: ${node.text.slice(0, 60)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found];
}

/** Whether an identifier stands for a variable, not for the name of a property or a method. */
function isReference(node) {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) return parent.name !== node;
  if (ts.isGetAccessorDeclaration(parent) || ts.isSetAccessorDeclaration(parent)) return parent.name !== node;
  return true;
}
