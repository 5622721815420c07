/** Lists told in lines: an app a line, numbered or not, with what is said of it behind it or on the lines below. */
import { hasDetails, readDetails, readMention, toldProblems, type AppMention } from './app-mentions';
import { isCaptionParagraph } from './captions';
import { fitOf } from './cell-fit';
import { readNumeral } from './numerals';
import { listOf, type ProseList } from './prose-lists';
import { categoryName } from './row-kinds';
import { sectionProblems } from './section-problems';
import type { TextLine } from './text-lines';
import { simplify } from './traditional';

const NUMBERED = new RegExp(`^(?:[（(]\\s*([0-9０-９]+|[一二三四五六七八九十]+)\\s*[）)]|([0-9０-９]+)\\s*[、.．）)]|([①-⑳])|([一二三四五六七八九十]+)\\s*、)\\s*(.+)$`);
const ANNOUNCES = /(?:名单|如下|分别(?:是|为)|包括|公布)[^。]*[:：]?$/;

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
