/**
 * What a source says, before anyone asks what it means: the one form that every reader makes of its bytes.
 * A reader keeps the order and the words of its source; it joins no tables, drops no rows and knows nothing of notices.
 */
import type { Diagnostic } from './diagnostic';
import type { PdfLibrary } from './pdf/pdf-library';

/** What the bytes were read as; the file's name does not decide it. */
export type DocumentFormat = 'markdown' | 'html' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'rtf' | 'pdf' | 'text';

/** One source as it was read: the same form for every format. */
export interface Document {
  readonly format: DocumentFormat;
  /** File name without its folder, as given. */
  readonly fileName: string;
  readonly frontMatter: FrontMatter;
  /** In the order of the source. */
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The properties at the head of a file. Values stay as written: `2021-10-17T18:44:47.287+08:00`, `1.10` and `007` are strings. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, YamlValue>>;
  /** YAML comments by the key of their line, e.g. `特殊标签标记` → `#无标签`. */
  readonly comments: Readonly<Record<string, string>>;
}

/** A value of front matter as YAML wrote it; dates and numbers like 1.10 stay text. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** A link as the source writes it; relative targets stay relative. */
export interface Link {
  /** Text shown. */
  readonly text: string;
  readonly target: string;
}

/** A picture that the source shows; it is never looked at. */
export interface Image {
  readonly alt: string;
  readonly target: string;
}

/** A footnote that the text defines. `line` counts from 1. */
export interface Footnote {
  /** As written between `[^` and `]`. */
  readonly id: string;
  readonly text: string;
  readonly links: readonly Link[];
  readonly line: number;
}

/** A block of a document. `line` is the line of the source on which it begins, from 1; formats without lines count paragraphs and rows. */
export type Block = Heading | Paragraph | Table | Code | List | Container | Unreadable;

/** A heading, or a title that its format marks as one. */
export interface Heading {
  readonly kind: 'heading';
  /** 1 for the highest, 6 for the lowest. */
  readonly level: number;
  /** Plain text: marks, escapes and link targets taken away. */
  readonly text: string;
  readonly links: readonly Link[];
  readonly line: number;
}

/** One paragraph. Hard breaks and `<br>` are `\n`; soft breaks are joined (without a blank beside Chinese characters), but the end of a short Chinese line (a signature over its date) stays. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  /** What an attribute list says of it, e.g. `align=right`; empty where there is none. */
  readonly attributes: string;
  readonly line: number;
}

/** A table as it stands in the source: repeated headers, note rows and blank rows are still in `rows`. Merged cells hold their value in every place. */
export interface Table {
  readonly kind: 'table';
  /** A caption that belongs to the table itself (a merged first row, `<caption>`), else null. */
  readonly caption: string | null;
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
  readonly line: number;
}

/** A row of a table. `line` is that of the source, from 1. */
export interface TableRow {
  readonly cells: readonly Cell[];
  readonly line: number;
}

/** A cell, in its plain text and as it was written. */
export interface Cell {
  /** Plain text; `<br>` and paragraph breaks are `\n`, escapes and marks taken away, ends trimmed. */
  readonly text: string;
  /** As it stands in the source, ends trimmed: with `<br>`, links and escapes. */
  readonly raw: string;
  readonly links: readonly Link[];
}

/** A block of code; its text is not read any further. */
export interface Code {
  readonly kind: 'code';
  /** The word after the fence, in lower case; empty where there is none. */
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/** A list of points, or of numbered ones. */
export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
  readonly line: number;
}

/** An item of a list, with the blocks that it holds. */
export interface ListItem {
  readonly blocks: readonly Block[];
  /** What stands before the item in the source (`1.`, `+`), where its format writes it. */
  readonly marker?: string;
  readonly line: number;
}

/** A block that holds others: a plain quote, an Obsidian callout, a MkDocs admonition or tab, a Hexo tag. */
export interface Container {
  readonly kind: 'container';
  readonly form: 'quote' | 'callout' | 'admonition' | 'tab' | 'tag' | 'details';
  /** The word that says its kind (`abstract`, `quote`, `rule`, `note`); empty for a plain quote. */
  readonly type: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly line: number;
}

/** A part that no reader could name, kept as text. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly text: string;
  readonly line: number;
}

/** Every block in reading order, each with the containers and list items around it, outermost first. */
export function* walkBlocks(blocks: readonly Block[], around: readonly Container[] = []): Generator<{ block: Block; around: readonly Container[] }> {
  for (const block of blocks) {
    yield { block, around };
    if (block.kind === 'container') yield* walkBlocks(block.blocks, [...around, block]);
    if (block.kind === 'list') for (const item of block.items) yield* walkBlocks(item.blocks, around);
  }
}

/** What a reader needs from its host. */
export interface ReaderHost {
  /** Parses HTML into a DOM without running anything in it (`DOMParser` in Obsidian, linkedom on Node). */
  parseHtml(html: string): ParentNode;
  /** Loads pdf.js (`loadPdfJs` in Obsidian, pdfjs-dist on Node). Called when a PDF comes up; a host without it reads no PDF. */
  loadPdf?(): Promise<PdfLibrary>;
}
