/** Which files are worth opening, by their names: of a folder, of the vault, of what is dropped. What a file is, the readers tell by its bytes. */

/** Ends of the names that files of the known formats bear. */
export const READABLE_ENDINGS = ['.md', '.markdown', '.txt', '.html', '.htm', '.mht', '.mhtml', '.docx', '.docm', '.doc', '.wps', '.rtf', '.xlsx', '.xlsm', '.xls', '.et', '.csv', '.pdf'] as const;

/** Whether a file may hold a notice, by its name. */
export function isReadableName(name: string): boolean {
  const lower = name.toLowerCase();
  return READABLE_ENDINGS.some((ending) => lower.endsWith(ending));
}
