/** Other settings for a vault that already has notes → Plan: the notes as they would be, had the new settings held from the beginning. */
import { diagnostic } from '../document/diagnostic';
import { renameProperties } from '../notes/rename-properties';
import { readProperties } from '../notes/properties';
import { describeValue } from '../notes/merge-properties';
import { restyleLinks } from '../notes/restyle-links';
import type { PropertyKey, Settings } from '../settings';
import type { KeptFile, Plan } from './plan';
import { planMoves } from './plan-migration-moves';
import { PlanLog } from './plan-log';
import { relinkMoved } from './relink-moved';
import type { VaultPort } from './vault-port';
import { takeSnapshot } from './vault-snapshot';
import { WorkingNotes } from './working-notes';

/**
 * Whether notes that are there would differ: folders, index pages, file names, names of properties, link style. What is written into notes
 * or left out holds for what is written from now on: nothing is taken out of a note for a setting.
 */
export function needsMigration(before: Settings, after: Settings): boolean {
  const shape = ({ folders, indexNote, indexPages, noteNames, fileNameBytes, propertyNames, linkStyle }: Settings): string =>
    JSON.stringify([Object.entries(folders).sort(), indexNote, indexPages.map(({ path }) => path), Object.entries(noteNames).sort(), fileNameBytes, Object.entries(propertyNames).sort(), linkStyle]);
  return shape(before) !== shape(after);
}

/**
 * Plans the move of a vault's notes from one way of settings to another. Texts change first, at the old paths, then files move.
 * Only notes of ours are moved and renamed; links are followed through all notes of the vault. Planned again after it was carried out it
 * changes nothing; undone it gives every byte back.
 */
export async function planMigration(before: Settings, after: Settings, vault: VaultPort): Promise<Plan> {
  if (!needsMigration(before, after)) return { changes: [], kept: [], conflicts: [], diagnostics: [] };
  const snapshot = await takeSnapshot(vault, before);
  const notes = new WorkingNotes(vault, snapshot.paths);
  const log = new PlanLog();
  const { moves, emptied, diagnostics } = planMoves(before, after, snapshot);
  log.diagnostics.push(...diagnostics);
  const ours = [...snapshot.notices, ...snapshot.news, ...snapshot.apps].map(({ path }) => path);
  if (moves.size > 0) await relinkMoved(moves, snapshot.paths, notes);
  if (before.linkStyle !== after.linkStyle) {
    for (const path of ours) await notes.write(path, restyleLinks((await notes.read(path)) ?? '', before.linkStyle, after.linkStyle));
  }
  const names = renamedProperties(before, after);
  if (names.size > 0) for (const path of ours) await renameIn(path, names, notes, log);
  for (const [from, to] of moves) notes.move(from, to);
  const stayed = log.diagnostics.filter(({ code }) => code === 'move-target-taken' || code === 'move-target-unlinkable').map(({ file }): KeptFile => ({ path: file, reason: 'already-there' }));
  return { changes: notes.changes(), kept: [...log.damaged, ...stayed], conflicts: log.conflicts, diagnostics: log.diagnostics, emptied };
}

function renamedProperties(before: Settings, after: Settings): ReadonlyMap<string, string> {
  const keys = Object.keys(before.propertyNames) as PropertyKey[];
  return new Map(keys.map((key) => [before.propertyNames[key], after.propertyNames[key]] as const).filter(([from, to]) => from !== to));
}

async function renameIn(path: string, names: ReadonlyMap<string, string>, notes: WorkingNotes, log: PlanLog): Promise<void> {
  const text = (await notes.read(path)) ?? '';
  const renamed = renameProperties(text, names);
  if (renamed === null) {
    log.damage(path, 'front-matter');
    return;
  }
  const values = readProperties(text) ?? {};
  for (const name of renamed.taken) {
    const other = names.get(name) ?? name;
    log.conflicts.push({ path, part: other, kept: describeValue(values[other] ?? null), proposed: describeValue(values[name] ?? null) });
    log.diagnostics.push({ ...diagnostic('property-name-taken', {}, { name, other }), file: path });
  }
  await notes.write(path, renamed.text);
}
