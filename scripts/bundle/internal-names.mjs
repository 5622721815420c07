// Which names of properties the bundler may shorten: names that only this program's own code reads, and always as
// `value.name`. A name counts, never a place: `date` of a notice and `date` of an entry are one name, so what is
// assignable to what stays so. A name is left alone as soon as one thing speaks against it:
//  - a property of that name declared elsewhere (browser, language, Obsidian) is read, written or handed in,
//  - a value of a type of ours is given to a declaration elsewhere that has a property of that name, or the reverse,
//  - it is used as a key: `value[name]`, `'name' in value`, a quoted or computed name, a string in a package,
//  - it belongs to a type whose names are looked at while the program runs: written as JSON, listed by `Object.keys`,
//    handed to something that takes anything, or read back from text.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Functions that look at the names of what they are given. */
const LOOKING = new Set(['JSON.stringify', 'Object.keys', 'Object.entries', 'Object.values', 'Object.getOwnPropertyNames', 'Reflect.ownKeys', 'structuredClone']);
/** Shorter names cannot get much shorter. */
const SHORTEST = 3;
/** How far into the parts of two types a flow from one to the other is followed. */
const DEPTH = 8;

/**
 * Names that may be shortened in the bundle of `entry`.
 * @param {object} options
 * @param {string} options.entry path of the first file of the bundle
 * @param {(path: string) => boolean} options.isOwn whether a file is the program's own code
 * @param {readonly string[]} options.packages paths of the files of packages that go into the bundle
 * @returns {{ names: string[], kept: Map<string, string> }} the names, and for other names the first thing against each
 * @throws {Error} where the code looks at the names of a value whose type says nothing: nobody could tell what to keep
 */
export function findInternalNames({ entry, isOwn, packages }) {
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, strict: true,
    exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [], skipLibCheck: true, noEmit: true,
  });
  const checker = program.getTypeChecker();
  const own = new Set();
  const kept = new Map();
  const keep = (name, reason) => { if (!kept.has(name)) kept.set(name, reason); };
  const placeOf = (node) => `${node.getSourceFile().fileName}:${node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

  /** Whether something is declared outside our code, or only described in it (`declare global`). */
  const isForeign = (symbol) => Boolean(symbol?.declarations?.some((one) => !isOwn(one.getSourceFile().fileName) || isAmbient(one)));
  const isAmbient = (node) => {
    for (let at = node; at; at = at.parent) if (ts.isModuleDeclaration(at)) return true;
    return false;
  };
  const isAnonymous = (type) => type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive);
  const constraintOf = (type) => (type.flags & ts.TypeFlags.Instantiable ? (checker.getBaseConstraintOfType(type) ?? type) : type);
  const partsOf = (type) => (type.isUnion() ? type.types : [type]);
  const isObject = (type) => Boolean(type.flags & ts.TypeFlags.Object) || type.isIntersection();
  const stringIndex = (type) => checker.getIndexInfosOfType(type).find(({ keyType }) => keyType.flags & ts.TypeFlags.String)?.type;
  /** Whether whoever holds a value of this type can find its names only by looking. */
  const saysNothing = (type) => partsOf(type).some((part) => isAnonymous(part) || (isObject(part) && stringIndex(part) !== undefined));

  const looked = new Set();
  /** Keeps the names of a type, of its parts and of what they hold. */
  const keepNamesOf = (given, reason) => {
    const type = constraintOf(given);
    if (looked.has(type)) return;
    looked.add(type);
    if (type.isUnionOrIntersection()) for (const part of type.types) keepNamesOf(part, reason);
    if (!isObject(type)) return;
    if (type.objectFlags & ts.ObjectFlags.Reference) for (const argument of checker.getTypeArguments(type)) keepNamesOf(argument, reason);
    for (const info of checker.getIndexInfosOfType(type)) keepNamesOf(info.type, reason);
    for (const property of type.getProperties()) {
      if (isForeign(property)) continue;
      keep(property.name, reason);
      keepNamesOf(checker.getTypeOfSymbol(property), reason);
    }
    // What a library without types takes and gives: its options, its results.
    for (const signature of type.getCallSignatures()) {
      keepNamesOf(signature.getReturnType(), reason);
      for (const parameter of signature.parameters) keepNamesOf(checker.getTypeOfSymbol(parameter), reason);
    }
  };

  const flowKeys = (type, follow, deep, reason) => {
    for (const property of type.getProperties()) {
      keep(property.name, reason);
      const held = checker.getTypeOfSymbol(property);
      if (deep) keepNamesOf(held, reason);
      else follow(held);
    }
  };

  const flowed = new Map();
  /** Follows a value of one type to a place that holds another: names that stand on both sides, declared here and elsewhere. */
  const flow = (given, wanted, reason, depth = 0) => {
    const [from, to] = [constraintOf(given), constraintOf(wanted)];
    if (from === to || depth > DEPTH) return;
    if (partsOf(to).some((part) => isAnonymous(part) || (isObject(part) && !part.getProperties().length && stringIndex(part) === undefined && !part.getCallSignatures().length && !part.getConstructSignatures().length))) {
      // `unknown` and `{}` take any value; what takes it cannot read a name without a cast, and casts are looked at.
      if (!(from.flags & ts.TypeFlags.Any)) return;
    }
    if (from.flags & ts.TypeFlags.Any) return keepNamesOf(to, `comes without a type at ${reason}`);
    if (from.isUnion() || to.isUnion()) {
      for (const part of partsOf(from)) for (const other of partsOf(to)) flow(part, other, reason, depth);
      return;
    }
    if (!isObject(from) || !isObject(to)) return;
    const seen = flowed.get(from) ?? new Set();
    if (seen.has(to)) return;
    flowed.set(from, seen.add(to));
    const [fromIndex, toIndex] = [stringIndex(from), stringIndex(to)];
    // A table that any name may be looked up in: the names of the other side are its keys, what they hold flows on.
    if (fromIndex === undefined && toIndex !== undefined) return flowKeys(from, (part) => flow(part, toIndex, reason, depth + 1), saysNothing(toIndex), `is a key of a table at ${reason}`);
    if (fromIndex !== undefined && toIndex === undefined) return flowKeys(to, (part) => flow(fromIndex, part, reason, depth + 1), saysNothing(fromIndex), `is read from a table at ${reason}`);
    if (fromIndex && toIndex) return flow(fromIndex, toIndex, reason, depth + 1);
    if (from.objectFlags & to.objectFlags & ts.ObjectFlags.Reference && from.target === to.target) {
      const others = checker.getTypeArguments(to);
      checker.getTypeArguments(from).forEach((argument, at) => others[at] && flow(argument, others[at], reason, depth + 1));
      return;
    }
    const [item, otherItem] = [from, to].map((type) => checker.getIndexTypeOfType(type, ts.IndexKind.Number));
    if (item && otherItem) return flow(item, otherItem, reason, depth + 1);
    for (const property of to.getProperties()) {
      const same = from.getProperty(property.name);
      if (!same || same === property || (isForeign(same) && isForeign(property))) continue;
      if (isForeign(same) !== isForeign(property)) keep(property.name, `is also declared elsewhere, at ${reason}`);
      flow(checker.getTypeOfSymbol(same), checker.getTypeOfSymbol(property), reason, depth + 1);
    }
    const [call, otherCall] = [from, to].map((type) => type.getCallSignatures()[0]);
    if (!call || !otherCall) return;
    flow(call.getReturnType(), otherCall.getReturnType(), reason, depth + 1);
    call.parameters.forEach((parameter, at) => {
      const other = otherCall.parameters[at];
      if (other) flow(checker.getTypeOfSymbol(other), checker.getTypeOfSymbol(parameter), reason, depth + 1);
    });
  };

  /** Keeps the names that a key may be. */
  const keepKeys = (type, node) => {
    for (const one of partsOf(constraintOf(type))) if (one.isStringLiteral()) keep(one.value, `is a key at ${placeOf(node)}`);
  };
  /** A property that is named in the code: foreign where any of the types it may belong to declares it elsewhere. */
  const named = (name, symbol, node) => {
    if (!symbol) keep(name, `is read from what has no type at ${placeOf(node)}`);
    else if (isForeign(symbol)) keep(name, `is declared elsewhere, at ${placeOf(node)}`);
  };

  const visit = (node) => {
    if ((ts.isTypeElement(node) || ts.isClassElement(node) || ts.isObjectLiteralElement(node)) && node.name && ts.isIdentifier(node.name)) {
      own.add(node.name.text);
      if (isAmbient(node)) keep(node.name.text, 'is declared elsewhere');
    }
    // esbuild 0.28 shortens the uses of a constructor's `private readonly name`, but not the field that it makes of it.
    if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) keep(node.name.getText(), 'is a field that a constructor declares');
    if (ts.isPropertyAccessExpression(node)) named(node.name.text, checker.getSymbolAtLocation(node.name), node);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && !node.dotDotDotToken) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) for (const part of partsOf(constraintOf(checker.getTypeAtLocation(node.parent)))) named(name.text, checker.getApparentType(part).getProperty(name.text), node);
    }
    if (ts.isElementAccessExpression(node)) keepKeys(checker.getTypeAtLocation(node.argumentExpression), node);
    if (ts.isComputedPropertyName(node)) keepKeys(checker.getTypeAtLocation(node.expression), node);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) keepKeys(checker.getTypeAtLocation(node.left), node);
    if (ts.isForInStatement(node)) keepNamesOf(checker.getTypeAtLocation(node.expression), `is listed at ${placeOf(node)}`);
    if (ts.isStringLiteralLike(node) && (ts.isObjectLiteralElement(node.parent) || ts.isTypeElement(node.parent) || ts.isClassElement(node.parent)) && node.parent.name === node) keep(node.text, 'is quoted');
    if (ts.isClassLike(node) || ts.isInterfaceDeclaration(node)) visitHeirs(node);
    if (ts.isCallExpression(node)) visitCall(node);
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) visitCast(node);
    if (ts.isTypePredicateNode(node) && node.type) {
      const parameter = node.parent.parameters?.find((one) => one.name.getText() === node.parameterName.getText());
      if (parameter && saysNothing(checker.getTypeAtLocation(parameter))) keepNamesOf(checker.getTypeFromTypeNode(node.type), `is read from what has no type at ${placeOf(node)}`);
    }
    if (ts.isExpression(node) && !ts.isLiteralExpression(node)) {
      const wanted = checker.getContextualType(node);
      if (wanted) flow(checker.getTypeAtLocation(node), wanted, placeOf(node));
    }
    ts.forEachChild(node, visit);
  };
  /** A type that is taken for another: nothing says what the value was made as. */
  const visitCast = (node) => {
    const [from, to] = [checker.getTypeAtLocation(node.expression), checker.getTypeFromTypeNode(node.type)];
    if (saysNothing(from)) keepNamesOf(to, `is read from what has no type at ${placeOf(node)}`);
    else if (saysNothing(to)) keepNamesOf(from, `is handed to what takes anything at ${placeOf(node)}`);
    else flow(from, to, placeOf(node));
  };
  const visitHeirs = (node) => {
    const type = checker.getTypeAtLocation(node);
    for (const clause of node.heritageClauses ?? []) {
      for (const parent of clause.types) {
        // A class of Obsidian has fields that its declaration does not tell: a short name could be one of them.
        if (isForeign(checker.getTypeAtLocation(parent).symbol)) for (const member of checker.getPropertiesOfType(type)) keep(member.name, `is a member of an heir of ${parent.getText()}`);
        flow(type, checker.getTypeAtLocation(parent), placeOf(node));
      }
    }
  };
  const visitCall = (node) => {
    const called = node.expression.getText();
    if (!LOOKING.has(called)) return;
    for (const argument of node.arguments) {
      const type = checker.getTypeAtLocation(argument);
      if (type.flags & ts.TypeFlags.TypeParameter && !checker.getBaseConstraintOfType(type)) throw new Error(`${placeOf(node)}: ${called} of a value of any type; say which.`);
      keepNamesOf(type, `is looked at by ${called} at ${placeOf(node)}`);
    }
  };

  for (const file of program.getSourceFiles()) if (isOwn(file.fileName) && !file.isDeclarationFile) visit(file);
  const language = namesOfLanguage(program);
  for (const path of packages) {
    const fields = new Set();
    const visitPackage = (node) => {
      if (ts.isStringLiteralLike(node)) keep(node.text, 'is a string in a package');
      const name = ts.isPropertyAccessExpression(node) ? node.name : ts.isObjectLiteralElement(node) && node.name && ts.isIdentifier(node.name) ? node.name : null;
      if (name && ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword && !language.has(name.text)) fields.add(name.text);
      else if (name) used.add(name.text);
      ts.forEachChild(node, visitPackage);
    };
    const used = new Set();
    visitPackage(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
    // What a package keeps in fields of its own may be shortened with ours; what else it names may come from anywhere.
    for (const name of used) if (!fields.has(name)) keep(name, 'is read in a package');
    for (const name of fields) own.add(name);
  }
  return { names: [...own].filter((name) => name.length >= SHORTEST && !kept.has(name)).sort(), kept };
}

/** Names that the language itself declares: packages use them without types. */
function namesOfLanguage(program) {
  const names = new Set();
  const visit = (node) => {
    if ((ts.isTypeElement(node) || ts.isClassElement(node)) && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (/\blib\.es\w*(\.\w+)*\.d\.ts$/.test(file.fileName)) visit(file);
  return names;
}
