/** What the plugin says in Obsidian's windows, in both languages. */
import { getLanguage } from 'obsidian';
import type { Language, Severity } from '../document/diagnostic';
import type { SourceReport } from '../import-notices';
import type { NoticeKind } from '../notice/notice';
import type { ApplyResult, FailureReason } from '../plan/apply-plan';
import type { KeptFile } from '../plan/plan';
import { CONFLICT_TEXTS, type ConflictTexts } from './conflict-texts';
import { counted } from './counted';
import { UNDO_TEXTS, type UndoTexts } from './undo-texts';

/** Language of the windows: Chinese where the app is in Chinese, English everywhere else. */
export function appLanguage(): Language {
  return getLanguage().startsWith('zh') ? 'zh' : 'en';
}

/** The sentences that several windows share. */
export interface Texts {
  readonly importFile: string;
  readonly importActiveNote: string;
  readonly reading: (files: number) => string;
  readonly previewTitle: string;
  readonly writingTitle: string;
  readonly resultTitle: string;
  readonly stoppedTitle: string;
  readonly brokenTitle: string;
  /** Of any work that ended with files that could not be written: none was, some were. */
  readonly nothingTitle: string;
  readonly partlyTitle: string;
  readonly nothingDone: string;
  readonly sources: string;
  readonly outcome: Readonly<Record<SourceReport['outcome'], string>>;
  readonly kind: Readonly<Record<NoticeKind, string>>;
  readonly entries: (lists: number, entries: number) => string;
  readonly noEntries: string;
  readonly stated: (count: number) => string;
  readonly deadline: (date: string) => string;
  readonly appSummary: (apps: { listed: number; created: number; updated: number }) => string;
  readonly nothingToDo: string;
  readonly nothingUnderstood: string;
  readonly created: string;
  readonly changed: string;
  readonly moved: string;
  readonly trashed: string;
  readonly kept: string;
  readonly conflicts: string;
  readonly conflict: (part: string) => string;
  readonly keptReason: Readonly<Record<KeptFile['reason'], string>>;
  readonly review: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly more: (count: number) => string;
  readonly import: string;
  readonly cancel: string;
  readonly close: string;
  readonly stop: string;
  readonly progress: (done: number, total: number) => string;
  readonly writtenNew: string;
  readonly writtenChanged: string;
  readonly writtenMoved: string;
  readonly writtenTrashed: string;
  readonly failed: string;
  readonly failure: Readonly<Record<FailureReason, string>>;
  readonly notDone: string;
  readonly summary: (counts: Readonly<Record<keyof ApplyResult, number>>) => string;
  readonly readFailed: (reason: string) => string;
  /** Why a command of the palette or a menu stopped before it had a window to say so in. */
  readonly commandFailed: (reason: string) => string;
  /** A folder that the settings name was renamed, and the new name could not be kept. */
  readonly settingsNotSaved: (reason: string) => string;
  readonly brokenOff: (reason: string) => string;
  readonly undo: UndoTexts;
  /** Both versions of what the user edited. */
  readonly versions: ConflictTexts;
}

const ENGLISH: Texts = {
  importFile: 'Import notice from file…',
  importActiveNote: 'Import active note as notice',
  reading: (files) => `Reading ${counted(files, 'file', 'files')}…`,
  previewTitle: 'Import preview',
  writingTitle: 'Importing',
  resultTitle: 'Import finished',
  stoppedTitle: 'Import stopped',
  brokenTitle: 'Import failed',
  nothingTitle: 'Nothing was written',
  partlyTitle: 'Partly done',
  nothingDone: 'No note was changed.',
  sources: 'Sources',
  outcome: { new: 'New', known: 'Already in the vault', refused: 'Not read', skipped: 'Not a notice', 'left-out': 'Left out' },
  kind: { infringement: 'Infringement notice', takedown: 'Takedown notice', campaign: 'Index page', policy: 'Policy', news: 'News', other: 'Other document' },
  entries: (lists, entries) => `${counted(entries, 'entry', 'entries')} in ${counted(lists, 'list', 'lists')}`,
  noEntries: 'No list of apps',
  stated: (number) => `the text states ${number}`,
  deadline: (date) => `to be fixed by ${date}`,
  appSummary: ({ listed, created, updated }) =>
    `${counted(listed, 'entry', 'entries')} listed: ${[...(created > 0 ? [counted(created, 'new app', 'new apps')] : []), ...(updated > 0 ? [`${counted(updated, 'app', 'apps')} with a new record`] : [])].join(', ') || 'no new app'}.`,
  nothingToDo: 'Everything is in the vault already. There is nothing to change.',
  nothingUnderstood: 'None of the sources could be read as a notice. Nothing will be written.',
  created: 'To be created',
  changed: 'To be changed',
  moved: 'To be moved or renamed',
  trashed: 'To be moved to the trash',
  kept: 'Left as it is',
  conflicts: 'Your edits, kept',
  conflict: (part) => `“${part}” was edited by you and stays.`,
  keptReason: {
    unchanged: 'Nothing to change.',
    'damaged-markers': 'The marks of the parts that the plugin manages are damaged.',
    'deleted-by-user': 'You deleted it, so it is not made again.',
    'already-there': 'Another note of that name is there.',
    'left-out': 'Left out by you.',
  },
  review: 'May be the same app',
  severity: { error: 'Errors', warning: 'Worth a look', note: 'Corrected or skipped' },
  more: (number) => `… and ${number} more`,
  import: 'Import',
  cancel: 'Cancel',
  close: 'Close',
  stop: 'Stop',
  progress: (done, total) => `${done} of ${total} notes`,
  writtenNew: 'Created',
  writtenChanged: 'Changed',
  writtenMoved: 'Moved or renamed',
  writtenTrashed: 'Moved to the trash',
  failed: 'Not written',
  failure: {
    'changed-since-preview': 'It was changed while the preview was open. Try again to see it as it is now.',
    'already-exists': 'A note of that name was made in the meantime.',
    error: 'The app could not write it.',
  },
  notDone: 'Not processed before you stopped',
  summary: ({ created, updated, moved, trashed, failed, notDone }) => {
    const parts: readonly (readonly [number, string])[] = [[created, 'created'], [updated, 'changed'], [moved, 'moved or renamed'], [trashed, 'moved to the trash'], [failed, 'not written'], [notDone, 'not processed']];
    return `${parts.filter(([number]) => number > 0).map(([number, done], i) => `${i === 0 ? counted(number, 'note', 'notes') : number} ${done}`).join(', ')}.`;
  },
  readFailed: (reason) => `No preview could be made: ${reason}`,
  commandFailed: (reason) => `This could not be finished: ${reason}`,
  settingsNotSaved: (reason) => `The settings could not be saved: ${reason}`,
  brokenOff: (reason) => `${reason}. What was written before stays; import again to go on.`,
  undo: UNDO_TEXTS.en,
  versions: CONFLICT_TEXTS.en,
};

const CHINESE: Texts = {
  importFile: '从文件导入通报…',
  importActiveNote: '将当前笔记作为通报导入',
  reading: (files) => `正在读取 ${files} 个文件…`,
  previewTitle: '导入预览',
  writingTitle: '正在导入',
  resultTitle: '导入完成',
  stoppedTitle: '导入已停止',
  brokenTitle: '导入中断',
  nothingTitle: '未写入任何内容',
  partlyTitle: '部分完成',
  nothingDone: '没有改动任何笔记。',
  sources: '来源',
  outcome: { new: '新增', known: '仓库中已有', refused: '未能读取', skipped: '不是通报', 'left-out': '不导入' },
  kind: { infringement: '侵害通报', takedown: '下架通报', campaign: '索引页', policy: '政策文件', news: '新闻', other: '其他文件' },
  entries: (lists, entries) => `${lists} 份名单，共 ${entries} 项`,
  noEntries: '没有名单',
  stated: (number) => `正文写明 ${number} 款`,
  deadline: (date) => `整改期限 ${date}`,
  appSummary: ({ listed, created, updated }) =>
    `名单共 ${listed} 项：${[...(created > 0 ? [`新增应用 ${created} 款`] : []), ...(updated > 0 ? [`为 ${updated} 款已有应用增加记录`] : [])].join('，') || '没有新应用'}。`,
  nothingToDo: '内容均已在仓库中，无需改动。',
  nothingUnderstood: '所选来源都无法识别为通报，不会写入任何内容。',
  created: '将新建',
  changed: '将更新',
  moved: '将移动或重命名',
  trashed: '将移入回收站',
  kept: '保持原样',
  conflicts: '保留您的修改',
  conflict: (part) => `“${part}”有您的改动，已保留。`,
  keptReason: {
    unchanged: '无需改动。',
    'damaged-markers': '插件维护的区域标记已损坏。',
    'deleted-by-user': '您已将其删除，不再重新生成。',
    'already-there': '同名笔记已存在。',
    'left-out': '您已取消勾选。',
  },
  review: '可能是同一款应用',
  severity: { error: '错误', warning: '需要留意', note: '已修正或略过' },
  more: (number) => `……另有 ${number} 项`,
  import: '导入',
  cancel: '取消',
  close: '关闭',
  stop: '停止',
  progress: (done, total) => `已写入 ${done} / ${total} 篇笔记`,
  writtenNew: '已新建',
  writtenChanged: '已更新',
  writtenMoved: '已移动或重命名',
  writtenTrashed: '已移入回收站',
  failed: '未能写入',
  failure: {
    'changed-since-preview': '预览期间内容有改动，再试一次即可按最新内容处理。',
    'already-exists': '预览期间已新建同名笔记。',
    error: 'Obsidian 无法写入该笔记。',
  },
  notDone: '停止前尚未处理',
  summary: ({ created, updated, moved, trashed, failed, notDone }) => {
    const parts: readonly (readonly [number, string])[] = [[created, '新建'], [updated, '更新'], [moved, '移动或重命名'], [trashed, '移入回收站'], [failed, '未能写入'], [notDone, '未处理']];
    return `${parts.filter(([number]) => number > 0).map(([number, done], i) => `${done} ${number} 篇${i === 0 ? '笔记' : ''}`).join('，')}。`;
  },
  readFailed: (reason) => `未能生成预览：${reason}`,
  commandFailed: (reason) => `操作未完成：${reason}`,
  settingsNotSaved: (reason) => `设置未能保存：${reason}`,
  brokenOff: (reason) => `${reason}。已写入的内容会保留，重新导入即可继续。`,
  undo: UNDO_TEXTS.zh,
  versions: CONFLICT_TEXTS.zh,
};

/** The sentences by language. */
export const TEXTS: Readonly<Record<Language, Texts>> = { en: ENGLISH, zh: CHINESE };

/** The same sentences where files are put back as they were: those of `undo.words` in place of their own. */
export function wordsOfUndo(texts: Texts): Texts {
  // What was edited since stays by promise: taking back the rest is all that was to be done.
  return { ...texts, ...texts.undo.words, partlyTitle: texts.undo.titles.done };
}
