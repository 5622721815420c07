/** `parse FILE… [--json]`: what the documents say. Writes nothing but its output. */
import { describeDiagnostic, describePlace, severityOf } from '../../src/document/diagnostic';
import type { Language } from '../../src/document/diagnostic';
import { readDocument } from '../../src/document/read-document';
import type { Notice } from '../../src/notice/notice';
import { recogniseNotice } from '../../src/notice/recognise';
import { complainOfDiagnostics, complainOfSources, ofFile } from '../complaints';
import type { ExitCode } from '../exit-code';
import { nodeReaderHost } from '../html';
import { noticeJson } from '../notice-json';
import { collectSources } from '../source-files';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES } from '../texts';

/** Prints what each file says, as text or as one JSON object a line (docs/notice-json.md). 1 where a file was not read. */
export async function runParse(command: { readonly sources: readonly string[]; readonly json: boolean }, terminal: Terminal): Promise<ExitCode> {
  const { sources, problems } = collectSources(command.sources);
  complainOfSources(problems, terminal);
  let errors = problems.length;
  for (const { fileName, bytes } of sources) {
    const read = await readDocument({ fileName, bytes }, nodeReaderHost);
    if (!read.ok) {
      complainOfDiagnostics(ofFile(fileName, read.diagnostics), terminal);
      errors += 1;
      continue;
    }
    const notice = recogniseNotice(read.document);
    if (command.json) terminal.out(JSON.stringify(noticeJson(fileName, notice, terminal.language)));
    else for (const line of describeNotice(fileName, notice, terminal.language)) terminal.out(printable(line));
    errors += complainOfDiagnostics(ofFile(fileName, notice.diagnostics), terminal).errors;
  }
  return errors > 0 ? 1 : 0;
}

/** A notice in a few lines: the title under the file, then what was understood, then what was mended. */
function describeNotice(file: string, notice: Notice, language: Language): string[] {
  const facts = [
    notice.kind,
    notice.series,
    notice.date,
    notice.agency,
    ...describeBatch(notice.batch, language),
    notice.deadline === null ? null : fill(SENTENCES.mendBy[language], { date: notice.deadline.date }),
    notice.statedCount === null ? null : fill(SENTENCES.stated[language], { count: notice.statedCount.number }),
  ].filter((fact) => fact !== null);
  const lists = notice.lists.map((list, index) => fill(SENTENCES[list.caption === null ? 'untitledList' : 'list'][language], { list: index + 1, caption: list.caption ?? '', count: list.entries.length }));
  const remarks = notice.diagnostics.filter((each) => severityOf(each) === 'note').map((each) => {
    const place = describePlace(each.place, language);
    return `${place === '' ? '' : `${place}${language === 'zh' ? '：' : ': '}`}${describeDiagnostic(each, language)}`;
  });
  return [file, ...[notice.title, facts.join(' · '), ...lists, ...remarks].map((line) => `  ${line}`)];
}

/** Batch of the year and total batch, as far as they are known. */
function describeBatch(batch: Notice['batch'], language: Language): readonly string[] {
  const { year = null, number = null, total = null } = batch ?? {};
  return [
    ...(number === null ? [] : [fill(SENTENCES[year === null ? 'batch' : 'batchOfYear'][language], { number, year: year ?? '' })]),
    ...(total === null ? [] : [fill(SENTENCES.totalBatch[language], { total })]),
  ];
}
