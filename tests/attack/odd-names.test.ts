/** Names and firms in odd spelling: what the first import wrote is no contradiction to the same source. */
import { describe, expect, it } from 'vitest';
import { infringementText, type MadeRow } from '../support/made-notices-text';
import { importTexts } from '../support/made-vault';
import { memoryVault } from '../support/memory-vault';

const ODD = [
  '**云记**', '*云记*', '云**记**', '`云记`', '==云记==', '~~云记~~', '_云记_', '<b>云记</b>', '云记<sup>1</sup>', '![标](a.png)云记', '![[标]]云记', '云记[^1]', '云记\\*', '云&amp;记',
  '[云记](https://a.example)', '[[云记]]', '[[../外面|云记]]', '<https://a.example>', '云<br>记', '云记 ^abc', '#云记', '$云$', '云%%记%%', '云<!-- x -->记', '云记{: .x }',
  '__proto__', 'constructor', 'hasOwnProperty', '0', '/', '-', '---', ':---:', 'null', '1.10', 'CON', '..', '.', 'a/b\\\\c:d', '😀', 'e\u0301', '𠮷', '云\u200b记', '云\u202e记', 'A'.repeat(300), '云'.repeat(300),
];

describe('a notice with an odd spelling', () => {
  it.each(ODD)('of a name, a firm, a store or a version changes nothing when it is imported again: %s', async (odd) => {
    const rows: MadeRow[] = [
      { name: odd, developer: '甲公司', source: '应用宝', version: '1.0' },
      { name: '平常', developer: `乙${odd}公司`, source: `应用宝${odd}`, version: `2.0${odd}` },
    ];
    const text = infringementText(12, '2021-04-02', rows);
    const vault = memoryVault();
    await importTexts(vault, [text]);
    const before = new Map(vault.files);
    const again = await importTexts(vault, [text]);
    expect(again.plan.changes.map(({ path }) => path)).toEqual([]);
    expect(new Map(vault.files)).toEqual(before);
  });
});
