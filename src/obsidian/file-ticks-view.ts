/** The files of an import, each with what would become of it and a box to tick. */
import type { FileChange, Plan } from '../plan/plan';
import { addAside } from './aside';
import { drawDiff } from './report-view';
import { drawSection } from './section-view';
import type { ImportTexts } from './import-texts';
import type { Texts } from './texts';

/** What the user ticked so far, and where a file stood that is gone from the plan since. */
export class FileTicks {
  readonly restore = new Set<string>();
  readonly leaveOut = new Set<string>();
  /** Changes as they were last planned, in the order in which they were first seen: a file that is left out keeps its place. */
  private readonly seen = new Map<string, FileChange>();

  /** The files to show: those that the plan changes, and those that the user left out. */
  filesOf({ changes, kept }: Plan): readonly FileChange[] {
    for (const change of changes) this.seen.set(change.path, change);
    const shown = new Set([...changes.map(({ path }) => path), ...kept.flatMap(({ path, reason }) => (reason === 'left-out' ? [path] : []))]);
    return [...this.seen.values()].filter(({ path }) => shown.has(path));
  }

  /** Takes down that the user wants a file of the plan, or does not. */
  tick(path: string, isOn: boolean): void {
    if (isOn) this.leaveOut.delete(path);
    // What comes back because the user said so goes when he says no.
    else if (!this.restore.delete(path)) this.leaveOut.add(path);
  }
}

/** @param onTick told when a tick changes; the plan is to be made again then */
export function drawFileTicks(parent: HTMLElement, plan: Plan, ticks: FileTicks, texts: Texts, words: ImportTexts, onTick: () => void): void {
  const files = ticks.filesOf(plan);
  const draw = (title: string, items: readonly FileChange[]): void => {
    const ticked = items.filter(({ path }) => !ticks.leaveOut.has(path)).length;
    const count = ticked === items.length ? String(ticked) : `${ticked} / ${items.length}`;
    drawSection(parent, { title, items, more: texts.more, cls: 'is-files', count }, (item, change) => {
      drawTick(item, change.path, !ticks.leaveOut.has(change.path), (isOn) => {
        ticks.tick(change.path, isOn);
        onTick();
      });
      drawFile(item, change, words);
    });
  };
  draw(texts.created, files.filter(({ kind }) => kind === 'create' || kind === 'create-binary'));
  draw(texts.changed, files.filter(({ kind }) => kind === 'update'));
  const deleted = plan.kept.filter(({ reason }) => reason === 'deleted-by-user');
  drawSection(parent, { title: words.deleted, items: deleted, more: texts.more, cls: 'is-files', hint: words.deletedHint }, (item, { path }) => {
    drawTick(item, path, false, () => {
      ticks.restore.add(path);
      onTick();
    });
    item.createSpan({ text: path });
  });
}

function drawTick(item: HTMLElement, path: string, isOn: boolean, onChange: (isOn: boolean) => void): void {
  item.addClass('regulatory-notices-file');
  // Around the box there is room for a finger.
  const label = item.createEl('label', 'regulatory-notices-tick');
  const box = label.createEl('input', { type: 'checkbox', attr: { 'aria-label': path, 'data-key': `tick ${path}` } });
  box.checked = isOn;
  box.addEventListener('change', () => onChange(box.checked));
}

function drawFile(item: HTMLElement, change: FileChange, words: ImportTexts): void {
  if (change.kind === 'create-binary') {
    const line = item.createDiv({ text: change.path });
    addAside(line, words.fileSize(Math.ceil(change.bytes.length / 1024)));
    return;
  }
  const fold = item.createEl('details', { attr: { 'data-key': `file ${change.path}` } });
  fold.createEl('summary', { text: change.path });
  // A text is drawn when it is looked at: an import can change hundreds of notes.
  fold.addEventListener('toggle', () => {
    if (change.kind === 'create') fold.createEl('pre', { cls: 'regulatory-notices-diff', text: change.text, attr: { tabindex: 0 } });
    else if (change.kind === 'update') drawDiff(fold, change.before, change.after);
  }, { once: true });
}
