/** The command that puts the index pages in order. */
import type { Command } from 'obsidian';
import { planIndex } from '../import-notices';
import type { CommandContext } from './command-context';
import { INDEX_TEXTS } from './index-texts';
import { PlanModal } from './plan-window';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

/** The command, for the palette. */
export function indexCommands(context: CommandContext): Command[] {
  return [{ id: 'rebuild-index-pages', name: INDEX_TEXTS[appLanguage()].command, callback: () => rebuild(context) }];
}

function rebuild({ app, vault, settings, work }: CommandContext): void {
  const language = appLanguage();
  const { title, lead, action } = INDEX_TEXTS[language];
  const plan = async () => {
    await saveOpenNotes(app);
    return planIndex(vault, settings());
  };
  new PlanModal(app, { title, lead: () => lead, plan, action }, { language, carryOut: work.carryOut('index') }).open();
}
