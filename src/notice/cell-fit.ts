/** What a bare piece of text most likely is: a version, a store, a firm. Used where a table has lost its columns. */
import type { ColumnField } from './columns';
import { readProblems } from './problems';
import { simplify } from './traditional';

const VERSION = /^(?:(?:安卓|android|ios|苹果|鸿蒙)(?:版|端)?\s*)?(?:版本号?\s*[:：]?\s*)?[vV]?(?:er)?\.?\s*[0-9]+(?:[._-][0-9A-Za-z]+)*(?:[（(][^）)]*[）)])?$/i;
const STORE = /应用宝|豌豆荚|手机助手|软件商店|应用商店|应用市场|应用商城|应用中心|游戏中心|app\s*store|google\s*play|官网|官方网站|小程序$|^微信$|^支付宝$|快应用|taptap|安智|木蚂蚁|下载站|软件园|助手$|市场$|商店$|商城$/i;
const FIRM = /公司|工作室|事务所|中心$|集团|合作社|商行|经营部|协会|学会|医院|银行|大学|学院|学校|研究院|委员会|[局厅社厂部]$|ltd|inc\.?$|limited|co\./i;
const FILING = /ICP|备\s*(?:案)?\s*[0-9]|[0-9]{5,}.{0,4}号/i;
const PROBLEM = /收集|个人信息|权限|误导|欺骗|骚扰|弹窗|注销|隐私|明示|未经|未按|违规|违法|强制|频繁|超范围|定向推送|自启动|不到位/;
const CATEGORY = /类$|^(?:app|sdk|小程序|快应用|公众号)$/i;

/** How well a text fits a column: 3 where it reads as one, below 0 where it reads as something else. `heading` tells columns that have no field of their own apart. */
export function fitOf(text: string, field: ColumnField, heading: string): number {
  const plain = simplify(text.normalize('NFKC').trim());
  switch (field) {
    case 'version':
      return VERSION.test(plain) || plain === '/' ? 3 : /^[vV]?[0-9]/.test(plain) ? 1 : -2;
    case 'source':
      return STORE.test(plain) ? 3 : PROBLEM.test(plain) || VERSION.test(plain) || FIRM.test(plain) ? -2 : 0;
    case 'developer':
      return FIRM.test(plain) ? 3 : STORE.test(plain) || PROBLEM.test(plain) || VERSION.test(plain) ? -2 : 0;
    case 'problems':
      return PROBLEM.test(plain) && !FIRM.test(plain) ? 3 : readProblems(text).unknown.length === 0 ? 2 : -2;
    case 'category':
      return CATEGORY.test(plain) ? 3 : -1;
    case 'other':
      return /备案|許可|许可/.test(heading) ? (FILING.test(plain) || plain === '/' || plain === '无' ? 3 : -3) : 0;
    case 'name':
      return PROBLEM.test(plain) || FILING.test(plain) ? -1 : 0.5;
    case 'no':
      return -3;
  }
}

/** The field that a piece in brackets behind a name fits best; null where it fits none. */
export function fieldOfDetail(text: string): 'version' | 'source' | 'developer' | 'problems' | null {
  if (/^版本|^[vV]\s*[0-9]/.test(text.trim()) || fitOf(text, 'version', '') === 3) return 'version';
  const fields = ['source', 'developer', 'problems'] as const;
  return fields.find((field) => fitOf(text, field, '') === 3) ?? null;
}

/**
 * Cells in their order to columns in theirs: blank cells are lost when a table is pasted, and a cell of several problems comes as several.
 * @returns for every column the cells that it holds, joined by line breaks.
 */
export function alignCells(cells: readonly string[], fields: readonly ColumnField[], headings: readonly string[]): readonly string[] {
  const memo = new Map<number, { score: number; taken: number }>();
  const best = (column: number, cell: number): number => {
    if (column === fields.length) return cell === cells.length ? 0 : -Infinity;
    const key = column * 1000 + cell;
    const known = memo.get(key);
    if (known !== undefined) return known.score;
    const field = fields[column] ?? 'other';
    const most = field === 'problems' ? cells.length - cell : Math.min(1, cells.length - cell);
    let found = { score: best(column + 1, cell) - 1, taken: 0 };
    let score = 0;
    for (let taken = 1; taken <= most; taken += 1) {
      score += fitOf(cells[cell + taken - 1] ?? '', field, headings[column] ?? '');
      const rest = best(column + 1, cell + taken);
      if (score + rest > found.score) found = { score: score + rest, taken };
    }
    memo.set(key, found);
    return found.score;
  };
  if (best(0, 0) === -Infinity) return [...cells.slice(0, fields.length - 1), cells.slice(fields.length - 1).join('\n')];
  const aligned: string[] = [];
  let at = 0;
  for (let column = 0; column < fields.length; column += 1) {
    const taken = memo.get(column * 1000 + at)?.taken ?? 0;
    aligned.push(cells.slice(at, at + taken).join('\n'));
    at += taken;
  }
  return aligned;
}
