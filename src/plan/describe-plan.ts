/** A Plan in words: counts for a closing line, and the lines that `--dry-run` prints. */
import { describeDiagnostic, describePlace, severityOf } from '../document/diagnostic';
import type { Language } from '../document/diagnostic';
import { unifiedDiff } from './line-diff';
import type { FileDiagnostic, KeptFile, Plan } from './plan';

/** How many files a plan creates, changes, moves, puts into the trash and leaves alone, and how many edits of the user it keeps. */
export interface PlanCounts {
  readonly created: number;
  readonly changed: number;
  readonly moved: number;
  readonly trashed: number;
  readonly kept: number;
  readonly conflicts: number;
}

/** How many files a plan makes, changes, moves and trashes, and how many notes and edits it leaves. */
export function countPlan(plan: Plan): PlanCounts {
  const of = (kind: Plan['changes'][number]['kind']): number => plan.changes.filter((change) => change.kind === kind).length;
  return { created: of('create') + of('create-binary'), changed: of('update'), moved: of('move'), trashed: of('trash'), kept: plan.kept.length, conflicts: plan.conflicts.length };
}

/** The counts as one sentence without its full stop. */
export function describeCounts(counts: PlanCounts, language: Language): string {
  const { created, changed, moved, trashed, kept, conflicts } = counts;
  const parts = language === 'zh'
    ? [`新建 ${created} 篇`, `更新 ${changed} 篇`, ...(moved > 0 ? [`移动 ${moved} 个文件`] : []), ...(trashed > 0 ? [`移入回收站 ${trashed} 篇`] : []), `保持不变 ${kept} 篇`, ...(conflicts > 0 ? [`保留您的修改 ${conflicts} 处`] : [])]
    : [`${created} created`, `${changed} changed`, ...(moved > 0 ? [`${moved} moved`] : []), ...(trashed > 0 ? [`${trashed} trashed`] : []), `${kept} kept`, ...(conflicts > 0 ? [`${conflicts} of your edits kept`] : [])];
  return parts.join(language === 'zh' ? '，' : ', ');
}

/**
 * The plan as lines of text, in its own order: `+` new file, `~` changed file with its diff, `>` file that gets another path, `x` file for the trash,
 * then what stays, see `describeStays`.
 * Unchanged files are only counted. New notes show their number of lines, other files their size.
 */
export function describePlan(plan: Plan, language: Language): string[] {
  const lines: string[] = [];
  for (const change of plan.changes) {
    if (change.kind === 'create') lines.push(`+ ${change.path} (${lineCount(change.text, language)})`);
    else if (change.kind === 'create-binary') lines.push(`+ ${change.path} (${Math.ceil(change.bytes.length / 1024)} KB)`);
    else if (change.kind === 'move') lines.push(`> ${change.path} → ${change.to}`);
    else if (change.kind === 'trash') lines.push(`x ${change.path}`);
    else lines.push(`~ ${change.path}`, ...unifiedDiff(change.before, change.after).map((line) => `    ${line}`));
  }
  return [...lines, ...describeStays(plan, language)];
}

/** What a plan leaves as it is, as lines of text: `=` a file, with a reason worth knowing, `!` an edit of the user, with what differs from what the program would write. */
export function describeStays(plan: Plan, language: Language): string[] {
  const lines: string[] = [];
  for (const { path, reason } of plan.kept) {
    if (reason !== 'unchanged') lines.push(`= ${path}: ${describeKept(reason, language)}`);
  }
  for (const { path, part, kept, proposed } of plan.conflicts) {
    lines.push(language === 'zh' ? `! ${path}：“${part}”有您的改动，已保留` : `! ${path}: "${part}" was edited by you and stays as it is`);
    lines.push(...unifiedDiff(kept, proposed).map((line) => `    ${line}`));
  }
  return lines;
}

/** Why a file is left alone. */
export function describeKept(reason: KeptFile['reason'], language: Language): string {
  return KEPT_TEXTS[reason][language];
}

const KEPT_TEXTS: Readonly<Record<KeptFile['reason'], Readonly<Record<Language, string>>>> = {
  unchanged: { en: 'nothing to change', zh: '无需改动' },
  'damaged-markers': { en: 'the marks of its managed parts are damaged; not touched', zh: '插件维护的区域标记已损坏，未作改动' },
  'deleted-by-user': { en: 'you deleted it; not made again', zh: '您已将其删除，不再重新生成' },
  'left-out': { en: 'left out as you said', zh: '按您的选择不作改动' },
  'already-there': { en: 'a file of that name is already there', zh: '同名文件已存在' },
};

/** A diagnostic as one line, led by where it is: `notice.md, line 41: warning: …`. */
export function describeFileDiagnostic(diagnostic: FileDiagnostic, language: Language): string {
  const place = describePlace(diagnostic.place, language);
  const where = place === '' ? diagnostic.file : `${diagnostic.file}${language === 'zh' ? '，' : ', '}${place}`;
  const colon = language === 'zh' ? '：' : ': ';
  return [where, SEVERITY_TEXTS[severityOf(diagnostic)][language], describeDiagnostic(diagnostic, language)].join(colon);
}

const SEVERITY_TEXTS: Readonly<Record<ReturnType<typeof severityOf>, Readonly<Record<Language, string>>>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  note: { en: 'note', zh: '提示' },
};

function lineCount(text: string, language: Language): string {
  const count = text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
  if (language === 'zh') return `${count} 行`;
  return count === 1 ? '1 line' : `${count} lines`;
}
