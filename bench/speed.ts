/**
 * `npm run bench`: how long the work takes beside the least that it could take, on one machine in one run, as ratios.
 * Real notices are read from ../shared/archive where it stands beside the project; else the samples, several times over.
 */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as nodePath from 'node:path';
import { marked } from 'marked';
import { nodeReaderHost } from '../cli/html';
import { openJournalFolder } from '../cli/journal-folder';
import { openNodeVault } from '../cli/node-vault';
import { collectSources } from '../cli/source-files';
import type { SourceFile } from '../cli/source-files';
import { readDocument } from '../src/document/read-document';
import { planImport } from '../src/import-notices';
import { recogniseNotice } from '../src/notice/recognise';
import { applyWithJournal } from '../src/plan/apply-with-journal';
import { DEFAULT_SETTINGS } from '../src/settings';
import { prepareBinaryBench } from './binary-readers';
import { prepareLinkBench } from './link-names';
import { prepareReaderBench } from './readers';

/** Rounds of each job before any is counted. */
const WARM_UP = 12;
const PARSE_RUNS = 15;
const IMPORT_RUNS = 5;

/** A folder that is imported as one source. */
interface Corpus {
  readonly name: string;
  /** Every file, for parsing. */
  readonly all: readonly SourceFile[];
  /** Each notice once, for importing. */
  readonly once: readonly SourceFile[];
}

function readCorpus(): Corpus {
  const archive = nodePath.resolve('../shared/archive');
  if (fs.existsSync(archive)) {
    return { name: 'archive', all: markdownIn(archive), once: markdownIn(nodePath.join(archive, 'notices')) };
  }
  const once = markdownIn('samples');
  return { name: 'samples, eight times over', all: Array.from({ length: 8 }, () => once).flat(), once };
}

function markdownIn(folder: string): SourceFile[] {
  return collectSources([folder]).sources.filter(({ fileName }) => fileName.endsWith('.md'));
}

/** Milliseconds of each job: the medians of so many rounds, the jobs taking turns so that all see the same weather. */
async function medians<Name extends string>(rounds: number, jobs: Readonly<Record<Name, () => unknown>>): Promise<Record<Name, number>> {
  const names = Object.keys(jobs) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  // Rounds to warm up are not counted: the engine needs some to compile what is as large as a reader.
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const name of names) {
      // Nobody pays for the garbage of the job before; scripts/bench.mjs exposes the collector.
      (globalThis as { gc?: (options: { type: 'minor' }) => void }).gc?.({ type: 'minor' });
      const start = performance.now();
      await jobs[name]();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function readAll(sources: readonly SourceFile[], use: (document: Parameters<typeof recogniseNotice>[0]) => void): Promise<void> {
  for (const source of sources) {
    const read = await readDocument(source, nodeReaderHost);
    if (read.ok) use(read.document);
  }
}

function print(label: string, time: number, base?: number): void {
  const ratio = base === undefined ? '' : `   ${(time / base).toFixed(2)} ×`;
  console.log(`  ${label.padEnd(52)} ${time.toFixed(1).padStart(8)} ms${ratio}`);
}

async function benchParse({ name, all }: Corpus): Promise<void> {
  const texts = all.map(({ bytes }) => new TextDecoder().decode(bytes));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const { bare, read, parse } = await medians(PARSE_RUNS, {
    bare: () => texts.forEach((text) => void marked.lexer(text)),
    read: () => readAll(all, () => undefined),
    parse: () => readAll(all, (document) => recogniseNotice(document)),
  });
  console.log(`Parsing ${all.length} files, ${(length / 1000).toFixed(0)},000 characters (${name}), median of ${PARSE_RUNS}`);
  print('marked.lexer of the same text', bare);
  print('bytes to document', read, bare);
  print('bytes to notice (aim: 2.0)', parse, bare);
}

async function benchImport({ once }: Corpus): Promise<void> {
  const base = fs.mkdtempSync(nodePath.join(tmpdir(), 'regulatory-notices-bench-'));
  let folders = 0;
  const newFolder = (): string => nodePath.join(base, String((folders += 1)));
  const importAll = async (folder: string): Promise<void> => {
    // As the command line does it: the journal first, the notes flushed together at the end.
    const vault = openNodeVault(folder, 'later');
    const { plan } = await planImport(once, vault, nodeReaderHost, DEFAULT_SETTINGS);
    const result = await applyWithJournal(plan, vault, openJournalFolder(folder).store, { action: 'import', startedAt: '2026-03-01T08:00:00Z' });
    if (result.failed.length > 0) throw new Error(`not written: ${JSON.stringify(result.failed[0])}`);
  };
  try {
    const first = newFolder();
    await importAll(first);
    const files = fs.readdirSync(first, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('.obsidian')).map((entry) => {
      const path = nodePath.join(entry.parentPath, entry.name);
      return { path: nodePath.relative(first, path).split(nodePath.sep).join('/'), text: fs.readFileSync(path, 'utf8') };
    });
    const { plain, durable, whole, again } = await medians(IMPORT_RUNS, {
      plain: () => {
        const folder = newFolder();
        for (const { path, text } of files) {
          fs.mkdirSync(nodePath.join(folder, path, '..'), { recursive: true });
          fs.writeFileSync(nodePath.join(folder, path), text);
        }
      },
      durable: async () => {
        const vault = openNodeVault(newFolder());
        for (const { path, text } of files) await vault.create(path, text);
      },
      whole: () => importAll(newFolder()),
      again: () => importAll(first),
    });
    console.log(`Importing ${once.length} sources as ${files.length} notes, median of ${IMPORT_RUNS}`);
    print('writing the same files, flushed one by one', durable);
    print('whole import (aim: 1.5)', whole, durable);
    print('the same import again, nothing to change', again, durable);
    print('writing the same files, not flushed (for comparison)', plain, durable);
  } finally {
    fs.rmSync(base, { recursive: true, force: true });
  }
}

/** Places where an app is named, in a note as long as a book chapter, in a vault of 5,000 apps. */
async function benchLinks(): Promise<void> {
  const { build, propose, text } = prepareLinkBench();
  const { index, find } = await medians(PARSE_RUNS, { index: build, find: propose });
  console.log(`Names of 5,000 apps in ${(new TextEncoder().encode(text).length / 1000).toFixed(0)} KB of text, ${propose()} places found, median of ${PARSE_RUNS}`);
  print('building the index, once', index);
  print('reading the note and finding the names (aim: 30 ms)', find);
}

/** Lists of 2,000 rows in the formats that agencies attach. */
async function benchReaders(): Promise<void> {
  const { unpackDocx, readDocx, mammothDocx, unpackXlsx, readXlsx, exceljsXlsx, readHtml, parseHtml, readMarkdown, markedMarkdown } = await medians(IMPORT_RUNS, prepareReaderBench());
  console.log(`Reading a list of 2,000 rows, median of ${IMPORT_RUNS}; peers beside`);
  print('markdown: marked.lexer alone', markedMarkdown);
  print('markdown to document', readMarkdown, markedMarkdown);
  print('web page: linkedom alone', parseHtml);
  print('web page to document', readHtml, parseHtml);
  print('Word file: mammoth', mammothDocx);
  print('Excel file: exceljs', exceljsXlsx);
  print('unpacking the Word file to text', unpackDocx);
  print('Word file to document (aim: 150 ms)', readDocx, unpackDocx);
  print('unpacking the Excel file to text', unpackXlsx);
  print('Excel file to document (aim: 120 ms)', readXlsx, unpackXlsx);
  const { pdfAlone, readPdf, readXls, readRtf, readDoc } = await medians(IMPORT_RUNS, prepareBinaryBench());
  print('PDF: text and lines from pdf.js alone', pdfAlone);
  print('PDF to document', readPdf, pdfAlone);
  print('Word 97 file to document', readDoc);
  print('Excel 97 file to document', readXls);
  print('rich text to document', readRtf);
}

const corpus = readCorpus();
await benchParse(corpus);
await benchImport(corpus);
await benchLinks();
await benchReaders();
