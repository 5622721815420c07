import { describe, expect, it } from 'vitest';
import { inventedApps, inventedNews } from '../../bench/link-names';
import { buildNameIndex } from '../../src/apps/name-index';
import { proposeLinks } from '../../src/notes/link-names-in-note';

const apps = inventedApps(500);
const index = buildNameIndex(apps);

/** The shortest of a few runs, in milliseconds. */
function timeOf(note: string): number {
  return Math.min(...Array.from({ length: 2 }, () => {
    const start = performance.now();
    proposeLinks(note, '笔记.md', index);
    return performance.now() - start;
  }));
}

describe('the cost of looking for names', () => {
  it('follows the length of the note', () => {
    const text = inventedNews(apps, 60_000);
    timeOf(text);
    expect(timeOf([text, text, text, text, text, text, text, text].join('\n\n'))).toBeLessThan(24 * timeOf(text) + 20);
  });

  it.each(['[', '[[', '![', '<', '<a ', '<!--', '`', '%%', '$', '$$ ', '\\', '{{', '*', '#', '^', '| ', '> ', '- ', '知', '《', '（', '“知', 'http://'])('is not run up by many %s', (mark) => {
    const time = timeOf(mark.repeat(40_000 / mark.length));
    expect(time).toBeLessThan(1500);
    expect(timeOf(`${mark}\n`.repeat(20_000))).toBeLessThan(1500);
  });
});
