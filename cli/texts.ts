/** What the command line says, in both languages. */
import type { Language } from '../src/document/diagnostic';
import type { FailureReason } from '../src/plan/apply-plan';
import type { JournalAction } from '../src/plan/journal-entry';
import { localTime } from '../src/plan/local-time';
import type { UsageProblem } from './arguments';
import type { SourceProblem } from './source-files';

type Texts<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

/** Why the words are no command; {word} is the one that is wrong. */
export const USAGE_PROBLEMS: Texts<UsageProblem['kind']> = {
  'no-command': { en: 'No command was given.', zh: '未指定命令。' },
  'unknown-command': { en: 'Unknown command: {word}', zh: '未知命令：{word}' },
  'unknown-option': { en: 'Unknown option: {word}', zh: '未知选项：{word}' },
  'missing-value': { en: 'The option {word} needs a value.', zh: '选项 {word} 需要一个值。' },
  'unwanted-value': { en: 'The option {word} takes no value.', zh: '选项 {word} 不接受值。' },
  'missing-option': { en: 'The option {word} is required.', zh: '缺少选项 {word}。' },
  'no-app': { en: 'The command {word} needs an app: the path or the name of its note.', zh: '命令 {word} 需要指明应用：笔记的路径或名称。' },
  'no-second-app': { en: 'The command {word} needs two apps: the path or the name of each note.', zh: '命令 {word} 需要指明两款应用：各自笔记的路径或名称。' },
  'no-rows': { en: 'The option {word} needs at least one entry.', zh: '选项 {word} 至少需要一个名单条目。' },
  'no-sources': { en: 'The command {word} needs at least one file.', zh: '命令 {word} 至少需要一个文件。' },
  'unwanted-word': { en: 'Not understood: {word}', zh: '无法理解的参数：{word}' },
  'unknown-format': { en: 'Unknown format: {word} (csv, xlsx or json)', zh: '未知格式：{word}（可用 csv、xlsx 或 json）' },
  'unknown-language': { en: 'Unknown language: {word} (zh or en)', zh: '未知语言：{word}（可用 zh 或 en）' },
};

/** Why a source was not read; {detail} is what the system said. */
export const SOURCE_PROBLEMS: Texts<SourceProblem['reason']> = {
  'not-found': { en: 'There is no such file or folder.', zh: '文件或文件夹不存在。' },
  'not-a-file': { en: 'This is neither a file nor a folder.', zh: '既不是文件，也不是文件夹。' },
  'no-files': { en: 'The folder holds no file that could be a notice.', zh: '文件夹内没有可能是通报的文件。' },
  'too-large': { en: 'The file is too large to be read.', zh: '文件过大，无法读取。' },
  unreadable: { en: 'The file could not be read: {detail}', zh: '无法读取文件：{detail}' },
  address: { en: 'Web addresses are fetched by the command "import" only.', zh: '只有 import 命令支持从网址获取。' },
};

/** Why a note was not written; {detail} is what the system said. */
export const FAILURES: Texts<FailureReason> = {
  'changed-since-preview': { en: 'The note was changed in the meantime and was left as it is.', zh: '该笔记在此期间被修改，未作改动。' },
  'already-exists': { en: 'A file of that name is already there and was left as it is.', zh: '同名文件已存在，未作改动。' },
  error: { en: 'The note could not be written: {detail}', zh: '无法写入笔记：{detail}' },
};

/** What was done, for the journal's lines. */
const ACTIONS: Texts<JournalAction> = {
  import: { en: 'import', zh: '导入' },
  adopt: { en: 'adopting a folder', zh: '接管文件夹' },
  index: { en: 'index pages', zh: '整理索引页' },
  link: { en: 'links', zh: '添加链接' },
  merge: { en: 'merge', zh: '合并应用' },
  split: { en: 'split', zh: '拆分应用' },
  rename: { en: 'new name of an app', zh: '更改应用名称' },
  alias: { en: 'alias of an app', zh: '添加应用别名' },
  review: { en: 'review of apps', zh: '核对应用' },
  settings: { en: 'changed settings', zh: '更改设置' },
  other: { en: 'other', zh: '其他' },
};

/** All other sentences, with their values in braces. */
export const SENTENCES = {
  adopted: { en: 'Notices taken in: {notices} ({copies} of them second copies); names linked: {linked}; properties added: {properties}; index pages: {pages}', zh: '接管通报 {notices} 篇（其中重复的副本 {copies} 篇），链接名称 {linked} 处，补充属性 {properties} 项，索引页 {pages} 个' },
  adoptionRemarks: { en: 'Remarks: {count} (--json shows them)', zh: '另有说明 {count} 条（可用 --json 查看）' },
  settingsSaved: { en: 'Saved to {file}: {settings}', zh: '已写入 {file}：{settings}' },
  settingsProposed: { en: 'These settings would be saved to {file}: {settings}', zh: '将写入 {file} 的设置：{settings}' },
  settingsKept: { en: 'these settings were changed since and were left as they are: {names}', zh: '以下设置此后已更改，保持现状：{names}' },
  settingsToGoBack: { en: 'The settings would be as before again.', zh: '设置也将还原。' },
  settingsBack: { en: 'The settings are as before again.', zh: '设置已还原。' },
  settingsUnsaved: { en: '{file} could not be read and was left as it is; set this in the plugin: {settings}', zh: '{file} 无法读取，未作改动；请在插件设置中自行填写：{settings}' },
  dryRun: { en: 'Dry run: nothing was written.', zh: '试运行：未写入任何内容。' },
  stopped: { en: 'Stopped: {count} files were not reached.', zh: '已中止：尚有 {count} 个文件未处理。' },
  passedOver: { en: 'Not read, being no notices by their names: {files}', zh: '按名称判断并非通报，未读取：{files}' },
  remarks: { en: 'What was mended or left out on the way: {count} (the command "parse" shows it).', zh: '读取时修补或略过的内容：{count} 处（可用 parse 命令查看）。' },
  noVault: { en: 'There is no such folder: {folder}', zh: '文件夹不存在：{folder}' },
  vaultIsFile: { en: 'This is a file, not a folder: {folder}', zh: '这是文件，不是文件夹：{folder}' },
  failure: { en: 'The work ended early: {detail}', zh: '程序意外终止：{detail}' },
  noApp: { en: 'There is no app note for “{app}”.', zh: '没有“{app}”的应用笔记。' },
  severalApps: { en: '“{app}” fits several notes, give the path of one: {paths}', zh: '“{app}”对应多篇笔记，请写明路径：{paths}' },
  watched: { en: 'Watched apps and developers in these notices: {count}', zh: '所关注的应用和开发者在本次通报中出现 {count} 处' },
  watchedRow: { en: '{name} ({developer}), {notice}{no}', zh: '{name}（{developer}），{notice}{no}' },
  takenDown: { en: 'taken down', zh: '已下架' },
  batch: { en: 'batch {number}', zh: '第{number}批' },
  batchOfYear: { en: 'batch {number} of {year}', zh: '{year}年第{number}批' },
  totalBatch: { en: 'total batch {total}', zh: '总第{total}批' },
  stated: { en: 'the text states {count}', zh: '正文写明 {count} 款' },
  mendBy: { en: 'to be fixed by {date}', zh: '整改期限 {date}' },
  new: { en: 'new', zh: '新' },
  known: { en: 'already there', zh: '已有' },
  refused: { en: 'refused', zh: '无法导入' },
  'left-out': { en: 'left out', zh: '不导入' },
  skipped: { en: 'no notice, left out', zh: '不是通报，未导入' },
  review: { en: 'Apps that may be the same, to be decided by you: {count}', zh: '可能是同一应用、有待您判断的：{count} 对' },
  apps: { en: 'Entries: {listed}; apps: {created} new, {updated} with a longer record', zh: '名单共 {listed} 项；新增应用 {created} 款，{updated} 款应用的记录有更新' },
  list: { en: 'list {list}: {caption}, {count} entries', zh: '名单 {list}：{caption}，共 {count} 项' },
  untitledList: { en: 'list {list}: no caption, {count} entries', zh: '名单 {list}（未注明标题），共 {count} 项' },
  links: { en: '{note}: {sure} links, {doubtful} doubtful', zh: '{note}：确定的链接 {sure} 处，存疑 {doubtful} 处' },
  doubtfulLink: { en: 'line {line}: “{text}” → {paths} ({reason})', zh: '第 {line} 行：“{text}” → {paths}（{reason}）' },
  rolledBack: { en: 'Nothing was changed: what had been written before the error was taken back. Mend the cause and try again.', zh: '仓库未作任何改动：出错前已写入的内容均已撤回。请排除故障后重试。' },
  finishesFirst: { en: 'An earlier run ({action}, {at}) was cut off; the {count} files that it had left are written first.', zh: '上次操作（{action}，{at}）中途中断，先完成余下的 {count} 个文件。' },
  finishesUndo: { en: 'The taking back of an earlier run ({action}, {at}) was cut off; the {count} files that it had left are taken back first.', zh: '上次操作（{action}，{at}）的撤销中途中断，先撤销余下的 {count} 个文件。' },
  wasCutOff: { en: 'An earlier run ({action}, {at}) was cut off. The next command that writes finishes it; "undo" takes it back.', zh: '上次操作（{action}，{at}）中途中断。下一条写入命令会先将其完成；也可用 undo 命令撤回。' },
  notFinished: { en: 'This could not be finished. What is missing is known and will be done by the next command that writes, or taken back by "undo".', zh: '操作未能完成。尚未处理的内容已有记录，下一条写入命令会先将其完成，也可用 undo 命令撤回。' },
  busy: { en: 'another call of this program is writing to this vault', zh: '另有一个本程序的进程正在写入该仓库' },
  folderOutside: { en: 'the folder {folder} leads out of the vault; nothing was written', zh: '文件夹“{folder}”指向仓库之外，未写入任何内容' },
  damagedJournal: { en: 'A record of earlier work could not be read and was set aside: {name}', zh: '有一份操作记录无法读取，已移到一边：{name}' },
  nothingToUndo: { en: 'There is nothing to undo.', zh: '没有可撤销的操作。' },
  undoable: { en: 'Would take back ({action}, {at}): {removed} files to be removed, {changed} to be put back as they were, {restored} to be brought back from the trash', zh: '将撤销（{action}，{at}）：删除新建的文件 {removed} 个，还原 {changed} 个，从回收站恢复 {restored} 个' },
  undone: { en: 'Taken back ({action}, {at}): {removed} files removed, {changed} put back as they were, {restored} brought back from the trash', zh: '已撤销（{action}，{at}）：删除新建的文件 {removed} 个，还原 {changed} 个，从回收站恢复 {restored} 个' },
  checked: { en: '{notices} notices with {entries} entries, {apps} apps, {news} news: {errors} errors, {warnings} warnings, {notes} notes', zh: '通报 {notices} 篇（条目 {entries} 项），应用 {apps} 款，新闻 {news} 篇：错误 {errors} 处，警告 {warnings} 处，提示 {notes} 处' },
  checkStopped: { en: 'Stopped before the vault was read; nothing can be said.', zh: '已中止：仓库未读完，无法给出结论。' },
  exported: { en: '{rows} rows of {notices} notices: {file}', zh: '已导出 {notices} 份通报的 {rows} 行：{file}' },
  exportOverOther: { en: 'There is a file of another kind at {file}; it was left as it is. Choose another name.', zh: '{file} 已存在且不是这种格式的文件，未作改动，请换一个文件名。' },
  exportTooLong: { en: 'A sheet of Excel cannot hold {rows} rows; choose csv or json.', zh: 'Excel 工作表容纳不下 {rows} 行，请改用 csv 或 json 格式。' },
  exportNoFolder: { en: 'There is no folder for {file}.', zh: '{file} 所在的文件夹不存在。' },
  listings: { en: 'listings: {count}', zh: '名单条目 {count} 项' },
} as const satisfies Texts<string>;

/** Fills `{name}` in a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** What was done and when, where the user is, as the sentences about the journal name it. */
export function workOf({ action, at }: { readonly action: JournalAction; readonly at: string }, language: Language): { readonly action: string; readonly at: string } {
  return { action: ACTIONS[action][language], at: localTime(at) };
}
