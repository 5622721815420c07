import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProperties, setProperties, type PropertyValue } from '../../src/notes/properties';

const change = (text: string, changes: Readonly<Record<string, PropertyValue | null>>): string | null => setProperties(text, new Map(Object.entries(changes)));

const NOTE = `---
title: "甲 的通报" # 手写
特殊标签标记: #无标签
search:
  exclude: true
# 别名由我维护
aliases:
  - 总第10批 # 短名
  # 中间
  - 十批
说明: |
  第一行
  # 不是注释

  第二行
number: 1.10
flow: [a, "b, c"]
last: x
---

正文
`;

describe('setProperties', () => {
  it('touches only the lines of the property it names', () => {
    expect(change(NOTE, { last: 'z' })).toBe(NOTE.replace('last: x', 'last: z'));
    expect(change(NOTE, { title: '乙' })).toBe(NOTE.replace('title: "甲 的通报" # 手写', 'title: 乙 # 手写'));
    expect(change(NOTE, { 说明: '短' })).toBe(NOTE.replace(/说明: \|[\s\S]*第二行\n/, '说明: 短\n'));
    expect(change(NOTE, { flow: ['a', 'd'] })).toBe(NOTE.replace('flow: [a, "b, c"]', 'flow:\n  - a\n  - d'));
  });

  it('keeps the items of a list that remain, with their comments', () => {
    expect(change(NOTE, { aliases: ['总第10批', '十批', '甲'] })).toBe(NOTE.replace('  # 中间\n  - 十批\n', '  - 十批\n  - 甲\n  # 中间\n'));
  });

  it('leaves a value alone that is the same already, however it is written', () => {
    expect(change(NOTE, { title: '甲 的通报', flow: ['a', 'b, c'], number: '1.10', absent: null })).toBe(NOTE);
  });

  it('takes a property away and keeps the comments beside it', () => {
    expect(change(NOTE, { search: null })).toBe(NOTE.replace('search:\n  exclude: true\n', ''));
    expect(change(NOTE, { aliases: null })).toBe(NOTE.replace('aliases:\n  - 总第10批 # 短名\n  # 中间\n  - 十批\n', '  # 中间\n'));
  });

  it('adds new properties at the end, numbers as numbers, dates as dates', () => {
    expect(change('---\na: 1\n---\n正文', { 通报数量: 157, 发布日期: '2021-01-22', 标签: ['通报/侵害'], 空: [] })).toBe(
      '---\na: 1\n通报数量: 157\n发布日期: 2021-01-22\n标签:\n  - 通报/侵害\n空: []\n---\n正文',
    );
  });

  it('makes front matter where there is none', () => {
    expect(change('正文\n', { a: 'x' })).toBe('---\na: x\n---\n\n正文\n');
    expect(change('', { a: 'x' })).toBe('---\na: x\n---\n');
    expect(change('---\n---\n正文', { a: 'x' })).toBe('---\na: x\n---\n正文');
  });

  it('keeps CRLF, and a byte order mark at the very beginning', () => {
    expect(change('---\r\na: 1\r\nb:\r\n  - x\r\n---\r\n正文\r\n', { b: ['x', 'z'], c: 2 })).toBe('---\r\na: 1\r\nb:\r\n  - x\r\n  - z\r\nc: 2\r\n---\r\n正文\r\n');
    expect(change('\uFEFF正文', { a: 1 })).toBe('\uFEFF---\na: 1\n---\n\n正文');
  });

  it('refuses front matter that is not valid', () => {
    expect(change('---\na: [1\n---\n正文', { b: 'x' })).toBeNull();
    expect(change('---\na: 1\na: 2\n---\n', { b: 'x' })).toBeNull();
  });

  it('reads back what was set and changes no other property, nor a line of the body', () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from('甲a1 :#-"\'[]{}<%>|&*!?\n\\`@,.~=')) , maxLength: 10 }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string({ unit: fc.constantFrom(...Array.from('甲a1 :#-"[]<%')), minLength: 1, maxLength: 6 }), { maxLength: 3 }),
    );
    const key = fc.constantFrom('title', 'aliases', '说明', 'search', 'flow', 'last', 'number', '新的', 'a: b', '- x');
    fc.assert(
      fc.property(fc.dictionary(key, fc.option(value, { nil: null })), fc.boolean(), (changes, crlf) => {
        const note = crlf ? NOTE.replace(/\n/g, '\r\n') : NOTE;
        const after = change(note, changes);
        expect(after).not.toBeNull();
        const [before, now] = [readProperties(note) ?? {}, readProperties(after ?? '') ?? {}];
        for (const name of new Set([...Object.keys(before), ...Object.keys(changes)])) {
          const wanted = name in changes ? (changes[name] ?? undefined) : before[name];
          expect(now[name]).toEqual(wanted);
        }
        expect(after?.slice(after.lastIndexOf('---'))).toBe(note.slice(note.lastIndexOf('---')));
        expect(after).toContain('# 别名由我维护');
      }),
      { seed: 9, numRuns: 1500 },
    );
  });
});
