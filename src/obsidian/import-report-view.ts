/** Draws what an import understood of its sources. */
import { describeDiagnostic, describePlace, severityOf, type Language } from '../document/diagnostic';
import type { ImportReport, ImportSource, SourceReport } from '../import-notices';
import { listsApps, type Notice } from '../notice/notice';
import type { StatedFacts } from '../notice/stated-facts';
import type { FileDiagnostic } from '../plan/plan';
import { addAside } from './aside';
import { drawCorrection } from './correction-form';
import type { ImportTexts } from './import-texts';
import { drawDiagnostics } from './report-view';
import { drawSection } from './section-view';
import type { Texts } from './texts';

/** What is drawn, and in which words. */
export interface SourcesView {
  readonly reports: readonly SourceReport[];
  /** What was read, in the same order. */
  readonly sources: readonly ImportSource[];
  readonly texts: Texts;
  readonly words: ImportTexts;
  readonly language: Language;
  /** The user corrects a source; left out where nothing can be corrected. */
  readonly onCorrect?: (index: number, stated: StatedFacts | undefined) => void;
}

/** So many cards are seen at a glance; more of them can be folded away, what went wrong first. */
const FEW = 8;
/** So many lists of a notice are named one by one. */
const FEW_LISTS = 6;

/** One card for each source: what it is, and whether it is new to the vault. */
export function drawSources(parent: HTMLElement, view: SourcesView): void {
  const cards = view.reports.map((report, i) => ({ report, i }));
  if (cards.length <= FEW) {
    const list = parent.createEl('ul', 'regulatory-notices-sources');
    for (const { report, i } of cards) drawCard(list.createEl('li'), report, i, view);
    return;
  }
  const went = (outcome: SourceReport['outcome']): number => (outcome === 'refused' ? 0 : outcome === 'skipped' ? 1 : 2);
  const sorted = cards.sort((a, b) => went(a.report.outcome) - went(b.report.outcome) || a.i - b.i);
  drawSection(parent, { title: view.texts.sources, items: sorted, more: view.texts.more, open: true, cls: 'regulatory-notices-sources' }, (item, { report, i }) => drawCard(item, report, i, view));
}

function drawCard(item: HTMLElement, report: SourceReport, index: number, { sources, texts, words, language, onCorrect }: SourcesView): void {
  const { notice, fileName, outcome } = report;
  const source = sources[index];
  item.addClass('regulatory-notices-source');
  const head = item.createDiv('regulatory-notices-source-head');
  head.createSpan({ cls: 'regulatory-notices-source-title', text: notice?.title ?? fileName });
  const badges = head.createSpan('regulatory-notices-badges');
  if (source?.stated !== undefined) badges.createSpan({ cls: 'regulatory-notices-badge', text: words.corrected });
  badges.createSpan({ cls: ['regulatory-notices-badge', `is-${outcome}`], text: texts.outcome[outcome] });
  if (notice !== null && outcome !== 'refused') {
    const facts = item.createDiv({ cls: ['regulatory-notices-source-facts', 'is-parted'] });
    // A line ends between two facts, not within one, and no dot hangs at either end of it.
    describeNotice(notice, texts, words, language).forEach((fact, i) => {
      const span = facts.createSpan('regulatory-notices-fact');
      span.createSpan({ cls: 'regulatory-notices-dot', text: i === 0 ? '' : ' · ' });
      span.appendText(fact);
    });
    if (notice.lists.length > 1) for (const line of describeLists(notice, words, texts)) addAside(item, line);
  }
  // A file that bears the title of its notice is named by it.
  if (notice !== null && fileName.replace(/\.[^.]+$/, '') !== notice.title) addAside(item, fileName);
  if (notice === null || outcome === 'refused') for (const sentence of errorsOf(report, language)) item.createDiv({ cls: 'regulatory-notices-source-facts', text: sentence });
  if (notice === null || source === undefined || source.notice !== undefined || source.attachmentOf !== undefined || notice.kind === 'campaign' || onCorrect === undefined) return;
  drawCorrection(item, { notice, stated: source.stated, onChange: (stated) => onCorrect(index, stated) }, `correct ${index}`, texts, words);
}

function describeNotice(notice: Notice, texts: Texts, words: ImportTexts, language: Language): string[] {
  const { kind, agency, batch, date, deadline, statedCount, lists } = notice;
  const entries = lists.reduce((sum, list) => sum + list.entries.length, 0);
  const stated = statedCount === null ? null : texts.stated(statedCount.number);
  const listed = lists.length === 0 ? texts.noEntries : texts.entries(lists.length, entries);
  const isList = listsApps(kind);
  return [
    texts.kind[kind],
    ...(agency === null ? [] : [agency]),
    ...(batch?.number == null ? [] : [words.batch(batch.number, batch.year)]),
    ...(batch?.total == null ? [] : [words.totalBatch(batch.total)]),
    ...(date === null ? [] : [date]),
    ...(isList || entries > 0 ? [stated === null ? listed : `${listed}${language === 'zh' ? '（' : ' ('}${stated}${language === 'zh' ? '）' : ')'}`] : []),
    ...(deadline === null ? [] : [texts.deadline(deadline.date)]),
  ];
}

function describeLists({ lists }: Notice, words: ImportTexts, texts: Texts): string[] {
  const lines = lists.slice(0, FEW_LISTS).map((list, i) => words.listLine(i + 1, list.entries.length, list.caption ?? ''));
  return lists.length > FEW_LISTS ? [...lines, texts.more(lists.length - FEW_LISTS)] : lines;
}

function errorsOf(source: SourceReport, language: Language): string[] {
  const errors = source.diagnostics.filter((finding) => severityOf(finding) === 'error');
  return errors.map((finding) => [describePlace(finding.place, language), describeDiagnostic(finding, language)].filter((part) => part !== '').join(language === 'zh' ? '：' : ': '));
}

/** Pairs of apps that the user may join or keep apart later, the likeliest first, each with what was seen of it. */
export function drawReview(parent: HTMLElement, { review }: ImportReport, texts: Texts, language: Language): void {
  drawSection(parent, { title: texts.review, items: review, more: texts.more }, (item, pair) => item.setText(pair.evidence[language]));
}

/** What a notice lacks: of a shopping list nobody wants to hear it. */
const OF_NOTICES: ReadonlySet<string> = new Set(['no-date', 'no-agency', 'no-list']);

/** The findings of an import, each once: a plan may repeat what a source said, and a card shows why its file was refused. */
export function drawFindings(parent: HTMLElement, { sources, plan }: ImportReport, texts: Texts, language: Language): void {
  const all = [...sources.flatMap((source) => source.diagnostics.map((finding): FileDiagnostic => ({ ...finding, file: source.fileName }))), ...plan.diagnostics];
  const filesOf = (outcome: SourceReport['outcome']): ReadonlySet<string> => new Set(sources.filter((source) => source.outcome === outcome).map((source) => source.fileName));
  const [refused, skipped] = [filesOf('refused'), filesOf('skipped')];
  const findings = all.filter((finding) => !(severityOf(finding) === 'error' && refused.has(finding.file)) && !(OF_NOTICES.has(finding.code) && skipped.has(finding.file)));
  const once = new Map(findings.map((finding) => [JSON.stringify([finding.file, finding.code, finding.place, finding.values]), finding]));
  drawDiagnostics(parent, [...once.values()], texts, language);
}
