import { describe, expect, it } from 'vitest';
import { compareNames, nameKey, readName, type NameRelation } from '../../src/apps/names';

describe('the key of a name', () => {
  it.each([
    ['blanks between Chinese and Latin', '风筝 FM', '风筝FM'],
    ['width', 'ＡＢ钱包１', 'ab钱包1'],
    ['case', 'KITE Pro', 'kite pro'],
    ['dashes', '青柠—日历', '青柠-日历'],
    ['colons', '星港:远征', '星港：远征'],
    ['a registered mark', '青柠消消®', '青柠消消'],
    ['trailing punctuation', '青柠来了！', '青柠来了'],
    ['traditional characters', '青檸閱讀', '青檸阅读'],
    ['traditional characters of words of notices', '轉角檔案應用', '转角档案应用'],
    ['the word 小程序, which the kind of the listing says', '青柠充电小程序', '青柠充电'],
    ['the word SDK', '青柠推送 SDK', '青柠推送'],
  ])('is the same whatever the %s', (_what, one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['MAX+', 'MAX'],
    ['青柠', '青柠极速版'],
    ['青柠', '青柠2'],
    ['青柠(开心版)', '青柠(欢乐版)'],
  ])('tells %s from %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('is never empty, even for a name of marks alone', () => {
    expect(nameKey('！！')).not.toBe('');
    expect(nameKey('SDK')).toBe('sdk');
    expect(nameKey('小程序')).toBe('小程序');
  });
});

describe('the parts of a name', () => {
  it('takes a store slogan off the main name', () => {
    expect(readName('青柠拍-好玩的短视频').main).toBe('青柠拍');
    expect(readName('青柠拍 | 好玩的短视频').main).toBe('青柠拍');
  });

  it('leaves an edition after a dash', () => {
    expect(readName('青柠车-司机端').main).toBe('青柠车司机端');
  });

  it('reads the former name in a bracket, on the same line or the next', () => {
    expect(readName('晴空天气（原青柠天气）')).toMatchObject({ key: '晴空天气', former: ['青柠天气'] });
    expect(readName('晴空天气<br>（原名：青柠天气）')).toMatchObject({ key: '晴空天气', former: ['青柠天气'] });
  });

  it('keeps a bracket that stands first', () => {
    expect(readName('（青柠）日历').key).toBe('青柠日历');
  });

  it('takes a number of several digits as part of the name, not as an edition', () => {
    expect(readName('青柠8684').edition).toBe('');
    expect(readName('青柠2').edition).toBe('2');
  });
});

describe('two names', () => {
  const pairs: [string, string, NameRelation][] = [
    ['青柠 日历', '青柠日历', 'equal'],
    ['晴空天气（原青柠天气）', '青柠天气', 'former'],
    ['青柠拍-好玩的短视频', '青柠拍', 'slogan'],
    ['青柠设计（天天有图）', '青柠设计', 'slogan'],
    ['青柠客户端', '青柠', 'slogan'],
    ['青柠有型館', '青柠有形館', 'one-character'],
    ['青柠短视频', '青柠', 'contained'],
    ['青柠家装设计师', '青柠设计师', 'near'],
    ['青柠', '青柠极速版', 'edition'],
    ['青柠学生版', '青柠家长版', 'edition'],
    ['青柠', '青柠商家端', 'edition'],
    ['会跳的青柠', '会跳的青柠2', 'edition'],
    ['青柠', '青柠Pro', 'edition'],
    ['青柠', '青柠HD', 'edition'],
    ['青柠', '青柠Lite', 'edition'],
    ['一年级青柠语文', '二年级青柠语文', 'none'],
    ['青柠日历', '苹果地图', 'none'],
  ];
  it.each(pairs)('%s and %s: %s', (one, other, relation) => {
    expect(compareNames(readName(one), readName(other))).toBe(relation);
    expect(compareNames(readName(other), readName(one))).toBe(relation);
  });
});
