/** The settings as the settings page asks for them: one value by its key, `folders.apps`. */
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../settings';
import { vaultPath } from '../vault-path';

type Data = Readonly<Record<string, unknown>>;

/** The value of a setting; undefined for a key that is none. */
export function settingAt(settings: Settings, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (isData(value) ? value[part] : undefined), settings);
}

/** The settings with another value. One that does not fit gives the default; an empty one is how a user asks for it. */
export function withSetting(settings: Settings, key: string, value: unknown): Settings {
  return readSettings(setIn({ ...settings }, key.split('.'), value));
}

/** Whether the settings would take a value as it is typed, blanks at its ends aside; an empty one gives the default. */
export function fitsSetting(settings: Settings, key: string, value: unknown): boolean {
  if (typeof value === 'string' && value.trim() === '') return true;
  const read = settingAt(withSetting(settings, key, value), key);
  return typeof value === 'string' ? typeof read === 'string' && read !== '' && sameText(read, value) : read === value;
}

/** Folders and notes may be typed with slashes at their ends and without `.md`. */
function sameText(read: string, typed: string): boolean {
  const plain = (text: string): string => (vaultPath(text) ?? text.normalize('NFC').trim()).replace(/\.md$/i, '');
  return plain(read) === plain(typed);
}

/** The settings of a group at their defaults. */
export function resetSettings(settings: Settings, keys: readonly string[]): Settings {
  return keys.reduce((reset, key) => withSetting(reset, key, settingAt(DEFAULT_SETTINGS, key)), settings);
}

function setIn(data: Data, [key = '', ...rest]: readonly string[], value: unknown): Data {
  const inner = data[key];
  return { ...data, [key]: rest.length === 0 ? value : setIn(isData(inner) ? inner : {}, rest, value) };
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}
