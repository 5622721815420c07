/** Which names of properties a build may shorten: a small program with one name for each thing that speaks against it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInternalNames } from '../../scripts/bundle/internal-names.mjs';

const PROGRAM = `
import { pack } from './package/pack';
declare const files: unknown;

interface Plain { readonly innerOnly: string; readonly partOf: { readonly deepInside: number } }
export const plain: Plain = { innerOnly: 'a', partOf: { deepInside: 1 } };
export const joined = plain.innerOnly + plain.partOf.deepInside;

interface Saved { readonly savedName: string; readonly rows: readonly { readonly savedCell: string }[] }
export const save = (value: Saved): string => JSON.stringify(value);

interface Loaded { readonly loadedName: string }
const isLoaded = (value: unknown): value is Loaded => typeof value === 'object' && value !== null;
export const load = (text: string): string => { const value: unknown = JSON.parse(text); return isLoaded(value) ? value.loadedName : ''; };
export const cast = files as { readonly castName: string };
export const untyped: { readonly untypedName: string } = JSON.parse('{}');

interface Library { start(options: { readonly libraryOption: number }): { readonly libraryResult: string } }
export const library = files as Library;

type Column = 'firstColumn' | 'secondColumn';
const HEADINGS: Record<Column, string> = { firstColumn: 'a', secondColumn: 'b' };
export const heading = (column: Column): string => HEADINGS[column];

type Outcome = { readonly refusedWith: string } | { readonly doneWith: number };
export const outcome = (value: Outcome): number => ('refusedWith' in value ? 0 : value.doneWith);

const TABLE: Readonly<Record<string, number>> = { tableKey: 1 };
export const look = (key: string): number | undefined => TABLE[key];

interface HasText { readonly textContent: string | null; readonly onlyOurs: string }
export const ofElement = (element: Element): Pick<HasText, 'textContent'> => element;

export const box: DOMRectInit = { width: 1 };
class Button extends EventTarget { readonly heirField = 1; }
export const button = new Button().heirField;
class Pair { constructor(readonly constructorField: number) {} }
export const pair = new Pair(1).constructorField;
export const packed = pack({ packageOption: 1 });
`;

describe('names that a build may shorten', () => {
  const folder = mkdtempSync(join(tmpdir(), 'names-')).replaceAll('\\', '/');
  let names: readonly string[] = [];
  let kept: ReadonlyMap<string, string> = new Map();

  beforeAll(() => {
    writeFileSync(join(folder, 'main.ts'), PROGRAM);
    writeFileSync(join(folder, 'pack.js'), "exports.pack = function (given) { return given.packageOption + this.innerField + given['quotedByPackage']; };");
    ({ names, kept } = findInternalNames({ entry: join(folder, 'main.ts'), isOwn: (path) => path.endsWith('/main.ts'), packages: [join(folder, 'pack.js')] }));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes names that only the program reads, one inside another', () => {
    expect(names).toEqual(expect.arrayContaining(['innerOnly', 'partOf', 'deepInside', 'doneWith', 'onlyOurs', 'innerField']));
  });

  it.each([
    ['written as JSON', 'savedName'],
    ['written as JSON inside a list', 'savedCell'],
    ['read from a text behind a guard', 'loadedName'],
    ['read from a text without a word', 'untypedName'],
    ['taken from what has no type', 'castName'],
    ['an option of a library without types', 'libraryOption'],
    ['a result of a library without types', 'libraryResult'],
    ['a key of a table of known columns', 'firstColumn'],
    ['another key of it', 'secondColumn'],
    ['asked for with `in`', 'refusedWith'],
    ['a key of a table of any names', 'tableKey'],
    ['declared by the browser and described again', 'textContent'],
    ['an option of the browser', 'width'],
    ['a field of an heir of a class from elsewhere', 'heirField'],
    ['a field that a constructor declares', 'constructorField'],
    ['read by a package', 'packageOption'],
  ])('leaves alone a name that is %s', (_, name) => {
    expect(names).not.toContain(name);
    expect(kept.get(name)).toBeDefined();
  });

  it('leaves alone what a package names as a string', () => {
    expect(kept.get('quotedByPackage')).toBe('is a string in a package');
  });
});
