/** The way from sources to the vault, told by what a user would see in it. */
import { describe, expect, it } from 'vitest';
import { planImport, type ImportReport } from '../src/import-notices';
import { applyPlan } from '../src/plan/apply-plan';
import { writeExport } from '../src/insight/export-file';
import { exportRows } from '../src/insight/export-rows';
import { DEFAULT_SETTINGS } from '../src/settings';
import { readInert } from './notes/read-inert';
import { memoryVault, type MemoryVault } from './support/memory-vault';
import { parseHtml } from './support/parse-html';
import { noticeOf, titleOf } from './support/sample-notice';
import { brokenLinks } from './support/vault-links';

async function importInto(vault: MemoryVault, ...texts: readonly string[]): Promise<ImportReport> {
  const sources = texts.map((text, i) => ({ fileName: `source-${i + 1}.md`, bytes: new TextEncoder().encode(text) }));
  const report = await planImport(sources, vault, { parseHtml }, DEFAULT_SETTINGS);
  const result = await applyPlan(report.plan, vault);
  expect(result.failed).toEqual([]);
  return report;
}

const noteOf = (vault: MemoryVault, path: string): string => vault.files.get(path) ?? '';
const noticePath = (total: number): string => `通报/侵害通报/${titleOf(total)}.md`;
const rowsOf = (note: string): string[] => note.split('\n').filter((line) => /^> \| (?!---)/.test(line));

const LOOK = { name: '晨光看看', developer: '上海晨光信息科技有限公司' };
const WALK = { name: '乐行计步', developer: '杭州乐行网络科技有限公司' };

function takedownOf(date: string, citedDate: string, count: number, names: readonly string[]): string {
  const rows = names.map((name, i) => `| ${i + 1} | ${name} | 上海晨光信息科技有限公司 | 1.9 |`);
  return [
    '## 全文', '', '```YAML', '标题: 关于下架侵害用户权益APP名单的通报', '来源: 信息通信管理局', `时间: ${date}`, '```', '',
    `> ${citedDate}，我部向社会通报了${count}家存在问题的APP企业的名单。经复检，尚有${names.length}款APP未按要求整改（名单见附件），现组织对其下架。`, '',
    '### 附件', '', '#### 下架的应用软件名单', '', '| 序号 | 应用名称 | 应用开发者 | 应用版本 |', '| -- | -- | -- | -- |', ...rows, '',
  ].join('\n');
}

describe('an import', () => {
  it('gives an app one note whose record links every notice that lists it', async () => {
    const vault = memoryVault();
    await importInto(vault, noticeOf(10, '2021-01-22', [LOOK, WALK]), noticeOf(12, '2021-03-12', [LOOK]));
    const note = noteOf(vault, '通报/应用/晨光看看.md');
    expect(rowsOf(note).slice(1)).toEqual([
      `> | 2021-01-22 | [[通报/侵害通报/${titleOf(10)}#^rn-list-1\\|总第10批 №1]] | 晨光看看 | 上海晨光信息科技有限公司 | 应用宝 | 1.0 | 违规收集个人信息 | 工业和信息化部 |`,
      `> | 2021-03-12 | [[通报/侵害通报/${titleOf(12)}#^rn-list-1\\|总第12批 №1]] | 晨光看看 | 上海晨光信息科技有限公司 | 应用宝 | 1.0 | 违规收集个人信息 | 工业和信息化部 |`,
    ]);
    expect(note).toContain('通报次数: 2\n');
    expect(noteOf(vault, noticePath(10))).toContain('| 1 | [[通报/应用/晨光看看\\|晨光看看]] | 上海晨光信息科技有限公司 |');
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('changes nothing the second time, alone or among others', async () => {
    const vault = memoryVault();
    await importInto(vault, noticeOf(10, '2021-01-22', [LOOK, WALK]));
    const before = new Map(vault.files);
    const again = await importInto(vault, noticeOf(10, '2021-01-22', [LOOK, WALK]));
    expect(again.plan.changes).toEqual([]);
    expect(new Map(vault.files)).toEqual(before);
    await importInto(vault, noticeOf(10, '2021-01-22', [LOOK, WALK]), noticeOf(12, '2021-03-12', [WALK]));
    expect(noteOf(vault, noticePath(10))).toBe(before.get(noticePath(10)));
    expect(noteOf(vault, '通报/应用/晨光看看.md')).toBe(before.get('通报/应用/晨光看看.md'));
  });

  it('keeps a provincial 2023年第3批 and the ministry’s apart', async () => {
    const of = (source: string, url: string, name: string): string => [
      '```yaml', '标题: 关于侵害用户权益行为的APP通报（2023年第3批）', `来源: ${source}`, '时间: 2023-05-06', `链接: ${url}`, '```', '',
      '> 尚有1款APP未完成整改。', '', '#### 通报存在问题的应用软件名单', '', '| 序号 | 应用名称 | 应用开发者 |', '| - | - | - |', `| 1 | ${name} | 某某科技有限公司 |`, '',
    ].join('\n');
    const vault = memoryVault();
    const report = await importInto(vault, of('上海市通信管理局', 'https://shca.miit.gov.cn/a.html', '甲应用'), of('信息通信管理局', 'https://wap.miit.gov.cn/b.html', '乙应用'));
    expect(report.sources.map((s) => [s.outcome, s.notice?.series])).toEqual([['new', 'sh-ca-infringement'], ['new', 'miit-infringement']]);
    expect(new Set(report.sources.map((s) => s.path)).size).toBe(2);
    const index = noteOf(vault, DEFAULT_SETTINGS.indexNote);
    expect(index).toContain('> [!abstract]+ 侵害通报\n');
    expect(index).toContain('> [!abstract]+ 上海市通信管理局侵害通报\n');
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('links a takedown and the notice that it follows, whichever comes first', async () => {
    const notice = noticeOf(10, '2021-01-22', [LOOK, WALK]);
    const takedown = takedownOf('2021-03-01', '2021年1月22日', 2, ['晨光看看']);
    const together = memoryVault();
    await importInto(together, notice, takedown);
    const apart = memoryVault();
    await importInto(apart, takedown);
    await importInto(apart, notice);
    for (const vault of [together, apart]) {
      expect(noteOf(vault, '通报/下架通报/2021_03_关于下架侵害用户权益APP名单的通报.md')).toContain(`相关通报:\n  - "[[通报/侵害通报/${titleOf(10)}|总第10批]]"`);
      expect(noteOf(vault, noticePath(10))).toContain('相关通报:\n  - "[[通报/下架通报/2021_03_关于下架侵害用户权益APP名单的通报|2021-03-01 下架通报]]"');
      expect(noteOf(vault, '通报/应用/晨光看看.md')).toContain('应用状态: 已下架');
      expect(rowsOf(noteOf(vault, '通报/应用/晨光看看.md'))).toHaveLength(3);
    }
  });

  it('keeps what the user wrote into a list, and shows it as a conflict', async () => {
    const vault = memoryVault();
    await importInto(vault, noticeOf(10, '2021-01-22', [LOOK, WALK]));
    const path = noticePath(10);
    const edited = noteOf(vault, path).replace('| 1.1 |', '| 1.1（已核对） |').replace('## 附件', '我的批注。\n\n## 附件');
    vault.files.set(path, edited);
    const report = await importInto(vault, noticeOf(10, '2021-01-22', [LOOK, WALK]));
    expect(noteOf(vault, path)).toBe(edited);
    expect(report.plan.conflicts.map((c) => [c.path, c.part])).toEqual([[path, 'rn-list-1']]);
    expect(report.plan.conflicts[0]?.kept).toContain('1.1（已核对）');
    expect(report.plan.conflicts[0]?.proposed).toContain('| 1.1 |');
  });

  it('lets a second source fill what the first left empty, and records once where they differ', async () => {
    const vault = memoryVault();
    const withoutList = noticeOf(10, '2021-01-22', []).replace(/## 附件[\s\S]*$/, '').replace(/尚有0款/, '尚有2款');
    const first = await importInto(vault, withoutList);
    expect(first.sources[0]?.diagnostics.map((d) => d.code)).toContain('no-list');
    expect(noteOf(vault, noticePath(10))).toContain('名单待补');
    await importInto(vault, noticeOf(10, '2021-01-22', [LOOK, WALK]));
    expect(noteOf(vault, noticePath(10))).not.toContain('名单待补');
    expect(rowsOf(noteOf(vault, noticePath(10)))).toHaveLength(3);

    const other = noticeOf(10, '2021-01-22', [LOOK, { ...WALK, developer: '宁波远山科技有限公司' }]);
    const report = await importInto(vault, other);
    expect(report.sources[0]?.diagnostics.filter((d) => d.code === 'source-contradicts').map((d) => [d.place.row, d.values['first'], d.values['second']])).toEqual([[2, '杭州乐行网络科技有限公司', '宁波远山科技有限公司']]);
    const recorded = noteOf(vault, noticePath(10));
    expect(recorded).toContain('> - 名单 1 №2 应用开发者：采用“杭州乐行网络科技有限公司”，另一来源为“宁波远山科技有限公司”');
    expect(rowsOf(recorded)[2]).toContain('杭州乐行网络科技有限公司');
    await importInto(vault, other);
    expect(noteOf(vault, noticePath(10))).toBe(recorded);
  });

  it('tells homonyms apart and says so in both notes', async () => {
    const vault = memoryVault();
    await importInto(vault, noticeOf(10, '2021-01-22', [{ name: '草莓故事', developer: '成都云上文化传媒有限公司' }]));
    await importInto(vault, noticeOf(15, '2021-07-19', [{ name: '草莓故事', developer: '沈阳北辰软件有限公司' }]));
    expect(noteOf(vault, '通报/应用/草莓故事.md')).toContain('同名应用:\n  - "[[通报/应用/草莓故事（沈阳北辰软件有限公司）|草莓故事（沈阳北辰软件有限公司）]]"');
    expect(noteOf(vault, '通报/应用/草莓故事（沈阳北辰软件有限公司）.md')).toContain('同名应用:\n  - "[[通报/应用/草莓故事|草莓故事]]"');
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('captures no link of the vault by the name of a new note', async () => {
    const vault = memoryVault({ '公司/晨光看看.md': '我的笔记。', '日记.md': '见 [[晨光看看]] 与 [[不存在的笔记]]。' });
    await importInto(vault, noticeOf(10, '2021-01-22', [LOOK]));
    expect([...vault.files.keys()].filter((path) => path.includes('晨光看看'))).toEqual(['公司/晨光看看.md', '通报/应用/晨光看看（应用）.md']);
    expect(noteOf(vault, '日记.md')).toBe('见 [[晨光看看]] 与 [[不存在的笔记]]。');
  });

  it('reports a link of a source that leads nowhere, keeps its words, and leaves dead links of the vault alone', async () => {
    const vault = memoryVault({ '法律/网络安全法.md': '', '日记.md': '[旧链接](不在.md)' });
    const source = noticeOf(10, '2021-01-22', [{ name: '[晨光看看](/game/晨光看看.md)', developer: LOOK.developer }]).replace('经检测', '依据《[网络安全法](/rule/网络安全法.md)》和《[旧规](/rule/旧规.md)》，经检测');
    const report = await importInto(vault, source);
    expect(report.sources[0]?.diagnostics.filter((d) => d.code === 'dead-link').map((d) => d.values['target'])).toEqual(['/rule/旧规.md', '/game/晨光看看.md']);
    expect(noteOf(vault, noticePath(10))).toContain('依据《网络安全法》和《旧规》，经检测');
    expect(noteOf(vault, noticePath(10))).toContain('[[通报/应用/晨光看看\\|晨光看看]]');
    expect(noteOf(vault, '日记.md')).toBe('[旧链接](不在.md)');
  });

  it('knows a notice again where a copy leaves out its agency or its total batch, whichever comes first', async () => {
    const signed = noticeOf(10, '2021-01-22', [LOOK]);
    const unsigned = signed.replace('> 来源: 信息通信管理局\n', '').replace('> 工业和信息化部信息通信管理局\n', '').replace(/> 链接: .*\n/, '');
    const withoutTotal = signed.replaceAll('（2021年第1批，总第10批）', '（2021年第一批）');
    for (const sources of [[unsigned, signed], [signed, unsigned], [withoutTotal, signed], [signed, withoutTotal]]) {
      const vault = memoryVault();
      for (const source of sources) await importInto(vault, source);
      const notes = [...vault.files.keys()].filter((path) => path.startsWith('通报/侵害通报/'));
      expect(notes).toHaveLength(1);
      expect(noteOf(vault, notes[0] ?? '')).toContain('通报序列: miit-infringement\n');
      expect(noteOf(vault, notes[0] ?? '')).toContain('总批次: 10\n');
      expect(rowsOf(noteOf(vault, '通报/应用/晨光看看.md'))).toHaveLength(2);
      expect(noteOf(vault, DEFAULT_SETTINGS.indexNote).match(/^> \+ /gm)).toHaveLength(1);
      expect((await importInto(vault, signed)).plan.changes).toEqual([]);
    }
  });

  it('does not take the note of an app for a source', async () => {
    const vault = memoryVault();
    await importInto(vault, noticeOf(10, '2021-01-22', [LOOK]));
    const report = await importInto(vault, noteOf(vault, '通报/应用/晨光看看.md'));
    expect(report.sources.map((s) => [s.outcome, s.diagnostics.map((d) => d.code)])).toEqual([['skipped', ['own-app-note']]]);
    expect(report.plan.changes).toEqual([]);
  });

  it.each(['csv', 'xlsx'] as const)('does not take what was exported for a source: %s', async (format) => {
    const vault = memoryVault();
    await importInto(vault, noticeOf(10, '2021-01-22', [LOOK]));
    const bytes = await writeExport(await exportRows(vault, DEFAULT_SETTINGS, { parseHtml }), format, 'zh');
    const report = await planImport([{ fileName: `apps.${format}`, bytes: bytes ?? new Uint8Array() }], vault, { parseHtml }, DEFAULT_SETTINGS);
    expect(report.sources.map((s) => [s.outcome, s.diagnostics.map((d) => d.code)])).toEqual([['skipped', ['own-export']]]);
    expect(report.plan.changes).toEqual([]);
  });

  it('keeps code that stands in a notice as text', async () => {
    const vault = memoryVault();
    await importInto(vault, noticeOf(10, '2021-01-22', [LOOK]).replace('> 工业和信息化部', '> ```dataviewjs\n> dv.list(1)\n> ```\n>\n> 工业和信息化部'));
    expect(noteOf(vault, noticePath(10))).toContain('> dv.list(1)');
    expect(noteOf(vault, noticePath(10))).not.toContain('dataviewjs');
  });

  it('goes on after a source that cannot be read', async () => {
    const vault = memoryVault();
    const noNames = noticeOf(12, '2021-03-12', [LOOK]).replace('应用名称', '说明').replace('存在问题的应用软件名单', '附表');
    const report = await importInto(vault, '', noNames, '---\ntitle: [\n---\n正文', noticeOf(10, '2021-01-22', [LOOK]));
    expect(report.sources.map((s) => s.outcome)).toEqual(['refused', 'refused', 'refused', 'new']);
    expect(report.sources.map((s) => s.diagnostics.map((d) => d.code)[0])).toEqual(['empty-file', 'no-name-column', 'bad-front-matter', undefined]);
    expect([...vault.files.keys()].sort()).toEqual([DEFAULT_SETTINGS.indexNote, noticePath(10), '通报/应用/晨光看看.md'].sort());
  });
});

describe('foreign text', () => {
  /** What foreign text could set off (notes/unsafe-patterns.ts), and what follows from it where it is live. */
  const TRIGGERS: readonly (readonly [foreign: string, live: RegExp])[] = [
    ['<% tp.file.title %>', /<%|%>/],
    ['`= this.file.name`', /`=/],
    ['`$= dv.current()`', /`\$=/],
    ['负责人:: 张某', /::/],
    ['[负责人:: 张某]', /::/],
    ['![[别的笔记]]', /!\[\[/],
    ['[[别的笔记]]', /(?<!\\)\[\[别的/],
    ['%% 藏起来 %%', /%%/],
    ['#标签', /(?<![\\\p{L}\p{N}])#标签/u],
    ['段落末尾 ^blockid', /\^blockid\s*\|?$/],
    ['![图](https://example.org/a.png)', /!\[/],
    ['<iframe src="https://example.org"></iframe>', /<iframe/],
    ['<img src=x onerror=alert(1)>', /<img/],
    ['- [ ] 待办 #task', /^>? *- \[ \]/],
    ['==高亮==', /==/],
    ['$x^2$', /(?<!\\)\$/],
  ];

  it('is inert where the source has it live', async () => {
    const rows = TRIGGERS.map(([foreign], i) => ({ name: `${foreign.replace(/\|/g, '\\|')}${i}`, developer: `${foreign.replace(/\|/g, '\\|')}公司` }));
    const source = noticeOf(10, '2021-01-22', rows).replace('> 工业和信息化部信息通信管理局', `${TRIGGERS.map(([foreign]) => `> ${foreign}\n>`).join('\n')}\n> 工业和信息化部信息通信管理局`);
    const vault = memoryVault();
    const report = await importInto(vault, source);
    expect(report.sources[0]?.outcome).toBe('new');
    expect(report.sources[0]?.notice?.lists[0]?.entries.length).toBe(TRIGGERS.length);
    for (const [path, text] of vault.files) {
      expect(path).not.toMatch(/[<>:"\\|?*#^[\]]|%%/);
      const visible = text.split('\n').filter((line) => !/^%% regulatory-notices/.test(line) && !/^\^rn-/.test(line));
      for (const [foreign, live] of TRIGGERS) expect(visible.filter((line) => live.test(line) && !isOurLink(line, live)), `${path}: ${foreign}`).toEqual([]);
    }
    for (const word of ['tp.file.title', 'this.file.name', '张某', '别的笔记', '藏起来', '标签', 'blockid', '待办', '高亮']) expect(noteOf(vault, noticePath(10))).toContain(word);
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('is inert in a note and reads the same', async () => {
    const cells = TRIGGERS.map(([foreign], i) => `> | ${i + 1} | 应用${i} | ${foreign.replace(/\|/g, '\\|')} | 应用宝 | 1.0 | 违规收集个人信息 |`);
    const body = TRIGGERS.map(([foreign]) => `> ${escapeAsSource(foreign)}\n>`);
    const source = noticeOf(10, '2021-01-22', [])
      .replace('> 工业和信息化部信息通信管理局', `${body.join('\n')}\n> \`\`\`dataviewjs\n> dv.list([1])\n> \`\`\`\n>\n> 工业和信息化部信息通信管理局`)
      .replace(/(> \| --- .*\n)/, (rule) => `${rule}${cells.map((cell) => cell.replace(/(\| 应用\d+ \| )(.*)( \| 应用宝)/, (_, a: string, b: string, c: string) => a + escapeAsSource(b) + c)).join('\n')}\n`);
    const vault = memoryVault();
    const report = await importInto(vault, source);
    expect(report.sources[0]?.outcome).toBe('new');
    const notice = noteOf(vault, noticePath(10));
    for (const [path, text] of vault.files) {
      const visible = text.split('\n').filter((line) => !/^%% regulatory-notices/.test(line) && !/^\^rn-/.test(line));
      for (const [foreign, live] of TRIGGERS) {
        const hits = visible.filter((line) => live.test(line) && !isOurLink(line, live));
        expect(hits, `${path}: ${foreign}`).toEqual([]);
      }
      expect(text).not.toMatch(/```dataviewjs/);
    }
    const read = readInert(notice.replace(/^> ?/gm, ''));
    for (const [foreign] of TRIGGERS) expect(read, foreign).toContain(foreign);
    for (const [foreign] of TRIGGERS) expect(read.split(foreign).length, `${foreign} in text and in a cell`).toBeGreaterThanOrEqual(3);
  });
});

/** As an author would have to write it so that a reader sees the trigger as text. */
function escapeAsSource(foreign: string): string {
  return foreign.replace(/[\\`*_[\]<>#!|$=%^{}-]/g, (c) => `\\${c}`);
}

/** Links to app notes are the program's own; their aliases hold no foreign marks. */
function isOurLink(line: string, live: RegExp): boolean {
  return !live.test(line.replace(/\[\[通报\/[^\]]*\]\]/g, ''));
}
