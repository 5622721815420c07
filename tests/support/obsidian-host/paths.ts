import type * as Obsidian from 'obsidian';

/** As the app: NFC, narrow and no-break spaces become spaces, slashes joined, none at the ends. */
export const normalizePath: typeof Obsidian.normalizePath = (path) => {
  const clean = path
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .normalize('NFC');
  return clean === '' ? '/' : clean;
};

/** The form in which paths collide on the file systems of macOS, Windows and Android. */
export function collisionKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

export function parentPath(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '/' : path.slice(0, cut);
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Characters that one platform or another refuses in a file name, or that no link can hold; the host is as strict as the strictest. */
const ILLEGAL = /[*"\\<>:|?]/;
const UNLINKABLE = /[#^[\]]|%%/;
/** Names of devices, which Windows refuses with any extension. */
const DEVICE = /^(?:CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])(?:\.|$)/i;

function isControl(character: string): boolean {
  return character < ' ' || character === '\u007f';
}

/** Throws as the app does for a name that it will not write, and where another platform or a link could not hold it. */
export function assertLegalPath(path: string): void {
  for (const part of path.split('/')) {
    if (ILLEGAL.test(part)) throw new Error('File name cannot contain any of the following characters: * " \\ / < > : | ?');
    if (part.startsWith('.') || part === '') throw new Error('File name must not start with a dot.');
    if (UNLINKABLE.test(part)) throw new Error(`Links will not work with file names containing any of #^[]|: '${part}'`);
    if ([...part].some(isControl) || /[. ]$/.test(part) || DEVICE.test(part)) throw new Error(`Windows cannot hold a file named '${part}'`);
    // 255 bytes is what ext4, APFS and Android allow.
    if (new TextEncoder().encode(part).length > 255) throw new Error(`ENAMETOOLONG: name too long, open '${path}'`);
  }
}
