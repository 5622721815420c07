/** The import window: what a user reads in it, and what its buttons do. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { diagnostic } from '../../src/document/diagnostic';
import type { ApplyOutcome, CarryOut } from '../../src/obsidian/file-work';
import { ImportModal, type ImportWindowOptions } from '../../src/obsidian/import-window';
import type { ImportReport } from '../../src/import-notices';
import type { Notice } from '../../src/notice/notice';
import type { ApplyResult } from '../../src/plan/apply-plan';
import { EMPTY_PLAN, type Plan } from '../../src/plan/plan';
import { App } from '../support/obsidian-host';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { waitFor } from '../support/wait-for';

const NOTHING_DONE: ApplyResult = { created: [], updated: [], moved: [], trashed: [], failed: [], notDone: [] };

const NOTICE: Notice = {
  kind: 'takedown',
  series: 'miit-takedown',
  title: '关于下架侵害用户权益APP的通报',
  agency: '工业和信息化部信息通信管理局',
  agencyFrom: 'signature',
  source: null,
  date: '2022-06-01',
  signedDate: null,
  batch: null,
  deadline: null,
  statedCount: null,
  urls: [],
  attachments: [],
  paragraphs: [],
  cites: [],
  figures: [],
  lists: [],
  documents: [],
  index: [],
  diagnostics: [],
};

let app: App;

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  app = new App();
  activeDocument.body.empty();
});

function report(plan: Partial<Plan>, sources: ImportReport['sources'] = []): ImportReport {
  return { plan: { ...EMPTY_PLAN, ...plan }, sources, apps: { created: 0, updated: 0, listed: 0 }, review: [], watched: [] };
}

/** Opens the window on the preview of what is planned, each time of the next report. */
async function openWindow(planned: ImportReport | readonly ImportReport[], carryOut: CarryOut = () => Promise.resolve(NOTHING_DONE), language: 'en' | 'zh' = 'en', more: Partial<ImportWindowOptions> = {}): Promise<ImportModal> {
  const reports = Array.isArray(planned) ? [...(planned as readonly ImportReport[])] : [planned as ImportReport];
  const last = reports.at(-1) as ImportReport;
  const ways = { pasted: () => Promise.reject(new Error('nothing is pasted')), fetch: () => Promise.reject(new Error('nothing is fetched')), activeNote: null };
  const modal = new ImportModal(app.asApp(), { sources: [], preview: true }, { language, carryOut, ways, plan: () => Promise.resolve(reports.shift() ?? last), ...more });
  modal.open();
  await previewed();
  return modal;
}

const previewed = () => waitFor(() => expect(all('.regulatory-notices-preview')).toHaveLength(1));
const all = (selector: string) => [...activeDocument.querySelectorAll<HTMLElement>(selector)];
const shown = () => all('.modal')[0]?.textContent ?? '';
const buttons = () => all('.modal button').map((button) => button.textContent);
const press = (name: string) => {
  const button = all('.modal button').find((each) => each.textContent === name);
  if (!button) throw new Error(`There is no button ${name}.`);
  button.click();
};
/** Title, count and items of each fold. */
const sections = () =>
  all('.regulatory-notices-section').map((section) => ({
    title: section.querySelector('summary span')?.textContent,
    count: section.querySelector('.regulatory-notices-count')?.textContent,
    items: [...section.querySelectorAll(':scope > ul > li')].map((item) => item.textContent),
    open: section.hasAttribute('open'),
  }));

describe('the preview', () => {
  it('lists what would be created, changed and kept, with the reason', async () => {
    await openWindow(
      report({
        changes: [
          { kind: 'create', path: '通报/应用/甲.md', text: '' },
          { kind: 'update', path: '通报/应用/乙.md', before: 'a\n', after: 'b\n' },
        ],
        kept: [
          { path: '通报/应用/丁.md', reason: 'deleted-by-user' },
          { path: '通报/应用/戊.md', reason: 'unchanged' },
        ],
        conflicts: [{ path: '通报/应用/乙.md', part: '开发者', kept: 'x', proposed: 'y' }],
      }),
    );
    expect(sections()).toEqual([
      { title: 'To be created', count: '1', items: ['通报/应用/甲.md'], open: false },
      { title: 'To be changed', count: '1', items: ['通报/应用/乙.md'], open: false },
      { title: 'Deleted by you', count: '1', items: ['通报/应用/丁.md'], open: false },
      { title: 'Your edits, kept', count: '1', items: ['通报/应用/乙.md“开发者” was edited by you and stays.'], open: false },
      { title: 'Left as it is', count: '1', items: ['通报/应用/戊.md'], open: false },
    ]);
  });

  it('shows the lines of a change when its fold is opened', async () => {
    await openWindow(report({ changes: [{ kind: 'update', path: 'a.md', before: 'same\nold\n', after: 'same\nnew\n' }] }));
    const fold = all('.regulatory-notices-section details')[0];
    expect(all('.regulatory-notices-diff')).toHaveLength(0);
    fold?.dispatchEvent(new (activeDocument.defaultView as unknown as { Event: typeof Event }).Event('toggle'));
    expect(all('.regulatory-notices-diff .is-removed').map((line) => line.textContent)).toEqual(['-old']);
    expect(all('.regulatory-notices-diff .is-added').map((line) => line.textContent)).toEqual(['+new']);
  });

  it('shows both versions of what the user edited, and only the lines around what differs', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `| ${i + 1} | 应用${i + 1} |`);
    const mine = rows.map((row, i) => (i === 14 ? '| 15 | 我改的名字 |' : row));
    await openWindow(report({ conflicts: [{ path: '通报/侵害通报/甲.md', part: 'rn-list-2', kept: mine.join('\n'), proposed: [...rows, '| 31 | 新应用 |'].join('\r\n') }] }), undefined, 'zh');
    const fold = all('.regulatory-notices-conflict')[0];
    expect(fold?.querySelector('summary')?.textContent).toBe('通报/侵害通报/甲.md“名单 2”有您的改动，已保留。');
    expect(all('.regulatory-notices-version')).toHaveLength(0);
    fold?.dispatchEvent(new (activeDocument.defaultView as unknown as { Event: typeof Event }).Event('toggle'));
    const lines = (version: HTMLElement | undefined) => [...(version?.querySelectorAll('.regulatory-notices-diff > div') ?? [])].map((line) => line.textContent);
    const [yours, proposed] = all('.regulatory-notices-version');
    expect(lines(yours)).toEqual(['⋯ 12 行相同', '| 13 | 应用13 |', '| 14 | 应用14 |', '| 15 | 我改的名字 |', '| 16 | 应用16 |', '| 17 | 应用17 |', '⋯ 11 行相同', '| 29 | 应用29 |', '| 30 | 应用30 |']);
    expect(lines(proposed)).toEqual(['⋯ 12 行相同', '| 13 | 应用13 |', '| 14 | 应用14 |', '| 15 | 应用15 |', '| 16 | 应用16 |', '| 17 | 应用17 |', '⋯ 11 行相同', '| 29 | 应用29 |', '| 30 | 应用30 |', '| 31 | 新应用 |']);
    expect(all('.is-yours').map((line) => line.textContent)).toEqual(['| 15 | 我改的名字 |']);
    expect(all('.is-proposed').map((line) => line.textContent)).toEqual(['| 15 | 应用15 |', '| 31 | 新应用 |']);
  });

  it('puts errors and warnings first and open, each finding once, with its place', async () => {
    const wrong = diagnostic('count-mismatch', {}, { stated: 5, read: 4, phrase: '尚有5款' });
    await openWindow(
      report({ diagnostics: [{ ...wrong, file: 'a.md' }] }, [
        { fileName: 'a.md', notice: NOTICE, path: null, outcome: 'new', diagnostics: [diagnostic('blank-row', { line: 41 }), wrong] },
        { fileName: 'b.md', notice: null, path: null, outcome: 'refused', diagnostics: [diagnostic('empty-file')] },
      ]),
    );
    expect(sections()).toEqual([
      { title: 'Worth a look', count: '1', items: ['The text states 5 (尚有5款), the lists hold 4.a.md'], open: true },
      { title: 'Corrected or skipped', count: '1', items: ['A blank row was left out.a.md · line 41'], open: false },
    ]);
    expect(all('.regulatory-notices-source').map((card) => card.textContent)).toEqual(['关于下架侵害用户权益APP的通报NewTakedown notice · 工业和信息化部信息通信管理局 · 2022-06-01 · No list of appsa.md', 'b.mdNot readThe file is empty.']);
  });

  it('offers no import where nothing would change', async () => {
    await openWindow(report({}, [{ fileName: 'a.md', notice: NOTICE, path: 'a.md', outcome: 'known', diagnostics: [] }]));
    expect(shown()).toContain('Everything is in the vault already.');
    expect(buttons()).toEqual(['Close', 'Back']);
    press('Close');
    expect(all('.modal')).toHaveLength(0);
  });

  it('tells a page that is no notice from a file that could not be read', async () => {
    const broken = diagnostic('no-name-column', { line: 9 }, { headings: '序号、备注' });
    await openWindow(
      report({}, [
        { fileName: 'readme.md', notice: { ...NOTICE, kind: 'other', title: '说明', date: null, agency: null }, path: null, outcome: 'skipped', diagnostics: [diagnostic('no-date'), diagnostic('no-agency')] },
        { fileName: 'c.md', notice: NOTICE, path: null, outcome: 'refused', diagnostics: [broken] },
      ]),
    );
    expect(all('.regulatory-notices-source').map((card) => card.textContent)).toEqual([
      '说明Not a noticeOther documentreadme.md',
      '关于下架侵害用户权益APP的通报Not readc.mdline 9: The table has no column of app names; its headings are: 序号、备注',
    ]);
    expect(sections()).toEqual([]);
    expect(shown()).toContain('None of the sources could be read as a notice.');
  });

  it('shows text of a source as text', async () => {
    await openWindow(report({}, [{ fileName: 'a.md', notice: { ...NOTICE, title: '<img src=x onerror=alert(1)>通报' }, path: null, outcome: 'new', diagnostics: [] }]));
    expect(all('.modal img')).toHaveLength(0);
    expect(shown()).toContain('<img src=x onerror=alert(1)>通报');
  });

  it('draws the first 200 of many and says how many more there are', async () => {
    const changes = Array.from({ length: 1234 }, (_, index) => ({ kind: 'create' as const, path: `${index}.md`, text: '' }));
    await openWindow(report({ changes }), undefined, 'zh');
    const [created] = sections();
    expect(created?.count).toBe('1234');
    expect(created?.items).toHaveLength(201);
    expect(created?.items.at(-1)).toBe('……另有 1034 项');
  });
});

describe('the import', () => {
  const plan = { changes: [{ kind: 'create' as const, path: '通报/应用/甲.md', text: '甲' }] };
  /** Waits until the import has ended: its message stands in the corner. */
  const settled = () => waitFor(() => expect(all('.notice')).toHaveLength(1));

  it('writes only after Import, and then links to what it wrote', async () => {
    let calls = 0;
    await openWindow(report(plan, [{ fileName: 'a.md', notice: NOTICE, path: '通报/应用/甲.md', outcome: 'new', diagnostics: [] }]), async () => {
      calls += 1;
      await app.vault.createFolder('通报/应用');
      await app.vault.create('通报/应用/甲.md', '甲');
      return { ...NOTHING_DONE, created: ['通报/应用/甲.md'] };
    });
    expect(calls).toBe(0);
    press('Import');
    await settled();
    expect(calls).toBe(1);
    expect(all('.notice')[0]?.textContent).toBe('1 note created.');
    expect(all('a.internal-link').map((link) => link.textContent)).toEqual([NOTICE.title, '通报/应用/甲.md']);
    all('a.internal-link')[1]?.click();
    await waitFor(() => expect(app.workspace.getActiveFile()?.path).toBe('通报/应用/甲.md'));
    expect(all('.modal')).toHaveLength(0);
  });

  it('goes on when the window is closed, and tells the end in the corner', async () => {
    let finish: (result: ApplyResult) => void = () => undefined;
    const modal = await openWindow(report(plan), () => new Promise((resolve) => (finish = resolve)));
    press('Import');
    modal.close();
    finish({ ...NOTHING_DONE, created: ['a.md', 'b.md'], updated: ['c.md'] });
    await settled();
    expect(all('.notice')[0]?.textContent).toBe('2 notes created, 1 changed.');
    expect(all('.modal')).toHaveLength(0);
  });

  it('stops between two notes when asked, and lists what was not reached', async () => {
    let tick: () => void = () => undefined;
    await openWindow(report(plan), async (_plan, onProgress, shouldStop) => {
      onProgress(1, 2, 'a.md');
      await new Promise<void>((resolve) => (tick = resolve));
      return shouldStop() ? { ...NOTHING_DONE, created: ['a.md'], notDone: ['b.md'] } : { ...NOTHING_DONE, created: ['a.md', 'b.md'] };
    });
    press('Import');
    expect(shown()).toContain('1 of 2 notes');
    press('Stop');
    tick();
    await settled();
    expect(sections()[0]).toEqual({ title: 'Not processed before you stopped', count: '1', items: ['b.md'], open: true });
  });

  it('names each note that could not be written, and why', async () => {
    await openWindow(report(plan), () =>
      Promise.resolve({
        ...NOTHING_DONE,
        failed: [
          { path: 'a.md', reason: 'changed-since-preview', message: '' },
          { path: 'b.md', reason: 'error', message: 'ENOSPC: no space left on device' },
        ],
      }),
    );
    press('Import');
    await settled();
    expect(sections()[0]?.items).toEqual(['a.mdIt was changed while the preview was open. Try again to see it as it is now.', 'b.mdThe app could not write it. ENOSPC: no space left on device']);
    expect(all('.notice')[0]?.textContent).toBe('2 notes not written.');
  });

  it.each<[string, Partial<ApplyOutcome>, string, string]>([
    ['all was', { created: ['b.md'] }, '导入完成', '新建 1 篇笔记。'],
    ['some was', { created: ['b.md'], failed: [{ path: 'a.md', reason: 'already-exists', message: '' }] }, '部分完成', '新建 1 篇笔记，未能写入 1 篇。'],
    ['nothing was', { failed: [{ path: 'a.md', reason: 'already-exists', message: '' }] }, '未写入任何内容', '未能写入 1 篇笔记。'],
  ])('says by its title whether %s written', async (_, result, title, summary) => {
    await openWindow(report(plan), () => Promise.resolve({ ...NOTHING_DONE, ...result }), 'zh');
    press('导入');
    await settled();
    expect(all('.modal-title')[0]?.textContent).toBe(title);
    expect(all('.regulatory-notices-summary')[0]?.textContent).toBe(summary);
  });

  it('says of what cannot be taken back that it was changed, and of links only where a note went', async () => {
    const left = { path: 'a.md', reason: 'changed-since-preview', message: '' } as const;
    for (const [trashed, title, sentence] of [[[], '没有撤销任何改动', 'a.md此后有改动。'], [['b.md'], '已撤销', 'a.md此后有改动，其中可能有链接指向已移除的笔记。']] as const) {
      await openWindow(report(plan), () => Promise.resolve({ ...NOTHING_DONE, created: ['a.md', 'b.md'], takeBack: () => Promise.resolve({ ...NOTHING_DONE, trashed: [...trashed], failed: [left] }) }), 'zh');
      press('导入');
      await settled();
      press('撤销');
      await waitFor(() => expect(all('.modal-title')[0]?.textContent).toBe(title));
      expect(sections()[0]?.items).toEqual([sentence]);
      activeDocument.body.empty();
    }
  });

  it('plans again where a note was left out, and asks before it writes', async () => {
    const later = report({ changes: [{ kind: 'update', path: 'a.md', before: 'mine', after: 'mine, and more' }] });
    let tries = 0;
    await openWindow(
      [report(plan), later],
      () => {
        tries += 1;
        return Promise.resolve(tries === 1 ? { ...NOTHING_DONE, failed: [{ path: 'a.md', reason: 'changed-since-preview', message: '' }] } : { ...NOTHING_DONE, updated: ['a.md'] });
      },
      'zh',
    );
    press('导入');
    await settled();
    press('再试一次');
    await waitFor(() => expect(sections()).toEqual([{ title: '将更新', count: '1', items: ['a.md'], open: false }]));
    expect(tries).toBe(1);
    press('导入');
    await waitFor(() => expect(tries).toBe(2));
    await waitFor(() => expect(buttons()).toEqual(['关闭']));
  });

  it('leaves out in a second try what was left out in the first', async () => {
    const planned: string[][] = [];
    const create = (path: string) => ({ kind: 'create' as const, path, text: '' });
    await openWindow(report(plan), () => Promise.resolve({ ...NOTHING_DONE, created: ['通报/应用/甲.md'], notDone: ['通报/应用/丙.md'] }), 'en', {
      plan: (_sources, { leaveOut = new Set() }) => {
        planned.push([...leaveOut]);
        const paths = ['通报/应用/甲.md', '通报/应用/乙.md', '通报/应用/丙.md'];
        return Promise.resolve(report({ changes: paths.filter((path) => !leaveOut.has(path)).map(create), kept: [...leaveOut].map((path) => ({ path, reason: 'left-out' as const })) }));
      },
    });
    const boxes = () => all('.regulatory-notices-tick input') as HTMLInputElement[];
    const second = boxes()[1];
    if (second === undefined) throw new Error('There is no second box.');
    second.checked = false;
    second.dispatchEvent(new (activeDocument.defaultView as unknown as { Event: typeof Event }).Event('change'));
    await waitFor(() => expect(boxes().map((box) => [box.getAttribute('aria-label'), box.checked])).toEqual([['通报/应用/甲.md', true], ['通报/应用/乙.md', false], ['通报/应用/丙.md', true]]));
    await waitFor(() => expect(buttons()).toContain('Import'));
    expect(sections()[0]?.count).toBe('2 / 3');
    press('Import');
    await settled();
    press('Try again');
    await waitFor(() => expect(planned).toEqual([[], ['通报/应用/乙.md'], ['通报/应用/乙.md']]));
  });

  it('says that all was put back where the app could not write', async () => {
    await openWindow(report(plan), () => Promise.resolve({ ...NOTHING_DONE, rolledBack: true, failed: [{ path: 'a.md', reason: 'error', message: 'ENOSPC: no space left on device' }] }), 'zh');
    press('导入');
    await settled();
    expect(shown()).toContain('导入中断');
    expect(shown()).toContain('有文件无法写入，所有改动均已撤回，仓库与之前完全一样。');
    expect(shown()).toContain('ENOSPC');
    expect(buttons()).toEqual(['再试一次', '关闭']);
  });

  it.each([
    ['a name', '应用:旧/甲.md', 'File name cannot contain any of the following characters: * " \\ / < > : | ?', '以下文件或其文件夹的名称无法写入', '磁盘空间'],
    ['a full disk', '应用#旧/甲.md', 'ENOSPC: no space left on device', '请检查磁盘空间和写入权限', '名称无法写入'],
  ])('blames %s where that is the reason', async (_, path, message, sentence, other) => {
    await openWindow(report(plan), () => Promise.resolve({ ...NOTHING_DONE, rolledBack: true, failed: [{ path, reason: 'error', message }] }), 'zh');
    press('导入');
    await settled();
    expect(shown()).toContain(sentence);
    expect(shown()).toContain(path);
    expect(shown()).not.toContain(other);
  });

  it('shows an apply that breaks off as a failure, not as an endless progress', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await openWindow(report(plan), () => Promise.reject(new Error('the vault is gone')));
    press('Import');
    await settled();
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    expect(shown()).toContain('the vault is gone');
    expect(buttons()).toEqual(['Try again', 'Close']);
  });
});
