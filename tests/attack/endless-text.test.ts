/** Endless rows of one sign, as no person writes them: reading them must not take the square of their length. */
import { describe, it } from 'vitest';
import { readDeveloper } from '../../src/apps/developers';
import { commonSubsequenceLength } from '../../src/apps/fold-text';
import { compareNames, readName } from '../../src/apps/names';
import { recogniseNotice } from '../../src/notice/recognise';
import { readMarkdown } from '../../src/document/markdown/read-markdown';
import { infringementText } from '../support/made-notices-text';
import { HOST, importTexts } from '../support/made-vault';
import { memoryVault } from '../support/memory-vault';
import { within } from '../support/processor-time';
import { readProblems } from '../../src/notice/problems';
import { yamlScalar } from '../../src/notes/yaml-scalar';

const LENGTH = 150_000;
const LONG_CELL = 30_000;
/** Of the processor. Generous: the square of the length would take minutes. */
const MOST_MILLISECONDS = 8_000;

describe('a notice with an endless row of', () => {
  it.each(['0', '一', '十', '1款', '、', '，', '。', '（', '的', '公司', '附件1', '《', '违规、'])('%s in its text and its caption', async (sign) => {
    const row = { name: '云记', developer: '甲公司', source: '应用宝', version: '1.0' };
    const endless = `${sign.repeat(LENGTH / sign.length)}！`;
    const plain = infringementText(12, '2021-04-02', [row]);
    const texts = [plain.replace('> 经检测', () => `> ${endless}经检测`), plain.replace('#### 存在问题', () => `#### ${endless}存在问题`)];
    for (const text of texts) await within(MOST_MILLISECONDS, () => recogniseNotice(readMarkdown(text, 'endless.md', HOST)));
  });
});

describe('a cell with an endless row of', () => {
  it.each(['0', '一', '、', '。', '的', '公司', '、违规'])('%s, as a name, a firm, a version and a problem', async (sign) => {
    const endless = sign.repeat(LONG_CELL / sign.length);
    const row = { name: '云记', developer: '甲公司', source: '应用宝', version: '1.0' };
    for (const odd of [{ name: endless }, { developer: endless }, { version: endless }]) {
      const text = infringementText(12, '2021-04-02', [{ ...row, ...odd }]);
      await within(MOST_MILLISECONDS, () => importTexts(memoryVault(), [text]));
    }
    await within(MOST_MILLISECONDS, () => readProblems(`${endless}！`));
    await within(MOST_MILLISECONDS, () => yamlScalar(`${endless}！`));
  });
});

describe('identity', () => {
  it.each(['(', '(a', 'V1.', '公司', 'a', '一'])('compares endless rows of %s', async (sign) => {
    const endless = sign.repeat(LENGTH / sign.length);
    await within(MOST_MILLISECONDS, () => readDeveloper(`关于${endless}`));
    await within(MOST_MILLISECONDS, () => commonSubsequenceLength(endless, `云${endless}`));
    await within(MOST_MILLISECONDS, () => compareNames(readName(endless), readName(`云${endless}记`)));
  });
});
