/** `export --vault DIR --format csv|xlsx|json -o FILE`: every row of every list, with the notice that it stands in. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { writeExport, type ExportFormat } from '../../src/insight/export-file';
import { exportRows } from '../../src/insight/export-rows';
import { writeFile } from '../durable-files';
import type { ExitCode } from '../exit-code';
import { nodeReaderHost } from '../html';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES } from '../texts';
import { vaultSettings } from '../vault-settings';
import { openReadableVault } from '../writable-vault';

interface ExportCommand {
  readonly vault: string;
  readonly format: ExportFormat;
  readonly output: string;
}

/**
 * Exports the lists into a file; one of the same format is replaced, any other stays. 2 where there is no vault or the file may not be written,
 * 1 where the reading was stopped or the rows are too many for the format.
 */
export async function runExport({ vault: folder, format, output }: ExportCommand, terminal: Terminal): Promise<ExitCode> {
  const { language, progress, stopped } = terminal;
  const vault = await openReadableVault(folder, terminal);
  if (vault === null) return 2;
  const problem = problemWith(output, format);
  if (problem !== null) {
    terminal.err(printable(fill(SENTENCES[problem][language], { file: output })));
    return 2;
  }
  const data = await exportRows(vault, vaultSettings(folder), nodeReaderHost, { onProgress: progress, shouldStop: stopped });
  if (!data.isComplete) return 1;
  const bytes = await writeExport(data, format, language);
  if (bytes === null) {
    terminal.err(fill(SENTENCES.exportTooLong[language], { rows: data.rows.length }));
    return 1;
  }
  writeFile(output, bytes);
  terminal.out(printable(fill(SENTENCES.exported[language], { rows: data.rows.length, notices: data.notices.length, file: output })));
  return 0;
}

/** An export goes over an older one, and never over a note or another file of the user. */
function problemWith(output: string, format: ExportFormat): 'exportOverOther' | 'exportNoFolder' | null {
  const stat = fs.statSync(output, { throwIfNoEntry: false });
  if (stat !== undefined) return stat.isFile() && nodePath.extname(output).toLowerCase() === `.${format}` ? null : 'exportOverOther';
  return fs.statSync(nodePath.dirname(output), { throwIfNoEntry: false })?.isDirectory() === true ? null : 'exportNoFolder';
}
