import { describe, expect, it } from 'vitest';
import { compareVersions, readVersion, storeKey, type VersionRelation } from '../../src/apps/versions';

describe('versions of an earlier and a later listing', () => {
  const pairs: [string, string, string, string, VersionRelation][] = [
    ['应用宝', '15.3.25', '豌豆荚', '15.3.25', 'same-build'],
    ['应用宝', '1.0.0', '豌豆荚', '1.0.0', 'same'],
    ['小米应用商店', '3.4.9', '小米 应用市场', '3.4.14', 'next-build'],
    ['应用宝', '3.4.9', '豌豆荚', '3.4.14', 'same-line'],
    ['应用宝', '3.4.9', '豌豆荚', '4.1', 'later'],
    ['应用宝', '3.4.9', '豌豆荚', '2.0', 'back'],
    ['应用宝', '5.2.1', 'App Store', '2.7.2', 'unknown'],
    ['应用宝', '/', '豌豆荚', '2.7.2', 'unknown'],
  ];
  it.each(pairs)('%s %s, then %s %s: %s', (source, version, laterSource, laterVersion, relation) => {
    const build = (from: string, what: string) => ({ developer: null, source: from, version: what, problems: [] });
    expect(compareVersions([build(source, version)], [build(laterSource, laterVersion)], false)).toBe(relation);
  });

  it('reads the number out of what stands around it', () => {
    expect(readVersion('V9.9.9（应用内升级）')).toEqual([9, 9, 9]);
    expect(readVersion('当前版本 7.1.6')).toEqual([7, 1, 6]);
    expect(readVersion('3. 1. 3')).toEqual([3, 1, 3]);
    expect(readVersion('33..0')).toEqual([33, 0]);
    expect(readVersion('快应用')).toEqual([]);
  });

  it('knows a store under its several names', () => {
    expect(new Set(['小米应用商店', '小米  应用市场', '小米应用商城'].map(storeKey)).size).toBe(1);
    expect(storeKey('OPPO软件商店')).toBe(storeKey('oppo应用商城'));
    expect(storeKey('百度手机助手')).not.toBe(storeKey('应用宝'));
  });
});
