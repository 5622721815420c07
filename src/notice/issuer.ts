/** Who issued a notice, and in which series it is numbered. The body never decides: it names agencies for other reasons. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import { agencyOfSource, agencyOfUrl, findAgency, type NamedAgency } from './agencies';
import type { Notice, NoticeKind } from './notice';

export interface Issuer {
  readonly agency: NamedAgency | null;
  readonly from: Notice['agencyFrom'];
  readonly diagnostics: readonly Diagnostic[];
}

export interface IssuerEvidence {
  readonly signatures: readonly string[];
  readonly source: string | null;
  readonly title: string;
  readonly urls: readonly string[];
}

/**
 * The issuing agency: as signed, else as the page's 来源 names it, else as the title or the address does. An address of another
 * authority than the one that signed is reported; the signature holds.
 */
export function findIssuer(evidence: IssuerEvidence): Issuer {
  const signed = signedBy(evidence.signatures);
  const domain = evidence.urls.map(agencyOfUrl).find((a) => a !== null) ?? null;
  const diagnostics = signed !== null && domain !== null && !signed.authority.includes(domain.authority) ? [diagnostic('agency-conflict', {}, { signature: signed.name, domain: domain.name })] : [];
  if (signed !== null) return { agency: signed, from: 'signature', diagnostics };
  const candidates: readonly (readonly [NamedAgency | null, Notice['agencyFrom']])[] = [
    [evidence.source === null ? null : agencyOfSource(evidence.source), 'page'],
    [findAgency(evidence.title), 'title'],
    [domain, 'domain'],
  ];
  const [agency, from] = candidates.find(([a]) => a !== null) ?? [null, null];
  return { agency, from, diagnostics };
}

/** Who signs: one agency, or all signers of a joint notice, which is numbered with the first. */
function signedBy(signatures: readonly string[]): NamedAgency | null {
  const agencies = signatures.flatMap((signature) => {
    const agency = findAgency(signature);
    return agency === null ? [] : [{ ...agency, name: fullName(signature, agency) }];
  });
  const [first] = agencies;
  if (first === undefined) return null;
  const joined = (names: readonly string[]): string => [...new Set(names)].join('、');
  return { ...first, name: joined(agencies.map((a) => a.name)), authority: joined(agencies.map((a) => a.authority)) };
}

/** A signature is the agency's full name, bureau included; short forms are written out. */
function fullName(signature: string, agency: NamedAgency): string {
  return signature.length > agency.name.length && signature.startsWith(agency.authority) ? signature : agency.name;
}

/** `miit-infringement`, `sh-ca-takedown`, `news`: issuing body and its numbering. */
export function seriesOf(agency: NamedAgency | null, kind: NoticeKind): string {
  if (kind === 'news') return 'news';
  return `${agency?.code ?? 'unknown'}-${kind}`;
}
