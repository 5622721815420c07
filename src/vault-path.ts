/** Which paths a synced vault can hold on every system, and a link of Obsidian's can lead to: the union of what Obsidian, Windows, Android and iOS refuse. */

const FORBIDDEN = /[*"\\<>:|?#^[\]\p{Cc}]|%%/u;

/** Names of devices, which Windows refuses with any extension. */
export const DEVICE_NAME = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?=\.|$)/i;

/** What ext4, APFS and Android allow for one name, in UTF-8 bytes. */
const MOST_BYTES = 255;

/** A vault path as it was written, NFC, with plain blanks and without slashes at its ends; null where no file or folder can stand there, and for hidden ones. */
export function vaultPath(written: string): string | null {
  const path = written.normalize('NFC').replace(/[\u00a0\u202f]/g, ' ').replace(/^[\s/]+|[\s/]+$/g, '');
  return path.split('/').every(isVaultName) ? path : null;
}

function isVaultName(name: string): boolean {
  return name.trim() !== '' && !name.startsWith('.') && !/[. ]$/.test(name) && !FORBIDDEN.test(name) && !DEVICE_NAME.test(name) && new TextEncoder().encode(name).length <= MOST_BYTES;
}
