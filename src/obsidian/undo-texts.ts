/** What the page of a result says while it is taken back and after, in both languages. */
import type { Language } from '../document/diagnostic';
import type { ApplyResult, FailureReason } from '../plan/apply-plan';
import { counted } from './counted';
import type { WorkRefused } from './file-work';

/** The sentences of the page while it goes back. */
export interface UndoTexts {
  readonly button: string;
  readonly tryAgain: string;
  /** The host could not write, and everything is as before. */
  readonly rolledBack: string;
  /** The same, for a name that can never be written. */
  readonly badName: string;
  /** The settings that go with the files could not be read or saved, and everything is as before. */
  readonly settingsFailed: string;
  /** The host could not write, and not everything is as before. */
  readonly interrupted: string;
  /** Of a file that was edited since, where no note was removed that it could link to. */
  readonly changedAlone: string;
  /** Why nothing was begun. */
  readonly refused: Readonly<Record<WorkRefused['why'], string>>;
  readonly titles: { readonly writing: string; readonly done: string; readonly stopped: string; readonly broken: string };
  /** They stand for those of the same name in `Texts`. */
  readonly words: {
    readonly nothingTitle: string;
    readonly progress: (done: number, total: number) => string;
    readonly writtenNew: string;
    readonly writtenChanged: string;
    readonly failed: string;
    readonly failure: Readonly<Record<FailureReason, string>>;
    readonly notDone: string;
    readonly summary: (counts: Readonly<Record<keyof ApplyResult, number>>) => string;
    readonly brokenOff: (reason: string) => string;
  };
}

/** The sentences by language. */
export const UNDO_TEXTS: Readonly<Record<Language, UndoTexts>> = {
  en: {
    button: 'Undo',
    tryAgain: 'Try again',
    rolledBack: 'A file could not be written, so everything was put back as it was. See that the disk has room and that the vault may be written to, then try again.',
    badName: 'A name below cannot be written, so everything was put back as it was. Rename the folder or choose another in the settings, then try again.',
    settingsFailed: 'The settings could not be read or saved, so everything is as it was. See that the file data.json in the plugin’s folder is whole and may be written to, then try again.',
    interrupted: 'A file could not be written, and not everything could be put back. Nothing of yours is lost. See that the disk has room, then run the command “Finish or roll back last import…”.',
    changedAlone: 'It was changed since.',
    refused: {
      unfinished: 'The last import was interrupted. Run the command “Finish or roll back last import…” first; nothing was written.',
      'not-the-last': 'Something else was done since. The command “Undo last import…” shows what can be undone.',
    },
    titles: { writing: 'Undoing', done: 'Undone', stopped: 'Undo stopped', broken: 'Undo failed' },
    words: {
      nothingTitle: 'Nothing was undone',
      progress: (done, total) => `${done} of ${total} files undone`,
      writtenNew: 'Brought back',
      writtenChanged: 'Restored',
      failed: 'Left as it is',
      failure: {
        'changed-since-preview': 'It was changed since. Links in it may lead to notes that were removed.',
        'already-exists': 'Another file has that name by now.',
        error: 'Obsidian could not undo this.',
      },
      notDone: 'Not undone: stopped before, or kept because another note could not be put back',
      summary: ({ created, updated, moved, trashed, failed, notDone }) =>
        `${[
          `Changes to ${counted(created + updated + moved + trashed, 'file', 'files')} undone`,
          ...(failed > 0 ? [`${failed} left as ${failed === 1 ? 'it is' : 'they are'}`] : []),
          ...(notDone > 0 ? [`${notDone} not undone`] : []),
        ].join(', ')}.`,
      brokenOff: (reason) => `${reason}. What was undone stays undone.`,
    },
  },
  zh: {
    button: '撤销',
    tryAgain: '再试一次',
    rolledBack: '有文件无法写入，所有改动均已撤回，仓库与之前完全一样。请检查磁盘空间和写入权限，然后再试一次。',
    badName: '以下文件或其文件夹的名称无法写入，所有改动均已撤回，仓库与之前完全一样。请重命名该文件夹，或在设置中更换，然后再试一次。',
    settingsFailed: '设置无法读取或保存，仓库与之前完全一样。请检查插件文件夹中的 data.json 是否完好、能否写入，然后再试一次。',
    interrupted: '有文件无法写入，也未能全部撤回。您的内容没有丢失。请检查磁盘空间和写入权限，然后运行命令“继续完成或撤回上次导入…”。',
    changedAlone: '此后有改动。',
    refused: {
      unfinished: '上次导入没有完成。请先运行命令“继续完成或撤回上次导入…”；本次未写入任何内容。',
      'not-the-last': '此后又做过其他操作。可运行命令“撤销上次导入…”查看能够撤销的内容。',
    },
    titles: { writing: '正在撤销', done: '已撤销', stopped: '撤销已停止', broken: '撤销中断' },
    words: {
      nothingTitle: '没有撤销任何改动',
      progress: (done, total) => `已撤销 ${done} / ${total} 个文件`,
      writtenNew: '已恢复',
      writtenChanged: '已还原',
      failed: '保持现状',
      failure: {
        'changed-since-preview': '此后有改动，其中可能有链接指向已移除的笔记。',
        'already-exists': '已有同名文件。',
        error: 'Obsidian 无法撤销此项改动。',
      },
      notDone: '未撤销：停止前尚未处理，或因其他笔记未能还原而保留',
      summary: ({ created, updated, moved, trashed, failed, notDone }) =>
        `${[
          `已撤销 ${created + updated + moved + trashed} 个文件的改动`,
          ...(failed > 0 ? [`${failed} 个保持现状`] : []),
          ...(notDone > 0 ? [`${notDone} 个未撤销`] : []),
        ].join('，')}。`,
      brokenOff: (reason) => `${reason}。已撤销的部分不受影响。`,
    },
  },
};
