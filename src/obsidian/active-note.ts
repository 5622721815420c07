/** The note in front of the user, where it is one of ours. */
import type { TFile } from 'obsidian';
import type { CommandContext } from './command-context';

/** The active note if its property 通报类型 is one of these; else null. A command that does not fit the note is not offered. */
export function activeNoteOfType({ app, settings }: CommandContext, types: readonly string[]): TFile | null {
  const file = app.workspace.getActiveFile();
  if (file?.extension !== 'md') return null;
  const type: unknown = app.metadataCache.getFileCache(file)?.frontmatter?.[settings().propertyNames.type];
  return typeof type === 'string' && types.includes(type) ? file : null;
}
