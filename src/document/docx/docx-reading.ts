/** What the walk over a Word file carries along. One object for one file, made by `readDocx`. */
import type { Diagnostic } from '../diagnostic';
import type { Numbering } from './numbering';
import type { DocxStyles } from './styles';

/** A field: its instruction (`HYPERLINK "…"`) comes before its result, both as runs, over one paragraph or several. */
export interface OpenField {
  phase: 'instruction' | 'result';
  instruction: string;
  /** Where its result begins in the text of the paragraph being read. */
  start: number;
}

/** State of the walk: what was read from other parts of the package, and what has been met so far. */
export interface DocxReading {
  readonly styles: DocxStyles;
  readonly numbering: Numbering;
  /** Addresses and pictures by the id of their relation. */
  readonly targets: ReadonlyMap<string, string>;
  readonly fields: OpenField[];
  readonly diagnostics: Diagnostic[];
  /** Count of paragraphs outside tables and of table rows so far: what a line is here. */
  line: number;
  hiddenRows: number;
  /** Set where the file asks for more than any Word file has; it is then refused. */
  fault: Diagnostic | null;
}
