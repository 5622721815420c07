/** Index pages that people kept by hand: in order they stay as they are, and what is out of order or missing is all that changes. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport, planIndex } from '../src/import-notices';
import { applyPlan } from '../src/plan/apply-plan';
import type { Plan } from '../src/plan/plan';
import { DEFAULT_SETTINGS } from '../src/settings';
import { archiveFiles } from './support/archive';
import { memoryVault } from './support/memory-vault';
import { parseHtml } from './support/parse-html';

const SHARED = resolve(import.meta.dirname, '../../shared');
const HAS_SHARED = existsSync(resolve(SHARED, 'seeds')) && existsSync(resolve(SHARED, 'archive'));
if (!HAS_SHARED) console.warn('SKIPPED: ../shared is not here, the index pages of the seeds are not put in order');

const INDEX = DEFAULT_SETTINGS.indexNote;
const ITEM = /^(?:> )?\+ +(?:(\d{4}-\d{2}) )?\[((?:\\.|[^\]])+)\]\(([^)]*通报\/[^)]+)\)$/;

const pageOf = (path: string): string => readFileSync(resolve(SHARED, path), 'utf8');

interface Listed {
  readonly line: string;
  readonly title: string;
  readonly month: string | null;
  /** Last two parts of the address, decoded. */
  readonly file: string;
}

function listedOn(page: string): readonly Listed[] {
  return page.split('\n').flatMap((line): Listed[] => {
    const found = ITEM.exec(line);
    if (found === null) return [];
    const words = (found[2] ?? '').replace(/\\/g, '');
    const file = decodeURIComponent(found[3] ?? '').split('/').slice(-2).join('/');
    const inWords = /^(\d{4})_(\d{2})_(.*)$/.exec(words);
    return [{ line, file: /\.md$/.test(file) ? file : `${file}.md`, month: found[1] ?? (inWords === null ? null : `${inWords[1] ?? ''}-${inWords[2] ?? ''}`), title: inWords?.[3] ?? words }];
  });
}

/** A note with the properties by which the program knows a notice, for every item of a page. */
function notesOf(page: string): Record<string, string> {
  return Object.fromEntries(
    listedOn(page).map(({ file, title, month }) => {
      const type = file.startsWith('下架') ? '下架通报' : '侵害通报';
      return [`通报/${file}`, `---\ntitle: "${title}"\n通报类型: ${type}\n${month === null ? batchLines(title) : `发布日期: ${month}-15\n`}---\n\n正文\n`];
    }),
  );
}

const CHINESE = '零一二三四五六七';

function batchLines(title: string): string {
  const full = /（(\d{4})年第(\d+)批，总第(\d+)批）/.exec(title);
  if (full !== null) return `年度批次: ${full[1] ?? ''}-${(full[2] ?? '').padStart(2, '0')}\n总批次: ${full[3] ?? ''}\n发布日期: ${full[1] ?? ''}-06-15\n`;
  const early = /（(?:(\d{4})年)?第([一二三四五六七])批）/.exec(title);
  const number = CHINESE.indexOf(early?.[2] ?? '');
  return early?.[1] === undefined ? `年度批次: 2019-0${number}\n总批次: ${number}\n` : `年度批次: ${early[1]}-0${number}\n总批次: ${number + 2}\n`;
}

async function plan(page: string, notes: Record<string, string>, path = INDEX): Promise<{ after: string; plan: Plan }> {
  const vault = memoryVault({ ...notes, [path]: page });
  const made = await planIndex(vault, { ...DEFAULT_SETTINGS, indexNote: path });
  expect(made.changes.map((change) => change.path).filter((one) => one !== path)).toEqual([]);
  expect((await applyPlan(made, vault)).failed).toEqual([]);
  return { after: vault.files.get(path) ?? '', plan: made };
}

describe.skipIf(!HAS_SHARED)('a campaign page kept in Obsidian', () => {
  const page = HAS_SHARED ? pageOf('seeds/obsidian-campaign-page.md') : '';
  const notes = HAS_SHARED ? notesOf(page) : {};
  const items = listedOn(page);

  it('is left alone where its notices are in place', async () => {
    expect(items.length).toBe(45);
    const made = await plan(page, notes);
    expect(made.plan.changes).toEqual([]);
    expect(made.plan.diagnostics).toEqual([]);
  });

  it('is left alone where its notices were imported, and names those that were not', async () => {
    const vault = memoryVault({ [INDEX]: page });
    const report = await planImport(archiveFiles('notices').map(({ path, bytes }) => ({ fileName: path, bytes })), vault, { parseHtml }, DEFAULT_SETTINGS);
    expect(report.plan.changes.filter((change) => change.path === INDEX)).toEqual([]);
    expect(report.plan.diagnostics.filter((d) => d.file === INDEX).map(({ code }) => code)).toContain('index-entries-without-note');
  });

  it('is as it was once its shuffled lists are put in order', async () => {
    const lines = page.split('\n');
    const places = ['> +   [', '> +   20'].map((start) => lines.flatMap((line, i) => (line.startsWith(start) && ITEM.test(line) ? [i] : [])));
    let shuffles = 0;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(places[0] ?? [], { minLength: 32 }), fc.shuffledSubarray(places[1] ?? [], { minLength: 13 }), fc.boolean(), fc.boolean(), async (first, second, hasNotes, isWindows) => {
        const mixed = [...lines];
        (places[0] ?? []).forEach((place, i) => { mixed[place] = lines[first[i] ?? 0] ?? ''; });
        (places[1] ?? []).forEach((place, i) => { mixed[place] = lines[second[i] ?? 0] ?? ''; });
        const eol = isWindows ? '\r\n' : '\n';
        expect((await plan(mixed.join(eol), hasNotes ? notes : {})).after).toBe(lines.join(eol));
        shuffles += 1;
      }), { seed: 5, numRuns: 150 },
    );
    expect(shuffles).toBe(150);
  });

  it('gets each line back that was left out, byte for byte', async () => {
    for (const { line } of items) {
      const without = page.replace(`${line}\n`, '');
      expect(without).not.toBe(page);
      expect((await plan(without, notes)).after).toBe(page);
    }
  });

  it('gets all lines of a list back', async () => {
    const takedowns = items.filter(({ month }) => month !== null).map(({ line }) => `${line}\n`).join('');
    const half = items.filter((_, i) => i % 2 === 0);
    for (const left of [page.replace(takedowns, ''), half.reduce((text, { line }) => text.replace(`${line}\n`, ''), page)]) {
      expect(left).not.toBe(page);
      expect((await plan(left, notes)).after).toBe(page);
    }
  });
});

describe.skipIf(!HAS_SHARED).each([['seeds/wikijs-campaign-page.md'], ['archive/wikijs-2021/APP侵害用户权益专项整治行动.md']])('a campaign page kept in Wiki.js: %s', (file) => {
  const page = HAS_SHARED ? pageOf(file) : '';
  const notes = HAS_SHARED ? notesOf(page) : {};
  const items = listedOn(page);
  const TRUE_PLACES = [1, 2, 3, 6, 5, 9, 7, 8, 4, 11, 10, 12, 13, 14, 15, 16, 17, 18, 19];

  /** The page with its 侵害 lines in the order of their batches, told here by hand. */
  function inOrder(): string {
    const lines = page.split('\n');
    const first = lines.findIndex((line) => ITEM.test(line));
    return [...lines.slice(0, first), ...TRUE_PLACES.map((place) => lines[first + place - 1] ?? ''), ...lines.slice(first + TRUE_PLACES.length)].join('\n');
  }

  it('has its wrong order put right and nothing else changed, with its notes and without', async () => {
    expect(items.length).toBe(31);
    expect(inOrder()).not.toBe(page);
    expect((await plan(page, notes)).after).toBe(inOrder());
    expect((await plan(page, {})).after).toBe(inOrder());
    expect((await plan(inOrder(), notes)).plan.changes).toEqual([]);
  });

  it('gets a line back in its own style where its notes lie where its links lead', async () => {
    const atLinks = Object.fromEntries(Object.entries(notes).map(([path, text]) => [path.replace(/^通报\//, 'punish/APP侵害用户权益专项整治行动/'), text]));
    for (const { line } of items) expect((await plan(inOrder().replace(`${line}\n`, ''), atLinks)).after).toBe(inOrder());
  });
});

describe.skipIf(!HAS_SHARED)('the index of the archive', () => {
  it('is left alone: what has a note is found through dead prefixes, what has none is named once', async () => {
    const page = pageOf('archive/index.md');
    const vault = memoryVault({ [INDEX]: page });
    const sources = archiveFiles('notices').map(({ path, bytes }) => ({ fileName: path, bytes }));
    const report = await planImport(sources, vault, { parseHtml }, DEFAULT_SETTINGS);
    expect(report.plan.changes.filter((change) => change.path === INDEX)).toEqual([]);
    expect((await applyPlan(report.plan, vault)).failed).toEqual([]);
    const again = await planIndex(vault, DEFAULT_SETTINGS);
    expect(again.changes).toEqual([]);
    expect(again.diagnostics.map(({ code, values }) => [code, values['count']])).toEqual([['index-entries-without-note', 16], ['index-link-dead', 29]]);
  });
});
