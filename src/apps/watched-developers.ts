/** Firms that the user watches, named in the settings in whole or in part. */
import { foldText, keepLettersAndDigits } from './fold-text';

/** Which of the watched names the developer's text holds, width, case and blanks aside; null where none. */
export function watchedNameOf(developer: string | null, watched: readonly string[]): string | null {
  if (developer === null) return null;
  const text = foldName(developer);
  return watched.find((name) => foldName(name) !== '' && text.includes(foldName(name))) ?? null;
}

function foldName(text: string): string {
  return keepLettersAndDigits(foldText(text));
}
