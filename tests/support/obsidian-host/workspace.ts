import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { Component, Events } from './events';
import { TFile } from './files';
import { splitLink } from './link-syntax';
import type { MetadataCache } from './metadata-cache';
import type { Vault } from './vault';

/** An open note. What the user typed is in the editor before it is in the file. */
export class MarkdownView extends Component implements HostOf<Obsidian.MarkdownView> {
  file: Obsidian.TFile | null = null;
  data = '';
  /** The part of the app's editor that a test needs to play a user who types. */
  readonly editor = { getValue: (): string => this.data, setValue: (text: string): void => this.type(text) } as Obsidian.Editor;
  private unsaved = false;

  constructor(private readonly vault: Vault) {
    super();
  }

  getViewType(): string {
    return 'markdown';
  }

  getViewData(): string {
    return this.data;
  }

  async loadFile(file: Obsidian.TFile): Promise<void> {
    this.file = file;
    this.data = await this.vault.read(file);
  }

  /** For tests: the user types; the app would save this two seconds later. */
  type(text: string): void {
    this.data = text;
    this.unsaved = true;
  }

  async save(): Promise<void> {
    if (!this.unsaved || !this.file) return;
    this.unsaved = false;
    await this.vault.modify(this.file, this.data);
  }
}

export class WorkspaceLeaf extends Events implements HostOf<Obsidian.WorkspaceLeaf> {
  private readonly markdown: MarkdownView;
  readonly isDeferred = false;

  constructor(
    vault: Vault,
    private readonly opened: (leaf: WorkspaceLeaf) => void,
  ) {
    super();
    this.markdown = new MarkdownView(vault);
  }

  get view(): Obsidian.View {
    return this.markdown as unknown as Obsidian.View;
  }

  async openFile(file: Obsidian.TFile): Promise<void> {
    await this.markdown.loadFile(file);
    this.opened(this);
  }

  loadIfDeferred(): Promise<void> {
    return Promise.resolve();
  }
}

export class Workspace extends Events implements HostOf<Obsidian.Workspace> {
  layoutReady = false;
  private readonly leaves: WorkspaceLeaf[] = [];
  private active: WorkspaceLeaf | null = null;
  private readonly whenReady: (() => unknown)[] = [];

  constructor(
    private readonly vault: Vault,
    private readonly metadata: MetadataCache,
  ) {
    super();
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.whenReady.push(callback);
  }

  /** For the host: the app has shown its windows. */
  markReady(): void {
    this.layoutReady = true;
    for (const callback of this.whenReady.splice(0)) callback();
  }

  getActiveFile(): Obsidian.TFile | null {
    return (this.active?.view as unknown as MarkdownView | undefined)?.file ?? null;
  }

  getActiveViewOfType<T extends Obsidian.View>(type: Obsidian.Constructor<T>): T | null {
    const view = this.active?.view;
    return view instanceof type ? view : null;
  }

  getLeaf(newLeaf: Obsidian.PaneType | boolean = false): Obsidian.WorkspaceLeaf {
    if (newLeaf === false && this.active) return this.active as unknown as Obsidian.WorkspaceLeaf;
    const leaf = new WorkspaceLeaf(this.vault, (opened) => {
      this.active = opened;
      this.trigger('active-leaf-change', opened);
      this.trigger('file-open', this.getActiveFile());
    });
    this.leaves.push(leaf);
    this.active = leaf;
    return leaf as unknown as Obsidian.WorkspaceLeaf;
  }

  getLeavesOfType(type: string): Obsidian.WorkspaceLeaf[] {
    return type === 'markdown' ? (this.leaves as unknown as Obsidian.WorkspaceLeaf[]) : [];
  }

  iterateAllLeaves(callback: (leaf: Obsidian.WorkspaceLeaf) => unknown): void {
    for (const leaf of this.leaves) callback(leaf as unknown as Obsidian.WorkspaceLeaf);
  }

  /** Opens what a link leads to; as the app, makes the note where there is none. */
  async openLinkText(linktext: string, sourcePath: string, newLeaf?: Obsidian.PaneType | boolean): Promise<void> {
    const { path } = splitLink(linktext);
    const file = this.metadata.getFirstLinkpathDest(path, sourcePath) ?? (await this.vault.create(path.endsWith('.md') ? path : `${path}.md`, ''));
    if (file instanceof TFile) await this.getLeaf(newLeaf ?? false).openFile(file);
  }
}
