import { Plugin } from 'obsidian';
import { importCommands } from './obsidian/commands';
import { createObsidianVault } from './obsidian/vault-adapter';
import { DEFAULT_SETTINGS } from './settings';

/** The plugin's life in Obsidian: it registers and wires; what the commands do stands in obsidian/ and in the core. */
export default class RegulatoryNoticesPlugin extends Plugin {
  override onload(): void {
    // The adapter listens to the vault; before the layout is ready the app reports every file of the vault as new.
    this.app.workspace.onLayoutReady(() => {
      const vault = createObsidianVault(this.app, (event) => this.registerEvent(event));
      for (const command of importCommands({ app: this.app, vault, settings: () => DEFAULT_SETTINGS })) this.addCommand(command);
    });
  }
}
