/** Listings, clusters and citations of the real archive, built from its checked truth. The archive lies beside the repository and is not part of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedPackage, Listing, ListingKey, NoticeRef } from '../../src/apps/listing';
import type { EntryType } from '../../src/notice/notice';

const TRUTH = join(__dirname, '../../../shared/archive/truth');

export const TRUTH_MISSING = !existsSync(join(TRUTH, 'notices.json'));

interface TruthPackage {
  developer: string | null;
  source: string | null;
  version: string | null;
  problems_canonical: string[];
}
interface TruthRow extends TruthPackage {
  short: string;
  no: number | null;
  name: string;
  type: string;
  sub_rows?: TruthPackage[];
}
interface TruthNotice {
  id: string;
  title: string;
  kind: string;
  date: string;
  lists: { list: number; agency: string; rows: TruthRow[] }[];
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(TRUTH, file), 'utf8'));
}

const TYPES: Readonly<Record<string, EntryType>> = { APP: 'app', SDK: 'sdk', 小程序: 'mini-program', 快应用: 'quick-app' };

function packageOf(row: TruthPackage): ListedPackage {
  return { developer: row.developer, source: row.source, version: row.version, problems: row.problems_canonical };
}

/** All rows of the archive's notices, keyed `Q10#1#7`. */
export function readTruthListings(): Listing[] {
  return (read('notices.json') as TruthNotice[]).flatMap((notice) => {
    const kind = notice.kind === '下架' ? 'takedown' : 'infringement';
    const ref: NoticeRef = { key: notice.id, series: `miit-${kind}`, kind, title: notice.title, date: notice.date, label: notice.id };
    return notice.lists.flatMap((list) =>
      list.rows.map((row): Listing => {
        const type = TYPES[row.type];
        if (type === undefined) throw new Error(`no such type: ${row.type}`);
        return {
          key: row.short as ListingKey, notice: ref, list: list.list, no: row.no, agency: list.agency, type, name: row.name,
          packages: [packageOf(row), ...(row.sub_rows ?? []).map(packageOf)],
        };
      }),
    );
  });
}

/** Which notices each takedown of the archive cites. */
export function readTruthCites(): ReadonlyMap<string, readonly string[]> {
  return new Map((read('takedown-links.json') as { id: string; refers_to: { to: string }[] }[]).map((link) => [link.id, link.refers_to.map((to) => to.to)]));
}

export function readTruthClusters(): string[][] {
  return read('clusters.json') as string[][];
}

/** Pairs that nobody can decide; they are not scored. */
export function readUndecidedPairs(): [string, string][] {
  return (read('undecided.json') as { a: string; b: string }[]).map((pair) => [pair.a, pair.b]);
}
