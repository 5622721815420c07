/** A pane of the plugin among the user's tabs: it shows what was found, and looks again when it is asked to. */
import { ItemView, ProgressBarComponent, type App, type WorkspaceLeaf } from 'obsidian';
import { messageOf } from '../document/message-of';
import { PANE_TEXTS } from './pane-texts';
import { TEXTS, appLanguage } from './texts';

/** Who is told of the progress of a look (in notes), and who may stop it. */
export interface PaneRun {
  readonly onProgress: (done: number, total: number) => void;
  readonly shouldStop: () => boolean;
}

/** What one pane shows, and how it comes by that. */
export interface Pane {
  /** Names it in the user's layout: never to be changed. */
  readonly type: string;
  readonly title: string;
  readonly icon: string;
  /** Whether it looks by itself when the tab is shown; else it waits for a click, for looking takes time. */
  readonly startsItself: boolean;
  readonly start: string;
  readonly again: string;
  /** Looks, and gives what draws what was found; null where it was stopped. */
  readonly look: (run: PaneRun) => Promise<((body: HTMLElement, again: () => void) => void) | null>;
}

/** The view of a pane in the app. Closed, it stops looking. */
export class PaneView extends ItemView {
  /** Of the latest look: an older one that is still under way is dropped. */
  private turn = 0;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly pane: Pane,
  ) {
    super(leaf);
    this.icon = pane.icon;
  }

  override getViewType(): string {
    return this.pane.type;
  }

  override getDisplayText(): string {
    return this.pane.title;
  }

  protected override onOpen(): Promise<void> {
    const { pane } = this;
    this.contentEl.addClass('regulatory-notices-pane');
    this.addAction('refresh-cw', pane.again, () => void this.look());
    if (pane.startsItself) void this.look();
    else this.offer();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.turn += 1;
    this.contentEl.empty();
    return Promise.resolve();
  }

  /** Looks anew; what is shown goes when that is done. */
  async look(): Promise<void> {
    const turn = ++this.turn;
    const isOld = (): boolean => turn !== this.turn;
    let isStopped = false;
    const language = appLanguage();
    const body = this.clear();
    const bar = new ProgressBarComponent(body).setValue(0);
    const line = body.createDiv({ cls: 'regulatory-notices-progress', text: PANE_TEXTS[language].looking, attr: { role: 'status' } });
    body.createEl('button', { text: TEXTS[language].stop }).addEventListener('click', () => (isStopped = true));
    const onProgress = (done: number, total: number): void => {
      if (isOld()) return;
      bar.setValue(total === 0 ? 0 : (done / total) * 100);
      line.setText(PANE_TEXTS[language].progress(done, total));
    };
    try {
      const draw = await this.pane.look({ onProgress, shouldStop: () => isStopped || isOld() });
      if (isOld()) return;
      if (draw === null) this.offer();
      else draw(this.clear(), () => void this.look());
    } catch (error) {
      if (isOld()) return;
      console.error(error);
      this.offer(PANE_TEXTS[language].failed(messageOf(error)));
    }
  }

  private offer(message?: string): void {
    const body = this.clear();
    if (message !== undefined) body.createEl('p', { cls: 'regulatory-notices-problem', text: message });
    body.createEl('button', { cls: 'mod-cta', text: this.pane.start }).addEventListener('click', () => void this.look());
  }

  private clear(): HTMLElement {
    this.contentEl.empty();
    return this.contentEl.createDiv({ cls: ['regulatory-notices-body', 'regulatory-notices-pane-body'] });
  }
}

/** Shows the pane, which is open once at most, and lets it look anew. */
export async function openPane({ workspace }: App, type: string): Promise<void> {
  const [open] = workspace.getLeavesOfType(type);
  const leaf = open ?? workspace.getLeaf('tab');
  if (open === undefined) await leaf.setViewState({ type, active: true });
  await workspace.revealLeaf(leaf);
  if (leaf.view instanceof PaneView) await leaf.view.look();
}
