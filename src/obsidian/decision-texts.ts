/** What the windows for decisions about apps say: merge, split, rename, alias; in both languages. */
import type { Language } from '../document/diagnostic';
import type { ApplyTitles } from './apply-page';

/** The sentences that all decisions share, then those of each. */
export interface DecisionTexts {
  readonly preview: string;
  readonly planning: string;
  readonly impossible: string;
  readonly nothingToChange: string;
  readonly back: string;
  readonly titles: ApplyTitles;
  readonly noApps: string;
  readonly merge: { readonly command: string; readonly title: string; readonly pick: string; readonly lead: (keep: string, drop: string) => string; readonly action: string; readonly swap: (other: string) => string };
  readonly split: { readonly command: string; readonly title: string; readonly lead: (count: number, app: string) => string; readonly hint: string; readonly single: string; readonly action: string };
  readonly rename: { readonly command: string; readonly title: string; readonly label: string; readonly hint: string; readonly lead: (before: string, after: string) => string; readonly action: string };
  readonly alias: { readonly command: string; readonly title: string; readonly label: string; readonly hint: string; readonly lead: (app: string, alias: string) => string; readonly action: string };
}

/** The sentences by language. */
export const DECISION_TEXTS: Readonly<Record<Language, DecisionTexts>> = {
  en: {
    preview: 'Preview changes',
    planning: 'Looking through the vault…',
    impossible: 'This cannot be done as things are. Nothing will be written.',
    nothingToChange: 'There is nothing to change.',
    back: 'Back',
    titles: { writing: 'Writing', done: 'Done', stopped: 'Stopped', broken: 'Something went wrong' },
    noApps: 'There is no other app note in this vault.',
    merge: {
      command: 'Merge app notes…',
      title: 'Merge app notes',
      pick: 'Find the app note that goes into this one…',
      lead: (keep, drop) => `“${drop}” goes into “${keep}”: its entries, names and your own text move there, every link follows, and its note goes to the trash.`,
      action: 'Merge',
      swap: (other) => `Keep “${other}” instead`,
    },
    split: {
      command: 'Split app note…',
      title: 'Split app note',
      lead: (count, app) => `${count === 1 ? 'One entry leaves' : `${count} entries leave`} “${app}” for a note of ${count === 1 ? 'its' : 'their'} own. Both notes will say that they are not the same app.`,
      hint: 'Tick the entries that belong to another app. At least one must stay.',
      single: 'This app has one entry only; there is nothing to split.',
      action: 'Split',
    },
    rename: {
      command: 'Rename app…',
      title: 'Rename app',
      label: 'New name',
      hint: 'The old name stays an alias, so that lists with it still find the app.',
      lead: (before, after) => `“${before}” will be called “${after}”, and every link follows.`,
      action: 'Rename',
    },
    alias: {
      command: 'Add alias to app…',
      title: 'Add alias',
      label: 'Another name of the app',
      hint: 'Entries with this name and the same developer will belong to this app.',
      lead: (app, alias) => `“${app}” will also be known as “${alias}”.`,
      action: 'Add',
    },
  },
  zh: {
    preview: '预览改动',
    planning: '正在查找相关笔记…',
    impossible: '目前无法进行此操作，不会写入任何内容。',
    nothingToChange: '无需改动。',
    back: '上一步',
    titles: { writing: '正在写入', done: '已完成', stopped: '已停止', broken: '操作中断' },
    noApps: '仓库中没有其他应用笔记。',
    merge: {
      command: '合并应用笔记…',
      title: '合并应用笔记',
      pick: '查找要并入当前笔记的应用笔记…',
      lead: (keep, drop) => `“${drop}”将并入“${keep}”：名单条目、名称和您写的内容都会移过去，链接随之更新，原笔记移入回收站。`,
      action: '合并',
      swap: (other) => `改为保留“${other}”`,
    },
    split: {
      command: '拆分应用笔记…',
      title: '拆分应用笔记',
      lead: (count, app) => `将从“${app}”拆出 ${count} 项，另建一篇笔记。两篇笔记会互相注明不是同一款应用。`,
      hint: '勾选属于另一款应用的名单条目，至少保留一项。',
      single: '这款应用只有一项记录，无法拆分。',
      action: '拆分',
    },
    rename: {
      command: '重命名应用…',
      title: '重命名应用',
      label: '新名称',
      hint: '原名称会保留为别名，名单中使用原名称时仍能识别。',
      lead: (before, after) => `“${before}”将改名为“${after}”，链接随之更新。`,
      action: '重命名',
    },
    alias: {
      command: '为应用添加别名…',
      title: '添加别名',
      label: '应用的另一个名称',
      hint: '使用该名称且开发者相同的名单条目将归入这款应用。',
      lead: (app, alias) => `“${app}”将增加别名“${alias}”。`,
      action: '添加',
    },
  },
};
