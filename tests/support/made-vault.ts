/** Vaults made by importing notices in tests, and what of them a test compares. */
import { expect } from 'vitest';
import { planImport, type ImportReport } from '../../src/import-notices';
import { applyPlan } from '../../src/plan/apply-plan';
import type { Plan } from '../../src/plan/plan';
import { takeOwnText } from '../../src/notes/own-text';
import { readProperties } from '../../src/notes/properties';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import type { MemoryVault } from './memory-vault';
import { parseHtml } from './parse-html';

export const HOST = { parseHtml };
export const APPS = DEFAULT_SETTINGS.folders.apps;

/** Imports texts in one go. */
export async function importTexts(vault: MemoryVault, texts: readonly string[], settings: Settings = DEFAULT_SETTINGS): Promise<ImportReport> {
  const sources = texts.map((text, i) => ({ fileName: `source-${i + 1}.md`, bytes: new TextEncoder().encode(text) }));
  const report = await planImport(sources, vault, HOST, settings);
  await apply(vault, report.plan);
  return report;
}

/** Applies a plan that must succeed. */
export async function apply(vault: MemoryVault, plan: Plan): Promise<void> {
  const result = await applyPlan(plan, vault);
  expect({ failed: result.failed, notDone: result.notDone }).toEqual({ failed: [], notDone: [] });
}

/** The rows of an app's record as they stand, without the head of the table. */
export function recordRows(note: string): readonly string[] {
  return (/> \[!abstract\][+-]? 通报记录\r?\n([\s\S]*?)\r?\n\r?\n/.exec(note)?.[1] ?? '').split(/\r?\n/).filter((line) => line.startsWith('> |')).slice(2);
}

/** What a note says: its properties by name, its record, its user's text. */
export function readAppNote(note: string): { readonly properties: Readonly<Record<string, unknown>>; readonly record: readonly string[]; readonly own: string } {
  return { properties: { ...readProperties(note) }, record: recordRows(note), own: takeOwnText(note).text };
}

/** The app notes of a vault by path. */
export function appNotes(vault: MemoryVault): ReadonlyMap<string, string> {
  return new Map([...vault.files].filter(([, text]) => readProperties(text)?.['通报类型'] === '应用'));
}

/** Adds to the user's part of an app note. */
export function writeOwnText(vault: MemoryVault, path: string, text: string): void {
  const note = vault.files.get(path) ?? '';
  if (!note.includes('## 笔记\n\n')) throw new Error(`no place for text in ${path}`);
  vault.files.set(path, note.replace('## 笔记\n\n', () => `## 笔记\n\n${text}`));
}
