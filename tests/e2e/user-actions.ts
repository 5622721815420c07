/** What a user does in the app's page, in the words of a test. */
import type { Locator } from 'playwright-core';
import type { OpenApp } from './open-app';

export interface User {
  /** Chooses files in the system's window and stays in the preview. */
  chooseFiles(files: Readonly<Record<string, string>>): Promise<void>;
  /** Imports files and closes the result. */
  importFiles(files: Readonly<Record<string, string>>): Promise<void>;
  /** Runs a command by its id in this plugin; says whether it was offered. */
  run(command: string): Promise<boolean>;
  readonly modal: Locator;
  button(name: string | RegExp): Locator;
  note(path: string): Promise<string>;
  notesBelow(folder: string): Promise<string[]>;
}

export function userOf(app: OpenApp): User {
  const user: User = {
    get modal() {
      return app.page.locator('.modal');
    },
    button: (name) => user.modal.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }),
    run: (command) => app.call('run', `regulatory-notices:${command}`),
    async chooseFiles(files) {
      const chooser = app.page.waitForEvent('filechooser');
      await user.run('import-notice-from-file');
      await (await chooser).setFiles(Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })));
      await user.modal.locator('.regulatory-notices-preview').waitFor();
    },
    async importFiles(files) {
      await user.chooseFiles(files);
      await user.modal.locator('button.mod-cta').click();
      await user.modal.locator('a.internal-link').first().waitFor();
      await user.modal.locator('.modal-close-button').click();
    },
    note: async (path) => (await app.call('notes'))[path] ?? '',
    notesBelow: async (folder) => Object.keys(await app.call('notes')).filter((path) => path.startsWith(folder)).sort(),
  };
  return user;
}
