/** Draws what an import understood and would do. */
import { describeDiagnostic, describePlace, severityOf, type Language, type Severity } from '../document/diagnostic';
import type { ImportReport, SourceReport } from '../import-notices';
import type { Notice as RegulatoryNotice } from '../notice/notice';
import { unifiedDiff } from '../plan/line-diff';
import type { FileDiagnostic, Plan } from '../plan/plan';
import { drawConflict } from './conflict-view';
import { drawSection } from './section-view';
import type { Texts } from './texts';

/** One card for each source: what it is, and whether it is new to the vault. */
export function drawSources(parent: HTMLElement, sources: readonly SourceReport[], texts: Texts, language: Language): void {
  const list = parent.createEl('ul', { cls: 'regulatory-notices-sources' });
  for (const source of sources) {
    const item = list.createEl('li', { cls: 'regulatory-notices-source' });
    const head = item.createDiv('regulatory-notices-source-head');
    head.createSpan({ cls: 'regulatory-notices-source-title', text: source.notice?.title ?? source.fileName });
    head.createSpan({ cls: ['regulatory-notices-badge', `is-${source.outcome}`], text: texts.outcome[source.outcome] });
    if (source.notice && source.outcome !== 'refused') {
      item.createDiv({ cls: 'regulatory-notices-source-facts', text: describeNotice(source.notice, texts, language).join(' · ') });
      // A file that bears the title of its notice is named by it.
      if (source.fileName.replace(/\.[^.]+$/, '') !== source.notice.title) item.createDiv({ cls: 'regulatory-notices-aside', text: source.fileName });
    } else {
      if (source.notice) item.createDiv({ cls: 'regulatory-notices-aside', text: source.fileName });
      for (const sentence of errorsOf(source, language)) item.createDiv({ cls: 'regulatory-notices-source-facts', text: sentence });
    }
  }
}

function describeNotice(notice: RegulatoryNotice, texts: Texts, language: Language): string[] {
  const entries = notice.lists.reduce((sum, list) => sum + list.entries.length, 0);
  const stated = notice.statedCount === null ? null : texts.stated(notice.statedCount.number);
  const listed = notice.lists.length === 0 ? texts.noEntries : texts.entries(notice.lists.length, entries);
  const isList = notice.kind === 'infringement' || notice.kind === 'takedown';
  return [
    texts.kind[notice.kind],
    ...(notice.date === null ? [] : [notice.date]),
    ...(isList || entries > 0 ? [stated === null ? listed : `${listed}${language === 'zh' ? '（' : ' ('}${stated}${language === 'zh' ? '）' : ')'}`] : []),
    ...(notice.deadline === null ? [] : [texts.deadline(notice.deadline.date)]),
  ];
}

function errorsOf(source: SourceReport, language: Language): string[] {
  const errors = source.diagnostics.filter((finding) => severityOf(finding) === 'error');
  return errors.map((finding) => [describePlace(finding.place, language), describeDiagnostic(finding, language)].filter((part) => part !== '').join(language === 'zh' ? '：' : ': '));
}

/** Few enough to be read at a glance. */
const FEW_CHANGES = 8;

/** Whether a decision's files may stand open: the user wants to see which they are. */
export function isShort(plan: Plan): boolean {
  return plan.changes.length <= FEW_CHANGES;
}

/** What would be created, changed, trashed and kept, each a fold with the paths in it. */
export function drawChanges(parent: HTMLElement, plan: Plan, texts: Texts, open = false): void {
  const created = plan.changes.filter((change) => change.kind === 'create' || change.kind === 'create-binary');
  drawSection(parent, { title: texts.created, items: created, more: texts.more, open }, (item, change) => item.setText(change.path));

  const updated = plan.changes.filter((change) => change.kind === 'update');
  drawSection(parent, { title: texts.changed, items: updated, more: texts.more, open }, (item, change) => {
    const fold = item.createEl('details');
    fold.createEl('summary', { text: change.path });
    // A diff is made when it is looked at: an import can change hundreds of notes.
    fold.addEventListener('toggle', () => drawDiff(fold, change.before, change.after), { once: true });
  });

  const moved = plan.changes.filter((change) => change.kind === 'move');
  drawSection(parent, { title: texts.moved, items: moved, more: texts.more, open }, (item, change) => {
    item.createSpan({ text: change.path });
    item.createDiv({ cls: 'regulatory-notices-aside', text: `→ ${change.to}` });
  });

  const trashed = plan.changes.filter((change) => change.kind === 'trash');
  drawSection(parent, { title: texts.trashed, items: trashed, more: texts.more, open }, (item, change) => item.setText(change.path));

  drawSection(parent, { title: texts.conflicts, items: plan.conflicts, more: texts.more }, (item, conflict) => drawConflict(item, conflict, texts));

  drawSection(parent, { title: texts.kept, items: plan.kept, more: texts.more }, (item, kept) => {
    item.createSpan({ text: kept.path });
    if (kept.reason !== 'unchanged') item.createDiv({ cls: 'regulatory-notices-aside', text: texts.keptReason[kept.reason] });
  });
}

/** The lines of a change. */
export function drawDiff(parent: HTMLElement, before: string, after: string): void {
  const block = parent.createEl('pre', { cls: 'regulatory-notices-diff' });
  for (const line of unifiedDiff(before, after)) {
    const mark = line.startsWith('+') ? 'is-added' : line.startsWith('-') ? 'is-removed' : 'is-same';
    block.createDiv({ cls: mark, text: line });
  }
}

/** Pairs of apps that the user may join or keep apart later, the likeliest first, each with what was seen of it. */
export function drawReview(parent: HTMLElement, report: ImportReport, texts: Texts, language: Language): void {
  drawSection(parent, { title: texts.review, items: report.review, more: texts.more }, (item, pair) => item.setText(pair.evidence[language]));
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** The findings of an import. */
export function drawFindings(parent: HTMLElement, report: ImportReport, texts: Texts, language: Language): void {
  drawDiagnostics(parent, collectFindings(report), texts, language);
}

/** Findings, errors first, each with its file and place. Errors and warnings stand open. */
export function drawDiagnostics(parent: HTMLElement, findings: readonly FileDiagnostic[], texts: Texts, language: Language): void {
  for (const severity of SEVERITIES) {
    const items = findings.filter((finding) => severityOf(finding) === severity);
    drawSection(parent, { title: texts.severity[severity], items, more: texts.more, open: severity !== 'note', cls: `is-${severity}` }, (item, finding) => {
      item.createSpan({ text: describeDiagnostic(finding, language) });
      const place = describePlace(finding.place, language);
      item.createDiv({ cls: 'regulatory-notices-aside', text: place === '' ? finding.file : `${finding.file} · ${place}` });
    });
  }
}

/** Findings of the sources and of the plan, each once: a plan may repeat what a source said, and a card shows why its file was refused. */
function collectFindings(report: ImportReport): FileDiagnostic[] {
  const all = [...report.sources.flatMap((source) => source.diagnostics.map((finding) => ({ ...finding, file: source.fileName }))), ...report.plan.diagnostics];
  const refused = new Set(report.sources.filter((source) => source.outcome === 'refused').map((source) => source.fileName));
  const onCard = (finding: FileDiagnostic): boolean => severityOf(finding) === 'error' && refused.has(finding.file);
  const findings = all.filter((finding) => !onCard(finding));
  return [...new Map(findings.map((finding) => [JSON.stringify([finding.file, finding.code, finding.place, finding.values]), finding])).values()];
}
