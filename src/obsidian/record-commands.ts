/** The command that opens the note of an app, found by a part of its name or of its developer's. */
import { Notice, type Command } from 'obsidian';
import { openAppLibrary } from '../plan/app-details';
import { AppNotePicker } from './app-note-picker';
import { runCommand, type CommandContext } from './command-context';
import { RECORD_TEXTS } from './record-texts';
import { appLanguage } from './texts';

/** The command, for the palette. */
export function recordCommands(context: CommandContext): Command[] {
  return [{ id: 'open-app-record', name: RECORD_TEXTS[appLanguage()].command, callback: () => void runCommand(() => pickApp(context)) }];
}

async function pickApp({ app, vault, settings }: CommandContext): Promise<void> {
  const texts = RECORD_TEXTS[appLanguage()];
  const { apps } = await openAppLibrary(vault, settings());
  if (apps.length === 0) new Notice(texts.none);
  else new AppNotePicker(app, apps, texts.pick, ({ path }) => void app.workspace.openLinkText(path, '')).open();
}
