/** The settings page as Obsidian draws and searches it: groups, lists and a page for the names of properties. */
import type { ExtraButtonComponent, Setting, SettingControl, SettingDefinition, SettingDefinitionGroup, SettingDefinitionItem, SettingDefinitionList } from 'obsidian';
import { noticeFileTitle, safeFileName } from '../notes/file-names';
import { PROPERTY_NAMES, WRITTEN_PARTS, type PropertyKey, type Settings } from '../settings';
import type { IndexPageRows } from './index-page-rows';
import { fitsSetting } from './setting-values';
import type { SettingTexts } from './setting-texts';

/** What the page reads and does; the values of its controls go through the tab by their keys. */
export interface SettingsPage {
  readonly texts: SettingTexts;
  /** The settings as the page shows them. */
  readonly settings: () => Settings;
  /** Draws the page anew. */
  readonly set: (key: string, value: unknown) => void;
  /** Leaves the page as it is drawn, with the user in the field that he is in. */
  readonly keep: (key: string, value: unknown) => void;
  readonly pageRows: IndexPageRows;
  readonly reset: (keys: readonly string[]) => void;
  /** Changes that concern notes of the vault and do not hold yet. */
  readonly isPending: () => boolean;
  readonly migrate: () => void;
  readonly saveOnly: () => void;
  readonly discard: () => void;
  /** Called with the place of the preview of file names, which is filled now and whenever a name changes. */
  readonly showPreview: (fill: (() => void) | null) => void;
}

const FOLDERS = ['infringement', 'takedown', 'apps', 'news', 'attachments'] as const;

/** The whole page from top to bottom, as `PluginSettingTab.getSettingDefinitions` gives it (Obsidian 1.13). */
export function settingDefinitions(page: SettingsPage): SettingDefinitionItem[] {
  return [pendingGroup(page), foldersGroup(page), indexGroup(page), page.pageRows.list(page), notesGroup(page), writtenGroup(page), appsGroup(page), watchedList(page), propertiesPage(page)];
}

function pendingGroup({ texts, isPending, migrate, saveOnly, discard }: SettingsPage): SettingDefinitionGroup {
  const render = (setting: Setting): void => {
    setting.setClass('regulatory-notices-pending');
    setting.addButton((button) => button.setButtonText(texts.migrate).setCta().onClick(migrate));
    setting.addButton((button) => button.setButtonText(texts.fromNowOn).onClick(saveOnly));
    setting.addButton((button) => button.setButtonText(texts.discard).onClick(discard));
  };
  return { type: 'group', visible: isPending, items: [{ name: texts.pending[0], desc: texts.pending[1], searchable: false, render }] };
}

/** A group with a button that gives its settings their defaults. */
function group({ texts, reset }: SettingsPage, heading: string, keys: readonly string[], items: SettingDefinition[]): SettingDefinitionGroup {
  const button = (component: ExtraButtonComponent): void => void component.setIcon('rotate-ccw').setTooltip(texts.reset(heading)).onClick(() => reset(keys));
  return { type: 'group', heading, extraButtons: [button], items };
}

function row([name, desc]: readonly [name: string, desc: string], control: SettingControl): SettingDefinition {
  return { name, desc, control };
}

/** The value must be one that the settings take; a blank one stands for the default, which the field shows. */
function fits({ settings }: SettingsPage, key: string, message: string): (value: string) => string | undefined {
  return (value) => (fitsSetting(settings(), key, value) ? undefined : message);
}

function foldersGroup(page: SettingsPage): SettingDefinitionGroup {
  const { texts } = page;
  const keys = FOLDERS.map((key) => `folders.${key}`);
  const folderRow = (words: readonly [string, string], key: string): SettingDefinition => row(words, { type: 'folder', key, validate: fits(page, key, texts.badPath) });
  return group(page, texts.folders, [...keys, 'inbox'], [...FOLDERS.map((folder, i) => folderRow(texts.folder[folder], keys[i] ?? '')), folderRow(texts.inbox, 'inbox')]);
}

function indexGroup(page: SettingsPage): SettingDefinitionGroup {
  const { texts } = page;
  return group(page, texts.index, ['indexNote', 'write.index'], [
    row(texts.indexNote, { type: 'file', key: 'indexNote', filter: (file) => file.extension === 'md', validate: fits(page, 'indexNote', texts.badPath) }),
    row(texts.write.index, { type: 'toggle', key: 'write.index' }),
  ]);
}

/** A field of a list's row. It tells of a change when it is left: each letter would draw the list anew. */
function addField(setting: Setting, label: string, value: string, changed: (value: string) => unknown): void {
  setting.addText((text) => {
    text.setValue(value).setPlaceholder(label);
    text.inputEl.setAttr('aria-label', label);
    text.inputEl.addEventListener('change', () => void changed(text.getValue()));
  });
}

function notesGroup(page: SettingsPage): SettingDefinitionGroup {
  const { texts } = page;
  const template = (kind: keyof Settings['noteNames']): SettingDefinition => {
    const key = `noteNames.${kind}`;
    return row([texts.noteNames[kind], texts.noteNamesDesc], { type: 'text', key, validate: fits(page, key, texts.badTemplate) });
  };
  return group(page, texts.notes, ['noteNames.infringement', 'noteNames.takedown', 'fileNameBytes', 'linkStyle'], [
    template('infringement'),
    template('takedown'),
    { name: texts.preview, searchable: false, render: (setting) => drawPreview(page, setting) },
    row(texts.fileNameBytes, { type: 'number', key: 'fileNameBytes', min: 40, max: 240, step: 1, validate: (value) => (fitsSetting(page.settings(), 'fileNameBytes', value) ? undefined : texts.badNumber) }),
    row(texts.linkStyle, { type: 'dropdown', key: 'linkStyle', options: { ...texts.linkStyles } }),
  ]);
}

/** What two notices would be called, line by line. */
function drawPreview({ texts, settings, showPreview }: SettingsPage, setting: Setting): () => void {
  const { sampleAgency: agency } = texts;
  const samples = {
    infringement: { title: texts.sampleTitles.infringement, date: '2021-01-22', agency, batch: { number: 1, total: 10 } },
    takedown: { title: texts.sampleTitles.takedown, date: '2021-05-10', agency, batch: null },
  };
  setting.setClass('regulatory-notices-name-preview');
  const fill = (): void => {
    const { noteNames, fileNameBytes } = settings();
    setting.descEl.empty();
    for (const kind of ['infringement', 'takedown'] as const) setting.descEl.createDiv({ text: `${safeFileName(noticeFileTitle(samples[kind], noteNames[kind]), fileNameBytes)}.md` });
  };
  showPreview(fill);
  return () => showPreview(null);
}

function writtenGroup(page: SettingsPage): SettingDefinitionGroup {
  const { texts } = page;
  const parts = WRITTEN_PARTS.filter((part) => part !== 'index');
  return group(page, texts.written, ['noteLanguage', ...parts.map((part) => `write.${part}`)], [
    row(texts.noteLanguage, { type: 'dropdown', key: 'noteLanguage', options: { ...texts.noteLanguages } }),
    ...parts.map((part) => row(texts.write[part], { type: 'toggle', key: `write.${part}` })),
  ]);
}

function appsGroup(page: SettingsPage): SettingDefinitionGroup {
  return group(page, page.texts.apps, ['appNotes'], [row(page.texts.appNotes, { type: 'dropdown', key: 'appNotes', options: { ...page.texts.appNotesChoices } })]);
}

/** The row for a new developer stays in the list until it has a name. */
function watchedList({ texts, settings, set }: SettingsPage): SettingDefinitionList {
  const names = (): readonly string[] => settings().watchedDevelopers;
  const items = [...names(), ''].map((developer, at): SettingDefinition => ({
    name: at < names().length ? texts.developer(at + 1) : texts.addWatched,
    ...(at === 0 ? { desc: texts.watchedDesc } : {}),
    render: (setting) => addField(setting, texts.addWatched, developer, (typed) => set('watchedDevelopers', [...names().slice(0, at), typed, ...names().slice(at + 1)])),
  }));
  return { type: 'list', heading: texts.watched, emptyState: texts.noWatched, onDelete: (at) => set('watchedDevelopers', names().filter((_, i) => i !== at)), items };
}

function propertiesPage(page: SettingsPage): SettingDefinitionItem {
  const { texts } = page;
  const [name, desc] = texts.properties;
  const keys = Object.keys(PROPERTY_NAMES) as PropertyKey[];
  return {
    type: 'page',
    name,
    desc,
    items: [
      group(page, name, ['propertyNames'], [row(texts.preset, { type: 'dropdown', key: 'propertyPreset', options: { ...texts.presets } })]),
      { type: 'group', items: keys.map((key): SettingDefinition => ({ name: texts.property[key], control: { type: 'text', key: `propertyNames.${key}`, placeholder: PROPERTY_NAMES[key], validate: fits(page, `propertyNames.${key}`, texts.badName) } })) },
    ],
  };
}
