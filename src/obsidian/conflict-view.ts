/** Draws an edit of the user that stays: the note's own words and the plugin's, side by side, one under the other where it is narrow. */
import type { Conflict } from '../plan/plan';
import { diffLines, type DiffLine } from '../plan/line-diff';
import { addAside } from './aside';
import type { ConflictTexts } from './conflict-texts';
import type { Texts } from './texts';

/** So many lines that are the same stand around one that is not: a list of 500 rows may differ in a cell. */
const AROUND = 2;

type ShownLine = DiffLine | { readonly kind: 'gap'; readonly count: number };

/** A fold that names the note and the part; both versions are drawn when it is opened. */
export function drawConflict(parent: HTMLElement, { path, part, kept, proposed }: Conflict, texts: Texts): void {
  const fold = parent.createEl('details', { cls: 'regulatory-notices-conflict' });
  const summary = fold.createEl('summary');
  summary.createSpan({ text: path });
  addAside(summary, texts.conflict(texts.versions.part(part) ?? part));
  fold.addEventListener('toggle', () => drawVersions(fold, kept, proposed, texts.versions), { once: true });
}

function drawVersions(parent: HTMLElement, kept: string, proposed: string, texts: ConflictTexts): void {
  const lines = withGaps(diffLines(toLines(kept), toLines(proposed)));
  if (lines.every(({ kind }) => kind === 'same')) parent.createEl('p', { cls: 'regulatory-notices-aside', text: texts.onlySpacing });
  const versions = parent.createDiv('regulatory-notices-versions');
  drawVersion(versions, texts.yours, lines, 'removed', texts);
  drawVersion(versions, texts.proposed, lines, 'added', texts);
}

function drawVersion(parent: HTMLElement, label: string, lines: readonly ShownLine[], own: 'removed' | 'added', texts: ConflictTexts): void {
  const version = parent.createDiv({ cls: 'regulatory-notices-version', attr: { role: 'group', 'aria-label': label } });
  version.createDiv({ cls: 'regulatory-notices-version-label', text: label });
  const block = version.createEl('pre', { cls: 'regulatory-notices-diff', attr: { tabindex: 0 } });
  for (const line of lines) {
    if (line.kind === 'gap') block.createDiv({ cls: 'regulatory-notices-gap', text: `⋯ ${texts.sameLines(line.count)}` });
    // A blank line keeps its height.
    else if (line.kind === 'same' || line.kind === own) block.createDiv({ cls: line.kind === 'same' ? 'is-same' : own === 'removed' ? 'is-yours' : 'is-proposed', text: line.text === '' ? ' ' : line.text });
  }
}

/** Line ends are no difference that a reader could see. */
function toLines(text: string): string {
  return `${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n`;
}

function withGaps(lines: readonly DiffLine[]): readonly ShownLine[] {
  const differs = lines.flatMap(({ kind }, i) => (kind === 'same' ? [] : [i]));
  const near = lines.map(() => differs.length === 0);
  for (const i of differs) near.fill(true, Math.max(0, i - AROUND), i + AROUND + 1);
  const shown: ShownLine[] = [];
  let left = 0;
  const closeGap = (): void => {
    if (left > 0) shown.push({ kind: 'gap', count: left });
    left = 0;
  };
  lines.forEach((line, i) => {
    if (near[i] !== true) left += 1;
    else {
      closeGap();
      shown.push(line);
    }
  });
  closeGap();
  return shown;
}
