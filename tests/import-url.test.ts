/** What is fetched and what is not, with a fetcher that only notes what it is asked. */
import { describe, expect, it } from 'vitest';
import { nodeReaderHost } from '../cli/html';
import { fetchSources, type Fetcher } from '../src/import-url';
import { noticePage } from './support/page-with-list';

function recorder(attachments: string): { readonly asked: string[]; readonly fetcher: Fetcher } {
  const asked: string[] = [];
  const fetcher: Fetcher = (url) => {
    asked.push(url);
    const bytes = new TextEncoder().encode(asked.length === 1 ? noticePage({ attachments }) : 'x');
    return Promise.resolve({ status: 200, contentType: asked.length === 1 ? 'text/html' : '', bytes, finalUrl: url });
  };
  return { asked, fetcher };
}

const links = (...hrefs: readonly string[]): string => hrefs.map((href, at) => `<p>附件${at + 1}：<a href="${href}">名单${at + 1}.docx</a></p>`).join('');

describe('fetchSources', () => {
  it('asks for the page and the documents that its article links to, each once', async () => {
    const { asked, fetcher } = recorder(`${links('/a/1.docx', 'https://files.example.com/2.docx', '/a/1.docx#x')}<p><a href="/next.html">下一页</a><a href="javascript:void(0)">名单.docx</a></p>`);
    await fetchSources('https://www.example.gov.cn/art/1.html', fetcher, nodeReaderHost);
    expect(asked).toEqual(['https://www.example.gov.cn/art/1.html', 'https://www.example.gov.cn/a/1.docx', 'https://files.example.com/2.docx']);
  });

  it('asks no computer at home because a page says so', async () => {
    const { asked, fetcher } = recorder(links('http://127.0.0.1:8080/1.docx', 'http://192.168.1.1/1.docx', 'http://router/1.docx', 'http://[::1]/1.docx', 'file:///etc/1.docx'));
    await fetchSources('https://www.example.gov.cn/art/1.html', fetcher, nodeReaderHost);
    expect(asked).toEqual(['https://www.example.gov.cn/art/1.html']);
  });

  it('asks the archive for the files of an archived page', async () => {
    const { asked, fetcher } = recorder(links('/web/20241121000000/https://www.example.gov.cn/a/1.docx'));
    const { sources } = await fetchSources('https://web.archive.org/web/20241121000000/https://www.example.gov.cn/art/1.html', fetcher, nodeReaderHost);
    expect(asked[1]).toBe('https://web.archive.org/web/20241121000000id_/https://www.example.gov.cn/a/1.docx');
    expect(sources).toHaveLength(2);
  });

  it('stops after twenty files and says so', async () => {
    const { asked, fetcher } = recorder(links(...Array.from({ length: 25 }, (_, at) => `/a/${at}.docx`)));
    const { diagnostics } = await fetchSources('https://www.example.gov.cn/art/1.html', fetcher, nodeReaderHost);
    expect(asked).toHaveLength(21);
    expect(diagnostics.map(({ code, values }) => [code, values['count']])).toEqual([['too-many-attachments', 25]]);
  });

  it('tells before each address which it is of how many', async () => {
    const { fetcher } = recorder(links('/a/1.docx', '/a/2.docx'));
    const told: (readonly [number, number, string])[] = [];
    await fetchSources('https://www.example.gov.cn/art/1.html', fetcher, nodeReaderHost, { onProgress: (...one) => told.push(one) });
    expect(told).toEqual([[0, 1, 'https://www.example.gov.cn/art/1.html'], [1, 3, 'https://www.example.gov.cn/a/1.docx'], [2, 3, 'https://www.example.gov.cn/a/2.docx']]);
  });

  it.each([1, 2])('asks for nothing more once it is stopped at address %i', async (last) => {
    const { asked, fetcher } = recorder(links('/a/1.docx', '/a/2.docx'));
    const { isComplete } = await fetchSources('https://www.example.gov.cn/art/1.html', fetcher, nodeReaderHost, { shouldStop: () => asked.length === last });
    expect(asked).toHaveLength(last);
    expect(isComplete).toBe(false);
  });

  it('asks nothing where the word is no web address', async () => {
    const { asked, fetcher } = recorder('');
    const { sources, diagnostics } = await fetchSources('obsidian://open?vault=x', fetcher, nodeReaderHost);
    expect({ asked, sources, codes: diagnostics.map(({ code }) => code) }).toEqual({ asked: [], sources: [], codes: ['address-not-web'] });
  });

  it('records the time in Beijing and the hash of the bytes', async () => {
    const fetcher: Fetcher = (url) => Promise.resolve({ status: 200, contentType: 'text/plain', bytes: new TextEncoder().encode('abc'), finalUrl: url });
    const { sources } = await fetchSources('https://www.example.gov.cn/1.txt', fetcher, nodeReaderHost, { now: () => new Date('2026-01-01T20:00:00Z') });
    expect(sources[0]?.fetched).toEqual({ address: 'https://www.example.gov.cn/1.txt', at: '2026-01-02T04:00:00', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', isPage: false });
  });
});
