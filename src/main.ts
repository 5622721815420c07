import { Plugin } from 'obsidian';
import { appCliCommands } from './obsidian/app-cli';
import { checkPane } from './obsidian/check-pane';
import { closeWindows } from './obsidian/close-windows';
import { runCommand, type CommandContext } from './obsidian/command-context';
import { pluginCommands } from './obsidian/commands';
import { followRename } from './obsidian/follow-renames';
import { openImportWindow } from './obsidian/import-commands';
import { LINK_ACTION } from './obsidian/import-link';
import { askAboutUnfinished, sayDamaged, sayDamagedSettings } from './obsidian/journal-commands';
import { createJournalFolder } from './obsidian/journal-folder';
import { IMPORT_ICON, menuEvents } from './obsidian/menus';
import { overviewPane } from './obsidian/overview-pane';
import { PaneView } from './obsidian/pane-view';
import { openImportLink } from './obsidian/protocol-link';
import { SavedSettings } from './obsidian/saved-settings';
import { NoticeSettingsTab } from './obsidian/settings-tab';
import { TEXTS, appLanguage } from './obsidian/texts';
import { createObsidianVault, saveOpenNotes } from './obsidian/vault-adapter';
import { VaultWork } from './obsidian/vault-work';
import { WAYS_IN_TEXTS } from './obsidian/ways-in-texts';
import type { Settings } from './settings';

/** The plugin's life in Obsidian: it registers and wires; what the commands do stands in obsidian/ and in the core. */
export default class RegulatoryNoticesPlugin extends Plugin {
  private readonly saved = new SavedSettings(this, sayDamagedSettings);

  override async onload(): Promise<void> {
    await this.saved.load();
    const language = appLanguage();
    let context: CommandContext | null = null;
    let isUnloaded = false;
    this.register(() => {
      isUnloaded = true;
      closeWindows(this.app);
    });
    // The adapter listens to the vault; before the layout is ready the app reports every file of the vault as new.
    const ready = new Promise<CommandContext>((resolve) => {
      this.app.workspace.onLayoutReady(() => {
        if (isUnloaded) return;
        context = this.start();
        resolve(context);
      });
    });
    this.addSettingTab(new NoticeSettingsTab(this.app, this, { language, settings: () => this.saved.current, saveSettings: (settings) => this.save(settings), context: () => context }));
    for (const pane of [overviewPane(ready, language), checkPane(ready, language)]) this.registerView(pane.type, (leaf) => new PaneView(leaf, pane));
    this.addRibbonIcon(IMPORT_ICON, WAYS_IN_TEXTS[language].ribbon, () => void ready.then((given) => openImportWindow(given)));
    // Known to the app since 1.12.2; where it is not there, nothing is missed.
    if ('registerCliHandler' in this) for (const { command, description, flags, handler } of appCliCommands(ready, language)) this.registerCliHandler(command, description, flags, handler);
    this.registerObsidianProtocolHandler(LINK_ACTION, (params) => void ready.then((given) => openImportLink(given, params)));
  }

  /** The vault is there: from now on there is something to command. */
  private start(): CommandContext {
    const vault = createObsidianVault(this.app, (event) => this.registerEvent(event));
    const journal = createJournalFolder(this.app, this.manifest.dir ?? `${this.app.vault.configDir}/plugins/${this.manifest.id}`);
    const work = new VaultWork(vault, journal, this.saved, () => saveOpenNotes(this.app), sayDamaged);
    const context: CommandContext = { app: this.app, vault, work, settings: () => this.saved.current, saveSettings: (settings) => this.save(settings) };
    for (const command of pluginCommands(context)) this.addCommand(command);
    for (const event of menuEvents(context)) this.registerEvent(event);
    // The journal of this device knows whether the app was closed in the middle of something.
    askAboutUnfinished(context).catch((error: unknown) => console.error(error));
    this.registerEvent(this.app.vault.on('rename', (file, oldPath) => void this.follow(oldPath, file.path)));
    return context;
  }

  /** Another device changed the settings, and they were synced. */
  override async onExternalSettingsChange(): Promise<void> {
    await this.saved.load();
  }

  private async follow(oldPath: string, path: string): Promise<void> {
    const moved = followRename(this.saved.current, oldPath, path);
    if (moved !== null) await this.save(moved);
  }

  /** They are in force even where the file cannot be written, which is said. */
  private save(settings: Settings): Promise<void> {
    return runCommand(() => this.saved.save(settings), TEXTS[appLanguage()].settingsNotSaved);
  }
}
