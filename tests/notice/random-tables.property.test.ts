/** Random lists, written in the forms in which people keep them, are read back as they were. Every row is an entry, a continuation or a finding. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/notice/notice';
import { PROBLEM_LABELS } from '../../src/notice/problem-labels';
import { readNotice, TITLE } from './read-notice';

const SEED = { seed: 20210122, numRuns: 150 };

interface ModelPackage {
  readonly developer: string | null;
  readonly source: string | null;
  readonly version: string | null;
  readonly problems: readonly string[];
}

interface ModelEntry extends ModelPackage {
  readonly name: string;
  readonly packages: readonly ModelPackage[];
}

interface ModelList {
  readonly agency: string;
  readonly entries: readonly ModelEntry[];
}

const name = fc.tuple(fc.constantFrom('画板', '字典', '地图', '打卡', 'Note', '天气', 'A|B课堂', '计步'), fc.constantFrom('', '极速版', ' Pro', '2', '（家长版）', '-学习')).map((parts) => parts.join(''));
const developer = fc.constantFrom('甲乙科技有限公司', '丙（北京）网络公司', 'Rooster Ltd.', '张三', '丁_戊工作室');
const source = fc.constantFrom('应用宝', '豌豆荚', 'vivo 应用商店', 'App Store', '小米应用商店');
const version = fc.constantFrom('1.0', '4.10', '007', 'V2.3.1', '/', '快应用', '2');
const problems = fc.uniqueArray(fc.constantFrom(...PROBLEM_LABELS), { minLength: 1, maxLength: 3 });
const packageOf = fc.record<ModelPackage>({ developer: fc.option(developer, { freq: 6 }), source: fc.option(source, { freq: 6 }), version: fc.option(version, { freq: 6 }), problems });
/** Another store and version of the same app. */
const further = fc.record({ source: fc.constantFrom('搜狗手机助手', '百度手机助手'), version: fc.constantFrom('9.1', '9.2'), problems }).map((p) => ({ ...p, developer: null }));
const entry = fc.record({ name, first: packageOf, packages: fc.array(further, { maxLength: 1 }) }).map(({ name: n, first, packages }): ModelEntry => ({ name: n, ...first, packages: packages.map((p) => ({ ...p, developer: first.developer })) }));
const AGENCIES = ['工业和信息化部', '安徽省通信管理局', '上海市通信管理局'] as const;
const lists = fc.array(fc.array(entry, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }).map((all) => all.map((entries, i): ModelList => ({ agency: AGENCIES[i] ?? '', entries })));

/** How a list is written. */
const form = fc.record({
  page: fc.constantFrom('obsidian', 'mkdocs', 'wiki'),
  caption: fc.constantFrom('heading', 'paragraph', 'bold'),
  number: fc.constantFrom((n: number) => String(n), (n: number) => `${n}.`, (n: number) => `（${n}）`, (n: number) => String(n).padStart(2, '0')),
  /** One row a problem, with blanks or with repeated cells, or one row with breaks. */
  problems: fc.constantFrom('breaks', 'blanks', 'repeated', 'semicolons'),
  columns: fc.constantFrom<readonly Column[]>(['no', 'name', 'developer', 'source', 'version', 'problems'], ['no', 'name', 'developer', 'version', 'source', 'problems'], ['no', 'developer', 'name', 'problems', 'source', 'version']),
  bold: fc.boolean(),
  ragged: fc.boolean(),
  /** After how many rows the header comes again; 0 never. */
  repeat: fc.integer({ min: 0, max: 4 }),
  /** Whether the repeated header begins a new table, （续表） between. */
  split: fc.boolean(),
  total: fc.boolean(),
  note: fc.boolean(),
});
type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;
type Column = 'no' | 'name' | 'developer' | 'source' | 'version' | 'problems';

const HEADINGS: Readonly<Record<Column, string>> = { no: '序号', name: '应用名称', developer: '应用开发者', source: '应用来源', version: '应用版本', problems: '所涉问题' };

interface Row {
  readonly cells: Readonly<Record<Column, string>>;
  readonly first: boolean;
}

function rowsOf(list: ModelList, f: Form): readonly Row[] {
  return list.entries.flatMap((e, i) => [e, ...e.packages].flatMap((p, nth) => {
    const cells = { no: f.number(i + 1), name: e.name.replace(/\|/g, '\\|'), developer: p.developer ?? '', source: p.source ?? '', version: p.version ?? '', problems: '' };
    const row = (problem: string, more: number): Row => ({
      cells: { ...(more + nth === 0 || f.problems === 'repeated' ? cells : more === 0 ? { ...cells, no: '', name: '', developer: '' } : { no: '', name: '', developer: '', source: '', version: '' }), problems: problem },
      first: more + nth === 0,
    });
    if (f.problems === 'breaks') return [row(p.problems.join('<br>'), 0)];
    if (f.problems === 'semicolons') return [row(p.problems.join('；'), 0)];
    return p.problems.map((problem, more) => row(problem, more));
  }));
}

function write(all: readonly ModelList[], f: Form): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const header = [line(f.columns.map((c) => (f.bold ? `**${HEADINGS[c]}**` : HEADINGS[c]))), line(f.columns.map(() => '---'))];
  const blocks = all.flatMap((list, i) => {
    const caption = `附件${i + 1}：${list.agency}通报存在问题的应用软件名单`;
    const lines: string[] = [f.caption === 'heading' ? `### ${caption}` : f.caption === 'bold' ? `**${caption}**` : caption, '', ...header];
    let since = 0;
    for (const row of rowsOf(list, f)) {
      if (f.repeat > 0 && since >= f.repeat && row.first) {
        if (f.split) lines.push('', '（续表）', '', ...header);
        else lines.push(header[0] ?? '');
        since = 0;
      }
      since += 1;
      const cells = f.columns.map((c) => row.cells[c]);
      while (f.ragged && cells.length > 1 && cells.at(-1) === '') cells.pop();
      lines.push(line(cells));
    }
    if (f.total) lines.push(line(['合计', `${list.entries.length}款`]));
    if (f.note) lines.push(line(['注：版本以检测时为准']));
    return [...lines, ''];
  });
  const metadata = ['```yaml', `标题: ${TITLE}`, '来源: 信息通信管理局', '时间: 2021-08-02', '```'];
  const quote = (lines: readonly string[]): string[] => lines.map((l) => `> ${l}`.trimEnd());
  const indent = (lines: readonly string[]): string[] => lines.map((l) => (l === '' ? '' : `    ${l}`));
  if (f.page === 'obsidian') return ['> [!abstract]+ 元数据', '>', ...quote(metadata), '', '## 附件', '', '> [!abstract]+ 附件', '>', ...quote(blocks)].join('\n');
  if (f.page === 'mkdocs') return ['??? abstract "元数据"', '', ...indent(metadata), '', '## 附件', '', '???+ abstract "附件"', '', ...indent(blocks)].join('\n');
  return [...metadata, '', '## 附件', '', ...blocks].join('\n');
}

const packageModel = (p: ModelPackage): ModelPackage => ({ developer: p.developer, source: p.source, version: p.version, problems: p.problems });

function modelOf(notice: Notice): readonly ModelList[] {
  return notice.lists.map((list) => ({ agency: list.agency ?? '', entries: list.entries.map((e) => ({ name: e.name, ...packageModel(e), packages: e.packages.map(packageModel) })) }));
}

/** A further package inherits what its row leaves out. */
function expected(all: readonly ModelList[]): readonly ModelList[] {
  return all.map(({ agency, entries }) => ({ agency, entries: entries.map((e) => ({ name: e.name, ...packageModel(e), packages: e.packages.map(packageModel) })) }));
}

describe('random lists', () => {
  it('are read back in every form', () => {
    fc.assert(fc.property(lists, form, (all, f) => {
      const notice = readNotice(write(all, f));
      expect(modelOf(notice)).toEqual(expected(all));
      expect(notice.lists.map((l) => l.entries.map((e) => e.no))).toEqual(all.map((l) => l.entries.map((_, i) => i + 1)));
    }), SEED);
  });

  it('lose no row: each is of an entry, or is reported', () => {
    const cell = fc.constantFrom('', '', '1', '2', '7', '画板', '字典', '合计', '注：说明', '应用宝', '1.0', '甲公司', '账号注销难', '序号', '安徽省通信管理局', '游戏类');
    const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(rows, (table) => {
      const notice = readNotice(`# ${TITLE}\n\n| 序号 | 应用名称 | 应用开发者 | 所涉问题 |\n|---|---|---|---|\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
      const kept = notice.lists.flatMap((l) => l.entries.flatMap((e) => [...e.rows, ...e.packages.flatMap((p) => p.rows)].map((r) => r.line)));
      const reported = notice.diagnostics.filter((d) => ['blank-row', 'repeated-header', 'total-row', 'note-row', 'row-without-name'].includes(d.code)).map((d) => d.place.line);
      expect(new Set(kept).size).toBe(kept.length);
      const lost = table.filter((cells, i) => !kept.includes(i + 5) && !reported.includes(i + 5) && !isGroup(cells));
      expect(lost).toEqual([]);
    }), SEED);
  });
});

/** A row that says one thing, an agency or a category: it heads the rows below it. */
function isGroup(cells: readonly string[]): boolean {
  const filled = new Set(cells.filter((c) => c !== ''));
  return filled.size === 1 && (filled.has('安徽省通信管理局') || filled.has('游戏类'));
}
