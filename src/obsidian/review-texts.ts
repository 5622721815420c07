/** What the review of doubtful pairs says, in both languages. */
import type { Language } from '../document/diagnostic';
import type { ApplyTitles } from './apply-page';
import type { DecisionKind } from './review-session';

/** The sentences of the window, pair by pair and at the end. */
export interface ReviewTexts {
  readonly command: string;
  readonly title: string;
  readonly looking: string;
  readonly nothing: string;
  readonly progress: (at: number, total: number) => string;
  /** From the least likely to the likeliest, then the pairs that are sure. */
  readonly likelihood: Readonly<Record<'low' | 'even' | 'high' | 'bridge', string>>;
  readonly evidence: string;
  readonly alsoNamed: (names: string) => string;
  readonly noDeveloper: string;
  readonly noteGone: string;
  readonly withoutNote: string;
  readonly apartNeedsNotes: string;
  readonly listings: (count: number) => string;
  readonly compared: string;
  readonly more: (count: number) => string;
  readonly decide: Readonly<Record<DecisionKind, string>>;
  readonly means: (notSameAs: string) => Readonly<Record<DecisionKind, string>>;
  readonly said: Readonly<Record<DecisionKind, string>>;
  readonly skip: string;
  readonly back: string;
  readonly undo: string;
  readonly finish: string;
  readonly summaryTitle: string;
  readonly summaryLead: (count: number) => string;
  readonly noDecisions: string;
  readonly outcome: Readonly<Record<DecisionKind, (a: string, b: string) => string>>;
  readonly showFiles: string;
  readonly planning: string;
  readonly apply: (count: number) => string;
  readonly backToReview: string;
  readonly discard: string;
  readonly discarded: (count: number) => string;
  readonly titles: ApplyTitles;
}

/** The sentences by language. */
export const REVIEW_TEXTS: Readonly<Record<Language, ReviewTexts>> = {
  en: {
    command: 'Review app matches',
    title: 'Is this the same app?',
    looking: 'Comparing the app notes…',
    nothing: 'No two app notes are in doubt.',
    progress: (at, total) => `${at} / ${total}`,
    likelihood: { low: 'Possibly the same app, but the evidence is weak', even: 'Possibly the same app', high: 'Probably the same app', bridge: 'Certainly the same app, but with two notes' },
    evidence: 'Evidence',
    alsoNamed: (names) => `Also known as ${names}`,
    noDeveloper: 'No developer stated',
    noteGone: 'This note is no longer in the vault.',
    withoutNote: 'No note yet',
    apartNeedsNotes: 'Keep apart needs a note on both sides. Skip leaves the two as they are.',
    listings: (count) => (count === 1 ? 'Named once' : `Named ${count} times`),
    compared: 'The entry that was compared',
    more: (count) => `… and ${count} more`,
    decide: { join: 'Join', apart: 'Keep apart' },
    means: (notSameAs) => ({ join: 'Join: one note for both. Entries, names and your own text come together, and links follow.', apart: `Keep apart: both notes say so (${notSameAs}), and the pair is not asked about again.` }),
    said: { join: 'You chose: join', apart: 'You chose: keep apart' },
    skip: 'Skip',
    back: 'Back',
    undo: 'Undo',
    finish: 'Finish…',
    summaryTitle: 'Your decisions',
    summaryLead: (count) => (count === 1 ? 'One decision. Nothing has been written yet.' : `${count} decisions. Nothing has been written yet.`),
    noDecisions: 'No decisions made. The pairs stay in the list.',
    outcome: { join: (a, b) => `“${a}” and “${b}” become one note.`, apart: (a, b) => `“${a}” and “${b}” stay two apps.` },
    showFiles: 'Files that will change',
    planning: 'Looking through the vault…',
    apply: (count) => (count === 1 ? 'Apply 1 decision' : `Apply ${count} decisions`),
    backToReview: 'Back to review',
    discard: 'Discard',
    discarded: (count) => (count === 1 ? 'One decision was discarded.' : `${count} decisions were discarded.`),
    titles: { writing: 'Applying your decisions', done: 'Decisions applied', stopped: 'Stopped', broken: 'Something went wrong' },
  },
  zh: {
    command: '核对疑似相同的应用',
    title: '是同一款应用吗？',
    looking: '正在比对应用笔记…',
    nothing: '没有需要核对的应用。',
    progress: (at, total) => `${at} / ${total}`,
    likelihood: { low: '未必是同一款应用', even: '可能是同一款应用', high: '很可能是同一款应用', bridge: '可以确定是同一款应用，但各有一篇笔记' },
    evidence: '判断依据',
    alsoNamed: (names) => `又名：${names}`,
    noDeveloper: '未写明开发者',
    noteGone: '仓库中已没有这篇笔记。',
    withoutNote: '尚未建立笔记',
    apartNeedsNotes: '双方都有笔记才能注明不是同一款；跳过则保持原样。',
    listings: (count) => `列入名单 ${count} 次`,
    compared: '比对的名单条目',
    more: (count) => `……另有 ${count} 项`,
    decide: { join: '合并', apart: '不是同一款' },
    means: (notSameAs) => ({ join: '合并：两篇笔记并为一篇，名单条目、名称和您写的内容都会保留，链接随之更新。', apart: `不是同一款：在两篇笔记中写明（${notSameAs}），以后不再询问。` }),
    said: { join: '已选：合并', apart: '已选：不是同一款' },
    skip: '跳过',
    back: '上一对',
    undo: '撤销',
    finish: '完成…',
    summaryTitle: '核对结果',
    summaryLead: (count) => `已核对 ${count} 对，结果尚未写入。`,
    noDecisions: '没有作出决定，这些应用留待以后核对。',
    outcome: { join: (a, b) => `“${a}”与“${b}”将合并为一篇笔记。`, apart: (a, b) => `“${a}”与“${b}”不是同一款应用。` },
    showFiles: '将改动的文件',
    planning: '正在查找相关笔记…',
    apply: (count) => `写入核对结果（${count} 对）`,
    backToReview: '继续核对',
    discard: '放弃',
    discarded: (count) => `已放弃核对结果（${count} 对）。`,
    titles: { writing: '正在写入', done: '已完成', stopped: '已停止', broken: '操作中断' },
  },
};
