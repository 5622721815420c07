/** Lists told in sentences: sections of one problem and its apps, numbered lines of apps, and enumerations within a sentence. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import { hasDetails, readMention, readDetails, titledApps, toldProblems, type AppMention } from './app-mentions';
import { isCaptionParagraph } from './captions';
import { fitOf } from './cell-fit';
import { NUMERAL, readNumeral } from './numerals';
import { categoryName } from './row-kinds';
import { sectionProblems } from './section-problems';
import { simplify } from './traditional';
import { tableOf, type TextLine, type TextList } from './text-lines';

/** A list that was told in sentences, and what could not be understood of it. */
export interface ProseList extends TextList {
  readonly diagnostics: readonly Diagnostic[];
}

const SECTION = new RegExp(`^(?:[（(]?(?:${NUMERAL})[）)]|(?:${NUMERAL})\\s*[、.．]|[①-⑳]|第(?:${NUMERAL})[类项]?\\s*[,，、]|[一二三四五六七八九十]是)\\s*(.{4,200})$`);
const CONCERNS = new RegExp(`[。；，,：:\\s]{0,4}(?:共?涉及|涉嫌|包括|具体(?:包括|为)|分别(?:是|为))\\s*(?:(${NUMERAL})\\s*[款个])?[^《》：:。]{0,24}?(?:如下|包括|有|分别(?:是|为))?\\s*[:：]`);
const NUMBERED = new RegExp(`^(?:[（(]\\s*([0-9０-９]+|[一二三四五六七八九十]+)\\s*[）)]|([0-9０-９]+)\\s*[、.．）)]|([①-⑳])|([一二三四五六七八九十]+)\\s*、)\\s*(.+)$`);
const ANNOUNCES = /(?:名单|如下|分别(?:是|为)|包括|公布)[^。]*[:：]?$/;
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

/** 1、甲（版本1.2，应用宝） … one app a line, numbered from 1, its problems and names of categories on lines between; or every line an app with its version or store. */
export function findNumberedLists(lines: readonly TextLine[], isNotice: boolean): readonly ProseList[] {
  const lists: ProseList[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const { run, taken, section } = runFrom(lines, i);
    if (run.length < (section === null ? 2 : 1)) continue;
    const above = lines[i - 1]?.text ?? '';
    const detailed = run.filter(({ app }) => hasDetails(app)).length;
    const announced = ANNOUNCES.test(simplify(above)) || isCaptionParagraph(above);
    const plainNames = run.every(({ line, app }) => app.name.length <= 24 && !/[。；]$/.test(line.text) && !/[\u4e00-\u9fff](?:应|须|不得|要求|加强|落实)/.test(app.name));
    if (detailed < run.length * 0.6 && !(isNotice && announced && plainNames)) continue;
    const rows = run.map(({ app, number, line }) => ({ app, line: line.line, number }));
    const caption = section?.text ?? (isCaptionParagraph(above) ? above : null);
    lists.push({ ...listOf(rows, caption?.replace(/\s*[:：]$/, '') ?? null, lines), lines: taken, diagnostics: [] });
    i += taken.length - 1;
  }
  return lists;
}

/** An app with its version, its store and all its problems; what is longer is a text. */
const LONGEST_LINE = 240;

interface NumberedApp {
  app: AppMention;
  readonly number: number | null;
  readonly line: TextLine;
}

/** The apps from one line on, as long as the lines go on counting, tell a problem of the app above, or name a category; a section that tells their problem stands first. */
function runFrom(lines: readonly TextLine[], start: number): { run: readonly NumberedApp[]; taken: readonly TextLine[]; section: Section | null } {
  const run: NumberedApp[] = [];
  let category: string | null = null;
  let restarts = false;
  const section = sectionOf(lines[start] as TextLine);
  let end = start;
  for (let at = section === null ? start : start + 1; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    const last = run.at(-1);
    if (section !== null && sectionOf(line)?.style === section.style) break;
    const group = categoryName(line.text);
    if (group !== null) {
      category = group;
      restarts = true;
      continue;
    }
    const numbered = NUMBERED.exec(line.text);
    const number = numbered === null ? null : readNumeral((numbered[1] ?? numbered[2] ?? numbered[3] ?? numbered[4] ?? '').normalize('NFKC'));
    const wanted = (last?.number ?? 0) + 1;
    const counts = numbered === null ? run.every((one) => one.number === null) : run.every((one) => one.number !== null) && follows(number, wanted, last !== undefined, restarts);
    const app = !counts || line.text.length > LONGEST_LINE ? null : readMention(numbered?.[5] ?? line.text);
    // 开发者：… on a line of its own below the name.
    const more = last === undefined ? null : readDetails(line.text);
    if (last !== undefined && more !== null) {
      const joined = withMore(last.app, more);
      if (joined === null) break;
      last.app = joined;
      end = at + 1;
      continue;
    }
    const isProblem = last !== undefined && line.block.kind !== 'heading' && (app === null || !hasDetails(app)) && hasDetails(last.app) && line.text.length <= 80 && fitOf(numbered?.[5] ?? line.text, 'problems', '') === 3 && !/[款个]/.test(line.text.replace(/个人/g, ''));
    if (isProblem) last.app = { ...last.app, problems: [last.app.problems, toldProblems(line.text)].filter((words) => words !== null).join('\n') };
    // Without a number only brackets tell an app from a sentence.
    else if (app === null || (numbered === null && (!hasDetails(app) || (app.problems === null && !/[）)][；;。，,、]?$/.test(line.text))))) break;
    else {
      run.push({ app: { ...app, category, problems: app.problems ?? section?.problems ?? null }, number, line });
      restarts = false;
    }
    end = at + 1;
  }
  return { run, taken: lines.slice(start, end), section };
}

/** A line that tells the problems of the apps below it, and how it is numbered: 1、, （一）, or as a heading. */
interface Section {
  readonly text: string;
  readonly problems: string;
  readonly style: string;
}

function sectionOf(line: TextLine): Section | null {
  const isHeading = line.block.kind === 'heading';
  const rest = NUMBERED.exec(line.text)?.[5];
  if (!isHeading && rest === undefined) return null;
  const told = sectionProblems(line.text);
  const app = told === null ? null : readMention(rest ?? line.text);
  // 1、画板，版本1.0，存在账号注销难问题 is an app.
  if (told === null || (app !== null && hasDetails(app))) return null;
  const numbering = line.text.slice(0, line.text.length - (rest ?? line.text).length).replace(/[0-9０-９]+/, '1').replace(/[一二三四五六七八九十]+/, '一');
  return { text: line.text, problems: told.labels.join('；'), style: isHeading ? 'heading' : numbering };
}

/** The app with what a line below it says; null where the line says again what is known, as 来源：甲局 at the foot of a page. */
function withMore(app: AppMention, more: AppMention): AppMention | null {
  if ((['developer', 'source', 'version'] as const).some((field) => app[field] !== null && more[field] !== null)) return null;
  return {
    ...app,
    developer: app.developer ?? more.developer,
    source: app.source ?? more.source,
    version: app.version ?? more.version,
    problems: [app.problems, more.problems].filter((words) => words !== null).join('\n') || null,
  };
}

/** Whether a number goes on with a list: the next one, one of the next where some were lost, or 1 under a new category. */
function follows(number: number | null, wanted: number, begun: boolean, restarts: boolean): boolean {
  if (number === null) return false;
  return number === wanted || (begun && ((number > wanted && number <= wanted + 2) || (restarts && number === 1)));
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

function listOf(rows: readonly { readonly app: AppMention; readonly line: number; readonly number?: number | null }[], caption: string | null, lines: readonly TextLine[]): TextList {
  const numbered = rows.some((row) => row.number != null);
  const fields = (Object.keys(HEADINGS) as (keyof AppMention)[]).filter((field) => field === 'name' || rows.some(({ app }) => app[field] != null));
  const headings = [...(numbered ? ['序号'] : []), ...fields.map((field) => HEADINGS[field])];
  const table = tableOf(headings, rows.map(({ app, line, number }) => ({ cells: [...(numbered ? [number == null ? '' : String(number)] : []), ...fields.map((field) => app[field] ?? '')], line })), rows[0]?.line ?? lines[0]?.line ?? 1);
  return { placed: { table, caption, sections: [], category: null, ownCaption: true }, lines: [] };
}
