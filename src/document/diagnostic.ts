/**
 * What the program says about a source: a code, a place and a sentence, instead of a guess or silence.
 * The sentence is made from the code and its values (`DIAGNOSTIC_TEXTS`), so that it can be said in Chinese and in English.
 */

/** `error`: something could not be read or done. `warning`: a person should look at it. `note`: said so that nothing goes in silence. */
export type Severity = 'error' | 'warning' | 'note';
/** Language of a sentence that the program says. */
export type Language = 'zh' | 'en';

/** Where in a source something was seen. Lines count from 1 in the source as the user has it; lists and rows as in the notice. */
export interface Place {
  readonly line?: number;
  /** Number of the list in the notice, from 1. */
  readonly list?: number;
  /** 序号 of the entry, or the count of the row where it has none. */
  readonly row?: number;
}

/** Values that a sentence names. */
export type DiagnosticValues = Readonly<Record<string, string | number>>;

/** One finding. An `error` means that the source, or a part of it, could not be used; a `warning`, that a person should look; a `note`, that something was mended or left out. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly place: Place;
  readonly values: DiagnosticValues;
}

/** Every code: its severity, its sentence in English, and in Chinese. `{name}` stands for a value of the diagnostic. Add new ones here only. */
export const DIAGNOSTIC_TEXTS = {
  // document: bytes → Document
  'empty-file': ['error', 'The file is empty.', '文件是空的。'],
  'binary-file': ['error', 'This is not text: {kind}.', '文件内容是二进制数据，不是文本，无法读取（{kind}）。'],
  'unknown-format': ['error', 'The format of this file is not known.', '无法识别该文件的格式。'],
  'file-too-large': ['error', 'The file is {size} MB, over the limit of {limit} MB.', '文件有 {size} MB，超过 {limit} MB 的上限。'],
  'line-too-long': ['error', 'A line is {length} characters long, over the limit of {limit}.', '有一行长达 {length} 个字符，超过 {limit} 的上限。'],
  'bad-front-matter': ['error', 'The front matter is not valid YAML: {reason}', '文首属性区不是有效的 YAML：{reason}'],
  'bad-metadata-block': ['warning', 'The metadata block is not valid YAML and was read line by line: {reason}', '元数据块不是有效的 YAML，已改为逐行读取：{reason}'],
  'front-matter-language': ['error', 'The front matter is written in {language}, not in YAML. It was not run and not read.', '文首属性区是 {language} 代码，不是 YAML；为安全起见未读取，更未执行。'],
  'damaged-characters': ['warning', '{count} characters could not be decoded.', '有 {count} 个字符无法解码。'],
  'fence-unclosed': ['warning', 'A code block is opened here and never closed; it was read up to the next blank line.', '此处的代码块没有结束标记，只读到下一个空行为止。'],
  'comment-unclosed': ['warning', 'A comment is opened here and never closed; what follows was read as text.', '此处的注释没有结束标记，其后的内容按正文读取。'],
  'table-continued': ['note', 'Rows after a blank line were read as part of the table above.', '空行之后的各行已并入上面的表格。'],
  'table-rule-missing': ['warning', 'Rows of a table without a line of dashes under the headings were read as a table.', '表头下缺少分隔行，已按表格读取。'],
  'comment-skipped': ['note', 'A comment was left out (lines: {lines}).', '略过一段 {lines} 行的注释。'],
  'table-in-comment': ['note', 'A table of {rows} rows stands in a comment and was not counted.', '注释里有一张 {rows} 行的表格，未计入名单。'],
  'row-too-wide': ['warning', 'The row has {cells} cells under {columns} headings; the rest was kept in the last column.', '该行有 {cells} 个单元格，而表头只有 {columns} 列；多出的内容并入了最后一列。'],
  'html-table-unread': ['warning', 'An HTML table could not be read.', '有一张 HTML 表格无法读取。'],
  'scan': ['error', 'This is a picture without text ({kind}). Its list is still to be added; nothing was guessed.', '这是没有文字层的扫描件或图片（{kind}），名单待补，未作猜测。'],
  'scanned-page': ['warning', 'Page {page} is a picture without text; a list on it is still to be added.', '第 {page} 页是没有文字层的扫描图片，其中的名单待补。'],
  'undecoded-text': ['error', 'The file holds text, but its fonts do not say which characters they draw. Save it anew from the program that made it.', '文件里有文字，但字体没有注明对应的字符，无法识别。请用原来的程序重新导出。'],
  'undecoded-page': ['warning', 'The fonts of page {page} do not say which characters they draw; its text could not be read.', '第 {page} 页的字体没有注明对应的字符，文字无法识别。'],
  'file-locked': ['error', 'The file is protected by a password. Save a copy without one and import that.', '文件设有密码。请先另存为不带密码的副本再导入。'],
  'damaged-file': ['error', 'The file is damaged or cut off and cannot be read as {kind}: {reason}', '文件已损坏或不完整，无法按 {kind} 读取：{reason}'],
  'cut-off': ['warning', 'The file is damaged or cut off: a part of what it should hold is missing.', '文件已损坏或不完整，有一部分内容缺失。'],
  'damaged-page': ['warning', 'Page {page} is damaged and was left out: {reason}', '第 {page} 页已损坏，未读取：{reason}'],
  'office-before-97': ['error', 'The file was made by {program} 95 or an older version, which is not read. Open it in {program} and save it anew.', '文件由 97 版之前的 {program} 生成，无法读取。请用 {program} 打开后另存为新格式。'],
  'pdf-unavailable': ['error', 'PDF files cannot be read here: {reason}', '此处无法读取 PDF 文件：{reason}'],
  'too-many-pages': ['error', 'The document has {pages} pages, over the limit of {limit}.', '文档有 {pages} 页，超过 {limit} 页的上限。'],
  'running-lines': ['note', 'Lines at the head or foot of the pages were left out: {text}', '略过页眉和页脚：{text}'],
  'web-page-parts': ['note', '{count} parts beside the article (menus, recommendations, comments) were left out: {text}', '略过正文之外的 {count} 处网页内容（导航、推荐、评论等）：{text}'],
  'turned-text': ['note', 'Slanting text, such as a watermark, was left out: {text}', '略过倾斜的文字（如水印）：{text}'],
  // document: Word and Excel files
  'archive-damaged': ['error', 'The file is damaged: {part} cannot be unpacked.', '文件已损坏，{part} 无法解压。'],
  'archive-too-large': ['error', 'The file was not unpacked: {part} would take {size} MB, over the limit of {limit} MB.', '文件未解压：{part} 展开后有 {size} MB，超过 {limit} MB 的上限。'],
  'archive-protected': ['error', 'The file is protected by a password.', '文件设有密码，无法读取。'],
  'archive-unread': ['error', 'The file is no Word or Excel document but {kind}, which is not read.', '该文件不是 Word 或 Excel 文档，而是 {kind}，暂不支持读取。'],
  'page-instead-of-file': ['error', 'The file holds no document but a web page (“{title}”), as sites send when a download fails. Download it again.', '文件内容不是文档，而是一个网页（“{title}”），通常是下载失败时网站返回的提示页，请重新下载。'],
  'office-doctype': ['error', 'The file was not read: {part} holds a DOCTYPE, which no Office file has and which can be used for attacks.', '文件未读取：{part} 含有 DOCTYPE 声明，正常的 Office 文件不会有，可能被用于攻击。'],
  'office-part-malformed': ['error', 'The file is damaged: {part} is not valid XML.', '文件已损坏：{part} 不是有效的 XML。'],
  'office-part-too-complex': ['error', 'The file was not read: {part} is nested too deep or holds too many parts.', '文件未读取：{part} 嵌套过深或内容过多。'],
  'office-empty': ['error', 'The file holds no text that is shown.', '文件里没有可显示的文字。'],
  'office-embedded-part': ['warning', 'Another document is embedded here; it was not read.', '此处嵌入了另一个文档，未读取其内容。'],
  'table-span-absurd': ['error', 'The file was not read: a cell claims to span {span} columns, a table in Word has at most {limit}.', '文件未读取：有单元格标明横跨 {span} 列，而 Word 表格最多 {limit} 列。'],
  'table-too-large': ['error', 'The file was not read: a table has more cells than can be held.', '文件未读取：表格的单元格数量过多。'],
  'sheet-too-large': ['error', 'The file was not read: the sheet “{sheet}” has more cells than can be held.', '文件未读取：工作表“{sheet}”的单元格数量过多。'],
  'sheet-missing': ['warning', 'The sheet “{sheet}” is named in the file but not in it.', '文件里列有工作表“{sheet}”，但缺少其内容。'],
  'hidden-sheet': ['note', 'The hidden sheet “{sheet}” was left out.', '略过隐藏的工作表“{sheet}”。'],
  'hidden-rows': ['warning', 'Hidden rows were left out: {count}.', '略过 {count} 个隐藏的行。'],
  'hidden-columns': ['warning', 'Hidden columns of the sheet “{sheet}” were left out: {count}.', '略过工作表“{sheet}”中 {count} 个隐藏的列。'],
  'far-cells': ['warning', 'The sheet “{sheet}” has cells far outside any list (beyond row 100,000 or column IV); left out: {count}.', '工作表“{sheet}”有 {count} 个单元格位置明显超出名单范围（超过第 100000 行或 IV 列），未读取。'],
  'formula-without-result': ['warning', 'The sheet “{sheet}” has formulas without a stored result ({count}); open and save the file in Excel or WPS, then import it again.', '工作表“{sheet}”有 {count} 个公式没有保存结果，请用 Excel 或 WPS 打开并保存后再导入。'],
  'html-without-article': ['error', 'The web page holds no article; perhaps a script loads it.', '网页里没有正文，正文可能由脚本加载。'],
  // notice: Document → Notice
  'no-list': ['warning', 'The notice holds no list of apps; the list is still to be added.', '通报里没有名单，名单待补。'],
  'no-name-column': ['error', 'The table has no column of app names; its headings are: {headings}', '表格没有应用名称一列，表头为：{headings}'],
  'table-not-a-list': ['warning', 'A table without a column of app names was kept as text; its headings are: {headings}', '有一张表格没有应用名称列，已按文字保留，表头为：{headings}'],
  'row-without-name': ['warning', 'The row names no app and there is none above it; it was left out.', '该行没有应用名称，上方也没有可沿用的名称，未计入名单。'],
  'row-without-number': ['note', 'The row of “{name}” has no number and was read as an entry of its own.', '“{name}”一行没有序号，按单独一项计入。'],
  'number-gap': ['warning', 'Number {missing} is missing before this row.', '此行之前缺少序号 {missing}。'],
  'number-repeated': ['warning', 'Number {no} occurs twice in the list.', '名单里序号 {no} 出现了两次。'],
  'ditto': ['note', '“{mark}” was read as what the row above says: {value}', '“{mark}”按上一行的内容读取：{value}'],
  'ditto-without-row': ['warning', '“{mark}” stands where no row above says anything; it was left empty.', '此处写有“{mark}”，但上一行没有可沿用的内容，已留空。'],
  'blank-row': ['note', 'A blank row was left out.', '略过一个空行。'],
  'repeated-header': ['note', 'A repeated header row was left out.', '略过一行重复的表头。'],
  'note-row': ['note', 'A row that is a note was left out of the list: {text}', '表格里有一行说明，未计入名单：{text}'],
  'total-row': ['note', 'A row of totals was left out of the list: {text}', '表格里有一行合计，未计入名单：{text}'],
  'problem-mended': ['note', 'The problem “{from}” was read as “{to}”.', '所涉问题“{from}”按“{to}”识别。'],
  'problem-unknown': ['note', 'The problem “{label}” is not in the known wording and was kept as it stands.', '所涉问题“{label}”不在已知表述之内，已按原文保留。'],
  'count-mismatch': ['warning', 'The text states {stated} ({phrase}), the lists hold {read}.', '正文写明 {stated} 款（{phrase}），名单实有 {read} 项。'],
  'part-count-mismatch': ['warning', 'The text states {stated} for list {lists} ({phrase}), there are {read}.', '正文写明名单 {lists} 共 {stated} 款（{phrase}），实有 {read} 项。'],
  'section-count-mismatch': ['warning', 'The section “{label}” states {stated} apps and names {read}.', '“{label}”一节写明 {stated} 款，实列 {read} 款。'],
  'list-from-text': ['note', 'A list of {rows} rows was read from the text, which holds no table.', '原文没有表格，已从文字中读出 {rows} 行名单。'],
  'title-conflict': ['note', 'The front matter calls it “{other}”; the title used is “{title}”.', '属性区的标题是“{other}”，采用的标题是“{title}”。'],
  'batch-conflict': ['warning', 'The title says {title}, the metadata says {other}.', '标题写的是{title}，元数据写的是{other}。'],
  'no-date': ['warning', 'No date of publication was found.', '没有找到发布日期。'],
  'no-agency': ['warning', 'The issuing agency was not found.', '没有找到发文机关。'],
  'agency-conflict': ['warning', 'The signature names {signature}, the address belongs to {domain}.', '落款是{signature}，网址属于{domain}。'],
  'stray-text': ['note', 'Text behind the lists was kept with the body: {text}', '名单之后另有文字，已并入正文：{text}'],
  'unreadable-part': ['warning', 'A part could not be understood and was kept as text: {text}', '有一部分内容无法识别，已按文字保留：{text}'],
  'empty-campaign': ['warning', 'The page holds neither rules nor lists of notices.', '页面里既没有文件正文，也没有通报列表。'],
  'own-app-note': ['note', 'This is the note of an app and no source; it was not imported.', '这是应用笔记，不是通报来源，未导入。'],
  'own-export': ['note', 'This is an export of the vault and no source; it was not imported.', '这是从仓库导出的表格，不是通报来源，未导入。'],
  'not-a-notice': ['note', '“{title}” is no notice and was not imported.', '“{title}”不是通报，未导入。'],
  // fetching from the web
  'address-not-web': ['error', 'This is not a web address (http or https).', '这不是网址（http 或 https）。'],
  'fetch-failed': ['error', 'It could not be fetched: {reason}', '无法获取：{reason}'],
  'fetch-late': ['error', 'The server gave no answer within {limit} seconds. Try again later.', '服务器在 {limit} 秒内没有响应，请稍后再试。'],
  'fetch-too-large': ['error', 'The answer of the server is larger than {limit} MB; it was not taken in.', '服务器返回的内容超过 {limit} MB，未下载。'],
  'fetch-status': ['error', 'The server answered with status {status}.', '服务器返回状态码 {status}。'],
  'too-many-attachments': ['warning', 'The page links to {count} files; only the first {limit} were fetched.', '页面链接了 {count} 个文件，只获取了前 {limit} 个。'],
  // plan: notices and the notes of the vault
  'dead-link': ['note', 'The link to “{target}” leads to no note of this vault; its text was kept.', '链接“{target}”在仓库中没有对应笔记，仅保留文字。'],
  'source-contradicts': ['warning', 'This source says “{second}” ({fieldEnglish}); the note keeps “{first}” of the first source.', '该来源写的是“{second}”（{field}），笔记保留先前来源的“{first}”。'],
  'damaged-markers': ['error', 'The marker ^{part} is missing or stands there twice; the note was left as it is. Restore the marker line below its callout to go on.', '标记 ^{part} 缺失或重复，笔记未作改动。请在对应标注框下方恢复该标记行后再试。'],
  'front-matter-form': ['error', 'Nothing can be added to the properties as they are written (in braces, indented, or below a blank line); the note was left as it is. Write them as Obsidian does, one to a line.', '属性区的写法（花括号、缩进或上方有空行）无法逐行添加属性，笔记未作改动。请改为 Obsidian 的写法，每行一个属性。'],
  'note-front-matter': ['error', 'The properties of the note are missing or not valid YAML; the note was left as it is.', '笔记的属性区缺失或不是有效的 YAML，笔记未作改动。'],
  'not-an-app-note': ['error', 'This is no app note of the vault.', '仓库中没有这篇应用笔记。'],
  'not-a-notice-note': ['error', 'This is no notice note of the vault.', '这不是仓库中的通报笔记。'],
  'same-app-note': ['error', 'The two are one and the same note.', '两者是同一篇笔记。'],
  'record-edited': ['error', 'The record in this note was edited by hand, so its rows cannot be moved. Undo the edit, or keep your words outside the callout, and try again.', '该笔记的通报记录被手动修改过，无法移动其中的条目。请撤销修改，或把自己的文字移到标注框之外，再试一次。'],
  'listing-not-there': ['error', 'The record holds no entry “{key}”.', '通报记录里没有条目“{key}”。'],
  'listing-ambiguous': ['error', '“{key}” fits several entries of the record; give its whole key.', '“{key}”对应通报记录里的多个条目，请写出完整编号。'],
  'no-listing-left': ['error', 'A split must leave at least one entry in the note.', '拆分后原笔记至少要留下一个条目。'],
  'nothing-to-split': ['error', 'No entry to split off was named.', '没有指明要拆出的条目。'],
  'empty-name': ['error', 'The name is empty.', '名称为空。'],
  'index-entries-without-note': ['warning', 'The index lists {count} notices that have no note in this vault, {titles} among them; the entries stay.', '索引里有 {count} 条通报在仓库中没有对应笔记（如{titles}），条目已保留。'],
  'index-entry-without-note': ['warning', 'The index lists “{title}”, which has no note in this vault; the entry stays.', '索引里的“{title}”在仓库中没有对应笔记，条目已保留。'],
  'index-entry-twice': ['note', 'The index lists “{title}” twice in one list; both entries stay.', '索引的同一列表中“{title}”出现了两次，两条均已保留。'],
  'index-entry-other-list': ['note', 'The index lists “{title}” in a list that it does not belong to; the entry stays where it is.', '索引里的“{title}”不属于所在的列表，条目留在原处。'],
  'index-link-dead': ['note', 'Links of the index that lead nowhere, although the notes of the notices are there: {count} ({titles}). They stay as they are.', '索引里有 {count} 个链接无法打开（{titles}），但对应的通报笔记在仓库中；链接保持原样。'],
  'index-section-no-list': ['note', 'Under “{section}” not all is a list; the rest stays as it is and is not put in order.', '“{section}”下有不是列表的内容，保持原样，不参与排序。'],
  'index-not-entered': ['warning', 'Not entered under “{section}”, which is no list: {count} ({titles}).', '“{section}”下不是列表，有 {count} 条通报未写入（{titles}）。'],
  'index-page-unreadable': ['warning', 'The lists of this page were left as they are: below a comment or a code block that is not closed, what is added would be hidden.', '这一页的列表未作改动：页面里可能有未闭合的注释或代码块，写在其后的条目会被隐藏。'],
  // other settings for the notes that are there
  'move-target-taken': ['warning', 'It stays where it is: {to} is taken.', '目标位置 {to} 已被占用，文件留在原处。'],
  'move-target-unlinkable': ['warning', 'It stays where it is: no link of Obsidian\'s can lead to {to}.', '路径 {to} 含有链接中不能使用的字符，文件留在原处。'],
  'other-files-stay': ['note', 'Files in “{folder}” that stay there, because they are not the plugin\'s notes or were left out: {count}.', '文件夹“{folder}”中另有 {count} 个文件不属于本插件或无法移动，留在原处。'],
  'property-name-taken': ['warning', 'The note has a property “{other}” already; “{name}” keeps its name here.', '笔记中已有属性“{other}”，“{name}”在这篇笔记中不改名。'],
  // adoption of notes that the user keeps
  'notice-twice': ['note', 'The vault has the same notice in {other} as well; the records of apps lead there.', '仓库中的 {other} 是同一份通报，应用笔记里的通报记录会链接到那一篇。'],
  'hand-kept-notice': ['warning', 'The vault has a note of yours on this notice: {path}. A second one is made, for yours must not be changed unasked; the command "Adopt folder" takes yours in instead.', '仓库中已有您自己的同名通报笔记：{path}。未经同意不会改动它，因此另建了一篇；如需沿用原有笔记，请先运行“接管文件夹”。'],
  'hand-kept-app': ['note', 'The app “{name}” gets a note of its own, for {path} is yours and links to it must keep their meaning. To make one of both, move its text into the new note.', '应用“{name}”另建了笔记：{path} 是您自己的笔记，原有链接的指向不应改变。如需合为一篇，请把其中的文字移入新笔记。'],
  'names-not-linked': ['note', 'Names that could not be made links without changing the cell: {count} ({names}).', '有 {count} 个名称若要加链接就须改动单元格内容，保持原样（{names}）。'],
  'note-type-of-own': ['warning', 'Its property “{name}” says “{value}”, which is a word of your own. Without that property the note can be adopted.', '属性“{name}”的值“{value}”是您自己的写法。去掉该属性后即可接管此笔记。'],
  'notice-not-adopted': ['warning', 'This looks like a notice, but it was not understood well enough to be adopted; it was left as it is.', '这像是一份通报，但内容未能充分识别，未接管，保持原样。'],
  'no-such-folder': ['error', 'There is no folder “{path}” in this vault.', '仓库中没有文件夹“{path}”。'],
  'no-such-note': ['error', 'There is no note “{path}” in this vault.', '仓库中没有笔记“{path}”。'],
  'note-deleted': ['note', 'You deleted the note of this notice ({path}); it is not made again.', '您已删除这份通报的笔记（{path}），不再重新生成。'],
  // insight: a check of the whole vault
  'batches-missing': ['warning', 'Before this notice the vault lacks {batches}.', '在此之前缺少{batches}的通报。'],
  'listed-count-differs': ['warning', 'The property “{property}” says {stated}, the lists hold {read}.', '属性“{property}”为 {stated}，名单实有 {read} 项。'],
  'list-copied': ['warning', 'This list says the same, row by row, as list {list} of {other}.', '该名单与 {other} 的名单 {list} 逐行相同，请核对是否误贴。'],
  'cited-notice-missing': ['warning', 'It refers to a notice that the vault does not have: {phrase}', '文中提到的通报不在仓库中：{phrase}'],
  'taken-down-unnamed': ['note', 'Taken down here without an entry in the notice that it follows: {count} ({names}).', '有 {count} 款应用在此下架，但未见于其所依据的通报（{names}）。'],
  'rows-not-recorded': ['warning', 'Entries that no app note records: {count} ({names}). Import the notice again to add them.', '有 {count} 个条目没有记入应用笔记（{names}），重新导入该通报即可补上。'],
  'record-rows-unlisted': ['warning', 'Rows of the record that are in no list of their notice: {count} ({rows}).', '通报记录中有 {count} 行在对应通报的名单里找不到（{rows}）。'],
  'record-row-differs': ['warning', 'The record says “{recorded}”, the list “{listed}” ({row}).', '通报记录写的是“{recorded}”，名单写的是“{listed}”（{row}）。'],
  'recorded-twice': ['warning', 'Rows of the record that stand in the record of {other} as well: {count} ({rows}).', '通报记录中有 {count} 行也记在 {other} 中（{rows}）。'],
  'record-unread': ['warning', 'Rows of the record that are not understood: {count}.', '通报记录中有 {count} 行无法识别。'],
  'record-count-differs': ['warning', 'The property “{property}” says {stated}, the record comes to {read}.', '属性“{property}”为 {stated}，按通报记录应为 {read}。'],
  'links-dead': ['warning', 'Links that lead nowhere: {count} ({targets}).', '有 {count} 个链接找不到目标（{targets}）。'],
  'index-out-of-order': ['warning', 'Notices are missing on this page or stand out of order; rebuilding the index pages puts that right.', '此页缺少通报或顺序有误，整理索引页即可修正。'],
  'index-page-missing': ['note', 'This index page is not there; rebuilding the index pages makes it.', '此索引页不存在，整理索引页即可生成。'],
  'not-adopted': ['warning', 'You keep this notice by hand; apps and index pages do not know of it. Adopting its folder takes it in.', '这是您自己整理的通报，应用笔记和索引页尚未收录；接管所在文件夹即可收录。'],
  'figure-differs': ['note', 'The notices of the vault until {until} come to {read}, this says {stated}: {phrase}', '仓库中截至 {until} 的通报合计 {read}，此处写明 {stated}：{phrase}'],
} as const satisfies Record<string, readonly [severity: Severity, en: string, zh: string]>;

/** What can be said: the keys of the table of sentences. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_TEXTS;

/** Makes a diagnostic. */
export function diagnostic(code: DiagnosticCode, place: Place = {}, values: DiagnosticValues = {}): Diagnostic {
  return { code, place, values };
}

/** Severity of a diagnostic, which its code alone decides. */
export function severityOf(d: Diagnostic): Severity {
  return DIAGNOSTIC_TEXTS[d.code][0];
}

/** The sentence of a diagnostic in the given language, with its values filled in. */
export function describeDiagnostic(d: Diagnostic, language: Language): string {
  const [, en, zh] = DIAGNOSTIC_TEXTS[d.code];
  return (language === 'zh' ? zh : en).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = d.values[name];
    return value === undefined ? whole : String(value);
  });
}

/** The place of a diagnostic as a person says it: `list 1, row 39`, `line 41`; empty where there is none. */
export function describePlace(place: Place, language: Language): string {
  const parts: string[] = [];
  if (place.list !== undefined) parts.push(language === 'zh' ? `名单 ${place.list}` : `list ${place.list}`);
  if (place.row !== undefined) parts.push(language === 'zh' ? `第 ${place.row} 项` : `row ${place.row}`);
  if (place.line !== undefined) parts.push(language === 'zh' ? `第 ${place.line} 行` : `line ${place.line}`);
  return parts.join(language === 'zh' ? '，' : ', ');
}
