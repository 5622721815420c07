/** Words of a call that mean app notes: paths or names. */
import { findAppNotes } from '../src/plan/find-app-note';
import type { VaultPort } from '../src/plan/vault-port';
import { takeSnapshot } from '../src/plan/vault-snapshot';
import type { Settings } from '../src/settings';
import { printable } from './terminal';
import type { Terminal } from './terminal';
import { fill, SENTENCES } from './texts';

/** Paths of the notes meant, one a word; null where a word fits none or several, which is said. */
export async function appNotesOf(words: readonly string[], vault: VaultPort, settings: Settings, terminal: Terminal): Promise<readonly string[] | null> {
  const { language } = terminal;
  const snapshot = await takeSnapshot(vault, settings);
  const paths = words.flatMap((word) => {
    const found = findAppNotes(word, snapshot);
    if (found.length === 1) return found;
    const said = found.length === 0 ? SENTENCES.noApp : SENTENCES.severalApps;
    terminal.err(printable(fill(said[language], { app: word, paths: found.join(language === 'zh' ? '、' : ', ') })));
    return [];
  });
  return paths.length === words.length ? paths : null;
}
