/** Text of an RTF file as paragraphs, as a Word 97 document has them: both are Word's, and tables are built from marks in either. */
import type { Link } from '../document';
import type { WordParagraph } from '../doc/paragraphs';
import type { ParagraphProperties } from '../doc/properties';
import type { Styles } from '../doc/styles';
import { decode, ofCodePage, ofFont, WESTERN } from './character-sets';
import { layoutOf, newRow, readRowWord, type RowDraft } from './row-layout';
import { readTokens } from './tokens';

/** The paragraphs of a file, in the forms of the reader for Word 97. */
export interface RtfText {
  readonly paragraphs: readonly WordParagraph[];
  readonly styles: Styles;
}

/** What a group of the file is: text to be shown, or one of the tables at its head, or nothing for a reader. */
type Destination = 'text' | 'fonts' | 'styles' | 'instruction' | 'none';

interface State {
  destination: Destination;
  /** Characters after `\u` that stand for it in old programs. */
  fallback: number;
  font: number;
  hidden: boolean;
  deleted: boolean;
  inTable: boolean;
  depth: number;
  inInner: boolean;
  style: number;
  outline: number | null;
  align: ParagraphProperties['align'];
}

const MAX_DEPTH = 1000;
const SHOWN: Readonly<Record<string, string>> = { tab: '\t', line: '\n', lbr: '\n', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', '~': '\u00a0', _: '-', emspace: ' ', enspace: ' ' };
/** Groups whose text is not part of the document's. */
const SILENT = new Set(['colortbl', 'info', 'pict', 'objdata', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'footnote', 'annotation', 'atnid', 'atnauthor', 'comment', 'sp', 'shprslt', 'nonesttables', 'listtable', 'listoverridetable', 'pntxta', 'pntxtb', 'xe', 'tc', 'bkmkstart', 'bkmkend', 'filetbl', 'revtbl', 'nonshppict', 'template', 'author', 'operator', 'title', 'subject', 'themedata', 'datastore', 'xmlnstbl']);
/** Groups marked as to be ignored by old programs that hold text all the same. */
const SHOWN_ALTHOUGH_NEW = new Set(['shpinst', 'shptxt', 'nesttableprops', 'fldinst', 'ud']);

/** Reads the text. Null where groups are nested beyond measure. */
export function readRtfText(file: Uint8Array): RtfText | null {
  const reader = new RtfReader();
  return reader.read(file) ? { paragraphs: reader.paragraphs, styles: reader.styles } : null;
}

class RtfReader {
  readonly paragraphs: WordParagraph[] = [];
  readonly styles: number[] = [];
  private readonly stack: State[] = [];
  private state: State = { destination: 'text', fallback: 1, font: -1, hidden: false, deleted: false, inTable: false, depth: 0, inInner: false, style: 0, outline: null, align: '' };
  private readonly fonts = new Map<number, string | null>();
  private set = WESTERN;
  private ignorable = false;
  private skip = 0;
  private text = '';
  private links: Link[] = [];
  private instruction = '';
  private readonly results: { readonly level: number; readonly start: number; readonly target: string }[] = [];
  private styleName = '';
  private styleNumber = 0;
  private outer: RowDraft = newRow();
  private inner: RowDraft = newRow();

  read(file: Uint8Array): boolean {
    for (const token of readTokens(file)) {
      if (token.kind === 'open') {
        if (this.stack.length >= MAX_DEPTH) return false;
        this.stack.push({ ...this.state });
        this.ignorable = false;
      } else if (token.kind === 'close') this.close();
      else if (token.kind === 'bytes') this.addBytes(token.bytes);
      else if (token.word === '*') this.ignorable = true;
      else {
        this.readWord(token.word, token.value);
        this.ignorable = false;
      }
    }
    if (this.text.trim() !== '') this.endParagraph(false);
    return true;
  }

  private close(): void {
    this.skip = 0;
    const last = this.results.at(-1);
    if (last !== undefined && last.level === this.stack.length) {
      this.results.pop();
      if (last.start <= this.text.length) this.links.push({ text: this.text.slice(last.start).replace(/\n/g, ' '), target: last.target });
    }
    const outer = this.stack.pop();
    if (outer !== undefined) this.state = outer;
  }

  private addBytes(bytes: readonly number[]): void {
    const rest = this.skip === 0 ? bytes : bytes.slice(this.skip);
    this.skip = Math.max(0, this.skip - bytes.length);
    if (rest.length > 0) this.add(decode(rest, this.fonts.get(this.state.font) ?? this.set));
  }

  private add(text: string): void {
    const { destination, hidden, deleted } = this.state;
    if (destination === 'text' && !hidden && !deleted) this.text += text;
    else if (destination === 'instruction') this.instruction += text;
    else if (destination === 'styles') this.addStyleName(text);
  }

  /** Style names end in a semicolon; those of headings tell the level. */
  private addStyleName(text: string): void {
    this.styleName += text;
    if (!this.styleName.includes(';')) return;
    const name = this.styleName.replace(/;.*/s, '').trim();
    const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
    if (this.styleNumber < 4096) this.styles[this.styleNumber] = level !== undefined ? Number(level) : /^(?:title|标题)$/i.test(name) ? 62 : -1;
    this.styleName = '';
    this.styleNumber = 0;
  }

  private readWord(word: string, value: number | null): void {
    const { state } = this;
    const on = value !== 0;
    if (this.ignorable && !SHOWN_ALTHOUGH_NEW.has(word)) {
      state.destination = 'none';
      return;
    }
    if (SILENT.has(word)) state.destination = 'none';
    if (state.destination === 'none') return;
    const shown = SHOWN[word];
    if (shown !== undefined) {
      // The blank between an automatic number and its text.
      if (word !== 'tab' || !this.inListText) this.add(shown);
      return;
    }
    switch (word) {
      case 'fonttbl': state.destination = 'fonts'; break;
      case 'stylesheet': state.destination = 'styles'; break;
      case 'fldinst': state.destination = 'instruction'; this.instruction = ''; break;
      case 'fldrslt': this.beginResult(); break;
      case 'listtext': case 'pntext': this.listLevel = this.stack.length; break;
      case 'nesttableprops': state.inInner = true; break;
      case 'ansicpg': this.set = ofCodePage(value ?? 0); break;
      case 'f': state.font = value ?? 0; break;
      case 'fcharset': if (state.destination === 'fonts') this.fonts.set(state.font, ofFont(value ?? 0)); break;
      case 'uc': state.fallback = Math.max(0, Math.min(value ?? 1, 10)); break;
      case 'u': this.add(String.fromCharCode((value ?? 0) & 0xffff)); this.skip = state.fallback; break;
      case 'v': state.hidden = on; break;
      case 'deleted': state.deleted = on; break;
      case 'plain': state.hidden = false; state.deleted = false; break;
      case 's': if (state.destination === 'styles') this.styleNumber = Math.max(0, value ?? 0); else state.style = value ?? 0; break;
      case 'pard': Object.assign(state, { inTable: false, depth: 0, style: 0, outline: null, align: '' }); break;
      case 'intbl': state.inTable = true; break;
      case 'itap': state.depth = Math.max(0, Math.min(value ?? 0, 20)); break;
      case 'qc': state.align = 'center'; break;
      case 'qr': state.align = 'right'; break;
      case 'ql': case 'qj': state.align = ''; break;
      case 'outlinelevel': state.outline = value; break;
      case 'par': case 'sect': case 'page': if (state.destination === 'text') this.endParagraph(false); break;
      case 'cell': case 'nestcell': if (state.destination === 'text') this.endParagraph(true); break;
      case 'row': case 'nestrow': if (state.destination === 'text') this.endRow(word === 'nestrow'); break;
      default: readRowWord(state.inInner ? this.inner : this.outer, word, value);
    }
  }

  private listLevel = -1;
  private get inListText(): boolean {
    return this.listLevel !== -1 && this.stack.length >= this.listLevel;
  }

  private beginResult(): void {
    const target = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(this.instruction)?.[1];
    if (target !== undefined && /^(?:https?|mailto):/i.test(target)) this.results.push({ level: this.stack.length, start: this.text.length, target });
    this.instruction = '';
  }

  private endParagraph(endsCell: boolean): void {
    const { inTable, depth } = this.state;
    const level = inTable || endsCell ? Math.max(1, depth) : 0;
    this.push(this.text, endsCell, { ...this.properties(level), endsInnerCell: endsCell && level > 1 });
    [this.text, this.links, this.listLevel] = ['', [], -1];
  }

  private endRow(isInner: boolean): void {
    const row = isInner ? this.inner : this.outer;
    const level = isInner ? Math.max(2, this.state.depth) : 1;
    this.push('', true, { ...this.properties(level), endsRow: !isInner, endsInnerRow: isInner, row: layoutOf(row) });
  }

  private properties(depth: number): ParagraphProperties {
    const { style, outline, align } = this.state;
    return { style, depth, endsRow: false, endsInnerCell: false, endsInnerRow: false, row: null, outline, align, list: 0, listLevel: 0 };
  }

  private push(text: string, endsCell: boolean, properties: ParagraphProperties): void {
    this.paragraphs.push({ text, links: this.links, properties, endsCell, deleted: false, size: 0 });
  }
}
