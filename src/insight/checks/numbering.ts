/** Gaps in the numbering of a series: batches that lie between two that the vault has. */
import { diagnostic } from '../../document/diagnostic';
import type { FileDiagnostic } from '../../plan/plan';
import type { KnownNotice } from '../../plan/vault-snapshot';

interface Numbered {
  readonly path: string;
  readonly number: number;
}

/**
 * One finding a gap, at the notice behind it. A series that counts through is checked by its total batches, another by year and number;
 * a year that follows one the vault knows is expected to begin with 1.
 */
export function checkNumbering(notices: readonly KnownNotice[]): readonly FileDiagnostic[] {
  const series = new Map<string, KnownNotice[]>();
  for (const notice of notices) if (notice.kind === 'infringement') series.set(notice.series, [...(series.get(notice.series) ?? []), notice]);
  return [...series.values()].flatMap((ones) => [...totalGaps(ones), ...yearGaps(ones.filter(({ batch }) => batch?.total == null))]);
}

function totalGaps(notices: readonly KnownNotice[]): readonly FileDiagnostic[] {
  const numbered = notices.flatMap(({ path, batch }): Numbered[] => (batch?.total == null ? [] : [{ path, number: batch.total }]));
  return gaps(numbered, null, (span) => `总第${span}批`);
}

function yearGaps(notices: readonly KnownNotice[]): readonly FileDiagnostic[] {
  const years = new Map<number, Numbered[]>();
  for (const { path, batch } of notices) {
    if (batch?.year == null || batch.number === null) continue;
    years.set(batch.year, [...(years.get(batch.year) ?? []), { path, number: batch.number }]);
  }
  return [...years].flatMap(([year, numbered]) => gaps(numbered, years.has(year - 1) ? 0 : null, (span) => `${year}年第${span}批`));
}

/** @param before the number that is known to stand before the first; null where that is not known */
function gaps(numbered: readonly Numbered[], before: number | null, name: (span: string) => string): readonly FileDiagnostic[] {
  const sorted = [...numbered].sort((a, b) => a.number - b.number);
  return sorted.flatMap(({ path, number }, i): readonly FileDiagnostic[] => {
    const last = sorted[i - 1]?.number ?? before ?? number;
    const [from, to] = [last + 1, number - 1];
    return to < from ? [] : [{ ...diagnostic('batches-missing', {}, { batches: name(from === to ? String(from) : `${from}–${to}`) }), file: path }];
  });
}
