/** What the plugin answers in Obsidian's own command line (Obsidian 1.12.2): it looks, and it opens windows; it never writes. */
import type { CliFlags, CliHandler } from 'obsidian';
import { describeDiagnostic, severityOf, type Language } from '../document/diagnostic';
import { checkVault, type VaultCheck } from '../insight/check-vault';
import { APP_CLI_TEXTS } from './app-cli-texts';
import { CHECK_TEXTS } from './check-texts';
import type { CommandContext } from './command-context';
import { prefillImport } from './protocol-link';
import { obsidianReaderHost } from './reader-host';
import { TEXTS } from './texts';
import { saveOpenNotes } from './vault-adapter';
import { WAYS_IN_TEXTS } from './ways-in-texts';

/** A command as `Plugin.registerCliHandler` takes it. */
export interface AppCliCommand {
  readonly command: string;
  readonly description: string;
  readonly flags: CliFlags;
  readonly handler: CliHandler;
}

/** @param ready gives the vault once it is there */
export function appCliCommands(ready: Promise<CommandContext>, language: Language): readonly AppCliCommand[] {
  const texts = APP_CLI_TEXTS[language];
  return [
    {
      command: 'regulatory-notices:check', description: texts.check, flags: { json: { description: texts.json } },
      handler: async (params) => {
        const { app, vault, settings } = await ready;
        await saveOpenNotes(app);
        const check = await checkVault(vault, settings(), obsidianReaderHost);
        return params['json'] === undefined ? describeCheck(check, language) : JSON.stringify({ findings: check.findings.map((each) => ({ ...each, severity: severityOf(each), message: describeDiagnostic(each, language) })), counts: check.counts });
      },
    },
    {
      command: 'regulatory-notices:import', description: texts.import, flags: { file: { value: '<path>', description: texts.file }, url: { value: '<url>', description: texts.url } },
      handler: async (params) => {
        const problem = await prefillImport(await ready, params);
        return problem === null ? texts.opened : WAYS_IN_TEXTS[language].link[problem];
      },
    },
  ];
}

function describeCheck({ counts, findings }: VaultCheck, language: Language): string {
  const texts = CHECK_TEXTS[language];
  const lines = findings.map((each) => `${TEXTS[language].severity[severityOf(each)]}\t${each.file}\t${describeDiagnostic(each, language)}`);
  return [texts.counts(counts), ...(lines.length === 0 ? [texts.nothingFound] : lines)].join('\n');
}
