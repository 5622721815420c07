/** Pages that are damaged, or made to harm: read or refused, soon, and nothing in them runs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../../cli/html';
import { readDocument } from '../../../src/document/read-document';
import { recogniseNotice } from '../../../src/notice/recognise';
import { noticePage } from '../../support/page-with-list';
import { within } from '../../support/processor-time';
import { linesOf, readPage } from './read-page';

const PAGE = noticePage({ attachments: '<p>附件：<a href="/web/viewer.html?file=%2F1.pdf">名单</a></p><table><caption>名单</caption><tr><td rowspan="2">序号</td><td>应用名称</td></tr><tr><td>甲</td></tr><tr><td colspan="2">乙<table><tr><td>丙</td></tr></table></td></tr></table>' });

describe('damaged pages', () => {
  test('bytes changed, cut and doubled at random: never an exception, never a hang', async () => {
    const bytes = new TextEncoder().encode(PAGE);
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.constantFrom('set', 'cut', 'repeat')), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        let mutated = bytes.slice();
        for (const [at, value, kind] of changes) {
          if (kind === 'set') mutated[at % mutated.length] = value;
          else if (kind === 'cut') mutated = mutated.slice(0, Math.max(40, at));
          else mutated = new Uint8Array([...mutated.slice(0, at), ...mutated.slice(at, at + value), ...mutated.slice(at)]);
        }
        await within(2000, async () => {
          const read = await readDocument({ fileName: '页面.html', bytes: mutated }, nodeReaderHost);
          if (read.ok) recogniseNotice(read.document);
        });
      }),
      { numRuns: 300, seed: 20241120 },
    );
  });

  test.each([
    ['a comment without end', `<html><body><div id="zoom"><p>正文在此。</p></div><!-- ${'x'.repeat(200_000)}`],
    ['a tag without end', `<html><body><div id="zoom"><p>正文在此。</p></div><a href="${'x'.repeat(200_000)}`],
    ['a hundred thousand openings', `<html><body><div id="zoom"><p>正文在此。</p></div>${'<'.repeat(100_000)}`],
    ['a hundred thousand attributes', `<html><body><div id="zoom"><p>正文在此。</p></div><div ${'A=1 '.repeat(100_000)}>`],
    ['a title of separators', `<html><head><title>${'_- '.repeat(50_000)}</title></head><body><div id="zoom"><p>正文在此。</p></div></body></html>`],
    ['a paragraph of labels', `<html><body><div id="zoom"><p>正文在此。</p><p>${'来源：'.repeat(50_000)}</p></div></body></html>`],
    ['a hundred thousand blanks in a tag', `<html><body><div id="zoom"><p>正文在此。</p></div><p${' '.repeat(100_000)}X</body></html>`],
  ])('%s', async (_, html) => {
    expect(linesOf(await within(2000, () => readPage(html)))[0]).toContain('正文在此。');
  });

  test('a cell that claims to span two milliards of columns and rows', async () => {
    const document = await readPage('<html><body><div id="zoom"><p>正文在此。</p><table><tr><td colspan="2000000000" rowspan="2000000000">甲</td></tr><tr><td>乙</td></tr></table></div></body></html>');
    expect(JSON.stringify(document.blocks).length).toBeLessThan(1_000_000);
  });

  test('scripts and handlers are not run, links to scripts are none', async () => {
    const document = await readPage('<html><body onload="globalThis.ran=1"><div id="zoom"><p>正文在此。</p><script>globalThis.ran=1</script><p><a href="javascript:globalThis.ran=1">点此</a><img src="x" onerror="globalThis.ran=1"></p></div></body></html>');
    expect(linesOf(document)).toEqual(['p 正文在此。', 'p 点此', '! <x>']);
    expect('ran' in globalThis).toBe(false);
  });
});
