/** The system's own window for choosing files. */
import { Platform } from 'obsidian';
import { READABLE_ENDINGS } from '../document/readable-name';

/**
 * Lets the user choose files with the system's own window, or a folder with all that is in it; empty where none was chosen. Works on
 * phones too: no path and no Node, only the files' bytes. Folders can be chosen on desktop only.
 */
export function pickFiles(doc: Document, what: 'files' | 'folder' = 'files'): Promise<File[]> {
  return new Promise((resolve) => {
    const input = doc.body.createEl('input', { type: 'file', cls: 'regulatory-notices-file-input', attr: what === 'folder' ? { webkitdirectory: '' } : { multiple: '' } });
    // The list only helps the window to show what fits. Android greys out what it has no media type for, and it has none for `.md`.
    if (!Platform.isMobile && what === 'files') input.setAttr('accept', READABLE_ENDINGS.join(','));
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
