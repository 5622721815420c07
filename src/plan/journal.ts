/**
 * The journal: what was done to the vault, entry by entry, and what was about to be done when the program was stopped.
 * Of each entry there are up to three files, `000012.plan.json`, `.done.json`, `.undo.json`. The first is written before
 * anything else; as long as the second is missing, or the third is there, somebody was interrupted.
 */
import { isListOf, readEntry, writeEntry, type JournalEntry } from './journal-entry';
import { parseJsonObject } from './json-object';

/** Small files by name, of this device alone (docs/decisions/0013-journal.md). */
export interface JournalStore {
  list(): Promise<readonly string[]>;
  /** Null where there is none. */
  read(name: string): Promise<string | null>;
  /** The whole file. It is on the disk before this resolves. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** How far an entry got. `done` holds places in its `changes`, `edited` those of them that somebody had a hand in before the undo began; `settings` says whether its settings were written. */
export type EntryStatus =
  | { readonly state: 'applying' }
  | { readonly state: 'applied'; readonly done: readonly number[]; readonly settings: boolean }
  | { readonly state: 'undoing'; readonly done: readonly number[] | null; readonly edited: readonly number[]; readonly settings: boolean };

/** An entry as it lies in the journal; `id` is the number in its files' names. */
export interface KnownEntry extends JournalEntry {
  readonly id: string;
  readonly status: EntryStatus;
}

type Part = 'plan' | 'done' | 'undo';

const MOST_ENTRIES = 10;
const MOST_BYTES = 50_000_000;

/** The ids of all entries, the oldest first. */
async function listIds(journal: JournalStore): Promise<readonly string[]> {
  return (await journal.list()).flatMap((name) => /^(\d{6,15})\.plan\.json$/.exec(name)?.[1] ?? []).sort((a, b) => Number(a) - Number(b));
}

/**
 * Writes an entry, and gives its id.
 * @throws what the store throws; then nothing of it is left, or a part that `findEntry` clears away
 */
export async function beginEntry(entry: JournalEntry, journal: JournalStore): Promise<string> {
  const last = (await journal.list()).reduce((most, name) => Math.max(most, Number(/^(\d{6,15})\./.exec(name)?.[1] ?? 0)), 0);
  const id = String(last + 1).padStart(6, '0');
  await journal.write(nameOf(id, 'plan'), writeEntry(entry));
  return id;
}

/** The name of the file in which an entry's plan stands, for messages. */
export function entryName(id: string): string {
  return nameOf(id, 'plan');
}

/** Takes down that an entry was applied, or that all but these of its changes were taken back. */
export async function markApplied(id: string, done: readonly number[], entry: JournalEntry, journal: JournalStore): Promise<void> {
  await journal.write(nameOf(id, 'done'), JSON.stringify({ done, bytes: sizeOf(entry), ...(entry.settings === undefined ? {} : { settings: true }) }));
  if ((await journal.read(nameOf(id, 'undo'))) !== null) await journal.remove(nameOf(id, 'undo'));
}

/** Takes down that an entry is about to be taken back, but for what was edited since. */
export async function markUndoing(id: string, edited: readonly number[], journal: JournalStore): Promise<void> {
  await journal.write(nameOf(id, 'undo'), JSON.stringify({ edited }));
}

/** The plan goes first: what is left of a removal cut short is no entry. */
export async function forgetEntry(id: string, journal: JournalStore): Promise<void> {
  const names = new Set(await journal.list());
  for (const part of ['plan', 'undo', 'done'] as const) if (names.has(nameOf(id, part))) await journal.remove(nameOf(id, part));
}

/**
 * The newest entry that got as far as `wanted` says. What is not whole is cleared away; what makes no sense is set aside
 * and named, and never stops anything.
 * @param onDamaged told the name under which it was set aside
 */
export async function findEntry(journal: JournalStore, wanted: (state: EntryStatus['state']) => boolean, onDamaged?: (name: string) => void): Promise<KnownEntry | null> {
  for (const id of [...(await listIds(journal))].reverse()) {
    const status = await readStatus(id, journal);
    if (!wanted(status.state)) continue;
    const read = readEntry((await journal.read(nameOf(id, 'plan'))) ?? '');
    if (read.ok) return { id, status, ...(status.state === 'applying' || status.settings ? read.entry : withoutSettings(read.entry)) };
    if (read.reason === 'damaged') onDamaged?.(await setAside(id, journal));
    await forgetEntry(id, journal);
  }
  return null;
}

/** Forgets the oldest entries beyond the last ten and beyond 50 MB; the newest one and those that are not finished stay. */
export async function pruneJournal(journal: JournalStore): Promise<void> {
  let bytes = 0;
  for (const [age, id] of [...(await listIds(journal))].reverse().entries()) {
    const done = parseJsonObject((await journal.read(nameOf(id, 'done'))) ?? '');
    if (done === null) continue;
    bytes += typeof done['bytes'] === 'number' ? done['bytes'] : 0;
    if (age > 0 && (age >= MOST_ENTRIES || bytes > MOST_BYTES)) await forgetEntry(id, journal);
  }
  const plans = new Set(await listIds(journal));
  for (const name of await journal.list()) {
    const id = /^(\d{6,15})\.(?:done|undo)\.json$/.exec(name)?.[1];
    if (id !== undefined && !plans.has(id)) await journal.remove(name);
  }
}

async function readStatus(id: string, journal: JournalStore): Promise<EntryStatus> {
  const text = await journal.read(nameOf(id, 'done'));
  const mark = text === null ? null : parseJsonObject(text);
  const done = isListOf(mark?.['done'], 'number') ? mark['done'] : null;
  const settings = done === null || mark?.['settings'] === true;
  const undo = await journal.read(nameOf(id, 'undo'));
  if (undo !== null) {
    const edited = parseJsonObject(undo)?.['edited'];
    return { state: 'undoing', done, edited: isListOf(edited, 'number') ? edited : [], settings };
  }
  return done === null ? { state: 'applying' } : { state: 'applied', done, settings };
}

/** Only the last damaged entry is kept, for whoever wants to look what was lost. */
async function setAside(id: string, journal: JournalStore): Promise<string> {
  const name = `${id}.damaged.json`;
  await journal.write(name, (await journal.read(nameOf(id, 'plan'))) ?? '');
  for (const other of await journal.list()) if (other !== name && other.endsWith('.damaged.json')) await journal.remove(other);
  return name;
}

function nameOf(id: string, part: Part): string {
  return `${id}.${part}.json`;
}

/** An entry whose settings were never written: there is nothing to take back of them. */
export function withoutSettings(entry: JournalEntry): JournalEntry {
  const { action, startedAt, folders, skipped, changes, emptied = [] } = entry;
  return { action, startedAt, folders, skipped, changes, emptied };
}

/** Bytes, near enough for a bound: a Chinese character is counted as the three that it takes in UTF-8. */
function sizeOf({ changes, settings }: JournalEntry): number {
  const ofSettings = settings === undefined ? 0 : 3 * ((settings.before ?? '').length + settings.after.length);
  return changes.reduce((sum, change) => {
    switch (change.kind) {
      case 'create': return sum + 3 * change.text.length;
      case 'create-binary': return sum + Math.ceil((4 / 3) * change.bytes.length);
      case 'update': return sum + 3 * (change.before.length + change.after.length);
      case 'trash': return sum + 3 * change.before.length;
      case 'move': return sum;
    }
  }, ofSettings);
}
