import { describe, expect, test } from 'vitest';
import { readFrontMatter, readYamlBlock } from '../../src/document/front-matter';
import { within } from '../support/processor-time';

const page = (yaml: string, body = '正文\n'): string => `---\n${yaml}\n---\n${body}`;
const valuesOf = (yaml: string): Record<string, unknown> => ({ ...readFrontMatter(page(yaml)).frontMatter.values });

describe('front matter', () => {
  test('values stay as they were written', () => {
    expect(valuesOf('date: 2021-10-17T18:44:47.287+08:00\nday: 2021-10-17\nversion: 1.10\ncode: 007\nexp: 12.0e1\nhex: 0x1F\nanswer: yes\nquoted: "157"\nbig: 12345678901234567890')).toEqual({
      date: '2021-10-17T18:44:47.287+08:00',
      day: '2021-10-17',
      version: '1.10',
      code: '007',
      exp: '12.0e1',
      hex: '0x1F',
      answer: 'yes',
      quoted: '157',
      big: '12345678901234567890',
    });
  });

  test('numbers, truth and nothing are themselves', () => {
    expect(valuesOf('通报数量: 157\n占比: 22.3\n负: -4\n关注: true\n空:\n无: null')).toEqual({ 通报数量: 157, 占比: 22.3, 负: -4, 关注: true, 空: null, 无: null });
  });

  test('a comment is kept by the key of its line', () => {
    const { frontMatter } = readFrontMatter(page('# 页首\n特殊标签标记: #无标签\nurl: https://example.com/a#b\ntitle: "引号里的 # 不是" # 注\ntags:\n  - 甲 # 第一个\n正文: |\n  # 不是注释'));
    expect({ ...frontMatter.comments }).toEqual({ '': '# 页首', 特殊标签标记: '#无标签', title: '# 注', tags: '# 第一个' });
    expect(frontMatter.values['url']).toBe('https://example.com/a#b');
    expect(frontMatter.values['特殊标签标记']).toBeNull();
  });

  test('the body begins where it says', () => {
    const text = '---\r\ntitle: 甲\r\n---\r\n正文';
    const { bodyStart, bodyLine } = readFrontMatter(text);
    expect(text.slice(bodyStart)).toBe('正文');
    expect(bodyLine).toBe(4);
  });

  test('blank lines and a byte order mark may stand before it', () => {
    const { frontMatter, bodyLine } = readFrontMatter('\uFEFF\n\n---\ntitle: 甲\n---\n正文');
    expect(frontMatter.values['title']).toBe('甲');
    expect(bodyLine).toBe(6);
  });

  test.each(['没有属性', '---\n\n一句话\n\n---\n又一句', '---\ntitle: 没有结尾\n正文', '----\ntitle: 甲\n----\n', ''])('%j has none', (text) => {
    const { frontMatter, bodyStart, diagnostics } = readFrontMatter(text);
    expect({ values: { ...frontMatter.values }, bodyStart, diagnostics }).toEqual({ values: {}, bodyStart: 0, diagnostics: [] });
  });

  test('a line of dashes inside a value does not end it', () => {
    expect(valuesOf('title: 甲\nnote: "a ---b"\nmore: ---x')).toEqual({ title: '甲', note: 'a ---b', more: '---x' });
  });

  test('bad YAML names its line, and the second reading fails as the first', () => {
    const text = page('title: 甲\nbad: [1, 2\nend: 3', '正文');
    const first = readFrontMatter(text);
    const second = readFrontMatter(text);
    expect(first.diagnostics.map((d) => d.code)).toEqual(['bad-front-matter']);
    expect(first.diagnostics[0]?.place.line).toBe(4);
    expect({ ...first.frontMatter.values }).toEqual({});
    expect(text.slice(first.bodyStart)).toBe('正文');
    expect(second).toEqual(first);
  });

  test.each(['js', 'javascript', 'coffee', 'json', 'toml'])('---%s is refused and never run', (language) => {
    const ran = { times: 0 };
    Object.assign(globalThis, { frontMatterTrap: ran });
    const text = `---${language}\n{ title: (globalThis.frontMatterTrap.times += 1) }\n---\n正文`;
    const { frontMatter, diagnostics, bodyStart } = readFrontMatter(text);
    expect(ran.times).toBe(0);
    expect({ ...frontMatter.values }).toEqual({});
    expect(diagnostics.map((d) => [d.code, d.place.line, d.values['language']])).toEqual([['front-matter-language', 1, language]]);
    expect(text.slice(bodyStart)).toBe('正文');
  });

  test('a YAML tag that names code is an error', () => {
    expect(readFrontMatter(page('title: !!js/function "function () {}"')).diagnostics.map((d) => d.code)).toEqual(['bad-front-matter']);
  });

  test('keys of the prototype are keys like others', () => {
    const { values } = readFrontMatter(page('__proto__:\n  polluted: true\nconstructor: 甲\ntoString: 乙')).frontMatter;
    expect(Object.keys(values).sort()).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(readFrontMatter(page('title: 甲')).frontMatter.values['constructor']).toBeUndefined();
  });

  test('aliases cannot make a short text huge', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${Array(10).fill(`*${'abcdefghi'.charAt(at)}`).join(',')}]`)].join('\n');
    expect((await within(1000, () => readFrontMatter(page(bomb)))).diagnostics.map((d) => d.code)).toEqual(['bad-front-matter']);
  });

  test('nesting without end is an error, not a crash', () => {
    expect(readFrontMatter(page(`a: ${'['.repeat(50_000)}`)).diagnostics.map((d) => d.code)).toEqual(['bad-front-matter']);
  });
});

describe('metadata block', () => {
  test('strings and lists', () => {
    const { values, diagnostics } = readYamlBlock('标题: 关于某事的通报\n时间: 2021-01-22 16:31\n批次: 10\n链接:\n  - https://example.com/a\n  - https://example.com/b\n主题: 工业\\其他', 8);
    expect({ ...values }).toEqual({ 标题: '关于某事的通报', 时间: '2021-01-22 16:31', 批次: 10, 链接: ['https://example.com/a', 'https://example.com/b'], 主题: '工业\\其他' });
    expect(diagnostics).toEqual([]);
  });

  test('what is not YAML is read line by line and reported with its line', () => {
    const { values, diagnostics } = readYamlBlock('来源: 某局\n标题: "甲"与乙: 通报\n时间：2022-10-13', 8);
    expect({ ...values }).toEqual({ 来源: '某局', 标题: '"甲"与乙: 通报', 时间: '2022-10-13' });
    expect(diagnostics.map((d) => [d.code, d.place.line])).toEqual([['bad-metadata-block', 9]]);
  });

  test('an empty block is empty', () => {
    const { values, diagnostics } = readYamlBlock('\n', 3);
    expect({ ...values }).toEqual({});
    expect(diagnostics).toEqual([]);
  });
});
