/** Elements that say only how something looks. They are two thirds of a Word file; leaving them unread halves the time. */
export const FORMATTING: ReadonlySet<string> = new Set([
  ...['rFonts', 'sz', 'szCs', 'b', 'bCs', 'i', 'iCs', 'u', 'color', 'lang', 'kern', 'spacing', 'highlight', 'shd', 'bdr', 'effect', 'w', 'position', 'noProof'],
  ...['ind', 'tabs', 'snapToGrid', 'widowControl', 'keepNext', 'keepLines', 'adjustRightInd', 'autoSpaceDE', 'autoSpaceDN', 'overflowPunct', 'wordWrap', 'contextualSpacing', 'textAlignment', 'pBdr', 'cnfStyle', 'kinsoku', 'topLinePunct', 'suppressLineNumbers', 'bidi'],
  ...['tblPr', 'tblPrEx', 'tblGrid', 'tcW', 'tcBorders', 'tcMar', 'vAlign', 'noWrap', 'trHeight', 'cantSplit', 'hideMark', 'textDirection'],
  ...['sectPr', 'bookmarkStart', 'bookmarkEnd', 'proofErr', 'permStart', 'permEnd', 'lastRenderedPageBreak', 'commentRangeStart', 'commentRangeEnd', 'commentReference', 'annotationRef'],
  ...['rPrChange', 'pPrChange', 'tcPrChange', 'trPrChange', 'tblPrChange', 'tblGridChange', 'sectPrChange', 'numberingChange'],
].map((name) => `w:${name}`));
