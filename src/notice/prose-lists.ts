/** Lists told in sentences: sections of one problem and its apps, and enumerations within a sentence. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import { readMention, titledApps, type AppMention } from './app-mentions';
import { NUMERAL, readNumeral } from './numerals';
import { simplify } from './traditional';
import { tableOf, type TextLine, type TextList } from './text-lines';

/** A list that was told in sentences, and what could not be understood of it. */
export interface ProseList extends TextList {
  readonly diagnostics: readonly Diagnostic[];
}

const SECTION = new RegExp(`^(?:[（(]?(?:${NUMERAL})[）)]|(?:${NUMERAL})\\s*[、.．]|[①-⑳]|第(?:${NUMERAL})[类项]?\\s*[,，、]|[一二三四五六七八九十]是)\\s*(.{4,200})$`);
const CONCERNS = new RegExp(`[。；，,：:\\s]{0,4}(?:共?涉及|涉嫌|包括|具体(?:包括|为)|分别(?:是|为))\\s*(?:(${NUMERAL})\\s*[款个])?[^《》：:。]{0,24}?(?:如下|包括|有|分别(?:是|为))?\\s*[:：]`);
const HEADINGS: Readonly<Record<keyof AppMention, string>> = { category: '应用类别', name: '应用名称', developer: '应用开发者', source: '应用来源', version: '应用版本', problems: '所涉问题' };

/** A section that has no problem for its name: 二、存在的主要问题, 一、总体情况, 三、问题APP名单. */
const SAYS_NO_PROBLEM = /^(?:(?:存在|发现)的?)?(?:主要|突出|具体|典型)?问题$|(?:情况|结果|名单|列表|如下)$/;

interface PlacedMention {
  readonly app: AppMention;
  readonly line: number;
}

/** 2、未明示…。涉及10款App如下：《甲》（版本1.7.3，应用宝）、《乙》（…）。 An app of several sections is one entry with several problems. */
export function findSectionList(lines: readonly TextLine[]): ProseList | null {
  const found = new Map<string, PlacedMention[]>();
  const diagnostics: Diagnostic[] = [];
  let section: { label: string; stated: number | null; read: number; line: number } | null = null;
  let sections = 0;
  const close = (): void => {
    if (section === null || section.read === 0) return;
    sections += 1;
    if (section.stated !== null && section.stated !== section.read) diagnostics.push(diagnostic('section-count-mismatch', { line: section.line }, { label: section.label, stated: section.stated, read: section.read }));
  };
  for (const line of lines) {
    const text = simplify(line.text);
    const head = SECTION.exec(text);
    const concerns = CONCERNS.exec(text);
    if (head !== null && titledApps(text.slice(0, concerns?.index ?? text.length)).length === 0) {
      close();
      const from = text.length - (head[1] ?? '').length;
      const label = line.text.slice(from, concerns === null ? undefined : Math.max(from, concerns.index)).replace(/[。；，：:\s]+$/, '');
      section = { label, stated: concerns?.[1] === undefined ? null : readNumeral(concerns[1]), read: 0, line: line.line };
    }
    if (section === null) continue;
    const apps = titledApps(concerns === null ? (head === null ? line.text : '') : line.text.slice(concerns.index + concerns[0].length));
    for (const app of apps) {
      found.set(app.name, [...(found.get(app.name) ?? []), { app: { ...app, problems: SAYS_NO_PROBLEM.test(section.label) ? app.problems : section.label }, line: line.line }]);
      section.read += 1;
    }
  }
  close();
  if (found.size === 0 || sections === 0) return null;
  const named = [...found.values()];
  if (!named.some((mentions) => mentions.some(({ app }) => app.version !== null || app.source !== null)) && sections < 2) return null;
  const rows = named.flatMap((mentions) => mentions.map(({ app, line }, i) => ({ app: i === 0 ? app : { ...app, name: '' }, line })));
  return { ...listOf(rows, null, lines), lines: [], diagnostics };
}

const ENUMERATED = new RegExp(`(${NUMERAL})\\s*[款个][^。；]{0,40}?(?:分别(?:是|为)|名单(?:如下|为)|如下|即|包括|具体为)\\s*[:：]?\\s*([^。；\\n]+)`);

/** 对3款APP予以下架，分别是甲、乙、丙。 Taken only where as many are named as are counted: an enumeration that ends in 等 is no list. */
export function findEnumeratedList(lines: readonly TextLine[]): ProseList | null {
  for (const line of lines) {
    const found = ENUMERATED.exec(simplify(line.text));
    if (found === null) continue;
    const words = line.text.slice(found.index + found[0].length - (found[2] ?? '').length, found.index + found[0].length);
    const wanted = readNumeral(found[1] ?? '') ?? 0;
    const apps = splitNames(words, wanted).map(readMention);
    const named = apps.filter((app) => app !== null);
    if (named.length < 2 || named.length !== apps.length || named.length !== wanted) continue;
    return { ...listOf(named.map((app) => ({ app, line: line.line })), null, lines), lines: [], diagnostics: [] };
  }
  return null;
}

/** Names between 、; 和 parts the last two where one is still missing, and else belongs to a name (和平). */
function splitNames(words: string, wanted: number): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const c of words) {
    if (/[（(《“]/.test(c)) depth += 1;
    if (/[）)》”]/.test(c)) depth -= 1;
    if (depth === 0 && /[、，,]/.test(c)) {
      names.push(name);
      name = '';
    } else name += c;
  }
  const parts = names.length + 1 === wanted - 1 ? /^(.+?)(?:以及|[和及与])(.+)$/.exec(name) : null;
  return [...names, ...(parts === null ? [name] : [parts[1] ?? '', parts[2] ?? ''])].map((n) => n.trim()).filter((n) => n !== '');
}

/** The table that apps told in words stand for; columns that no app fills are left out. @param rows `line` is that of the source */
export function listOf(rows: readonly { readonly app: AppMention; readonly line: number; readonly number?: number | null }[], caption: string | null, lines: readonly TextLine[]): TextList {
  const numbered = rows.some((row) => row.number != null);
  const fields = (Object.keys(HEADINGS) as (keyof AppMention)[]).filter((field) => field === 'name' || rows.some(({ app }) => app[field] != null));
  const headings = [...(numbered ? ['序号'] : []), ...fields.map((field) => HEADINGS[field])];
  const table = tableOf(headings, rows.map(({ app, line, number }) => ({ cells: [...(numbered ? [number == null ? '' : String(number)] : []), ...fields.map((field) => app[field] ?? '')], line })), rows[0]?.line ?? lines[0]?.line ?? 1);
  return { placed: { table, caption, sections: [], category: null, ownCaption: true }, lines: [] };
}
