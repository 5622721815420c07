import { Platform } from 'obsidian';

/** Formats that the readers know; the list only helps the file window to show what fits. */
const ACCEPTED = '.md,.markdown,.txt,.html,.htm,.docx,.doc,.wps,.rtf,.xlsx,.xls,.et,.pdf';

/**
 * Lets the user choose files with the system's own window; empty where none was chosen. Works on phones too: no path
 * and no Node, only the files' bytes.
 */
export function pickFiles(doc: Document): Promise<File[]> {
  return new Promise((resolve) => {
    const input = doc.body.createEl('input', { type: 'file', cls: 'regulatory-notices-file-input', attr: { multiple: '' } });
    // Android greys out what it has no media type for, and it has none for `.md`.
    if (!Platform.isMobile) input.setAttr('accept', ACCEPTED);
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
