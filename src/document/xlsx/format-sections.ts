/** A number format code cut into its sections and tokens. */

/** A piece of a format code: what it stands for, or words that are shown as they are. */
export interface FormatToken {
  /** `date` tokens are runs of one letter (`yyyy`) or the names of half days; `digit` is one of `0 # ?`. */
  readonly kind: 'literal' | 'digit' | 'point' | 'percent' | 'exponent' | 'date' | 'general' | 'text';
  readonly text: string;
}

/** One of up to four sections of a code (ECMA-376 part 1, 18.8.31). */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly isGeneral: boolean;
  /** Whether digits stand in groups of three. */
  readonly groups: boolean;
  /** Commas behind the digits: each divides by 1000. */
  readonly thousandScales: number;
  readonly condition: ((value: number) => boolean) | null;
  /** The section for negative numbers writes its own sign. */
  readonly dropsSign: boolean;
}

const MAX_CODE = 255;
const DATE_LETTERS = 'ymdhsebag';

/** Sections of a code in order: positive; negative; zero; text. */
export function splitFormat(code: string): readonly FormatSection[] {
  const sections: FormatSection[] = [];
  let rest = code.slice(0, MAX_CODE);
  do {
    const { section, next } = readSection(rest);
    sections.push(section);
    rest = next ?? '';
    if (next === null) break;
  } while (sections.length < 4);
  return sections;
}

/** Whether a section shows a date or a time. */
export function isDateFormat(section: FormatSection): boolean {
  return section.tokens.some((token) => token.kind === 'date');
}

function readSection(code: string): { section: FormatSection; next: string | null } {
  const tokens: FormatToken[] = [];
  let groups = false;
  let commas = 0;
  let condition: FormatSection['condition'] = null;
  let at = 0;
  let next: string | null = null;
  const add = (kind: FormatToken['kind'], text: string): void => {
    tokens.push({ kind, text });
  };
  while (at < code.length) {
    const char = code.charAt(at);
    const lower = char.toLowerCase();
    if (char === ';') {
      next = code.slice(at + 1);
      break;
    }
    const half = /^(?:am\/pm|a\/p|上午\/下午)/i.exec(code.slice(at, at + 5))?.[0];
    if (/^general/i.test(code.slice(at, at + 7))) {
      add('general', '');
      at += 7;
    } else if (code.startsWith('G/通用格式', at)) {
      add('general', '');
      at += 6;
    } else if (char === '"') {
      const end = code.indexOf('"', at + 1);
      add('literal', code.slice(at + 1, end === -1 ? code.length : end));
      at = end === -1 ? code.length : end + 1;
    } else if (char === '\\') {
      add('literal', code.charAt(at + 1));
      at += 2;
    } else if (char === '_' || char === '*') {
      // A blank as wide as the next character, or that character to fill the cell.
      if (char === '_') add('literal', ' ');
      at += 2;
    } else if (char === '[') {
      const end = code.indexOf(']', at);
      const inside = code.slice(at + 1, end === -1 ? code.length : end);
      if (/^(?:h+|m+|s+)$/i.test(inside)) add('date', `[${inside.toLowerCase()}]`);
      else if (inside.startsWith('$')) add('literal', inside.slice(1).split('-')[0] ?? '');
      else condition = readCondition(inside) ?? condition;
      at = end === -1 ? code.length : end + 1;
    } else if (half !== undefined) {
      add('date', half.toLowerCase());
      at += half.length;
    } else if (char === '0' || char === '#' || char === '?') {
      if (commas > 0) groups = true;
      commas = 0;
      add('digit', char);
      at += 1;
    } else if (char === ',' && tokens.at(-1)?.kind === 'digit') {
      commas += 1;
      at += 1;
      while (code.charAt(at) === ',') {
        commas += 1;
        at += 1;
      }
    } else if (char === '.') {
      const isPoint = /[0#?]/.test(code.charAt(at + 1)) || (tokens.some((token) => token.kind === 'digit') && !tokens.some((token) => token.kind === 'date'));
      add(isPoint && !tokens.some((token) => token.kind === 'date') && !tokens.some((token) => token.kind === 'point') ? 'point' : 'literal', '.');
      at += 1;
    } else if (char === '%') {
      add('percent', char);
      at += 1;
    } else if (lower === 'e' && /[+-]/.test(code.charAt(at + 1))) {
      add('exponent', char);
      at += 2;
      while (/[0#?]/.test(code.charAt(at))) at += 1;
    } else if (char === '@') {
      add('text', char);
      at += 1;
    } else if (DATE_LETTERS.includes(lower)) {
      let end = at;
      while (code.charAt(end).toLowerCase() === lower) end += 1;
      add('date', lower.repeat(end - at));
      at = end;
    } else {
      add('literal', char);
      at += 1;
    }
  }
  const isGeneral = tokens.length === 0 ? false : tokens.some((token) => token.kind === 'general' || token.kind === 'text');
  return { section: { tokens, isGeneral, groups, thousandScales: commas, condition, dropsSign: false }, next };
}

function readCondition(inside: string): ((value: number) => boolean) | null {
  const found = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(inside);
  if (found === null) return null;
  const limit = Number(found[2]);
  switch (found[1]) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '=':
      return (value) => value === limit;
    default:
      return (value) => value !== limit;
  }
}
