/** Character references of HTML in text: numbers, and the names that Chinese pages use. */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200C', zwj: '\u200D', shy: '\u00AD',
  ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»', hellip: '…', mdash: '—', ndash: '–', middot: '·', bull: '•',
  times: '×', divide: '÷', plusmn: '±', deg: '°', permil: '‰', yen: '¥', pound: '£', euro: '€', cent: '¢', sect: '§', para: '¶',
  copy: '©', reg: '®', trade: '™', rarr: '→', larr: '←', uarr: '↑', darr: '↓', ge: '≥', le: '≤', ne: '≠', sup2: '²', sup3: '³',
  lbrack: '[', lsqb: '[', rbrack: ']', rsqb: ']', lpar: '(', rpar: ')', lcub: '{', rcub: '}', ast: '*', num: '#', vert: '|', verbar: '|', lowbar: '_', grave: '`', bsol: '\\', colon: ':', semi: ';', comma: ',', period: '.', excl: '!', quest: '?', percnt: '%', plus: '+', equals: '=', dollar: '$', commat: '@', tilde: '~', Tab: '\t', NewLine: '\n',
};

const REFERENCE = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/;

/** The reference that begins at `at`, with its length in the source; null where there is none (the `&` is then a plain one). */
export function entityAt(text: string, at: number): { readonly char: string; readonly length: number } | null {
  const match = REFERENCE.exec(text.slice(at, at + 40));
  if (match === null) return null;
  const name = match[3];
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? { char: NAMED[name] ?? '', length: match[0].length } : null;
  const code = match[1] !== undefined ? Number.parseInt(match[1], 10) : Number.parseInt(match[2] ?? '', 16);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return { char: valid ? String.fromCodePoint(code) : '\uFFFD', length: match[0].length };
}
