/** The vault port on Obsidian's vault. */
import { MarkdownView, TFile, normalizePath, type App, type EventRef, type TAbstractFile } from 'obsidian';
import { readFrontMatter } from '../document/front-matter';
import { foldersAbove, pathKey } from '../plan/paths';
import { refusal, type NoteSummary, type VaultPort } from '../plan/vault-port';

/**
 * Makes the port. The metadata cache follows writes with a delay, so the adapter reads the properties of notes that
 * changed after they were indexed from their text.
 * @param registerEvent hands an event over to the plugin, which drops it when it is unloaded
 */
export function createObsidianVault(app: App, registerEvent: (event: EventRef) => void): VaultPort {
  const stale = watchStaleNotes(app, registerEvent);
  const collisions = watchPaths(app, registerEvent);
  const prepare = async (path: string): Promise<string> => {
    const clean = normalizePath(path);
    if (collisions.has(clean)) throw new Error('File already exists.');
    await createFoldersAbove(app, clean);
    return clean;
  };

  return {
    listNotes: () => Promise.all(app.vault.getMarkdownFiles().map((file) => summarise(app, file, stale.has(file.path)))),
    listPaths: () => Promise.resolve(app.vault.getFiles().map((file) => file.path)),
    async read(path) {
      return app.vault.read(fileAt(app, path));
    },
    async create(path, text) {
      await app.vault.create(await prepare(path), text);
    },
    async createBinary(path, bytes) {
      await app.vault.createBinary(await prepare(path), bytes.slice().buffer);
    },
    async replace(path, before, after) {
      // Bytes that are no text read as U+FFFD, and would be written back as that.
      if (before.includes('\uFFFD') && !(await isUtf8(app, path))) throw refusal(`Not valid UTF-8, left as it is: ${path}`);
      return replaceText(app, path, before, after);
    },
    mend: (path, torn, text) => replaceText(app, path, torn, text),
    async holds(path, bytes) {
      const now = new Uint8Array(await app.vault.readBinary(fileAt(app, path)));
      return now.length === bytes.length && now.every((byte, i) => byte === bytes[i]);
    },
    // `vault.rename` leaves links alone, which `fileManager.renameFile` would not: a plan says itself which links it rewrites.
    async move(from, to) {
      const file = fileAt(app, from);
      const clean = normalizePath(to);
      if (collisions.has(clean) && pathKey(clean) !== pathKey(file.path)) throw new Error('File already exists.');
      await saveOpenNotes(app, file);
      await createFoldersAbove(app, clean);
      await app.vault.rename(file, clean);
    },
    async trash(path) {
      await app.fileManager.trashFile(fileAt(app, path));
    },
    foldersToMake(changes) {
      const paths = changes.flatMap((change) => (change.kind === 'move' ? [change.to] : change.kind === 'create' || change.kind === 'create-binary' ? [change.path] : []));
      const above = new Set(paths.flatMap((path) => foldersAbove(normalizePath(path))));
      return Promise.resolve([...above].filter((folder) => !app.vault.getFolderByPath(folder)).sort());
    },
    async removeEmptyFolders(paths) {
      for (const path of paths) {
        const folder = app.vault.getFolderByPath(normalizePath(path));
        if (folder && folder.children.length === 0) await app.fileManager.trashFile(folder);
      }
    },
  };
}

async function replaceText(app: App, path: string, before: string, after: string): Promise<boolean> {
  const file = fileAt(app, path);
  // An editor may hold text that is not in the file yet; without this it would be merged with ours unseen.
  await saveOpenNotes(app, file);
  let replaced = false;
  await app.vault.process(file, (text) => {
    replaced = text === before;
    return replaced ? after : text;
  });
  return replaced;
}

async function isUtf8(app: App, path: string): Promise<boolean> {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await app.vault.readBinary(fileAt(app, path)));
    return true;
  } catch {
    return false;
  }
}

/** Saves what the user typed and the app did not write yet, in all open notes or in those that show one file. */
export async function saveOpenNotes(app: App, file?: TFile): Promise<void> {
  const views = app.workspace.getLeavesOfType('markdown').map((leaf) => leaf.view);
  for (const view of views) {
    if (view instanceof MarkdownView && (file === undefined || view.file?.path === file.path)) await view.save();
  }
}

function fileAt(app: App, path: string): TFile {
  const file = app.vault.getFileByPath(normalizePath(path));
  if (!file) throw new Error(`No such file: ${path}`);
  return file;
}

async function summarise(app: App, file: TFile, isStale: boolean): Promise<NoteSummary> {
  const cache = isStale ? null : app.metadataCache.getFileCache(file);
  if (cache) return { path: file.path, properties: cache.frontmatter ?? {} };
  const read = readFrontMatter(await app.vault.cachedRead(file));
  const isBroken = read.diagnostics.some((finding) => finding.code === 'bad-front-matter');
  return { path: file.path, properties: isBroken ? {} : read.frontMatter.values };
}

/** Paths of notes whose text is newer than what the metadata cache knows. */
function watchStaleNotes(app: App, registerEvent: (event: EventRef) => void): ReadonlySet<string> {
  const stale = new Set<string>();
  const markStale = (file: TAbstractFile): void => {
    if (file instanceof TFile && file.extension === 'md') stale.add(file.path);
  };
  registerEvent(app.vault.on('create', markStale));
  registerEvent(app.vault.on('modify', markStale));
  registerEvent(app.vault.on('delete', (file) => void stale.delete(file.path)));
  registerEvent(
    app.vault.on('rename', (file, oldPath) => {
      if (stale.delete(oldPath)) stale.add(file.path);
    }),
  );
  registerEvent(app.metadataCache.on('changed', (file) => void stale.delete(file.path)));
  return stale;
}

/** Whether a path is taken, whatever its case: a vault that is synced to a phone or a Mac cannot hold both. */
function watchPaths(app: App, registerEvent: (event: EventRef) => void): { has(path: string): boolean } {
  // Made when first asked for: a vault can hold 100,000 files, and most sessions import nothing.
  let taken: Set<string> | null = null;
  registerEvent(app.vault.on('create', (file) => void taken?.add(pathKey(file.path))));
  registerEvent(app.vault.on('delete', (file) => void taken?.delete(pathKey(file.path))));
  registerEvent(
    app.vault.on('rename', (file, oldPath) => {
      taken?.delete(pathKey(oldPath));
      taken?.add(pathKey(file.path));
    }),
  );
  return {
    has(path) {
      taken ??= new Set(app.vault.getAllLoadedFiles().map((file) => pathKey(file.path)));
      return taken.has(pathKey(path));
    },
  };
}

/** Makes the folders of a path that are missing, from the top. */
async function createFoldersAbove(app: App, path: string): Promise<void> {
  for (const folder of foldersAbove(path)) {
    if (app.vault.getFolderByPath(folder)) continue;
    try {
      await app.vault.createFolder(folder);
    } catch (error) {
      // Another write, or a sync, made it in between.
      if (!app.vault.getFolderByPath(folder)) throw error;
    }
  }
}
