/** What the import window says, in both languages. */
import type { Language } from '../document/diagnostic';
import type { FactProblem, TypedFacts } from '../notice/stated-facts';
import { counted } from './counted';
import type { NoClipboard } from './read-clipboard';

/** The sentences of the window, page by page. */
export interface ImportTexts {
  readonly command: string;
  readonly clipboardCommand: string;
  readonly urlCommand: string;
  readonly title: string;
  // The page where sources are chosen
  readonly pasteLabel: string;
  readonly pasteHint: string;
  readonly addPasted: string;
  readonly pastedName: string;
  readonly drop: string;
  readonly chooseFiles: string;
  readonly chooseFolder: string;
  readonly urlLabel: string;
  readonly urlHint: string;
  readonly fetch: string;
  readonly fetching: (number: number, total: number, address: string) => string;
  readonly notAnAddress: string;
  readonly fromClipboard: string;
  /** Why nothing came from the clipboard. */
  readonly clipboard: Readonly<Record<NoClipboard, string>>;
  readonly activeNote: string;
  readonly chosen: (sources: number) => string;
  readonly nothingChosen: string;
  readonly noFilesThere: string;
  readonly unread: (name: string) => string;
  readonly remove: (name: string) => string;
  readonly preview: string;
  readonly back: string;
  // Reading and planning
  readonly readingTitle: string;
  readonly readingSources: (done: number, total: number) => string;
  readonly planningNotes: string;
  readonly planningAgain: string;
  readonly settingsChanged: string;
  // What was understood
  readonly batch: (number: number, year: number | null) => string;
  readonly totalBatch: (total: number) => string;
  readonly listLine: (number: number, entries: number, caption: string) => string;
  readonly correct: string;
  readonly corrected: string;
  readonly kind: string;
  readonly field: Readonly<Record<keyof TypedFacts, string>>;
  readonly applyCorrection: string;
  readonly dropCorrection: string;
  readonly problem: Readonly<Record<FactProblem, string>>;
  // Files to tick
  readonly deleted: string;
  readonly deletedHint: string;
  readonly fileSize: (kilobytes: number) => string;
  // Watched apps, the first import, what comes next
  readonly watchedTitle: string;
  /** The firm as the settings name it. */
  readonly watchedFirm: (name: string) => string;
  readonly knownBefore: string;
  readonly mendBy: (date: string) => string;
  readonly noProblems: string;
  readonly choiceTitle: string;
  readonly choiceHint: string;
  readonly choiceAll: (notes: number) => string;
  readonly choiceNotable: (notes: number) => string;
  readonly review: (pairs: number) => string;
}

/** The sentences by language. */
export const IMPORT_TEXTS: Readonly<Record<Language, ImportTexts>> = {
  en: {
    command: 'Import notices…',
    clipboardCommand: 'Import notice from clipboard',
    urlCommand: 'Import notice from URL…',
    title: 'Import notices',
    pasteLabel: 'Paste a notice',
    pasteHint: 'From a web page, Word, Excel or a note: tables keep their rows.',
    addPasted: 'Add to list',
    pastedName: 'Pasted text',
    drop: 'Drop files or folders here, or',
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose folder',
    urlLabel: 'Address of a notice',
    urlHint: 'The page and the files that it links to are fetched; copies are kept in the attachments folder.',
    fetch: 'Fetch',
    fetching: (number, total, address) => `Fetching${total === 1 ? '' : ` ${number} of ${total}`}: ${address}`,
    notAnAddress: 'Enter an address that begins with https:// or http://.',
    fromClipboard: 'From clipboard',
    clipboard: { refused: 'The clipboard cannot be read from here. Paste into the box.', empty: 'There is no text on the clipboard.' },
    activeNote: 'Active note',
    chosen: (sources) => (sources === 1 ? '1 source added' : `${sources} sources added`),
    nothingChosen: 'No sources added yet.',
    noFilesThere: 'There are no files in it that can be read.',
    unread: (name) => `“${name}” cannot be read. It may have been moved, deleted or locked.`,
    remove: (name) => `Remove ${name}`,
    preview: 'Preview',
    back: 'Back',
    readingTitle: 'Reading',
    readingSources: (done, total) => `Reading: ${done} of ${total}`,
    planningNotes: 'Working out the notes…',
    planningAgain: 'Updating preview…',
    settingsChanged: 'The settings have changed. Nothing was imported: check the new preview.',
    batch: (number, year) => (year === null ? `batch ${number}` : `batch ${number} of ${year}`),
    totalBatch: (total) => `total batch ${total}`,
    listLine: (number, entries, caption) => `List ${number}: ${counted(entries, 'entry', 'entries')}${caption === '' ? '' : ` · ${caption}`}`,
    correct: 'Correct…',
    corrected: 'Corrected',
    kind: 'Kind',
    field: { date: 'Date', agency: 'Agency', year: 'Year', number: 'Batch of the year', total: 'Total batch' },
    applyCorrection: 'Apply',
    dropCorrection: 'Discard correction',
    problem: {
      date: 'There is no such day. Write it like 2022-03-14.',
      'date-ahead': 'This day is still to come.',
      agency: 'Enter the name of an agency.',
      year: 'Enter a year with four digits.',
      number: 'Enter a whole number from 1.',
      total: 'Enter a whole number from 1.',
      'total-small': 'The total batch cannot be smaller than the batch of the year.',
      'year-alone': 'A year alone names no batch.',
      'year-apart': 'Year and date do not fit together.',
    },
    deleted: 'Deleted by you',
    deletedHint: 'Tick a note to make it again.',
    fileSize: (kilobytes) => `${kilobytes} KB`,
    watchedTitle: 'Apps and developers you watch',
    watchedFirm: (name) => `Developer: ${name}`,
    knownBefore: 'Already in the vault',
    mendBy: (date) => `To be fixed by ${date}`,
    noProblems: 'No problem stated',
    choiceTitle: 'Which apps get a note of their own?',
    choiceHint: 'An app without a note stays in the lists of its notices, and gets a note when it is named again.',
    choiceAll: (notes) => `All apps (${notes})`,
    choiceNotable: (notes) => `Only apps listed twice, taken down or watched (${notes})`,
    review: (pairs) => (pairs === 1 ? 'Review 1 pair…' : `Review ${pairs} pairs…`),
  },
  zh: {
    command: '导入通报…',
    clipboardCommand: '从剪贴板导入通报',
    urlCommand: '从网址导入通报…',
    title: '导入通报',
    pasteLabel: '粘贴通报',
    pasteHint: '可从网页、Word、Excel 或笔记中复制，表格会保留行列。',
    addPasted: '加入列表',
    pastedName: '粘贴的内容',
    drop: '将文件或文件夹拖到这里，或',
    chooseFiles: '选择文件',
    chooseFolder: '选择文件夹',
    urlLabel: '通报网址',
    urlHint: '将获取网页及其附件，并在附件文件夹中保存副本。',
    fetch: '获取',
    fetching: (number, total, address) => `正在获取${total === 1 ? '' : ` ${number} / ${total}`}：${address}`,
    notAnAddress: '请输入以 https:// 或 http:// 开头的网址。',
    fromClipboard: '读取剪贴板',
    clipboard: { refused: '无法直接读取剪贴板，请粘贴到上面的框里。', empty: '剪贴板中没有文字。' },
    activeNote: '当前笔记',
    chosen: (sources) => `已添加 ${sources} 个来源`,
    nothingChosen: '尚未添加来源。',
    noFilesThere: '其中没有可以读取的文件。',
    unread: (name) => `无法读取“${name}”，文件可能已被移动、删除或占用。`,
    remove: (name) => `移除 ${name}`,
    preview: '预览',
    back: '上一步',
    readingTitle: '正在读取',
    readingSources: (done, total) => `正在读取 ${done} / ${total}`,
    planningNotes: '正在整理笔记…',
    planningAgain: '正在更新预览…',
    settingsChanged: '设置已更改，尚未导入。请查看新的预览。',
    batch: (number, year) => (year === null ? `第${number}批` : `${year}年第${number}批`),
    totalBatch: (total) => `总第${total}批`,
    listLine: (number, entries, caption) => `名单 ${number}：${entries} 项${caption === '' ? '' : ` · ${caption}`}`,
    correct: '更正…',
    corrected: '已更正',
    kind: '类型',
    field: { date: '发布日期', agency: '发文机关', year: '年份', number: '年度批次', total: '总批次' },
    applyCorrection: '更正',
    dropCorrection: '恢复识别结果',
    problem: {
      date: '没有这一天，请按 2022-03-14 的格式填写。',
      'date-ahead': '日期晚于今天。',
      agency: '请填写机关名称。',
      year: '请填写四位数的年份。',
      number: '请填写不小于 1 的整数。',
      total: '请填写不小于 1 的整数。',
      'total-small': '总批次不能小于年度批次。',
      'year-alone': '只有年份，缺少批次。',
      'year-apart': '年份与发布日期不符。',
    },
    deleted: '您已删除',
    deletedHint: '勾选后重新生成。',
    fileSize: (kilobytes) => `${kilobytes} KB`,
    watchedTitle: '您关注的应用和开发者',
    watchedFirm: (name) => `开发者：${name}`,
    knownBefore: '仓库中已有',
    mendBy: (date) => `整改期限 ${date}`,
    noProblems: '未写明所涉问题',
    choiceTitle: '为哪些应用建立笔记？',
    choiceHint: '未建笔记的应用仍保留在通报名单中，再次被通报时会自动建立笔记。',
    choiceAll: (notes) => `全部应用（${notes} 款）`,
    choiceNotable: (notes) => `仅限多次被通报、被下架或您关注的应用（${notes} 款）`,
    review: (pairs) => `核对 ${pairs} 对应用…`,
  },
};
