/** The names of all apps, built once, so that a text can be searched for every one of them in a single pass. */
import { foldText } from './fold-text';
import { judgeName, type NameStrength } from './name-strength';
import { readName } from './names';

/** An app as the search for its names needs it. */
export interface NamedApp {
  /** Vault path of its note. */
  readonly path: string;
  /** The app's name, then its aliases, as they stand. */
  readonly names: readonly string[];
  readonly developers: readonly string[];
}

/** A name that texts are searched for. */
export interface IndexedName {
  /** The name in the form in which texts are searched. */
  readonly key: string;
  /** More than one where several apps bear the name. */
  readonly apps: readonly NamedApp[];
  readonly strength: NameStrength;
  /** Whether no note bears it as it is: a name without its slogan or bracket, 秒拍 for 秒拍-超火短视频. */
  readonly derived: boolean;
}

/** A name found in a text. */
export interface NameMatch {
  readonly name: IndexedName;
  /** Where it ends in the text, in UTF-16 units. */
  readonly end: number;
}

/** The names of all apps, ready for a search. */
export interface NameIndex {
  /**
   * The longest name that begins at a place of a text; null where none does. Width and case, traditional characters and a blank between
   * Chinese and Latin make no difference. The cost depends on the longest name, not on how many there are.
   */
  longestAt(text: string, at: number): NameMatch | null;
}

interface Node {
  readonly next: Map<number, Node>;
  name: MutableName | null;
}

interface MutableName extends IndexedName {
  readonly apps: NamedApp[];
}

const BLANK = 32;

/** Builds the index. Names without a letter or digit are left out. */
export function buildNameIndex(apps: readonly NamedApp[]): NameIndex {
  const fold = makeFolder();
  const root: Node = { next: new Map(), name: null };
  const add = (text: string, app: NamedApp, derived: boolean): void => {
    const key = searchKey(text, fold);
    if (!/[\p{L}\p{N}]/u.test(key)) return;
    let node = root;
    for (let i = 0; i < key.length; i += 1) node = childOf(node, key.charCodeAt(i));
    // The short form of one name may be another app's whole name: 航班管家-特价机票 and 航班管家.
    if (derived && node.name?.derived === false) return;
    node.name ??= { key, apps: [], strength: judgeName(text), derived };
    if (!node.name.apps.includes(app)) node.name.apps.push(app);
  };
  for (const app of apps) for (const name of app.names) add(name, app, false);
  for (const app of apps) {
    for (const name of app.names) {
      const { key, main, former } = readName(name);
      for (const text of [...(main === key ? [] : [main]), ...former]) if (text.length >= 3) add(text, app, true);
    }
  }
  return { longestAt: (text, at) => findLongest(root, fold, text, at) };
}

function childOf(node: Node, code: number): Node {
  const known = node.next.get(code);
  if (known !== undefined) return known;
  const made: Node = { next: new Map(), name: null };
  node.next.set(code, made);
  return made;
}

function findLongest(root: Node, fold: (code: number) => number, text: string, at: number): NameMatch | null {
  let node = root;
  let found: NameMatch | null = null;
  for (let i = at; i < text.length; i += 1) {
    const code = fold(text.charCodeAt(i));
    const next = node.next.get(code);
    if (next === undefined) {
      const joins = code === BLANK && i > at && i + 1 < text.length && isLatin(fold(text.charCodeAt(i - 1))) !== isLatin(fold(text.charCodeAt(i + 1)));
      if (!joins) break;
      continue;
    }
    node = next;
    if (node.name !== null) found = { name: node.name, end: i + 1 };
  }
  return found;
}

/** A name as it is searched for: folded character by character; blanks stay between Latin words only. */
function searchKey(name: string, fold: (code: number) => number): string {
  const text = name.replace(/<br\s*\/?>/gi, ' ').replace(/[®™©]/g, '').replace(/\s+/g, ' ').trim();
  let key = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = fold(text.charCodeAt(i));
    const keeps = code !== BLANK || (isLatin(fold(text.charCodeAt(i - 1))) && isLatin(fold(text.charCodeAt(i + 1))));
    if (keeps) key += String.fromCharCode(code);
  }
  return key;
}

function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** Folds one UTF-16 unit into one, so that places in the text hold. Each unit is worked out once. */
function makeFolder(): (code: number) => number {
  const known = new Uint16Array(0x10000);
  return (code) => {
    const folded = known[code];
    if (folded !== undefined && folded !== 0) return folded;
    const text = code >= 0xd800 && code <= 0xdfff ? '' : foldText(String.fromCharCode(code));
    const result = text.length === 1 ? text.charCodeAt(0) : code;
    known[code] = result;
    return result;
  };
}
