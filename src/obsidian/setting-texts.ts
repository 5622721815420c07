/** What the settings page says, in both languages. */
import type { Language } from '../document/diagnostic';
import { ENGLISH_PROPERTY_NAMES, PROPERTY_NAMES, type IndexPageSetting, type PropertyKey, type Settings, type WrittenPart } from '../settings';

/** The sentences of the page; a pair is the name of a setting and what it does. */
export interface SettingTexts {
  readonly folders: string;
  readonly folder: Readonly<Record<keyof Settings['folders'], readonly [name: string, desc: string]>>;
  readonly inbox: readonly [string, string];
  readonly index: string;
  readonly indexNote: readonly [string, string];
  readonly indexPages: string;
  readonly noIndexPages: string;
  readonly addIndexPage: string;
  readonly indexPage: (number: number) => string;
  readonly pageFields: Readonly<Record<keyof IndexPageSetting, string>>;
  readonly notes: string;
  readonly noteNames: Readonly<Record<keyof Settings['noteNames'], string>>;
  readonly noteNamesDesc: string;
  readonly preview: string;
  readonly sampleTitles: Readonly<Record<keyof Settings['noteNames'], string>>;
  readonly sampleAgency: string;
  readonly fileNameBytes: readonly [string, string];
  readonly linkStyle: readonly [string, string];
  readonly linkStyles: Readonly<Record<Settings['linkStyle'], string>>;
  readonly noteLanguage: readonly [string, string];
  readonly noteLanguages: Readonly<Record<Settings['noteLanguage'], string>>;
  readonly written: string;
  readonly write: Readonly<Record<WrittenPart, readonly [string, string]>>;
  readonly apps: string;
  readonly appNotes: readonly [string, string];
  readonly appNotesChoices: Readonly<Record<Settings['appNotes'], string>>;
  readonly watched: string;
  readonly watchedDesc: string;
  readonly noWatched: string;
  readonly addWatched: string;
  readonly developer: (number: number) => string;
  readonly properties: readonly [string, string];
  /** What a property means; the name that it bears in the vault is its setting. */
  readonly property: Readonly<Record<PropertyKey, string>>;
  readonly preset: readonly [string, string];
  readonly presets: { readonly chinese: string; readonly english: string; readonly own: string };
  readonly reset: (group: string) => string;
  readonly badPath: string;
  readonly pageTaken: string;
  readonly badYear: string;
  readonly badTemplate: string;
  readonly badName: string;
  readonly badNumber: string;
  /** The saved settings make no sense; a copy of them is kept under that name, or could not be made. */
  readonly damaged: (copy: string | null) => string;
  readonly pending: readonly [string, string];
  /** Said once where the user may not see the row of `pending`, at the top of the page. */
  readonly pendingMessage: string;
  readonly migrate: string;
  readonly fromNowOn: string;
  readonly discard: string;
  readonly migration: { readonly title: string; readonly lead: string; readonly action: string };
}

/** The sentences by language. */
export const SETTING_TEXTS: Readonly<Record<Language, SettingTexts>> = {
  en: {
    folders: 'Folders',
    folder: {
      infringement: ['Infringement notices', 'Folder for new notes of 侵害通报.'],
      takedown: ['Takedown notices', 'Folder for new notes of 下架通报.'],
      apps: ['Apps', 'Folder for app notes.'],
      news: ['News', 'Folder for imported news.'],
      attachments: ['Attachments', 'Folder for copies of what was fetched.'],
    },
    inbox: ['Inbox', 'Folder of saved pages and files, for example from Web Clipper, that the command “Import notices from inbox” imports.'],
    index: 'Index pages',
    indexNote: ['Index page', 'The note that lists all notices in order. It can be a page of your own.'],
    indexPages: 'Further index pages',
    noIndexPages: 'No further pages: the index page lists all notices.',
    addIndexPage: 'Add index page',
    indexPage: (number) => `Page ${number}`,
    pageFields: { path: 'Note', agency: 'Agency (all if empty)', year: 'Year (all if empty)' },
    notes: 'Notes',
    noteNames: { infringement: 'Names of infringement notices', takedown: 'Names of takedown notices' },
    noteNamesDesc: 'File name of new notes. {{title}}, {{date}}, {{year}}, {{month}}, {{number}}, {{total}} and {{agency}} stand for what the notice says.',
    preview: 'Preview of file names',
    sampleTitles: { infringement: '关于侵害用户权益行为的APP通报（2021年第1批，总第10批）', takedown: '关于下架侵害用户权益APP名单的通报' },
    sampleAgency: '工业和信息化部信息通信管理局',
    fileNameBytes: ['Longest file name', 'In bytes, from 40 to 240; a Chinese character takes three. Short names can be synced everywhere.'],
    linkStyle: ['Link style', 'How links are written in the text of notes. In properties Obsidian knows wikilinks only.'],
    linkStyles: { wiki: 'Wikilinks: [[note|words]]', markdown: 'Markdown links: [words](note.md)' },
    noteLanguage: ['Language of notes', 'Language of the headings, callout titles and record columns that the plugin writes. What a notice says stays as published; notes you already have keep their headings.'],
    noteLanguages: { zh: 'Chinese', en: 'English' },
    written: 'What is written',
    write: {
      tags: ['Tags', 'The tags 通报/侵害 and 通报/下架.'],
      aliases: ['Aliases of notices', 'The short name of a notice, for example 总第10批.'],
      cssclasses: ['Style class', 'The class that gives wide tables their style on a phone and on paper.'],
      related: ['Related notices', 'Links between a notice and those that follow it.'],
      originals: ['Copies of what was fetched', 'Pages and attachments are kept in the vault with their address and time.'],
      index: ['Update index pages', 'New notices are put into the index pages.'],
    },
    apps: 'Apps',
    appNotes: ['Apps with a note', 'Which apps get a note of their own.'],
    appNotesChoices: { all: 'All', notable: 'Named twice, taken down or watched' },
    watched: 'Watched developers',
    watchedDesc: 'Import reports begin with apps of these developers. Part of a name is enough.',
    noWatched: 'No developers are watched.',
    addWatched: 'Add developer',
    developer: (number) => `Developer ${number}`,
    properties: ['Property names', 'What the properties of notes are called.'],
    property: englishMeanings(),
    preset: ['Language of the names', 'Chinese or English names for all properties, or names of your own below.'],
    presets: { chinese: 'Chinese', english: 'English', own: 'My own' },
    reset: (group) => `Reset “${group}”`,
    badPath: 'Enter a path in this vault, outside hidden folders. Characters such as * " < > : | ? # ^ [ ] cannot be used.',
    pageTaken: 'This note is an index page already.',
    badYear: 'Enter a year of four digits, for example 2022.',
    badTemplate: 'The name needs {{title}}, {{date}}, {{number}} or {{total}}, or all notes would be called the same.',
    badName: 'Another property has this name already.',
    badNumber: 'A whole number from 40 to 240.',
    damaged: (copy) => `The settings file data.json in the plugin’s folder is damaged. ${copy === null ? 'It was left as it is.' : `A copy is kept beside it as ${copy}.`} Check the settings before the next import.`,
    pending: ['The vault has notes made with other settings', 'Your changes take effect once you let the notes follow them, or apply them to new notes only.'],
    pendingMessage: 'The vault has notes made with other settings. Choose at the top of this page whether they follow.',
    migrate: 'Preview changes to notes',
    fromNowOn: 'New notes only',
    discard: 'Discard',
    migration: { title: 'Notes follow the settings', lead: 'Notes are moved and renamed, properties and links are rewritten, and links from your other notes are kept.', action: 'Change notes' },
  },
  zh: {
    folders: '文件夹',
    folder: {
      infringement: ['侵害通报', '新建侵害通报笔记的位置。'],
      takedown: ['下架通报', '新建下架通报笔记的位置。'],
      apps: ['应用', '应用笔记的位置。'],
      news: ['新闻', '新闻笔记的位置。'],
      attachments: ['附件', '原件副本的位置。'],
    },
    inbox: ['收件箱', '存放待导入的网页和文件（例如 Web Clipper 保存的网页），用“导入收件箱中的通报”命令导入。'],
    index: '索引页',
    indexNote: ['索引页', '按顺序列出全部通报的笔记，可以是您自己的页面。'],
    indexPages: '其他索引页',
    noIndexPages: '没有其他索引页，全部通报都列在上面的索引页中。',
    addIndexPage: '添加索引页',
    indexPage: (number) => `索引页 ${number}`,
    pageFields: { path: '笔记', agency: '机关（留空为全部）', year: '年份（留空为全部）' },
    notes: '笔记',
    noteNames: { infringement: '侵害通报的文件名', takedown: '下架通报的文件名' },
    noteNamesDesc: '新建笔记的文件名。{{title}}、{{date}}、{{year}}、{{month}}、{{number}}、{{total}}、{{agency}} 分别代表标题、日期、年、月、年度批次、总批次和机关。',
    preview: '文件名预览',
    sampleTitles: { infringement: '关于侵害用户权益行为的APP通报（2021年第1批，总第10批）', takedown: '关于下架侵害用户权益APP名单的通报' },
    sampleAgency: '工业和信息化部信息通信管理局',
    fileNameBytes: ['文件名最大长度', '以字节计，40 至 240，一个汉字占三个字节。较短的文件名在各种同步服务中都能使用。'],
    linkStyle: ['链接格式', '笔记正文中链接的写法。属性中只能使用 Wiki 链接。'],
    linkStyles: { wiki: 'Wiki 链接：[[笔记|文字]]', markdown: 'Markdown 链接：[文字](笔记.md)' },
    noteLanguage: ['笔记语言', '插件写入的小标题、标注框标题和通报记录表头所用的语言。通报内容保持原文；已有笔记的小标题不变。'],
    noteLanguages: { zh: '中文', en: '英文' },
    written: '写入内容',
    write: {
      tags: ['标签', '标签“通报/侵害”和“通报/下架”。'],
      aliases: ['通报别名', '通报的简称，例如“总第10批”。'],
      cssclasses: ['样式类', '让宽表格在手机和打印时便于阅读的样式。'],
      related: ['相关通报', '通报与其后续通报之间的链接。'],
      originals: ['原件副本', '把获取的网页和附件连同网址、时间保存在仓库中。'],
      index: ['更新索引页', '把新通报列入索引页。'],
    },
    apps: '应用',
    appNotes: ['建立笔记的应用', '为哪些应用单独建立笔记。'],
    appNotesChoices: { all: '全部', notable: '多次被通报、被下架或您关注的' },
    watched: '关注的开发者',
    watchedDesc: '导入报告会首先列出这些开发者的应用。填写名称的一部分即可。',
    noWatched: '尚未关注任何开发者。',
    addWatched: '添加开发者',
    developer: (number) => `开发者 ${number}`,
    properties: ['属性名称', '笔记中各属性的名称。'],
    property: PROPERTY_NAMES,
    preset: ['名称语言', '全部属性使用中文或英文名称，也可在下方自行填写。'],
    presets: { chinese: '中文', english: '英文', own: '自定义' },
    reset: (group) => `恢复“${group}”的默认设置`,
    badPath: '请填写仓库内的路径，不能位于隐藏文件夹中，也不能包含 * " < > : | ? # ^ [ ] 等字符。',
    pageTaken: '这篇笔记已用作索引页。',
    badYear: '请填写四位数的年份，例如 2022。',
    badTemplate: '文件名须包含 {{title}}、{{date}}、{{number}} 或 {{total}}，否则所有笔记会重名。',
    badName: '已有同名属性。',
    badNumber: '请填写 40 至 240 之间的整数。',
    damaged: (copy) => `插件文件夹中的设置文件 data.json 已损坏，${copy === null ? '文件保持原样' : `原内容已另存为 ${copy}`}。请在下次导入前检查各项设置。`,
    pending: ['仓库中已有按原设置建立的笔记', '请选择让现有笔记一并更改，还是仅用于新建的笔记。选定后，新设置才会生效。'],
    pendingMessage: '仓库中已有按原设置建立的笔记，请在本页顶部选择是否一并更改。',
    migrate: '预览对笔记的更改',
    fromNowOn: '仅用于新建笔记',
    discard: '放弃更改',
    migration: { title: '按新设置更改笔记', lead: '将移动和重命名笔记，改写属性与链接；您其他笔记中的链接仍会指向它们。', action: '更改笔记' },
  },
};

/** `original_url` is about the “Original URL”. */
function englishMeanings(): Record<PropertyKey, string> {
  const meanings: Record<PropertyKey, string> = { ...ENGLISH_PROPERTY_NAMES };
  for (const [key, name] of Object.entries(ENGLISH_PROPERTY_NAMES) as [PropertyKey, string][]) meanings[key] = (name.charAt(0).toUpperCase() + name.slice(1)).replace(/_/g, ' ').replace(/url$/, 'URL');
  return meanings;
}
