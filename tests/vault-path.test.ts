/** Names that a vault can hold: the check refuses what the app refuses, and nothing that it takes. */
import { describe, expect, it } from 'vitest';
import { vaultPath } from '../src/vault-path';
import { assertLegalPath } from './support/obsidian-host/paths';

const BAD = ['a:b', 'a?*|b', '"a"', '<a>', 'a\\b', 'CON', 'nul.b', 'com1', 'a.', '..', '.a', '#tag', '[[x]]', 'x]', '%%x%%', 'a^b', 'a\u0007b', 'a\u007f', '长'.repeat(86), 'a'.repeat(256)];
const GOOD = ['应用', '100%', 'CONsole', '通报 2021.第1批', '长'.repeat(85), 'a'.repeat(255), 'a`b', '（甲）', "it's", 'a&b', '~', '=x'];

describe('a name', () => {
  it.each(BAD)('%s is refused as the app refuses it, wherever it stands in a path', (name) => {
    for (const path of [name, `通报/${name}`, `${name}/应用`]) {
      expect(() => assertLegalPath(path), path).toThrow();
      expect(vaultPath(path), path).toBeNull();
    }
  });

  it.each(GOOD)('%s is taken', (name) => {
    assertLegalPath(name);
    expect(vaultPath(`通报/${name}/应用`)).toBe(`通报/${name}/应用`);
  });

  it.each(['', ' ', '/', 'a//b', 'a/ /b', 'a /b', '../a', 'a/../b'])('“%s” is no path', (path) => {
    expect(vaultPath(path)).toBeNull();
  });

  it.each([[' /资料/应用/ ', '资料/应用'], ['e\u0301\u00a0x', 'é x'], ['a\u202fb', 'a b']])('“%s” is written %s', (written, path) => {
    expect(vaultPath(written)).toBe(path);
  });
});
