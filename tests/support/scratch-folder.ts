/** A folder of its own for a test that needs a real disk; taken away afterwards. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export function scratchFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'regulatory-notices-')));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Every file below a folder, hidden ones too, path → bytes as text. */
export function filesIn(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = fs.readFileSync(path, 'utf8');
  }
  return found;
}

/** As `filesIn`, without the journal of the command line: the files that are the user's. */
export function ownFilesIn(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(filesIn(folder)).filter(([path]) => !path.includes('regulatory-notices/journal/')));
}

/** Every file and folder below a folder, hidden ones too; files with their bytes. */
export function treeOf(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  if (!fs.existsSync(folder)) return found;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = entry.isFile() ? fs.readFileSync(path).toString('base64') : '(folder)';
  }
  return found;
}

/** Writes files below a folder, their folders made. */
export function putFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    fs.mkdirSync(join(folder, path, '..'), { recursive: true });
    fs.writeFileSync(join(folder, path), content);
  }
}
