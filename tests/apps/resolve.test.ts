import { describe, expect, it } from 'vitest';
import type { AppId, Listing, ListingKey } from '../../src/apps/listing';
import { findConcernedApps, resolveListings, reviewKnownApps, type Resolution } from '../../src/apps/resolve';
import type { KnownApp, ListingContext } from '../../src/apps/facts';
import { makeListing, type ListingWords } from './make-listing';

const NO_CITES: ListingContext = { cites: new Map() };
const FIRM = '杭州青柠网络科技有限公司';

type Words = Omit<ListingWords, 'notice' | 'no'>;

/** Two listings in two notices, the second in a takedown that cites the first where `cites` says so. */
function resolveTwo(one: Words, other: Words, cites = false): Resolution {
  const listings = [makeListing({ ...one, notice: 1, no: 1 }), makeListing({ ...other, notice: 2, no: 5, takedown: cites })];
  return resolveListings(listings, [], { cites: new Map(cites ? [['N2', ['N1']]] : []) });
}

function outcome(resolution: Resolution): 'one app' | 'to be reviewed' | 'two apps' {
  if (resolution.apps.length === 1) return 'one app';
  return resolution.review.length > 0 ? 'to be reviewed' : 'two apps';
}

function knownApp(id: string, listings: readonly Listing[], more: Partial<KnownApp> = {}): KnownApp {
  return {
    id: id as AppId,
    names: [...new Set(listings.map((listing) => listing.name))],
    developers: [...new Set(listings.flatMap((listing) => listing.packages.flatMap((one) => one.developer ?? [])))],
    notSameAs: [], decided: { aliases: [], developers: [] }, listings, ...more,
  };
}

function appOf(resolution: Resolution, listing: Listing): AppId | undefined {
  return resolution.appOf.get(listing.key);
}

describe('two rows of the same name', () => {
  it.each([
    ['the same developer', FIRM, FIRM],
    ['blanks in a cell', FIRM, '杭州青柠网络科技有限公 司'],
    ['a renamed firm', FIRM, '杭州青柠健康科技股份有限公司'],
    ['a firm written place-last', FIRM, '青柠（杭州）网络科技有限公司'],
    ['a cell cut short', FIRM, '杭州青柠网络科技有限公'],
    ['one wrong character', '杭州世青优聘科技有限公司', '杭州世清优聘科技有限公司'],
    ['the app’s name in both developer cells', '青柠日历', '青柠日历'],
  ])('are one app with %s', (_what, one, other) => {
    expect(outcome(resolveTwo({ name: '青柠日历', developer: one }, { name: '青柠日历', developer: other }))).toBe('one app');
  });

  it('are one app where the takedown cites that very notice', () => {
    const one = { name: '星港论坛', developer: '北京甲木网络有限公司', version: '9.0.5' };
    const other = { name: '星港论坛', developer: '北京月下之舟科技有限公司', version: '9.0.6', source: '豌豆荚' };
    expect(outcome(resolveTwo(one, other, true))).toBe('one app');
    expect(outcome(resolveTwo(one, other))).toBe('to be reviewed');
  });

  it('are one app where the versions run on in the same store', () => {
    const one = { name: '星港论坛', developer: '北京甲木网络有限公司', version: '3.4.9', source: '豌豆荚' };
    const other = { name: '星港论坛', developer: '济南渔火科技有限公司', version: '3.4.11', source: '豌豆荚' };
    expect(outcome(resolveTwo(one, other))).toBe('one app');
  });

  it('are one app where it bears one firm’s own word and its versions run on', () => {
    const one = { name: '青柠头条', developer: FIRM, version: '7.0.8' };
    const other = { name: '青柠头条', developer: '上海采山信息科技有限公司', version: '7.1.8', source: '豌豆荚' };
    expect(outcome(resolveTwo(one, other))).toBe('one app');
  });

  it('are put before the user where the developers have nothing in common', () => {
    const resolution = resolveTwo({ name: '影院大全', developer: '金华山雨科技有限公司', version: '3.9.5' }, { name: '影院大全', developer: '襄阳水云信息有限公司', version: '4.2.5' });
    expect(outcome(resolution)).toBe('to be reviewed');
    expect(resolution.review[0]).toMatchObject({ kind: 'doubtful', judgement: { name: 'equal', developer: 'different', versions: 'later' } });
    expect(resolution.review[0]?.evidence.zh).toBe('“影院大全”（总第1批 №1，金华山雨科技有限公司，应用宝，3.9.5）与“影院大全”（总第2批 №5，襄阳水云信息有限公司，应用宝，4.2.5）：名称相同；开发者不同；后一份通报的版本号更高。');
    expect(resolution.review[0]?.evidence.en).toContain('the same name; different developers; the later notice has a higher version.');
  });

  it('are put before the user with a person or an English name as the developer', () => {
    const name = '青柠壁纸';
    expect(outcome(resolveTwo({ name, developer: '北京山雨科技有限公司' }, { name, developer: 'Xiaoqing Chen', source: 'App Store' }))).toBe('to be reviewed');
    expect(outcome(resolveTwo({ name, developer: '北京山雨科技有限公司' }, { name, developer: '陈小青' }))).toBe('to be reviewed');
  });

  it('are two apps where an unrelated firm starts again at a lower version', () => {
    const resolution = resolveTwo({ name: '草地视频', developer: '湖北甲木网络有限公司', version: '5.1.8' }, { name: '草地视频', developer: '深圳水云科技有限公司', version: '1.1.1' });
    expect(outcome(resolution)).toBe('two apps');
  });

  it.each(['mini-program', 'sdk', 'quick-app'] as const)('are two apps where one is a %s', (type) => {
    expect(outcome(resolveTwo({ name: '青柠', developer: FIRM }, { name: '青柠', developer: FIRM, type }))).toBe('two apps');
  });
});

describe('two rows of different names', () => {
  it.each([
    ['a store slogan', '青柠拍-好玩的短视频', '青柠拍'],
    ['a former name in the cell', '晴空天气（原青柠天气）', '青柠天气'],
  ])('are one app with the same developer and %s', (_what, one, other) => {
    expect(outcome(resolveTwo({ name: one, developer: FIRM }, { name: other, developer: FIRM }))).toBe('one app');
  });

  it('are put before the user where a bracket may name another product', () => {
    const [one, other] = [{ name: '青柠课堂（直播课）', developer: FIRM }, { name: '青柠课堂', developer: FIRM }];
    expect(outcome(resolveTwo({ ...one, version: '3.1' }, { ...other, version: '6.2' }))).toBe('to be reviewed');
    expect(outcome(resolveTwo({ ...one, version: '3.1' }, { ...other, version: '3.2' }))).toBe('one app');
  });

  it('are put before the user where one character of a short name differs and the versions run on', () => {
    const [one, other] = [{ name: '青柠本', developer: FIRM, version: '3.1' }, { name: '青拧本', developer: FIRM, version: '3.2' }];
    expect(outcome(resolveTwo(one, other))).toBe('to be reviewed');
    expect(outcome(resolveTwo(one, { ...other, version: '8.0' }))).toBe('two apps');
  });

  it('are one app where the takedown cites the notice, and developer and version agree', () => {
    const one = { name: '青柠公交', developer: FIRM, version: '15.3.25' };
    const other = { name: '青柠实时公交', developer: FIRM, version: '15.3.25' };
    expect(outcome(resolveTwo(one, other, true))).toBe('one app');
    expect(outcome(resolveTwo({ ...one, version: '1.0' }, { ...other, version: '9.0' }))).toBe('to be reviewed');
  });

  it('are one app where the firm’s own word was put in', () => {
    const resolution = resolveTwo({ name: 'WiFi钥匙', developer: FIRM, version: '6.0.7' }, { name: 'WiFi青柠钥匙', developer: FIRM, version: '6.3.8' });
    expect(outcome(resolution)).toBe('one app');
  });

  it.each([
    ['青柠', '青柠极速版'], ['青柠课堂', '青柠课堂家长版'], ['青柠车', '青柠车司机端'], ['会跳的青柠', '会跳的青柠2'], ['青柠', '青柠Pro'], ['青柠', '青柠音乐'], ['山雨', '青柠'],
  ])('%s and %s of one developer are two apps', (one, other) => {
    expect(outcome(resolveTwo({ name: one, developer: FIRM, version: '3.1.305' }, { name: other, developer: FIRM, version: '3.1.306' }))).toBe('two apps');
  });

  it('are two apps where one notice names both', () => {
    const listings = ['青柠免费小说', '青柠小说'].map((name, i) => makeListing({ notice: 1, no: i + 1, name, developer: FIRM }));
    expect(outcome(resolveListings(listings, [], NO_CITES))).toBe('two apps');
  });
});

describe('what the vault knows', () => {
  const first = makeListing({ notice: 1, no: 1, name: '青柠日历', developer: FIRM });

  it('takes a later listing, and says why', () => {
    const later = makeListing({ notice: 2, no: 3, name: '青柠 日历', developer: '青柠（杭州）网络科技有限公司' });
    const resolution = resolveListings([later], [knownApp('应用/青柠日历.md', [first])], NO_CITES);
    expect(appOf(resolution, later)).toBe('应用/青柠日历.md');
    expect(resolution.apps[0]?.joins.map((join) => join.evidence.zh)).toEqual([
      '“青柠 日历”（总第2批 №3，青柠（杭州）网络科技有限公司，应用宝）与“青柠日历”（总第1批 №1，杭州青柠网络科技有限公司，应用宝）：名称相同；开发者相同，仅公司形式或写法有别；名称含有其中一家开发者的字号。',
    ]);
  });

  it('keeps a listing where it is recorded, even where the words would say otherwise', () => {
    const moved = makeListing({ notice: 1, no: 2, name: '青柠日历', developer: FIRM });
    const apps = [knownApp('a', [first], { notSameAs: ['b' as AppId] }), knownApp('b', [moved])];
    const resolution = resolveListings([first, moved], apps, NO_CITES);
    expect([appOf(resolution, first), appOf(resolution, moved)]).toEqual(['a', 'b']);
    expect(resolution.review).toEqual([]);
  });

  it('names the apps that new listings may concern from their notes alone', () => {
    const other = makeListing({ notice: 1, no: 2, name: '山雨地图', developer: '北京山雨科技有限公司' });
    const bare = [knownApp('a', [first]), knownApp('b', [other])].map((app): KnownApp => ({ ...app, listings: [] }));
    const later = makeListing({ notice: 2, no: 1, name: '青柠日历-看天看地', developer: FIRM });
    expect(findConcernedApps([later], bare)).toEqual(['a']);
    expect(appOf(resolveListings([later], bare, NO_CITES), later)).toBe('a');
  });
});

describe('a listing that would bridge two known apps', () => {
  const before = makeListing({ notice: 1, no: 1, name: '青柠天气', developer: FIRM });
  const after = makeListing({ notice: 2, no: 1, name: '晴空天气', developer: FIRM });
  const bridge = makeListing({ notice: 3, no: 1, name: '晴空天气（原青柠天气）', developer: FIRM });

  it('joins the one it matches in name and developer, and leaves the other to the user', () => {
    const resolution = resolveListings([bridge], [knownApp('a', [before]), knownApp('b', [after])], NO_CITES);
    expect(appOf(resolution, bridge)).toBe('b');
    expect(resolution.review.map((entry) => [entry.kind, entry.a.app, entry.b.app])).toEqual([['bridge', 'b', 'a']]);
  });

  it('becomes an app of its own where it matches both alike', () => {
    const twice = [knownApp('a', [before]), knownApp('b', [makeListing({ notice: 2, no: 1, name: '青柠天气', developer: FIRM })])];
    const again = makeListing({ notice: 3, no: 1, name: '青柠天气', developer: FIRM });
    const resolution = resolveListings([again], twice, NO_CITES);
    expect(appOf(resolution, again)).toBe('app:N3#1#1');
    expect(resolution.review.map((entry) => entry.b.app).sort()).toEqual(['a', 'b']);
  });

  it('is no bridge where both come at once', () => {
    expect(resolveListings([before, after, bridge], [], NO_CITES).apps).toHaveLength(1);
  });
});

describe('the user’s decisions', () => {
  const listing = makeListing({ notice: 1, no: 1, name: '青柠日历', developer: FIRM });
  const stranger = makeListing({ notice: 2, no: 1, name: '青柠日历', developer: '北京山雨科技有限公司' });
  const renamed = makeListing({ notice: 2, no: 2, name: '时光本', developer: FIRM });

  it('an alias in the note joins a listing of that name and the note’s developer', () => {
    const decided = { aliases: ['时光本'], developers: [] };
    expect(appOf(resolveListings([renamed], [knownApp('a', [listing])], NO_CITES), renamed)).not.toBe('a');
    expect(appOf(resolveListings([renamed], [knownApp('a', [listing], { decided })], NO_CITES), renamed)).toBe('a');
  });

  it('a developer in the note counts as the same firm', () => {
    const decided = { aliases: [], developers: ['北京山雨科技有限公司'] };
    expect(appOf(resolveListings([stranger], [knownApp('a', [listing])], NO_CITES), stranger)).not.toBe('a');
    expect(appOf(resolveListings([stranger], [knownApp('a', [listing], { decided })], NO_CITES), stranger)).toBe('a');
  });

  it('“not the same as” ends the question, on whichever side it stands', () => {
    const apps = [knownApp('a', [listing]), knownApp('b', [stranger])];
    expect(reviewKnownApps(apps, NO_CITES)).toHaveLength(1);
    const later = makeListing({ notice: 3, no: 1, name: '青柠日历', developer: FIRM });
    expect(resolveListings([later], apps, NO_CITES).review).toHaveLength(1);
    const apart = [knownApp('a', [listing]), knownApp('b', [stranger], { notSameAs: ['a' as AppId] })];
    expect(reviewKnownApps(apart, NO_CITES)).toEqual([]);
    const resolution = resolveListings([later], apart, NO_CITES);
    expect(appOf(resolution, later)).toBe('a');
    expect(resolution.review).toEqual([]);
  });

  it('a split holds: later listings go to the app of their developer', () => {
    const other = makeListing({ notice: 2, no: 9, name: '青柠日历', developer: '杭州青柠健康科技有限公司' });
    const apps = [knownApp('a', [listing], { notSameAs: ['b' as AppId] }), knownApp('b', [other])];
    const later = [FIRM, '杭州青柠健康科技有限公司'].map((developer, i) => makeListing({ notice: 3, no: i + 1, name: '青柠日历', developer }));
    const resolution = resolveListings(later, apps, NO_CITES);
    expect(later.map((one) => appOf(resolution, one))).toEqual(['a', 'b']);
    expect(resolution.review).toEqual([]);
  });
});

it('a listing given twice is one listing', () => {
  const listing = makeListing({ notice: 1, no: 1, name: '青柠', developer: FIRM });
  const resolution = resolveListings([listing, listing], [], NO_CITES);
  expect(resolution.apps.map((app) => app.listings)).toEqual([['N1#1#1' as ListingKey]]);
});
