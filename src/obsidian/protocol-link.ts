/** Follows links of the form `obsidian://regulatory-notices?url=…&text=…&file=…` into the import window. */
import { Notice, type ObsidianProtocolData } from 'obsidian';
import { runCommand, type CommandContext } from './command-context';
import { openImportWindow } from './import-commands';
import { readImportLink, type LinkProblem } from './import-link';
import { appLanguage } from './texts';
import { importableFile, readVaultFiles } from './vault-files';
import { WAYS_IN_TEXTS } from './ways-in-texts';

/** Opens the import window with what a link holds. One bad parameter refuses the whole: nobody should trust the rest of it. */
export async function openImportLink(context: CommandContext, params: ObsidianProtocolData): Promise<void> {
  await runCommand(async () => {
    const link = readImportLink(params);
    if (typeof link === 'string') {
      refuse(link);
      return;
    }
    const file = link.file === null ? null : importableFile(context, link.file);
    if (link.file !== null && file === null) {
      refuse('bad-file');
      return;
    }
    const sources = file === null ? [] : await readVaultFiles(context, [file]);
    openImportWindow(context, {
      ...(sources.length === 0 ? {} : { sources }),
      ...(link.url === null ? {} : { url: link.url }),
      ...(link.text === null ? {} : { pasted: { html: null, text: link.text } }),
    });
  });
}

function refuse(problem: LinkProblem): void {
  new Notice(WAYS_IN_TEXTS[appLanguage()].link[problem]);
}
