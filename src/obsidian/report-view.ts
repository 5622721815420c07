/** Draws what a plan would do, and what was found on the way. */
import { describeDiagnostic, describePlace, severityOf, type Language, type Severity } from '../document/diagnostic';
import { unifiedDiff } from '../plan/line-diff';
import type { FileDiagnostic, Plan } from '../plan/plan';
import { addAside } from './aside';
import { drawConflict } from './conflict-view';
import { drawSection } from './section-view';
import type { Texts } from './texts';

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
    addAside(item, `→ ${change.to}`);
  });

  const trashed = plan.changes.filter((change) => change.kind === 'trash');
  drawSection(parent, { title: texts.trashed, items: trashed, more: texts.more, open }, (item, change) => item.setText(change.path));

  drawLeftAlone(parent, plan, texts);
}

/** Edits of the user that stay, and files that nothing happens to, each with the reason. */
export function drawLeftAlone(parent: HTMLElement, { conflicts, kept }: Pick<Plan, 'conflicts' | 'kept'>, texts: Texts): void {
  drawSection(parent, { title: texts.conflicts, items: conflicts, more: texts.more }, (item, conflict) => drawConflict(item, conflict, texts));

  drawSection(parent, { title: texts.kept, items: kept, more: texts.more }, (item, { path, reason }) => {
    item.createSpan({ text: path });
    if (reason !== 'unchanged') addAside(item, texts.keptReason[reason]);
  });
}

/** The lines of a change. */
export function drawDiff(parent: HTMLElement, before: string, after: string): void {
  const block = parent.createEl('pre', { cls: 'regulatory-notices-diff' });
  for (const [i, line] of unifiedDiff(before, after).entries()) {
    if (line.startsWith('@@')) {
      // Numbers of lines help a patch, not a reader: he is shown where lines are left out.
      if (i > 0 || !line.startsWith('@@ -1,')) block.createDiv({ cls: 'regulatory-notices-gap', text: '⋯' });
      continue;
    }
    const mark = line.startsWith('+') ? 'is-added' : line.startsWith('-') ? 'is-removed' : 'is-same';
    block.createDiv({ cls: mark, text: line });
  }
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** Findings, errors first, each with its file and place. Errors and warnings stand open. */
export function drawDiagnostics(parent: HTMLElement, findings: readonly FileDiagnostic[], texts: Texts, language: Language): void {
  for (const severity of SEVERITIES) {
    const items = findings.filter((finding) => severityOf(finding) === severity);
    drawSection(parent, { title: texts.severity[severity], items, more: texts.more, open: severity !== 'note', cls: `is-${severity}` }, (item, finding) => {
      item.createSpan({ text: describeDiagnostic(finding, language) });
      const place = describePlace(finding.place, language);
      addAside(item, place === '' ? finding.file : `${finding.file} · ${place}`);
    });
  }
}
