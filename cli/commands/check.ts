/** `check --vault DIR [--json]`: what a person should look at in the vault. For now the apps that may be one. */
import { reviewVault } from '../../src/plan/review-list';
import type { ExitCode } from '../exit-code';
import { reviewJson, type ReviewJson } from '../review-json';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES } from '../texts';
import { openVaultFolder } from '../vault-folder';
import { vaultSettings } from '../vault-settings';

/** What `check --json` prints: one object. Other checks will add fields of their own. */
export interface CheckJson {
  readonly review: readonly ReviewJson[];
}

export async function runCheck(command: { readonly vault: string; readonly json: boolean }, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const vault = openVaultFolder(command.vault, false, terminal);
  if (vault === null) return 2;
  const review = await reviewVault(vault, vaultSettings(command.vault));
  if (command.json) {
    const found: CheckJson = { review: review.map((pair) => reviewJson(pair, language)) };
    terminal.out(JSON.stringify(found));
    return 0;
  }
  terminal.out(fill(SENTENCES.review[language], { count: review.length }));
  for (const { evidence, a, b } of review) {
    terminal.out(printable(`  ? ${evidence[language]}`));
    terminal.out(printable(`      ${a.path ?? a.name}  |  ${b.path ?? b.name}`));
  }
  return 0;
}
