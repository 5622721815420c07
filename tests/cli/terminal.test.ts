import { describe, expect, it } from 'vitest';
import { languageOfEnvironment, printable } from '../../cli/terminal';

describe('what a terminal shows', () => {
  it('lets no control character of a source act', () => {
    expect(printable('\u001B[2J清屏\u0007')).toBe('\uFFFD[2J清屏\uFFFD');
    expect(printable('a\u202Egpj.md')).toBe('a\uFFFDgpj.md');
    expect(printable('一\t二\r')).toBe('一\t二␍');
  });

  it('speaks Chinese where the environment does', () => {
    expect(languageOfEnvironment({ LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(languageOfEnvironment({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(languageOfEnvironment({ LANG: 'zh_CN.UTF-8', LC_ALL: '' })).toBe('zh');
    expect(languageOfEnvironment({})).toBe('en');
  });
});
