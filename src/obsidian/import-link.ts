/** What a link `obsidian://regulatory-notices?url=…&text=…&file=…` asks for. Anyone can write one: it fills in the import window and does nothing else. */
import { httpAddress } from '../document/web-address';

/** What stands behind `obsidian://`. */
export const LINK_ACTION = 'regulatory-notices';

/** Why a link asks for nothing that can be done. */
export type LinkProblem = 'empty' | 'bad-address' | 'long-text' | 'bad-file';

/** What a link asks for; `null` where it says nothing of it. */
export interface ImportLink {
  readonly url: string | null;
  readonly text: string | null;
  /** Path in the vault, as written. */
  readonly file: string | null;
}

/** In characters. Browsers and systems cut addresses of links off somewhere beyond. */
const LONGEST_ADDRESS = 2000;
const LONGEST_TEXT = 100_000;
const LONGEST_PATH = 500;

/** Reads the parameters of a link as the app hands them over: decoded, and `true` where one has no value. */
export function readImportLink(params: Readonly<Record<string, string>>): ImportLink | LinkProblem {
  const [url, text, file] = [valueOf(params['url']), valueOf(params['text']), valueOf(params['file'])];
  const address = url === null ? null : httpAddress(url);
  if (url !== null && (address === null || address.href.length > LONGEST_ADDRESS)) return 'bad-address';
  if (text !== null && text.length > LONGEST_TEXT) return 'long-text';
  if (file !== null && (file.length > LONGEST_PATH || !isPlainPath(file))) return 'bad-file';
  return url === null && text === null && file === null ? 'empty' : { url: address?.href ?? null, text, file };
}

function valueOf(value: string | undefined): string | null {
  return value === undefined || value === 'true' || value.trim() === '' ? null : value.trim();
}

/** A path below the vault's folder: none that climbs out of it, leads to a hidden folder, or belongs to a system. */
function isPlainPath(path: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return !/[\\:\u0000-\u001F]/.test(path) && !path.split('/').some((part) => part === '' || part.startsWith('.'));
}
