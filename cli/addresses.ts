/** Addresses among the sources that the user names. */
import { fetchSources, type FetchedSources } from '../src/import-url';
import { nodeFetcher } from './fetch';
import { nodeReaderHost } from './html';

/** Whether a word of the user is an address of the web and no file. */
export function isAddress(word: string): boolean {
  return /^https?:\/\//i.test(word);
}

/** Fetches all that are addresses, one after another, in the order given. */
export async function fetchAddresses(words: readonly string[]): Promise<FetchedSources> {
  const fetcher = nodeFetcher();
  const all: FetchedSources[] = [];
  for (const word of new Set(words.filter(isAddress))) all.push(await fetchSources(word, fetcher, nodeReaderHost));
  return { sources: all.flatMap(({ sources }) => sources), diagnostics: all.flatMap(({ diagnostics }) => diagnostics), isComplete: all.every(({ isComplete }) => isComplete) };
}
