/** What the community directory and the app read of a release: manifest.json, versions.json, LICENSE, README.md. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { version } from '../package.json';
import { MANIFEST } from './support/plugin-manifest';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

describe('a release', () => {
  it('bears one version everywhere, and says from which app on it runs', () => {
    expect(MANIFEST.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(version).toBe(MANIFEST.version);
    const versions = JSON.parse(read('versions.json')) as Readonly<Record<string, string>>;
    expect(versions[MANIFEST.version]).toBe(MANIFEST.minAppVersion);
  });

  it('is described as the directory asks for: what it does, in one short sentence of English', () => {
    expect(MANIFEST.description).toMatch(/^[A-Z][\x20-\x7E]{10,248}\.$/);
    expect(MANIFEST.description).not.toMatch(/obsidian|plugin/i);
    expect(`${MANIFEST.id} ${MANIFEST.name}`).not.toMatch(/obsidian|plugin/i);
    expect(MANIFEST.isDesktopOnly).toBe(false);
  });

  it('brings a licence and a README that says what leaves the vault and what comes in', () => {
    expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} /);
    const privacy = /^## Privacy\n([\s\S]*?)^## /m.exec(read('README.md'))?.[1];
    for (const disclosed of ['Network', 'Files outside the vault', 'Clipboard', 'telemetry']) expect(privacy).toContain(disclosed);
  });

  it('has a README that the directory takes for one: in English, under the name of the plugin, with nothing left to fill in', () => {
    const readme = read('README.md');
    expect(/^# (.*)$/m.exec(readme)?.[1]).toBe(MANIFEST.name);
    expect(readme).not.toMatch(/\b(?:TODO|FIXME)\b|<your|lorem ipsum/i);
    const letters = readme.match(/\p{L}/gu) ?? [];
    expect(letters.filter((letter) => /\p{Script=Han}/u.test(letter)).length * 2).toBeLessThan(letters.length);
  });

  it('has styles that the directory warns of nothing in: no `!important`, no `:has()`, no file from elsewhere, and colours of the theme alone', () => {
    const styles = read('styles.css').replace(/\/\*[\s\S]*?\*\//g, '');
    expect(styles).not.toMatch(/!important|:has\(|url\(|@import|[:,] *(?:#[0-9a-f]{3,8}|white|black|red|green|blue|gr[ae]y)\b/i);
  });

  it('is made by a workflow of the files that the app fetches', () => {
    const workflow = read('.github/workflows/release.yml');
    expect(workflow).toMatch(/gh release create .* main\.js manifest\.json styles\.css$/m);
    expect(existsSync(fileURLToPath(new URL('../styles.css', import.meta.url)))).toBe(true);
  });
});

describe('the documents', () => {
  /** Targets of links to other files of the project, from the folder of the document. */
  const linked = (document: string): readonly string[] =>
    [...read(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)|<img src="(?!https?:)([^"]+)"/g)].map((link) => link[1] ?? link[2] ?? '');

  it.each(['README.md', 'samples/README.md', 'docs/ARCHITECTURE.md', 'docs/notice-json.md', 'docs/testing.md', 'docs/releasing.md', 'docs/web-clipper/README.md', 'docs/decisions/README.md'])('%s leads to files that are there', (document) => {
    const dead = linked(document).filter((target) => !existsSync(fileURLToPath(new URL(target, new URL(`../${document}`, import.meta.url)))));
    expect(dead).toEqual([]);
  });
});
