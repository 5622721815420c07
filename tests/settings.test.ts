/** Reading saved settings: damaged data costs a user nothing but the damaged value. */
import { describe, expect, it } from 'vitest';
import { changedSettings, DEFAULT_SETTINGS, ENGLISH_PROPERTY_NAMES, readSettings } from '../src/settings';

describe('reading', () => {
  it('gives the defaults where nothing, or no settings at all, was saved', () => {
    for (const saved of [null, undefined, '', 7, [], 'all', { appNotes: 3 }]) expect(readSettings(saved)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what fits beside what does not', () => {
    const read = readSettings({ appNotes: 'notable', fileNameBytes: 9, watchedDevelopers: ['青禾', 4, ' ', '远山 '], folders: { apps: '/资料/应用/', news: 12 }, indexNote: '资料/目录', unknown: true });
    expect(read).toEqual({ ...DEFAULT_SETTINGS, appNotes: 'notable', watchedDevelopers: ['青禾', '远山'], folders: { ...DEFAULT_SETTINGS.folders, apps: '资料/应用' }, indexNote: '资料/目录.md' });
  });

  it('takes no folder that leads out of the vault or into a hidden one', () => {
    const read = readSettings({ folders: { apps: '../应用', news: '.obsidian/plugins', infringement: 'a//b', takedown: 'a\\b' }, indexNote: '/' });
    expect(read).toEqual(DEFAULT_SETTINGS);
  });

  it('takes no folder and no page that can never be written, and keeps the others', () => {
    const read = readSettings({ folders: { apps: 'a:b', news: '#tag', infringement: 'CON', takedown: '通报/a.', attachments: '附件' }, inbox: '[[x]]', indexNote: 'a:b|c', indexPages: [{ path: '长'.repeat(85) }, { path: '索引/a?.md' }, { path: '索引/二〇二一' }] });
    expect(read).toEqual({ ...DEFAULT_SETTINGS, folders: { ...DEFAULT_SETTINGS.folders, attachments: '附件' }, indexPages: [{ path: '索引/二〇二一.md', agency: null, year: null }] });
  });

  it('takes no two properties of one name', () => {
    expect(readSettings({ propertyNames: { date: '发布日期', signedDate: '发布日期' } }).propertyNames).toEqual(DEFAULT_SETTINGS.propertyNames);
    expect(readSettings({ propertyNames: { watched: '重点关注' } }).propertyNames).toEqual({ ...DEFAULT_SETTINGS.propertyNames, watched: '重点关注' });
  });
});

describe('how notes are written', () => {
  it('keeps further index pages that can be read, one a path', () => {
    const pages = [{ path: '资料/二〇二一', year: 2021, agency: 7 }, { path: '../外', year: 2021 }, null, { path: '资料/二〇二一.md' }, { path: '北京.md', agency: ' 北京市通信管理局 ', year: 20.5 }];
    expect(readSettings({ indexPages: pages }).indexPages).toEqual([
      { path: '资料/二〇二一.md', agency: null, year: 2021 },
      { path: '北京.md', agency: '北京市通信管理局', year: null },
    ]);
  });

  it('knows two languages of notes, and takes no other', () => {
    expect(changedSettings(readSettings({ noteLanguage: 'en' }))).toEqual({ noteLanguage: 'en' });
    expect(readSettings({ noteLanguage: 'de' }).noteLanguage).toBe('zh');
  });

  it('takes no link style that it does not know, and no template under which all notices have one name', () => {
    expect(readSettings({ linkStyle: 'html', noteNames: { infringement: '通报', takedown: '{{date}} {{title}}' }, write: { tags: 'no', related: false } })).toEqual({
      ...DEFAULT_SETTINGS,
      noteNames: { ...DEFAULT_SETTINGS.noteNames, takedown: '{{date}} {{title}}' },
      write: { ...DEFAULT_SETTINGS.write, related: false },
    });
  });

  it('offers English names that can be used together', () => {
    expect(readSettings({ propertyNames: ENGLISH_PROPERTY_NAMES }).propertyNames).toEqual(ENGLISH_PROPERTY_NAMES);
  });
});

describe('saving', () => {
  it('saves only what differs from the defaults', () => {
    expect(changedSettings(DEFAULT_SETTINGS)).toEqual({});
    expect(changedSettings({ ...DEFAULT_SETTINGS, appNotes: 'notable', folders: { ...DEFAULT_SETTINGS.folders, apps: '应用' } })).toEqual({ appNotes: 'notable', folders: { apps: '应用' } });
  });

  it('reads back what it saved', () => {
    const settings = readSettings({ appNotes: 'notable', watchedDevelopers: ['青禾'], propertyNames: { watched: '重点关注' }, fileNameBytes: 120 });
    expect(readSettings(JSON.parse(JSON.stringify(changedSettings(settings))))).toEqual(settings);
  });
});
