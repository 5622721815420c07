/** Writes small PDFs for tests: Chinese text in a font that is not embedded, lines, boxes and pictures. Points count from the lower left corner. */

export interface MadeText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** In degrees. */
  readonly angle?: number;
}

export interface MadePage {
  readonly texts?: readonly MadeText[];
  /** Drawn lines: x1, y1, x2, y2. */
  readonly lines?: ReadonlyArray<readonly [number, number, number, number]>;
  /** Filled boxes: x, y, width, height. */
  readonly boxes?: ReadonlyArray<readonly [number, number, number, number]>;
  readonly picture?: boolean;
  readonly rotate?: number;
  readonly width?: number;
  readonly height?: number;
}

/** A4. */
export const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;

export function makePdf(pages: readonly MadePage[], options: { readonly locked?: boolean } = {}): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${6 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream('/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8', '0123456789abcdef'),
  ];
  for (const page of pages) {
    const number = objects.length + 1;
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width ?? PAGE_WIDTH} ${page.height ?? PAGE_HEIGHT}] /Rotate ${page.rotate ?? 0} /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 5 0 R >> >> >>`);
    objects.push(stream('', contentOf(page)));
  }
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const locked = options.locked === true ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >> /ID [<00> <00>]` : '';
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R${locked} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (char) => char.charCodeAt(0));
}

function stream(dictionary: string, data: string): string {
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

function contentOf({ texts = [], lines = [], boxes = [], picture = false }: MadePage): string {
  return [
    ...texts.map(({ x, y, text, size = 10, angle = 0 }) => {
      const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)].map((part) => part.toFixed(4));
      const hex = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
      return `BT /F1 ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm <${hex}> Tj ET`;
    }),
    ...lines.map(([x1, y1, x2, y2]) => `0.5 w ${x1} ${y1} m ${x2} ${y2} l S`),
    ...boxes.map(([x, y, width, height]) => `${x} ${y} ${width} ${height} re f`),
    ...(picture ? ['q 500 0 0 700 40 40 cm /Im1 Do Q'] : []),
  ].join('\n');
}

/** A table drawn with lines: rows from the top down, each with its cells' lines of text. Null joins a cell to the one on its left. */
export function drawTable(options: {
  readonly edges: readonly number[];
  readonly top: number;
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rowHeight?: number;
  readonly size?: number;
}): { texts: MadeText[]; lines: [number, number, number, number][]; bottom: number } {
  const { edges, top, rows, size = 10 } = options;
  const texts: MadeText[] = [];
  const lines: [number, number, number, number][] = [];
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  let y = top;
  lines.push([left, y, right, y]);
  for (const row of rows) {
    const height = options.rowHeight ?? Math.max(...row.map((cell) => (cell ?? '').split('\n').length)) * size * 1.4 + 6;
    for (const [at, cell] of row.entries()) {
      for (const [index, line] of (cell ?? '').split('\n').entries()) if (line !== '') texts.push({ x: (edges[at] ?? 0) + 4, y: y - 4 - size - index * size * 1.4, text: line, size });
      if (cell !== null) lines.push([edges[at] ?? 0, y, edges[at] ?? 0, y - height]);
    }
    lines.push([right, y, right, y - height]);
    y -= height;
    lines.push([left, y, right, y]);
  }
  return { texts, lines, bottom: y };
}
