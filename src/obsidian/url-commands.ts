/** The command that imports a notice from an address: the only one that goes to the network. */
import { Notice, type Command } from 'obsidian';
import { describeDiagnostic } from '../document/diagnostic';
import { fetchSources, type FetchedSources } from '../import-url';
import { AddressModal } from './address-window';
import { runCommand, type CommandContext } from './command-context';
import { obsidianFetcher } from './fetch';
import { previewImport } from './preview-import';
import { obsidianReaderHost } from './reader-host';
import { appLanguage } from './texts';
import { URL_TEXTS } from './url-texts';

/** How long a message stands in the corner, in milliseconds. */
const MESSAGE_TIME = 10_000;

export function urlCommands(context: CommandContext): Command[] {
  return [{ id: 'import-notice-from-url', name: URL_TEXTS[appLanguage()].command, callback: () => askForAddress(context) }];
}

/** @param given what stands in the field at first */
export function askForAddress(context: CommandContext, given = ''): void {
  new AddressModal(context.app, URL_TEXTS[appLanguage()], (address) => void importAddress(context, address), given).open();
}

async function importAddress(context: CommandContext, address: string): Promise<void> {
  const message = new Notice(URL_TEXTS[appLanguage()].fetching(address), 0);
  await runCommand(async () => {
    const fetched = await fetchSources(address, obsidianFetcher, obsidianReaderHost);
    message.hide();
    sayWhatFailed(fetched);
    if (fetched.sources.length > 0) await previewImport(context, fetched.sources.length, () => Promise.resolve(fetched.sources));
  });
  message.hide();
}

function sayWhatFailed({ diagnostics }: FetchedSources): void {
  const language = appLanguage();
  for (const found of diagnostics) new Notice(`${found.file}${language === 'zh' ? '：' : ': '}${describeDiagnostic(found, language)}`, MESSAGE_TIME);
}
