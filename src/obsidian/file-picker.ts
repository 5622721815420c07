import { Platform } from 'obsidian';

/** Formats that the readers know; for files that are chosen one by one the list only helps the system's window to show what fits. */
const ENDINGS: readonly string[] = ['.md', '.markdown', '.txt', '.html', '.htm', '.docx', '.doc', '.wps', '.rtf', '.xlsx', '.xls', '.et', '.pdf'];

/** Whether a file in a folder is worth reading, by its name. */
export function isReadable(name: string): boolean {
  return ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}

/**
 * Lets the user choose files with the system's own window, or a folder with all that is in it; empty where none was chosen. Works on
 * phones too: no path and no Node, only the files' bytes. Folders can be chosen on desktop only.
 */
export function pickFiles(doc: Document, what: 'files' | 'folder' = 'files'): Promise<File[]> {
  return new Promise((resolve) => {
    const input = doc.body.createEl('input', { type: 'file', cls: 'regulatory-notices-file-input', attr: what === 'folder' ? { webkitdirectory: '' } : { multiple: '' } });
    // Android greys out what it has no media type for, and it has none for `.md`.
    if (!Platform.isMobile && what === 'files') input.setAttr('accept', ENDINGS.join(','));
    const finish = (): void => {
      const files = [...(input.files ?? [])];
      input.detach();
      resolve(files);
    };
    input.addEventListener('change', finish, { once: true });
    input.addEventListener('cancel', finish, { once: true });
    input.click();
  });
}
