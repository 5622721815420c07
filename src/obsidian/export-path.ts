/** Where an export goes in the vault. */
import { EXPORT_FORMATS, type ExportFormat } from '../insight/export-file';
import { vaultPath } from '../vault-path';

/** A vault path as the user wrote it, with the ending of its format; null where no file may stand there. */
export function exportPath(written: string, format: ExportFormat): string | null {
  return vaultPath(withFormat(written.trim(), format));
}

/** The same path with another format's ending; an empty one stays empty. */
export function withFormat(path: string, format: ExportFormat): string {
  if (path.trim() === '') return '';
  const ending = EXPORT_FORMATS.find((each) => path.toLowerCase().endsWith(`.${each}`));
  return `${ending === undefined ? path : path.slice(0, -ending.length - 1)}.${format}`;
}

/** The path, or with a number behind it where files of the vault bear it in some format, whatever their case. */
export function freeExportPath(path: string, paths: readonly string[]): string {
  const taken = new Set(paths.map((each) => each.toLowerCase()));
  const isFree = (candidate: string): boolean => EXPORT_FORMATS.every((format) => !taken.has(withFormat(candidate, format).toLowerCase()));
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? path : path.replace(/(?=\.[^.]+$)/, ` ${n}`);
    if (isFree(candidate)) return candidate;
  }
}
