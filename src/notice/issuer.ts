/** Who issued a notice, and in which series it is numbered. The body never decides: it names agencies for other reasons. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import { agencyOfSource, agencyOfUrl, findAgency, type NamedAgency } from './agencies';
import type { Notice, NoticeKind } from './notice';

/** The agency, and where its name was found; null where nothing names one. */
export interface Issuer {
  readonly agency: NamedAgency | null;
  readonly from: Notice['agencyFrom'];
  readonly diagnostics: readonly Diagnostic[];
}

/** What may name an agency: who signs, the page's 来源, the title, the addresses. */
export interface IssuerEvidence {
  readonly signatures: readonly string[];
  /** The page's 来源, verbatim. */
  readonly source: string | null;
  readonly title: string;
  readonly urls: readonly string[];
}

/**
 * The issuing agency. Whose notice it is, its address tells, then its title, then the signature, then the page's 来源; its name is the
 * fullest of those that agree. A bureau's site may carry the ministry's notice: then the signature, or the 来源, holds. What disagrees is reported.
 */
export function findIssuer(evidence: IssuerEvidence): Issuer {
  const domain = evidence.urls.map(agencyOfUrl).find((a) => a !== null) ?? null;
  const titled = findAgency(evidence.title);
  const told = domain ?? titled;
  const signed = signedBy(evidence.signatures, told);
  const paged = evidence.source === null ? null : agencyOfSource(evidence.source);
  const diagnostics = signed !== null && domain !== null && signed.code !== domain.code ? [diagnostic('agency-conflict', {}, { signature: signed.name, domain: domain.name })] : [];
  const candidates: readonly (readonly [NamedAgency | null, Notice['agencyFrom']])[] = [[signed, 'signature'], [paged, 'page'], [titled, 'title'], [domain, 'domain']];
  const agrees = (agency: NamedAgency | null): boolean => agency !== null && (told === null || agency.code === told.code || isCarried(agency, domain));
  const [agency, from] = candidates.find(([a]) => agrees(a)) ?? [null, null];
  return { agency, from, diagnostics };
}

/** The ministry's notice on the site of a bureau, which never signs for the ministry. */
function isCarried(agency: NamedAgency, domain: NamedAgency | null): boolean {
  return agency.code === 'miit' && domain !== null && /-ca$/.test(domain.code);
}

/** Who signs: one agency, or all signers of a joint notice, which is numbered with the one that address or title tell, else with the first. */
function signedBy(signatures: readonly string[], told: NamedAgency | null): NamedAgency | null {
  const agencies = signatures.flatMap((signature) => {
    const agency = findAgency(signature);
    return agency === null ? [] : [{ ...agency, name: fullName(signature, agency) }];
  });
  const [first] = agencies;
  if (first === undefined) return null;
  const joined = (names: readonly string[]): string => [...new Set(names)].join('、');
  const { code } = agencies.find((a) => a.code === told?.code) ?? first;
  return { code, name: joined(agencies.map((a) => a.name)), authority: joined(agencies.map((a) => a.authority)) };
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
