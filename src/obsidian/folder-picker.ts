/** Finds a folder of the vault by typing a part of its path. */
import { FuzzySuggestModal, type App, type TFolder } from 'obsidian';

/** Tells the choice once; closed without one, it tells nothing. */
export class FolderPicker extends FuzzySuggestModal<TFolder> {
  constructor(
    app: App,
    private readonly words: { readonly placeholder: string; readonly wholeVault: string },
    private readonly onPick: (folder: TFolder) => void,
  ) {
    super(app);
    this.modalEl.addClass('regulatory-notices-picker');
    this.setPlaceholder(words.placeholder);
  }

  /** The folder of the note that is open comes first: the user is looking at what he wants adopted. */
  getItems(): TFolder[] {
    const folders = this.app.vault.getAllFolders(true).sort((a, b) => (a.path < b.path ? -1 : 1));
    const open = this.app.workspace.getActiveFile()?.parent?.path;
    return [...folders.filter(({ path }) => path === open), ...folders.filter(({ path }) => path !== open)];
  }

  getItemText(folder: TFolder): string {
    return folder.isRoot() ? this.words.wholeVault : folder.path;
  }

  onChooseItem(folder: TFolder): void {
    this.onPick(folder);
  }
}
