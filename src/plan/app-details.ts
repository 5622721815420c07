/** App notes as a person compares them: names, developers and every listing. */
import type { Listing } from '../apps/listing';
import { readAppRecord } from '../notes/app-note';
import { baseName } from '../notes/file-names';
import type { Settings } from '../settings';
import { noticeFinder } from './known-records';
import type { VaultPort } from './vault-port';
import { takeSnapshot } from './vault-snapshot';

/** An app note as a person compares it with another; `path` is its vault path. */
export interface AppDetails {
  readonly path: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly developers: readonly string[];
  readonly watched: boolean;
  /** As the record has them, oldest first. */
  readonly listings: readonly Listing[];
}

/** The app notes of a vault, each opened only when it is asked for. */
export interface AppLibrary {
  /** All app notes, by name and path, without their listings. */
  readonly apps: readonly Omit<AppDetails, 'listings'>[];
  /** One app with its listings; null where the path is no app note. */
  read(path: string): Promise<AppDetails | null>;
}

/** Opens the app notes of a vault. A note is read when it is asked for. */
export async function openAppLibrary(vault: VaultPort, settings: Settings): Promise<AppLibrary> {
  const snapshot = await takeSnapshot(vault, settings);
  const find = noticeFinder(snapshot.notices, snapshot.copies);
  const apps = snapshot.apps.map(({ path, names, developers, watched }) => {
    const name = names[0] ?? baseName(path);
    return { path, name, aliases: names.filter((one) => one !== name), developers, watched };
  });
  const byPath = new Map(apps.map((app) => [app.path, app]));
  return {
    apps: apps.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1)),
    async read(path) {
      const app = byPath.get(path);
      if (app === undefined) return null;
      return { ...app, listings: readAppRecord(await vault.read(path), find).listings };
    },
  };
}
