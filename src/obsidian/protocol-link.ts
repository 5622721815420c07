/** Follows links of the form `obsidian://regulatory-notices?url=…&text=…&file=…` into the import window. */
import { Notice, type ObsidianProtocolData } from 'obsidian';
import { runCommand, type CommandContext } from './command-context';
import { openImportWindow } from './import-commands';
import { readImportLink, type LinkProblem } from './import-link';
import { appLanguage } from './texts';
import { importableFile, readVaultFiles } from './vault-files';
import { WAYS_IN_TEXTS } from './ways-in-texts';

/** Opens the import window with what a link holds, or says why not. */
export async function openImportLink(context: CommandContext, params: ObsidianProtocolData): Promise<void> {
  await runCommand(async () => {
    const problem = await prefillImport(context, params);
    if (problem !== null) new Notice(WAYS_IN_TEXTS[appLanguage()].link[problem]);
  });
}

/** Opens the import window with what was asked for. One bad parameter refuses the whole: nobody should trust the rest of it. */
export async function prefillImport(context: CommandContext, params: Readonly<Record<string, string>>): Promise<LinkProblem | null> {
  const link = readImportLink(params);
  if (typeof link === 'string') return link;
  const file = link.file === null ? null : importableFile(context, link.file);
  if (link.file !== null && file === null) return 'bad-file';
  const sources = file === null ? [] : await readVaultFiles(context, [file]);
  openImportWindow(context, {
    ...(sources.length === 0 ? {} : { sources }),
    ...(link.url === null ? {} : { url: link.url }),
    ...(link.text === null ? {} : { pasted: { html: null, text: link.text } }),
  });
  return null;
}
