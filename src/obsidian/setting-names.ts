/** What a setting is called on the settings page. */
import type { Settings } from '../settings';
import type { SettingTexts } from './setting-texts';

/** @param key as `folders.apps`; one that has no name there is its own */
export function settingName(key: string, texts: SettingTexts): string {
  return namesOf(texts).get(key) ?? key;
}

function namesOf(texts: SettingTexts): ReadonlyMap<string, string> {
  const within = (heading: string, group: keyof Settings, names: Readonly<Record<string, string>>): (readonly [string, string])[] => Object.entries(names).map(([key, name]) => [`${group}.${key}`, `${heading} · ${name}`] as const);
  const first = (pairs: Readonly<Record<string, readonly [string, string]>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(pairs).map(([key, [name]]) => [key, name]));
  return new Map([
    ...within(texts.folders, 'folders', first(texts.folder)),
    ...within(texts.notes, 'noteNames', texts.noteNames),
    ...within(texts.written, 'write', first(texts.write)),
    ...within(texts.properties[0], 'propertyNames', texts.property),
    ['inbox', texts.inbox[0]], ['indexNote', texts.indexNote[0]], ['indexPages', texts.indexPages], ['linkStyle', texts.linkStyle[0]], ['noteLanguage', texts.noteLanguage[0]], ['fileNameBytes', texts.fileNameBytes[0]], ['appNotes', texts.appNotes[0]], ['watchedDevelopers', texts.watched],
  ]);
}
