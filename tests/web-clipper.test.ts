/** The Web Clipper's template in docs/: a page that was saved with it is read as the notice it is. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planImport } from '../src/import-notices';
import { DEFAULT_SETTINGS } from '../src/settings';
import { memoryVault } from './support/memory-vault';
import { parseHtml } from './support/parse-html';

interface Template {
  readonly schemaVersion: string;
  readonly behavior: string;
  readonly noteContentFormat: string;
  readonly properties: readonly { readonly name: string; readonly value: string; readonly type: string }[];
  readonly triggers: readonly string[];
  readonly noteNameFormat: string;
  readonly path: string;
}

const template = JSON.parse(readFileSync(new URL('../docs/web-clipper/regulatory-notice.json', import.meta.url), 'utf8')) as Template;

/** Fills the template in as the extension does; a variable that the page does not have is blank. */
function clip(page: Readonly<Record<string, string>>): string {
  const fill = (text: string): string => text.replace(/\{\{([^}|]+)(?:\|[^}]*)?\}\}/g, (_, name: string) => page[name] ?? '');
  return ['---', ...template.properties.map(({ name, value }) => `${name}: ${JSON.stringify(fill(value))}`), '---', fill(template.noteContentFormat), ''].join('\n');
}

const CONTENT = '我局近期抽查应用，尚有 2 款未完成整改：\n\n浙江省通信管理局\n\n2023年4月7日\n\n| 序号 | 应用名称 | 应用开发者 | 所涉问题 |\n| --- | --- | --- | --- |\n| 1 | 雨燕相册 | 杭州雨燕科技有限公司 | 违规收集个人信息 |\n| 2 | 石桥地图 | 宁波石桥网络有限公司 | 账号注销难 |';

async function read(page: Readonly<Record<string, string>>) {
  const { sources } = await planImport([{ fileName: 'clip.md', bytes: new TextEncoder().encode(clip(page)) }], memoryVault(), { parseHtml }, DEFAULT_SETTINGS);
  return sources[0]!;
}

describe('the template', () => {
  it('goes into the inbox of the default settings', () => {
    expect(template).toMatchObject({ schemaVersion: '0.1.0', behavior: 'create', path: DEFAULT_SETTINGS.inbox });
  });

  it('keeps title, day, source and address of a page of an agency', async () => {
    const { outcome, notice } = await read({ title: '浙江省通信管理局关于“雨燕”等APP的通报: 2023年第2批', url: 'https://zjca.miit.gov.cn/art/2023/4/10/1.html', content: CONTENT, 'meta:name:PubDate': '2023-04-10 09:30', 'meta:name:ContentSource': '浙江省通信管理局', published: '2023-04-10' });
    expect(outcome).toBe('new');
    expect(notice).toMatchObject({ title: '浙江省通信管理局关于“雨燕”等APP的通报: 2023年第2批', date: '2023-04-10', signedDate: '2023-04-07', source: '浙江省通信管理局', urls: ['https://zjca.miit.gov.cn/art/2023/4/10/1.html'] });
    expect(notice?.lists[0]?.entries.map(({ name }) => name)).toEqual(['雨燕相册', '石桥地图']);
  });

  it('leaves no trace of what a page does not say', async () => {
    const { notice } = await read({ title: '关于侵害用户权益行为APP的通报', url: 'https://news.example.cn/1', content: CONTENT });
    expect(notice).toMatchObject({ date: '2023-04-07', source: null, urls: ['https://news.example.cn/1'] });
    expect(notice?.paragraphs.join('\n')).not.toMatch(/日期|链接|yaml/);
  });

  it('is chosen by itself on the pages of the ministry and its bureaus', () => {
    const isChosen = (url: string): boolean => template.triggers.some((trigger) => (trigger.startsWith('/') ? new RegExp(trigger.slice(1, -1)).test(url) : url.startsWith(trigger)));
    expect(['https://www.miit.gov.cn/xwdt/art/1.html', 'https://zjca.miit.gov.cn/art/1.html', 'https://news.example.cn/?u=https://zjca.miit.gov.cn/'].map(isChosen)).toEqual([true, true, false]);
  });
});
