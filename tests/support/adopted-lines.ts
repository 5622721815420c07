/** What an adoption changed in the notes of a user, line by line: anything but the few permitted kinds of change is named. */

export interface ClassifiedChanges {
  /** Lines in which link characters were put around the name in the name cell. */
  readonly nameCells: number;
  /** Lines that were added to front matter. */
  readonly properties: number;
  /** Changed, added or taken away lines of an index list. */
  readonly indexLines: number;
  /** Lines that must not have changed: what stood there, and what stands there now. */
  readonly others: readonly string[];
}

const NONE: ClassifiedChanges = { nameCells: 0, properties: 0, indexLines: 0, others: [] };

/** Compares two texts of a notice note: only name cells and new lines of front matter may differ. Line ends count. */
export function classifyNotice(before: string, after: string, propertyNames: ReadonlySet<string>): ClassifiedChanges {
  const [old, now] = [linesOf(before), linesOf(after)];
  const others: string[] = [];
  let [nameCells, properties, i, j] = [0, 0, 0, 0];
  const inFrontMatter = (): boolean => /^\uFEFF?---/.test(now[0] ?? '') && j <= now.findIndex((line, at) => at > 0 && /^---\r?\n?$/.test(line));
  while (i < old.length || j < now.length) {
    const [a, b] = [old[i], now[j]];
    if (a !== undefined && a === b) [i, j] = [i + 1, j + 1];
    else if (b !== undefined && inFrontMatter() && isPropertyLine(b, propertyNames)) [properties, j] = [properties + 1, j + 1];
    else if (a !== undefined && b !== undefined && isLinkedRow(a, b)) [nameCells, i, j] = [nameCells + 1, i + 1, j + 1];
    else {
      others.push(`- ${a ?? ''}\n+ ${b ?? ''}`);
      [i, j] = [i + 1, j + 1];
    }
  }
  return { ...NONE, nameCells, properties, others };
}

/** A property that the program knows, or an item of one that is a list. */
function isPropertyLine(line: string, names: ReadonlySet<string>): boolean {
  return names.has(/^([^:\s]+):(?:\s|$)/.exec(line)?.[1] ?? '') || /^ {2}- "?\[\[.*\]\]"?\r?\n$/.test(line);
}

/** Whether a row differs in one cell only, and there by the characters of one link around words that stay. */
function isLinkedRow(before: string, after: string): boolean {
  let same = 0;
  while (same < before.length && before.charAt(same) === after.charAt(same)) same += 1;
  for (let at = same; at >= 0; at -= 1) {
    const rest = after.slice(at);
    const open = /^\[\[[^\]\n]*?\\\|/.exec(rest)?.[0] ?? (rest.startsWith('[') ? '[' : null);
    if (open === null || !after.startsWith(before.slice(0, at))) continue;
    const close = open === '[' ? /\]\([^\s|]*\)/ : /\]\]/;
    const found = close.exec(rest.slice(open.length));
    if (found === null) continue;
    const words = rest.slice(open.length, open.length + found.index);
    const end = rest.slice(open.length + found.index + found[0].length);
    const pipesBefore = before.slice(0, at).split(/(?<!\\)\|/).length;
    if (before === before.slice(0, at) + words + end && !/(?<!\\)\|/.test(words) && pipesBefore > 1) return true;
  }
  return false;
}

/** Compares two texts of an index page: only items of lists may differ. */
export function classifyIndex(before: string, after: string): ClassifiedChanges {
  const [old, now] = [linesOf(before), linesOf(after)];
  const isItem = (line: string): boolean => /^\s*>?\s*[-+*] .*通报/.test(line);
  const [oldRest, nowRest] = [old.filter((line) => !isItem(line)), now.filter((line) => !isItem(line))];
  const others = oldRest.join('') === nowRest.join('') ? [] : [`- ${oldRest.find((line, i) => line !== nowRest[i]) ?? ''}\n+ ${nowRest.find((line, i) => line !== oldRest[i]) ?? ''}`];
  const gone = old.filter((line) => !now.includes(line)).length;
  const added = now.filter((line) => !old.includes(line)).length;
  return { ...NONE, indexLines: gone + added, others };
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
