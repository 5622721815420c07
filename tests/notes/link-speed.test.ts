import { describe, expect, it } from 'vitest';
import { inventedApps, inventedNews } from '../../bench/link-names';
import { buildNameIndex } from '../../src/apps/name-index';
import { proposeLinks } from '../../src/notes/link-names-in-note';
import { processorTime, within } from '../support/processor-time';

const apps = inventedApps(500);
const index = buildNameIndex(apps);

const look = (note: string) => () => proposeLinks(note, '笔记.md', index);

describe('the cost of looking for names', () => {
  it('follows the length of the note', async () => {
    const text = inventedNews(apps, 60_000);
    await processorTime(look(text));
    expect(await processorTime(look(Array.from({ length: 8 }, () => text).join('\n\n')))).toBeLessThan(24 * (await processorTime(look(text))) + 20);
  });

  it.each(['[', '[[', '![', '<', '<a ', '<!--', '`', '%%', '$', '$$ ', '\\', '{{', '*', '#', '^', '| ', '> ', '- ', '知', '《', '（', '“知', 'http://'])('is not run up by many %s', async (mark) => {
    await within(1500, look(mark.repeat(40_000 / mark.length)));
    await within(1500, look(`${mark}\n`.repeat(20_000)));
  });
});
