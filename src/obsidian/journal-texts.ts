/** What Obsidian's windows say of an apply that was cut off, and of taking back the last one; in both languages. */
import type { Language } from '../document/diagnostic';
import type { JournalAction } from '../plan/journal-entry';

/** The sentences of both windows; `action` names what was done. */
export interface JournalTexts {
  readonly action: Readonly<Record<JournalAction, string>>;
  readonly unfinished: {
    readonly command: string;
    readonly title: string;
    readonly titleOfUndo: string;
    /** Day and time as `2022-03-14 09:05`. */
    readonly lead: (action: string, time: string) => string;
    readonly leadOfUndo: (action: string, time: string) => string;
    readonly counts: (done: number, left: number) => string;
    readonly countsOfUndo: (done: number, left: number) => string;
    readonly promise: string;
    readonly promiseOfUndo: string;
    readonly done: string;
    readonly doneOfUndo: string;
    readonly left: string;
    readonly leftOfUndo: string;
    readonly edited: string;
    readonly finish: string;
    readonly rollBack: string;
    readonly rollBackOfUndo: string;
    readonly later: string;
    readonly finishing: { readonly writing: string; readonly done: string; readonly stopped: string; readonly broken: string };
  };
  /** A record that could not be read, by the name under which it was set aside. */
  readonly damaged: (name: string) => string;
  /** What the files were before, by which an apply is taken back. */
  readonly record: string;
  /** Settings that change with files. */
  readonly settings: {
    readonly name: string;
    /** Before files are finished or put back. */
    readonly follow: string;
    /** After. */
    readonly changed: string;
    readonly kept: string;
  };
  readonly undoLast: {
    readonly command: string;
    readonly title: string;
    readonly nothing: string;
    readonly lead: (action: string, time: string) => string;
    readonly promise: string;
    readonly created: string;
    readonly changed: string;
    readonly moved: string;
    readonly trashed: string;
    readonly action: string;
  };
}

/** The sentences by language. */
export const JOURNAL_TEXTS: Readonly<Record<Language, JournalTexts>> = {
  en: {
    action: {
      import: 'Import', merge: 'Merge of app notes', split: 'Split of an app note', rename: 'New name of an app', alias: 'Alias of an app',
      review: 'Review of app matches', link: 'Links for app names', adopt: 'Adoption of a folder', settings: 'Change of settings', index: 'Index pages', other: 'Last change',
    },
    unfinished: {
      command: 'Finish or roll back last import…',
      title: 'The last import was interrupted',
      titleOfUndo: 'Undoing was interrupted',
      lead: (action, time) => `“${action}” of ${time} did not finish on this device. Obsidian may have been closed in the middle of it.`,
      leadOfUndo: (action, time) => `Undoing “${action}” of ${time} did not finish on this device. Obsidian may have been closed in the middle of it.`,
      counts: (done, left) => `${done} of ${done + left} files are written, ${left === 1 ? '1 is' : `${left} are`} not.`,
      countsOfUndo: (done, left) => `${done} of ${done + left} files are restored, ${left === 1 ? '1 is' : `${left} are`} not.`,
      promise: 'You can finish it now, or put every file back as it was. Files that were edited since stay as they are.',
      promiseOfUndo: 'You can go on undoing, or write everything again. Files that were edited since stay as they are.',
      done: 'Written',
      doneOfUndo: 'Restored',
      left: 'Not written yet',
      leftOfUndo: 'Not undone yet',
      edited: 'Edited since, left as it is',
      finish: 'Finish',
      rollBack: 'Roll back',
      rollBackOfUndo: 'Write again',
      later: 'Later',
      finishing: { writing: 'Finishing', done: 'Finished', stopped: 'Stopped', broken: 'Finishing failed' },
    },
    damaged: (name) => `A record of earlier work could not be read and was set aside as ${name}. What it speaks of stays as it is and cannot be undone.`,
    record: 'Record for undoing',
    settings: { name: 'Settings', follow: 'The settings that changed with these files go with them.', changed: 'The settings changed with the files.', kept: 'Settings that were changed since, left as they are' },
    undoLast: {
      command: 'Undo last import…',
      title: 'Undo last import',
      nothing: 'There is nothing to undo.',
      lead: (action, time) => `To be undone: ${action}, ${time}.`,
      promise: 'Files that were edited since stay as they are, and you are told which.',
      created: 'To be removed',
      changed: 'To be put back as before',
      moved: 'To be moved back',
      trashed: 'To be brought back from the trash',
      action: 'Undo',
    },
  },
  zh: {
    action: {
      import: '导入', merge: '合并应用笔记', split: '拆分应用笔记', rename: '重命名应用', alias: '添加应用别名',
      review: '核对应用', link: '链接应用名称', adopt: '接管文件夹', settings: '更改设置', index: '整理索引页', other: '上次操作',
    },
    unfinished: {
      command: '继续完成或撤回上次导入…',
      title: '上次导入没有完成',
      titleOfUndo: '撤销没有完成',
      lead: (action, time) => `${time} 在此设备上开始的“${action}”没有完成，可能是 Obsidian 中途关闭了。`,
      leadOfUndo: (action, time) => `此设备在撤销“${action}”（${time}）时中断，可能是 Obsidian 中途关闭了。`,
      counts: (done, left) => `共 ${done + left} 个文件，已写入 ${done} 个，还有 ${left} 个未写入。`,
      countsOfUndo: (done, left) => `共 ${done + left} 个文件，已还原 ${done} 个，还有 ${left} 个未还原。`,
      promise: '您可以现在继续完成，也可以撤回，让所有文件恢复原样。此后改动过的文件不受影响。',
      promiseOfUndo: '您可以继续撤销，也可以重新写入。此后改动过的文件不受影响。',
      done: '已写入',
      doneOfUndo: '已还原',
      left: '尚未写入',
      leftOfUndo: '尚未还原',
      edited: '此后有改动，保持现状',
      finish: '继续完成',
      rollBack: '撤回',
      rollBackOfUndo: '重新写入',
      later: '稍后',
      finishing: { writing: '正在继续', done: '已完成', stopped: '已停止', broken: '未能完成' },
    },
    damaged: (name) => `有一份操作记录无法读取，已另存为 ${name}。相应的内容保持现状，无法撤销。`,
    record: '供撤销的操作记录',
    settings: { name: '设置', follow: '与这些文件一同更改的设置也会随之处理。', changed: '设置已随文件一同更改。', kept: '此后更改过的设置，保持现状' },
    undoLast: {
      command: '撤销上次导入…',
      title: '撤销上次导入',
      nothing: '没有可以撤销的操作。',
      lead: (action, time) => `将撤销：${action}（${time}）。`,
      promise: '此后改动过的文件保持现状，并会逐一列出。',
      created: '将移除',
      changed: '将还原',
      moved: '将移回原处',
      trashed: '将从回收站恢复',
      action: '撤销',
    },
  },
};
