/** A marker that is lost or doubled stops one note with a message; once it is mended the next import goes on as if nothing had been. */
import { describe, expect, it } from 'vitest';
import { describeDiagnostic } from '../src/document/diagnostic';
import { importTexts, recordRows } from './support/made-vault';
import { memoryVault } from './support/memory-vault';
import { noticeOf, titleOf } from './support/sample-notice';

const LOOK = { name: '晨光看看', developer: '上海晨光信息科技有限公司' };
const WALK = { name: '乐行计步', developer: '杭州乐行网络科技有限公司' };
const TENTH = noticeOf(10, '2021-01-22', [LOOK, WALK]);
const TWELFTH = noticeOf(12, '2021-03-12', [LOOK, WALK]);
const APP = '通报/应用/晨光看看.md';
const OTHER_APP = '通报/应用/乐行计步.md';
const MARKER = '^rn-record';

const DAMAGES = [
  ['lost', (note: string) => note.replace(`${MARKER}\n`, '')],
  ['doubled', (note: string) => note.replace(`\n${MARKER}\n`, () => `\n${MARKER}\n\n> [!abstract]+ 通报记录\n> 我抄的\n\n${MARKER}\n`)],
  ['doubled below itself', (note: string) => note.replace(`${MARKER}\n`, () => `${MARKER}\n${MARKER}\n`)],
  ['doubled above its callout', (note: string) => note.replace('> [!abstract]+ 通报记录', () => `${MARKER}\n\n> [!abstract]+ 通报记录`)],
  ['doubled among the words of the user', (note: string) => `${note}\n我的话\n\n${MARKER}\n`],
  ['cut from its callout', (note: string) => note.replace(`\n${MARKER}\n`, () => `\n一句话\n\n${MARKER}\n`)],
] as const;

describe.each(DAMAGES)('a marker that is %s', (_, damage) => {
  it('keeps its note as it is and says so; the rest is imported, and the mended note follows with the next import', async () => {
    const undamaged = memoryVault();
    await importTexts(undamaged, [TENTH]);
    await importTexts(undamaged, [TWELFTH]);

    const vault = memoryVault();
    await importTexts(vault, [TENTH]);
    const whole = vault.files.get(APP) ?? '';
    const damaged = damage(whole);
    expect(damaged).not.toBe(whole);
    vault.files.set(APP, damaged);
    const { plan } = await importTexts(vault, [TWELFTH]);
    expect(vault.files.get(APP)).toBe(damaged);
    expect(plan.kept).toContainEqual({ path: APP, reason: 'damaged-markers' });
    const said = plan.diagnostics.find(({ file }) => file === APP);
    expect(said === undefined ? '' : describeDiagnostic(said, 'en')).toMatch(/^The marker \^rn-record is missing or stands there twice; the note was left as it is\./);
    expect(vault.files.has(`通报/侵害通报/${titleOf(12)}.md`)).toBe(true);
    expect(recordRows(vault.files.get(OTHER_APP) ?? '')).toHaveLength(2);

    vault.files.set(APP, whole);
    const next = await importTexts(vault, [TWELFTH]);
    expect(next.plan.kept.filter(({ reason }) => reason === 'damaged-markers')).toEqual([]);
    expect(recordRows(vault.files.get(APP) ?? '')).toHaveLength(2);
    expect(new Map(vault.files)).toEqual(new Map(undamaged.files));
    expect((await importTexts(vault, [TENTH, TWELFTH])).plan.changes).toEqual([]);
  });
});

describe('a damaged list in the note of a notice', () => {
  it('is left alone by an import of the same notice, and is followed again with its marker back', async () => {
    const vault = memoryVault();
    await importTexts(vault, [TENTH]);
    const path = `通报/侵害通报/${titleOf(10)}.md`;
    const whole = vault.files.get(path) ?? '';
    const damaged = whole.replace('^rn-list-1\n', '');
    expect(damaged).not.toBe(whole);
    vault.files.set(path, damaged);
    const { plan } = await importTexts(vault, [TENTH]);
    expect(plan.changes).toEqual([]);
    expect(plan.kept).toContainEqual({ path, reason: 'damaged-markers' });
    vault.files.set(path, whole);
    const again = await importTexts(vault, [TENTH]);
    expect(again.plan.changes).toEqual([]);
    expect(again.plan.kept).toContainEqual({ path, reason: 'unchanged' });
  });
});

it('a doubled marker of the index page leaves the page as it is, and says so', async () => {
  const vault = memoryVault();
  await importTexts(vault, [TENTH]);
  const page = '通报/APP侵害用户权益专项整治行动.md';
  const damaged = `${vault.files.get(page) ?? ''}\n我的话\n\n^rn-index-infringement\n`;
  vault.files.set(page, damaged);
  const { plan } = await importTexts(vault, [TWELFTH]);
  expect(vault.files.get(page)).toBe(damaged);
  expect(plan.kept).toContainEqual({ path: page, reason: 'damaged-markers' });
});
