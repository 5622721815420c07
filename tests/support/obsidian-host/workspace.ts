import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { Component, Events } from './events';
import { TFile } from './files';
import type { ItemView } from './item-view';
import { splitLink } from './link-syntax';
import type { MetadataCache } from './metadata-cache';
import type { Vault } from './vault';

/** An open note. What the user typed is in the editor before it is in the file. */
export class MarkdownView extends Component implements HostOf<Obsidian.MarkdownView> {
  file: Obsidian.TFile | null = null;
  data = '';
  /** The part of the app's editor that a test needs to play a user who types. */
  readonly editor = {
    getValue: (): string => this.data,
    setValue: (text: string): void => this.type(text),
    getSelection: (): string => this.selected,
    somethingSelected: (): boolean => this.selected !== '',
  } as Obsidian.Editor;
  private selected = '';
  private frame: HTMLElement | null = null;
  private unsaved = false;

  constructor(private readonly vault: Vault) {
    super();
  }

  get containerEl(): HTMLElement {
    return (this.frame ??= createDiv('workspace-leaf-content'));
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

  /** For tests: the user selects a piece of the note. */
  select(text: string): void {
    this.selected = text;
  }

  async save(): Promise<void> {
    if (!this.unsaved || !this.file) return;
    this.unsaved = false;
    await this.vault.modify(this.file, this.data);
  }
}

export class WorkspaceLeaf extends Events implements HostOf<Obsidian.WorkspaceLeaf> {
  private readonly markdown: MarkdownView;
  /** A view of a plugin; a leaf has it in place of a note. */
  private item: ItemView | null = null;
  /** The type of a tab that was there at the start and was not looked at yet: its view is made when it is. */
  private deferred: string | null = null;

  constructor(
    vault: Vault,
    private readonly opened: (leaf: WorkspaceLeaf) => void,
    private readonly views: ReadonlyMap<string, Obsidian.ViewCreator>,
    readonly app: Obsidian.App,
  ) {
    super();
    this.markdown = new MarkdownView(vault);
  }

  get view(): Obsidian.View {
    return (this.item ?? this.markdown) as unknown as Obsidian.View;
  }

  get isDeferred(): boolean {
    return this.deferred !== null;
  }

  get viewType(): string {
    return this.deferred ?? this.item?.getViewType() ?? 'markdown';
  }

  async openFile(file: Obsidian.TFile): Promise<void> {
    await this.closeView();
    await this.markdown.loadFile(file);
    this.opened(this);
  }

  async setViewState({ type, active = false }: Obsidian.ViewState): Promise<void> {
    await this.closeView();
    const creator = this.views.get(type);
    // As the app, which shows an empty pane for a type that no plugin has.
    if (creator !== undefined) {
      this.item = creator(this as unknown as Obsidian.WorkspaceLeaf) as unknown as ItemView;
      await this.item.open();
    }
    if (active) this.opened(this);
  }

  /** For the host: the app was started with this tab in its layout. */
  defer(type: string): void {
    this.deferred = type;
  }

  async loadIfDeferred(): Promise<void> {
    const type = this.deferred;
    this.deferred = null;
    if (type !== null) await this.setViewState({ type });
  }

  private async closeView(): Promise<void> {
    this.deferred = null;
    await this.item?.close();
    this.item = null;
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
    private readonly views: ReadonlyMap<string, Obsidian.ViewCreator>,
    private readonly app: () => Obsidian.App,
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
    return this.activeEditorView()?.file ?? null;
  }

  /** For the host: the note that is open in front, with its editor. */
  activeEditorView(): MarkdownView | null {
    const view: unknown = this.active?.view;
    return view instanceof MarkdownView ? view : null;
  }

  getActiveViewOfType<T extends Obsidian.View>(type: Obsidian.Constructor<T>): T | null {
    const view = this.active?.view;
    return view instanceof type ? view : null;
  }

  getLeaf(newLeaf: Obsidian.PaneType | boolean = false): Obsidian.WorkspaceLeaf {
    if (newLeaf === false && this.active) return this.active as unknown as Obsidian.WorkspaceLeaf;
    const leaf = this.addLeaf();
    this.active = leaf;
    return leaf as unknown as Obsidian.WorkspaceLeaf;
  }

  private addLeaf(): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.vault, (opened) => this.show(opened), this.views, this.app());
    this.leaves.push(leaf);
    return leaf;
  }

  private show(leaf: WorkspaceLeaf): void {
    this.active = leaf;
    this.trigger('active-leaf-change', leaf);
    this.trigger('file-open', this.getActiveFile());
  }

  /** For the host: a tab of the last session, whose view is not made before the user looks at it. */
  addDeferredLeaf(type: string): void {
    this.addLeaf().defer(type);
  }

  getLeavesOfType(type: string): Obsidian.WorkspaceLeaf[] {
    return this.leaves.filter((leaf) => leaf.viewType === type) as unknown as Obsidian.WorkspaceLeaf[];
  }

  async revealLeaf(leaf: Obsidian.WorkspaceLeaf): Promise<void> {
    await leaf.loadIfDeferred();
    this.show(leaf as unknown as WorkspaceLeaf);
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
