/** Figures of news beside what the notices of the vault come to. */
import { diagnostic } from '../../document/diagnostic';
import type { ReaderHost } from '../../document/document';
import { readMarkdown } from '../../document/markdown/read-markdown';
import { findFigures } from '../../notice/figures';
import type { Figure } from '../../notice/notice';
import { recogniseNotice } from '../../notice/recognise';
import { sourceText } from '../../notes/source-text';
import type { FileDiagnostic } from '../../plan/plan';
import type { KnownNotice } from '../../plan/vault-snapshot';
import type { WorkingNotes } from '../../plan/working-notes';
import type { ReadNotice } from '../read-vault';

/** A figure that counts entries of notices up to a day, and what the vault has of them. */
export interface FigureCheck {
  /** Vault path of the news. */
  readonly file: string;
  readonly measure: 'named' | 'taken-down';
  readonly stated: number;
  readonly approximate: boolean;
  /** `YYYY-MM-DD`, that day included. */
  readonly until: string;
  readonly phrase: string;
  /** Entries of the ministry's notices until that day, lists of the provinces in them included, and the number of those notices. */
  readonly read: number;
  readonly notices: number;
}

/** The figures that a note of news tells; `path` is that of the note. */
export interface NewsFigures {
  readonly path: string;
  readonly figures: readonly Figure[];
}

/** The figures of all news of the vault. A note that says that it is news is read as such, whatever its text looks like. */
export async function figuresOfNews(news: readonly KnownNotice[], notes: WorkingNotes, host: ReaderHost): Promise<readonly NewsFigures[]> {
  const found: NewsFigures[] = [];
  for (const { path, date } of news) {
    const notice = recogniseNotice(readMarkdown(sourceText((await notes.read(path)) ?? ''), path, host));
    found.push({ path, figures: notice.kind === 'news' ? notice.figures : findFigures(notice.paragraphs, date) });
  }
  return found;
}

/** Official totals count the ministry's own notices. */
const SERIES = { named: 'miit-infringement', 'taken-down': 'miit-takedown' } as const;

/**
 * Counts, for every figure with a day, the entries of 工信部 notices up to it. Figures without a day, and of other measures, cannot be checked and are
 * left out.
 */
export function checkFigures(news: readonly NewsFigures[], notices: readonly ReadNotice[]): readonly FigureCheck[] {
  return news.flatMap(({ path, figures }) => figures.flatMap(({ measure, value, approximate, until, phrase }): readonly FigureCheck[] => {
    if ((measure !== 'named' && measure !== 'taken-down') || until === null) return [];
    const counted = notices.filter(({ known: { series, date } }) => series === SERIES[measure] && date !== null && date <= until);
    const read = counted.reduce((sum, one) => sum + one.read.listings.length, 0);
    return [{ file: path, measure, stated: value, approximate, until, phrase, read, notices: counted.length }];
  }));
}

/** The ones that differ. A vault may well hold less than the ministry counted. */
export function describeFigures(figures: readonly FigureCheck[]): readonly FileDiagnostic[] {
  return figures.filter(({ stated, read }) => stated !== read).map(({ file, until, read, stated, phrase }) => ({ ...diagnostic('figure-differs', {}, { until, read, stated, phrase }), file }));
}
