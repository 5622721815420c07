/** The same notice in the forms that people keep it in: adopted with nothing but links and properties added, whatever its line ends. */
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/plan/apply-plan';
import { planAdoption } from '../../src/plan/plan-adoption';
import { DEFAULT_SETTINGS, PROPERTY_NAMES } from '../../src/settings';
import { classifyNotice } from '../support/adopted-lines';
import { memoryVault } from '../support/memory-vault';
import { parseHtml } from '../support/parse-html';
import { brokenLinks } from '../support/vault-links';

const host = { parseHtml };
const TITLE = '关于侵害用户权益行为的APP通报（2021年第1批，总第10批）';
const NAMES: ReadonlySet<string> = new Set([...Object.values(PROPERTY_NAMES), 'title']);
const METADATA = ['标题: ' + TITLE, '来源: 信息通信管理局', '时间: 2021-01-22', '链接: https://example.org/10.html'];
const TABLE = ['| 序号 | 应用名称 | 应用开发者 | 所涉问题 |', '|:---:|---|---|---|', '| 1 | **青禾相册** | 杭州青禾软件有限公司 | 违规收集个人信息 |', '|  |  |  | 强制索权 |', '| 2 |山雀听书| 成都山雀科技有限公司 | 违规收集个人信息 |'];
const COMMENT = ['<!--', '| 序号 | 应用名称 | 应用开发者 |', '| --- | --- | --- |', '| 9 | 青禾相册 | 旧稿 |', '-->'];

const FORMS: Readonly<Record<string, readonly string[]>> = {
  Obsidian: ['---', `title: ${TITLE}`, '特殊标签标记: #无标签', '---', '', '## 全文', '', '> [!abstract]- 元数据', '>', '> ```yaml', ...METADATA.map((line) => `> ${line}`), '> ```', '', '> [!quote]+ 通报', '>', '> 尚有2款APP未完成整改。', '', '## 附件', '', '> [!abstract]+ 应用软件名单', '>', ...TABLE.map((line) => `> ${line}`), '', ...COMMENT, '', '我的备注：青禾相册换了图标。', ''],
  MkDocs: ['---', `title: ${TITLE}`, '---', '', '## 全文', '', '???+ abstract "元数据"', '', '    ```yaml', ...METADATA.map((line) => `    ${line}`), '    ```', '', '!!! quote ""', '    尚有2款APP未完成整改。', '', '## 附件', '', '???+ note "应用软件名单"', '', ...TABLE.map((line) => `    ${line}`), '', ...COMMENT, ''],
  'Wiki.js': ['---', `title: ${TITLE}`, 'description: ', 'published: true', 'date: 2021-10-17T18:33:54.317Z', 'tags: ', '---', '', '## 全文', '', '```YAML', ...METADATA, '```', '', '> 尚有2款APP未完成整改。', '', '### 附件', '', '#### 应用软件名单', '', ...TABLE, '', ...COMMENT, '', '> 工业和信息化部信息通信管理局'],
  'no front matter': [`# ${TITLE}`, '', '```yaml', ...METADATA, '```', '', '尚有2款APP未完成整改。', '', '## 应用软件名单', '', ...TABLE, ''],
};

describe.each(Object.entries(FORMS))('a notice in the form of %s', (_, lines) => {
  it.each([['LF', '\n'], ['CRLF', '\r\n']])('with %s', async (_name, eol) => {
    const before = lines.join(eol);
    const vault = memoryVault({ '档案/侵害/一月 通报.md': before });
    const report = await planAdoption('档案', vault, host, DEFAULT_SETTINGS);
    expect(report.diagnostics).toEqual([]);
    expect(report.notices).toMatchObject([{ linked: 2 }]);
    await applyPlan(report.plan, vault);
    const after = vault.files.get('档案/侵害/一月 通报.md') ?? '';
    expect(after).toContain('| **[[档案/应用/青禾相册\\|青禾相册]]** |');
    expect(after).toContain('|[[档案/应用/山雀听书\\|山雀听书]]|');
    expect(after.split('[[档案/应用/青禾相册\\|')).toHaveLength(2);
    if (eol === '\r\n') expect(after.replace(/\r\n/g, '')).not.toContain('\n');
    if (before.startsWith('---')) expect(classifyNotice(before, after, NAMES)).toMatchObject({ nameCells: 2, others: [] });
    else expect(after.endsWith(before.replace('**青禾相册**', '**[[档案/应用/青禾相册\\|青禾相册]]**').replace('|山雀听书|', '|[[档案/应用/山雀听书\\|山雀听书]]|'))).toBe(true);
    expect(brokenLinks(vault.files)).toEqual([]);
    expect((await planAdoption('', vault, host, report.settings)).plan.changes).toEqual([]);
  });
});

describe('a notice whose properties are valid, in a form that no line can be added to', () => {
  const rest = ['', '```yaml', ...METADATA, '```', '', '尚有2款APP未完成整改。', '', '## 应用软件名单', '', ...TABLE, ''];

  it.each([
    ['in braces', ['---', `{title: "${TITLE}", 备注: 1}`, '---']],
    ['indented', ['---', `  title: ${TITLE}`, '  备注: 1', '---']],
    ['below a blank line', ['', '---', `title: ${TITLE}`, '---']],
  ])('%s: the note is named and left alone, and no app gets a note by it', async (_, head) => {
    const vault = memoryVault({ '档案/一月.md': [...head, ...rest].join('\n') });
    const before = new Map(vault.files);
    const { plan, notices } = await planAdoption('档案', vault, host, DEFAULT_SETTINGS);
    expect(plan.changes).toEqual([]);
    expect(notices).toEqual([]);
    expect(plan.diagnostics.map(({ code, file }) => [code, file])).toEqual([['notice-not-adopted', '档案/一月.md'], ['front-matter-form', '档案/一月.md']]);
    expect(vault.files).toEqual(before);
  });
});
