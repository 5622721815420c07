/** What is added to a note of the user, and what is not: link characters and lines of front matter, nothing else. */
import { describe, expect, it } from 'vitest';
import { completeAdopted, isAdopted, type NameLink } from '../../src/notes/adopted-note';
import type { DesiredProperty } from '../../src/notes/desired-note';

const fill = (name: string, value: string | number): DesiredProperty => ({ name, value, policy: 'fill' });
const cell = (line: number, text: string, path = '应用/青禾相册.md', column = 1): NameLink => ({ line, column, cell: text, path });
const link = (row: string, name: NameLink, style: 'wiki' | 'markdown' = 'wiki'): string => completeAdopted(row, [], [name], style).text;

describe('name cells', () => {
  it.each([
    ['a padded cell', '| 1    | 青禾相册      | 甲公司   |', '青禾相册', '| 1    | [[应用/青禾相册\\|青禾相册]]      | 甲公司   |'],
    ['marks of emphasis', '| 1 | **青禾相册** | 甲 |', '**青禾相册**', '| 1 | **[[应用/青禾相册\\|青禾相册]]** | 甲 |'],
    ['a row in a callout', '> > | 1 | 青禾相册 | 甲 |', '青禾相册', '> > | 1 | [[应用/青禾相册\\|青禾相册]] | 甲 |'],
    ['an indented row', '    | 1 | 青禾相册 | 甲 |', '青禾相册', '    | 1 | [[应用/青禾相册\\|青禾相册]] | 甲 |'],
    ['no outer pipes', '1 | 青禾相册', '青禾相册', '1 | [[应用/青禾相册\\|青禾相册]]'],
    ['an escaped pipe in the cell before', '| 1\\|2 | 青禾相册 |', '青禾相册', '| 1\\|2 | [[应用/青禾相册\\|青禾相册]] |'],
    ['a line break, which an alias cannot show', '| 1 | 青禾<br>相册 |', '青禾<br>相册', '| 1 | [青禾<br>相册](应用/青禾相册.md) |'],
    ['a sign that an alias cannot show', '| 1 | 青禾#相册 |', '青禾#相册', '| 1 | [青禾#相册](应用/青禾相册.md) |'],
    ['an escaped pipe in the name', '| 1 | 青禾\\|相册 |', '青禾\\|相册', '| 1 | [青禾\\|相册](应用/青禾相册.md) |'],
    ['a name before a footnote', '| 1 | 青禾相册[^1][^注] | 甲 |', '青禾相册[^1][^注]', '| 1 | [[应用/青禾相册\\|青禾相册]][^1][^注] | 甲 |'],
    ['emphasis before a footnote', '| 1 | **青禾相册** [^1] | 甲 |', '**青禾相册** [^1]', '| 1 | **[[应用/青禾相册\\|青禾相册]]** [^1] | 甲 |'],
    ['a name that is code, which an alias cannot show', '| 1 | `青禾相册` | 甲 |', '`青禾相册`', '| 1 | [`青禾相册`](应用/青禾相册.md) | 甲 |'],
  ])('links %s', (_, row, name, linked) => {
    expect(link(row, cell(1, name))).toBe(linked);
  });

  it('writes markdown links where that is the style', () => {
    expect(link('| 1 | 青禾相册 |', cell(1, '青禾相册', '应用/青禾 相册.md'), 'markdown')).toBe('| 1 | [青禾相册](应用/青禾%20相册.md) |');
  });

  it.each(['[[青禾相册]]', '[青禾](青禾.md)', '[[应用/旧名\\|青禾相册]]（旧）'])('leaves a cell that holds a link: %s', (name) => {
    const row = `| 1 | ${name} |`;
    expect(completeAdopted(row, [], [cell(1, name)], 'wiki')).toMatchObject({ text: row, linked: 0, unlinked: [] });
  });

  it.each([['brackets', '青禾[相册', '青禾[相册'], ['code in a name', '`青`禾', '`青`禾'], ['HTML', '<b>青禾</b>', '<b>青禾</b>'], ['another name than was read', '山雀听书', '青禾相册']])('leaves %s and says so', (_, shown, read) => {
    const row = `| 1 | ${shown} |`;
    expect(completeAdopted(row, [], [cell(1, read)], 'wiki')).toMatchObject({ text: row, linked: 0, unlinked: [{ cell: read }] });
  });
});

describe('properties', () => {
  it('adds what is missing and keeps every byte of the rest', () => {
    const before = '\uFEFF---\r\ntitle:   "旧标题"   # 自己起的\r\n\r\ntags: [a,  b]\r\n发布日期: 2020-01-01\r\n---\r\n| 序号 | 应用名称 |\r\n| - | - |\r\n| 1 | 青禾相册 |';
    const { text, properties, isStuck } = completeAdopted(before, [fill('title', '通报'), fill('tags', 'x'), fill('aliases', 'y'), fill('发布日期', '2021-01-22'), fill('总批次', 10)], [cell(9, '青禾相册')], 'wiki');
    expect({ properties, isStuck }).toEqual({ properties: 1, isStuck: false });
    expect(text).toBe(before.replace('2020-01-01\r\n', '2020-01-01\r\n总批次: 10\r\n').replace('| 青禾相册 |', '| [[应用/青禾相册\\|青禾相册]] |'));
  });

  it('makes front matter where there is none, and fills a property that is empty', () => {
    expect(completeAdopted('正文', [fill('总批次', 10)], [], 'wiki').text).toBe('---\n总批次: 10\n---\n\n正文');
    expect(completeAdopted('---\n总批次:\n---\n正文', [fill('总批次', 10)], [], 'wiki').text).toBe('---\n总批次: 10\n---\n正文');
  });

  it('adds none to front matter that is not valid', () => {
    const broken = '---\na: [\n---\n正文';
    expect(completeAdopted(broken, [fill('总批次', 10)], [], 'wiki')).toMatchObject({ text: broken, properties: 0, isStuck: true });
  });
});

it('tells the notes of the user from those that the program wrote', () => {
  expect(isAdopted('---\n通报类型: 侵害通报\n---\n> 引用\n\n^mine\n')).toBe(true);
  expect(isAdopted('> [!abstract]+ 名单\n> x\n\n^rn-list-1\n')).toBe(false);
  expect(isAdopted('正文\n\n%% regulatory-notices list-1=abc %%\n')).toBe(false);
});
