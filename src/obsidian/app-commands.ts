/** The commands that change what an app note is: merge, split, rename, add an alias. Offered where an app note is open. */
import { Notice, type Command, type TFile } from 'obsidian';
import type { ListingKey } from '../apps/listing';
import { NOTE_TYPES } from '../notes/note-types';
import { openAppLibrary, type AppDetails, type AppLibrary } from '../plan/app-details';
import { addAlias, renameApp } from '../plan/decide-apps';
import type { JournalAction } from '../plan/journal-entry';
import { mergeApps } from '../plan/merge-apps';
import { splitApp } from '../plan/split-app';
import { activeNoteOfType } from './active-note';
import { AppNotePicker, type AppChoice } from './app-note-picker';
import { runCommand, type CommandContext } from './command-context';
import { nameForm, rowsForm } from './decision-forms';
import { DECISION_TEXTS, type DecisionTexts } from './decision-texts';
import { PlanModal, type Decision } from './plan-window';
import { obsidianReaderHost } from './reader-host';
import { appLanguage } from './texts';
import { saveOpenNotes } from './vault-adapter';

interface AppAtHand {
  readonly context: CommandContext;
  readonly texts: DecisionTexts;
  readonly app: AppDetails;
  readonly library: AppLibrary;
}

/** The commands, for the palette. */
export function appCommands(context: CommandContext): Command[] {
  const texts = DECISION_TEXTS[appLanguage()];
  const command = (id: string, name: string, run: (at: AppAtHand) => void): Command => ({
    id,
    name,
    checkCallback: (checking) => {
      const file = activeNoteOfType(context, [NOTE_TYPES.app]);
      if (file !== null && !checking) void withApp(context, file, run);
      return file !== null;
    },
  });
  return [
    command('merge-app-notes', texts.merge.command, mergeInto),
    command('split-app-note', texts.split.command, (at) => open(at, 'split', splitDecision(at))),
    command('rename-app', texts.rename.command, (at) => open(at, 'rename', renameDecision(at))),
    command('add-app-alias', texts.alias.command, (at) => open(at, 'alias', aliasDecision(at))),
  ];
}

async function withApp(context: CommandContext, file: TFile, run: (at: AppAtHand) => void): Promise<void> {
  await runCommand(async () => {
    await saveOpenNotes(context.app);
    const library = await openAppLibrary(context.vault, context.settings());
    const app = await library.read(file.path);
    if (app !== null) run({ context, texts: DECISION_TEXTS[appLanguage()], app, library });
  });
}

function open({ context }: AppAtHand, action: JournalAction, decision: Decision): void {
  new PlanModal(context.app, decision, { language: appLanguage(), carryOut: context.work.carryOut(action) }).open();
}

function mergeInto(at: AppAtHand): void {
  const { context, texts, app, library } = at;
  const others = library.apps.filter(({ path }) => path !== app.path);
  if (others.length === 0) new Notice(texts.noApps);
  else new AppNotePicker(context.app, others, texts.merge.pick, (other) => open(at, 'merge', mergeDecision(at, app, other))).open();
}

function mergeDecision(at: AppAtHand, keep: AppChoice, drop: AppChoice): Decision {
  const { context: { vault, settings }, texts: { merge } } = at;
  const [kept, dropped] = namesOf(keep, drop);
  return {
    title: merge.title,
    lead: () => merge.lead(kept, dropped),
    plan: () => mergeApps(keep.path, drop.path, vault, settings()),
    action: merge.action,
    other: { text: merge.swap(dropped), decision: () => mergeDecision(at, drop, keep) },
  };
}

/** Homonyms are told apart by the names of their files. */
function namesOf(a: AppChoice, b: AppChoice): readonly [string, string] {
  const fileName = (path: string): string => path.replace(/^.*\//, '').replace(/\.md$/i, '');
  return a.name === b.name ? [fileName(a.path), fileName(b.path)] : [a.name, b.name];
}

function splitDecision({ context: { vault, settings }, texts: { split }, app }: AppAtHand): Decision {
  const chosen = new Set<ListingKey>();
  return {
    title: split.title,
    form: rowsForm(app, chosen, app.listings.length > 1 ? split.hint : split.single),
    lead: () => split.lead(chosen.size, app.name),
    plan: () => splitApp(app.path, [...chosen], vault, obsidianReaderHost, settings()),
    action: split.action,
  };
}

function renameDecision({ context: { vault, settings }, texts: { rename }, app }: AppAtHand): Decision {
  let name = app.name;
  return {
    title: rename.title,
    form: nameForm(rename.label, rename.hint, () => name, (text) => (name = text), (text) => text !== '' && text !== app.name),
    lead: () => rename.lead(app.name, name.trim()),
    plan: () => renameApp(app.path, name, vault, settings()),
    action: rename.action,
  };
}

function aliasDecision({ context: { vault, settings }, texts: { alias }, app }: AppAtHand): Decision {
  let name = '';
  return {
    title: alias.title,
    form: nameForm(alias.label, alias.hint, () => name, (text) => (name = text), (text) => text !== '' && text !== app.name && !app.aliases.includes(text)),
    lead: () => alias.lead(app.name, name.trim()),
    plan: () => addAlias(app.path, name, vault, settings()),
    action: alias.action,
  };
}
