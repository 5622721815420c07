// The names that a build shortens. Finding them needs the whole program checked (some seconds), so what was found is
// kept in node_modules/.cache, under a hash of all that it was found in.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findInternalNames } from './internal-names.mjs';

/**
 * Names for the bundler's `mangleProps`.
 * @param {object} options
 * @param {string} options.entry path of the first file of the bundle
 * @param {string} options.folder path of the program's own code, ending in a slash
 * @param {readonly string[]} options.inputs paths of all files of the bundle
 * @param {readonly string[]} options.besides paths of files that decide too: how names are found, which packages are there
 * @param {string} options.cache path of the file to keep the names in
 * @returns {Promise<RegExp>} matches the names that may be shortened and no others
 */
export async function findShortNames({ entry, folder, inputs, besides, cache }) {
  const hash = createHash('sha256');
  for (const path of [...inputs, ...besides].sort()) hash.update(path).update('\0').update(await readFile(path)).update('\0');
  const key = hash.digest('hex');
  const known = await readFile(cache, 'utf8').then(JSON.parse).catch(() => null);
  if (known?.key === key) return matching(known.names);
  const isOwn = (path) => path.startsWith(folder);
  const { names } = findInternalNames({ entry, isOwn, packages: inputs.filter((path) => !isOwn(path)) });
  await mkdir(dirname(cache), { recursive: true });
  await writeFile(cache, JSON.stringify({ key, names }));
  return matching(names);
}

function matching(names) {
  return new RegExp(`^(?:${names.map((name) => name.replaceAll('$', '\\$')).join('|')})$`);
}
