/** The links of a vault as Obsidian would follow them: for tests that no link of the program leads nowhere. */

export interface VaultLink {
  readonly from: string;
  readonly line: number;
  readonly target: string;
}

/** Links of all notes whose note, or block or heading in it, is not there. Links in fences of code are none; addresses of the web are not followed. */
export function brokenLinks(files: ReadonlyMap<string, string>): readonly VaultLink[] {
  const notes = new Map([...files].filter(([path]) => path.endsWith('.md')).map(([path, text]) => [path.toLowerCase(), text]));
  const names = new Map<string, string[]>();
  for (const path of notes.keys()) {
    const name = path.replace(/^.*\//, '').replace(/\.md$/, '');
    names.set(name, [...(names.get(name) ?? []), path]);
  }
  return allLinks(files).filter(({ from, target }) => {
    const [withHeading = '', block] = target.split('#^');
    const [linked = '', heading] = withHeading.split('#');
    const path = linked.replace(/^\//, '');
    const full = `${path.replace(/\.md$/i, '')}.md`.toLowerCase();
    const folder = from.split('/').slice(0, -1);
    const relative = [...folder, ...full.split('/')].reduce<string[]>((parts, part) => (part === '..' ? parts.slice(0, -1) : part === '.' ? parts : [...parts, part]), []).join('/');
    const found = [full, relative.toLowerCase(), ...(names.get(full.replace(/\.md$/, '')) ?? [])].find((p) => notes.has(p));
    if (found === undefined) return true;
    if (heading !== undefined) return !(notes.get(found) ?? '').split('\n').some((line) => /^#{1,6} +(.*?)\s*$/.exec(line)?.[1] === heading);
    return block !== undefined && !new RegExp(`^\\^${block}\\s*$`, 'm').test(notes.get(found) ?? '');
  });
}

/** Every link to a note: wikilinks in body and properties, markdown links without a scheme. */
export function allLinks(files: ReadonlyMap<string, string>): readonly VaultLink[] {
  const links: VaultLink[] = [];
  for (const [from, text] of files) {
    if (!from.endsWith('.md')) continue;
    let fenced = false;
    for (const [i, line] of text.split('\n').entries()) {
      if (/^(?:>\s*)*\s*(?:```|~~~)/.test(line)) fenced = !fenced;
      if (fenced) continue;
      for (const match of line.matchAll(/\[\[([^\]|\\]+)/g)) links.push({ from, line: i + 1, target: match[1] ?? '' });
      for (const match of line.matchAll(/(?<!\\)\]\(<?([^)>\s]+)>?\)/g)) {
        const target = decodeURIComponent(match[1] ?? '');
        if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) links.push({ from, line: i + 1, target });
      }
    }
  }
  return links;
}
