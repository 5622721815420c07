/** The layout of table rows as RTF spells it out before or after the cells. Source: Rich Text Format Specification 1.9.1, "Table Definitions". */
import type { RowLayout } from '../doc/properties';

interface CellFlags {
  joinsLeft: boolean;
  joinsAbove: boolean;
}

/** A row while its words come in: edges of its cells in twips (1/1440 inch), and the flags for the cell that the next `\cellx` ends. */
export interface RowDraft {
  edges: number[];
  cells: CellFlags[];
  next: CellFlags;
}

const MAX_CELLS = 63;

/** A row without cells, as `\trowd` begins one. */
export function newRow(): RowDraft {
  return { edges: [0], cells: [], next: plainCell() };
}

/** Takes a control word into the row; words of other kinds change nothing. */
export function readRowWord(row: RowDraft, word: string, value: number | null): void {
  switch (word) {
    case 'trowd': Object.assign(row, newRow()); break;
    case 'trleft': row.edges[0] = value ?? 0; break;
    case 'clmrg': row.next.joinsLeft = true; break;
    case 'clvmrg': row.next.joinsAbove = true; break;
    case 'cellx':
      if (row.cells.length < MAX_CELLS) {
        row.edges.push(value ?? 0);
        row.cells.push(row.next);
      }
      row.next = plainCell();
      break;
  }
}

/** The row as it stands: one layout can serve several rows. */
export function layoutOf(row: RowDraft): RowLayout {
  return { edges: [...row.edges], cells: [...row.cells] };
}

function plainCell(): CellFlags {
  return { joinsLeft: false, joinsAbove: false };
}
