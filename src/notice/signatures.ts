/** 落款: who signs a notice, on one line or several, with blanks between the characters or a day behind; joint notices have several signers. */
import { isOnlyAgency } from './agencies';
import { isOnlyDay, isOnlyNumericDay, readDay } from './dates';

/** One signature; `day` is `YYYY-MM-DD`, null where none stands with it. */
export interface Signature {
  /** Signers in order, blanks taken away. */
  readonly agencies: readonly string[];
  readonly day: string | null;
}

interface OpenSignature {
  readonly agencies: string[];
  day: string | null;
}

/** The signatures of a body while its lines are read. */
export interface OpenSignatures {
  readonly found: OpenSignature[];
  /** Whether the line before belongs to the last of them. */
  goesOn: boolean;
}

/** No signature yet: `takeSignatureLine` fills it with the lines of a body, `chooseSignature` says which counts. */
export function openSignatures(): OpenSignatures {
  return { found: [], goesOn: false };
}

/** 信息通信管理局 under 工业和信息化部: the second line of one name. */
const BUREAU_LINE = /^[\u4e00-\u9fff]{2,14}(?:局|司|办公室)$/;

/** Takes a line that is part of a signature. @returns false where the line is text. */
export function takeSignatureLine(signatures: OpenSignatures, line: string): boolean {
  const taken = takeLine(signatures, line);
  signatures.goesOn = taken;
  return taken;
}

/** The signature of the notice: the first that has a day, else the first signer and the last day. */
export function chooseSignature({ found }: OpenSignatures): Signature {
  const whole = found.find((s) => s.agencies.length > 0 && s.day !== null);
  if (whole !== undefined) return whole;
  return { agencies: found.find((s) => s.agencies.length > 0)?.agencies ?? [], day: found.reduce<string | null>((day, s) => s.day ?? day, null) };
}

function takeLine(signatures: OpenSignatures, line: string): boolean {
  if (line.length > 60) return false;
  const last = signatures.goesOn ? signatures.found.at(-1) : undefined;
  const agencies = agenciesOfLine(line);
  if (agencies !== null) {
    if (last?.day === null) last.agencies.push(...agencies);
    else signatures.found.push({ agencies: [...agencies], day: null });
    return true;
  }
  if (isOnlyDay(line)) {
    if (last?.day === null) last.day = readDay(line);
    else signatures.found.push({ agencies: [], day: readDay(line) });
    return true;
  }
  // In figures a day can be anything; right below who signs it is the day of signing.
  if (last !== undefined && last.day === null && last.agencies.length > 0 && isOnlyNumericDay(line)) {
    last.day = readDay(line);
    return true;
  }
  const name = line.replace(/\s+/g, '');
  if (last !== undefined && last.day === null && last.agencies.length > 0 && BUREAU_LINE.test(name)) {
    last.agencies.push(`${last.agencies.pop() ?? ''}${name}`);
    return true;
  }
  const at = line.search(/[0-9０-９二〇○零][0-9０-９〇○零一二三四五六七八九\s]{3,6}\s*年/);
  if (at <= 0 || !isOnlyDay(line.slice(at))) return false;
  const signers = agenciesOfLine(line.slice(0, at));
  if (signers === null) return false;
  signatures.found.push({ agencies: [...signers], day: readDay(line.slice(at)) });
  return true;
}

/** The agencies that a line names, where it says nothing else: one, or several with blanks or 、 between. */
function agenciesOfLine(line: string): readonly string[] | null {
  const pieces = line.trim().split(/[\s、，,]+/).filter((piece) => piece !== '');
  if (pieces.length > 1 && pieces.every((piece) => isOnlyAgency(piece))) return pieces;
  return isOnlyAgency(line) ? [line.replace(/\s+/g, '')] : null;
}
