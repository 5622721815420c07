/** The settings name folders and pages; where the user moves these in the app, the settings go along. */
import { describe, expect, it } from 'vitest';
import { followRename } from '../../src/obsidian/follow-renames';
import { DEFAULT_SETTINGS } from '../../src/settings';

const settings = { ...DEFAULT_SETTINGS, indexPages: [{ path: '通报/索引/浙江.md', agency: '浙江省通信管理局', year: null }] };

describe('following what the user moves', () => {
  it('takes all folders and pages along with the folder above them', () => {
    const after = followRename(settings, '通报', '监管/通报');
    expect(after?.folders).toEqual({ infringement: '监管/通报/侵害通报', takedown: '监管/通报/下架通报', apps: '监管/通报/应用', news: '监管/通报/新闻', attachments: '监管/通报/附件' });
    expect(after?.indexNote).toBe('监管/通报/APP侵害用户权益专项整治行动.md');
    expect(after?.indexPages).toEqual([{ path: '监管/通报/索引/浙江.md', agency: '浙江省通信管理局', year: null }]);
    expect(after?.inbox).toBe('监管/通报/收件箱');
  });

  it('follows one folder or one page alone', () => {
    expect(followRename(settings, '通报/应用', 'App')?.folders).toEqual({ ...settings.folders, apps: 'App' });
    expect(followRename(settings, settings.indexNote, '首页.md')?.indexNote).toBe('首页.md');
  });

  it('goes to no place that a setting cannot name', () => {
    expect(followRename(settings, '通报/应用', '通报/应用#旧')).toBeNull();
    expect(followRename(settings, settings.indexNote, '首页[1].md')).toBeNull();
  });

  it('says that nothing changes where something else moves, one of a longer name too', () => {
    expect(followRename(settings, '通报/应用商店', 'x')).toBeNull();
    expect(followRename(settings, '通报/应用/甲.md', '甲.md')).toBeNull();
    expect(followRename(settings, settings.indexNote, '首页.canvas')).toBeNull();
  });
});
