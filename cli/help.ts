/** What `--help` says, and the one line of it that answers a call gone wrong. */
import type { Language } from '../src/document/diagnostic';
import type { WorkingCommand } from './arguments';

/** A call or an option, and what it is for. */
type Line = readonly [call: string, purpose: string];

const COMMANDS: Readonly<Record<Language, Readonly<Record<WorkingCommand, Line>>>> = {
  en: {
    parse: ['parse FILE… [--json]', 'say what a document holds; nothing is written'],
    import: ['import SOURCE… --vault DIR [--dry-run] [--json]', 'turn notices (files, folders, URLs) into linked notes; makes DIR where it is missing'],
    adopt: ['adopt [FOLDER] --vault DIR [--dry-run] [--json]', 'take in notices and index pages that you keep by hand'],
    index: ['index --vault DIR [--dry-run]', 'put the index pages in order'],
    apps: ['apps --vault DIR [--json]', 'list the apps that have notes'],
    link: ['link NOTE… --vault DIR [--dry-run]', 'link app names in other notes'],
    check: ['check --vault DIR [--json]', 'say what is missing or wrong in the vault, and which apps may be the same'],
    export: ['export --vault DIR --format F -o FILE', 'write every row of every list, with its notice, to a file'],
    merge: ['merge A B --vault DIR [--dry-run]', 'make two app notes one: B goes into A'],
    split: ['split A --rows KEY… --vault DIR [--dry-run]', 'make some entries of an app an app of their own'],
    undo: ['undo --vault DIR [--dry-run] [--json]', 'take back what was done last'],
  },
  zh: {
    parse: ['parse 文件… [--json]', '显示文档内容的解析结果，不写入任何文件'],
    import: ['import 来源… --vault 目录 [--dry-run] [--json]', '将通报（文件、文件夹或网址）导入为互相链接的笔记，目录不存在时自动创建'],
    adopt: ['adopt [文件夹] --vault 目录 [--dry-run] [--json]', '接管您自己整理的通报和索引页'],
    index: ['index --vault 目录 [--dry-run]', '整理索引页'],
    apps: ['apps --vault 目录 [--json]', '列出已有笔记的应用'],
    link: ['link 笔记… --vault 目录 [--dry-run]', '为其他笔记里的应用名称添加链接'],
    check: ['check --vault 目录 [--json]', '检查仓库中缺失或有误之处，并列出可能是同一款的应用'],
    export: ['export --vault 目录 --format 格式 -o 文件', '将全部名单条目连同所属通报写入一个文件'],
    merge: ['merge 甲 乙 --vault 目录 [--dry-run]', '将两篇应用笔记合为一篇：乙并入甲'],
    split: ['split 甲 --rows 编号… --vault 目录 [--dry-run]', '将一款应用的部分名单条目拆为另一款应用'],
    undo: ['undo --vault 目录 [--dry-run] [--json]', '撤销上一次操作'],
  },
};

const OPTIONS: Readonly<Record<Language, readonly Line[]>> = {
  en: [
    ['--vault DIR', 'the folder of the vault'],
    ['--dry-run', 'show what would change and write nothing'],
    ['--json', 'print for programs, one JSON object a line'],
    ['--format F', 'csv (for spreadsheets), xlsx (Excel) or json (for programs)'],
    ['-o FILE', 'the file to write; one of the same format is replaced'],
    ['--rows KEY…', 'entries as "apps --json" has them, or in short 总第10批#1#7 (notice, list, number)'],
    ['--lang zh|en', 'language of the messages (else by LC_ALL, LC_MESSAGES, LANG)'],
    ['--help', 'this text'],
    ['--version', 'the version'],
  ],
  zh: [
    ['--vault 目录', '仓库所在的文件夹'],
    ['--dry-run', '只显示将要作出的改动，不写入'],
    ['--json', '输出供程序读取的结果，每行一个 JSON 对象'],
    ['--format 格式', 'csv（通用表格）、xlsx（Excel）或 json（供程序读取）'],
    ['-o 文件', '输出文件；已有的同格式文件会被替换'],
    ['--rows 编号…', '名单条目，写法同 apps --json，或简写为 总第10批#1#7（通报、名单、序号）'],
    ['--lang zh|en', '提示信息的语言（默认依 LC_ALL、LC_MESSAGES、LANG）'],
    ['--help', '显示本说明'],
    ['--version', '显示版本号'],
  ],
};

const FRAME: Readonly<Record<Language, Readonly<Record<'usage' | 'anyCommand' | 'commands' | 'options' | 'end' | 'more', string>>>> = {
  en: {
    usage: 'Usage: regulatory-notices ', anyCommand: 'COMMAND …', commands: 'Commands', options: 'Options',
    end: 'Exit status: 0 all went well, 1 something could not be read or written, 2 wrong usage.',
    more: 'All commands and options: regulatory-notices --help',
  },
  zh: {
    usage: '用法：regulatory-notices ', anyCommand: '命令 …', commands: '命令', options: '选项',
    end: '退出码：0 全部成功；1 有内容无法读取或写入；2 用法有误。',
    more: '全部命令和选项：regulatory-notices --help',
  },
};

/** The answer to `--help`, line by line. */
export function helpLines(language: Language): readonly string[] {
  const { usage, anyCommand, commands, options, end } = FRAME[language];
  return [usage + anyCommand, '', commands, ...aligned(Object.values(COMMANDS[language])), '', options, ...aligned(OPTIONS[language]), '', end];
}

/** How one command is called; the whole help where nobody knows which was meant (null). */
export function usageLines(command: WorkingCommand | null, language: Language): readonly string[] {
  if (command === null) return helpLines(language);
  const { usage, more } = FRAME[language];
  return [usage + COMMANDS[language][command][0], more];
}

function aligned(lines: readonly Line[]): readonly string[] {
  const width = Math.max(...lines.map(([call]) => columns(call)));
  return lines.map(([call, purpose]) => `  ${call}${' '.repeat(width - columns(call))}  ${purpose}`);
}

/** Columns of a terminal that a text takes: a Chinese character takes two. */
function columns(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}
