/** The folder `.trash` of a vault, where Obsidian's own vault trash puts files: flat, a second file of a name as `Note 2.md`. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';

/** Vault path of the trash. */
export const TRASH = '.trash';

/** Moves a file of the vault there. */
export function moveToTrash(file: string, root: string): void {
  const folder = nodePath.join(root, TRASH);
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink() === true) throw new Error('The folder .trash is a link; nothing was moved.');
  if (stat?.isDirectory() === false) throw new Error('A file bears the name of the folder .trash; nothing was moved.');
  fs.mkdirSync(folder, { recursive: true });
  const { name, ext } = nodePath.parse(file);
  let target = nodePath.join(folder, name + ext);
  for (let n = 2; fs.existsSync(target); n += 1) target = nodePath.join(folder, `${name} ${n}${ext}`);
  fs.renameSync(file, target);
}

/** The file in the trash that bore this name and holds this text, the one that went there last; null where there is none. */
export function findInTrash(fileName: string, text: string, root: string): string | null {
  const folder = nodePath.join(root, TRASH);
  const { name, ext } = nodePath.parse(fileName);
  const bytes = Buffer.from(text, 'utf8');
  let found: string | null = null;
  for (let n = 1; ; n += 1) {
    const file = nodePath.join(folder, n === 1 ? name + ext : `${name} ${n}${ext}`);
    const stat = fs.lstatSync(file, { throwIfNoEntry: false });
    // A gap in the numbers is where an older one was taken out.
    if (stat === undefined && n > MOST_GAPS) return found;
    if (stat?.isFile() === true && fs.readFileSync(file).equals(bytes)) found = file;
  }
}

const MOST_GAPS = 20;
