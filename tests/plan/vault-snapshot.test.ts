import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../src/plan/vault-snapshot';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { memoryVault } from '../support/memory-vault';

async function namesOf(path: string, head: readonly string[]): Promise<readonly string[]> {
  const vault = memoryVault({ [path]: ['---', '通报类型: 应用', ...head, '---', ''].join('\n') });
  return (await takeSnapshot(vault, DEFAULT_SETTINGS)).apps.flatMap((app) => app.names);
}

describe('the names of an app note', () => {
  it.each([
    ['通报/应用/青禾相册.md', ['title: 青禾相册', 'aliases: [青禾图库]'], ['青禾相册', '青禾图库']],
    ['我的/相册们/老相册.md', ['title: 青禾相册'], ['青禾相册', '老相册']],
    ['通报/应用/青禾.md', ['title: 青禾相册'], ['青禾相册', '青禾']],
    ['通报/应用/没有标题.md', [], ['没有标题']],
  ])('are its title, its aliases and a file name of the user\'s own: %s', async (path, head, names) => {
    expect(await namesOf(path, head)).toEqual(names);
  });

  it.each([
    '通报/应用/青禾：相册（杭州青禾软件有限公司）.md', '通报/应用/青禾：相册（应用）.md', '通报/应用/青禾：相册 1.md', '通报/应用/青禾：相册（杭州青禾软件 2.md',
  ])('are not what the program adds to tell notes apart: %s', async (path) => {
    expect(await namesOf(path, ['title: "青禾:相册"'])).toEqual(['青禾:相册']);
  });
});
