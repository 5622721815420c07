/** The command "Import notice from URL…", from the palette to the notes in the vault. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import manifest from '../../manifest.json';
import { describeDiagnostic } from '../../src/document/diagnostic';
import { fetchSources } from '../../src/import-url';
import RegulatoryNoticesPlugin from '../../src/main';
import { obsidianFetcher } from '../../src/obsidian/fetch';
import { obsidianReaderHost } from '../../src/obsidian/reader-host';
import { App } from '../support/obsidian-host';
import { enablePlugin, offeredCommands, runCommand } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';
import { setWeb, type WebAnswer } from '../support/obsidian-host/requests';
import { listDocx, noticePage, PAGE_TITLE } from '../support/page-with-list';
import { waitFor } from '../support/wait-for';

const COMMAND = 'regulatory-notices:import-notice-from-url';
const ADDRESS = 'https://www.example.gov.cn/art/1.html';
const FILE = 'https://www.example.gov.cn/attach/1.docx';
const PAGE = { type: 'text/html; charset=utf-8', body: noticePage({ attachments: '<p>附件：<a href="../attach/1.docx">存在问题的APP名单.docx</a></p>' }) };

let app: App;
let plugin: Awaited<ReturnType<typeof enablePlugin>>;

beforeAll(() => {
  installNodeDom();
});

beforeEach(async () => {
  activeDocument.body.empty();
  app = new App();
  plugin = await enablePlugin(app, RegulatoryNoticesPlugin, manifest);
});

afterEach(() => setWeb(null));

const all = (selector: string): HTMLElement[] => [...activeDocument.querySelectorAll<HTMLElement>(selector)];
const shown = (): string => all('.modal').map((modal) => modal.textContent).join('\n');

function press(name: string): void {
  const button = all('.modal button').find((each) => each.textContent === name);
  if (!button) throw new Error(`There is no button ${name}.`);
  button.click();
}

function type(text: string): void {
  const input = activeDocument.querySelector<HTMLInputElement>('.modal input[inputmode="url"]');
  if (input === null) throw new Error('There is no field.');
  input.value = text;
  input.dispatchEvent(new (input.ownerDocument.defaultView?.Event ?? Event)('input'));
}

const fetchIt = (address: string): void => {
  runCommand(app, COMMAND);
  type(address);
  press('Fetch');
};

describe('import from a URL', () => {
  it('is offered always', () => {
    expect(offeredCommands(app).get(COMMAND)).toBe('Regulatory Notices: Import notice from URL…');
  });

  it('shows what it read, writes nothing before the user says so, then notes and copies', async () => {
    setWeb({ [ADDRESS]: PAGE, [FILE]: { body: listDocx() } });
    fetchIt(ADDRESS);
    await waitFor(() => expect(shown()).toContain('Import preview'));
    expect(shown()).toContain(PAGE_TITLE);
    expect(shown()).toContain('2 entries');
    expect(app.vault.getFiles()).toEqual([]);
    press('Import');
    await waitFor(() => expect(shown()).toContain('Import finished'));
    const paths = app.vault.getFiles().map((file) => file.path);
    expect(paths).toEqual(expect.arrayContaining([`通报/侵害通报/${PAGE_TITLE}.md`, '通报/应用/青禾相册.md']));
    const copy = app.vault.getFiles().find((file) => file.extension === 'docx');
    expect(copy?.path).toMatch(/^通报\/附件\/存在问题的APP名单 [0-9a-f]{12}\.docx$/);
    expect(copy === undefined ? null : new Uint8Array(await app.vault.readBinary(copy))).toEqual(listDocx());
    const note = app.vault.peek(`通报/侵害通报/${PAGE_TITLE}.md`);
    expect(note).toContain(`[[${copy?.path ?? ''}|`);
    expect(note).toContain(`](${FILE})`);
  });

  it('asks again for what is no address, and goes nowhere', () => {
    setWeb({});
    fetchIt('关于侵害用户权益行为的APP通报');
    expect(shown()).toContain('Enter an address that begins with https:// or http://.');
    type('obsidian://open');
    press('Fetch');
    expect(shown()).toContain('Enter an address');
  });

  it('names a page that is not there, and a network that is not', async () => {
    setWeb({});
    fetchIt(ADDRESS);
    await waitFor(() => expect(shown()).toContain(`${ADDRESS}: The server answered with status 404.`));
    setWeb(null);
    press('Fetch');
    await waitFor(() => expect(shown()).toContain('ERR_INTERNET_DISCONNECTED'));
    expect(shown()).toContain('No sources added yet.');
  });

  it('gives up a server that does not answer, and says so in the language of the user', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    setWeb(() => new Promise(() => undefined));
    const asked = fetchSources(ADDRESS, obsidianFetcher, obsidianReaderHost);
    await vi.advanceTimersByTimeAsync(60_000);
    const { sources, diagnostics } = await asked;
    expect(sources).toEqual([]);
    expect(diagnostics.map((each) => describeDiagnostic(each, 'zh'))).toEqual(['服务器在 60 秒内没有响应，请稍后再试。']);
  });

  it('offers the page where a file of it cannot be had, and names the file', async () => {
    setWeb({ [ADDRESS]: PAGE });
    fetchIt(ADDRESS);
    await waitFor(() => expect(shown()).toContain(`${FILE}: The server answered with status 404.`));
    expect(shown()).toContain('1 source');
    press('Preview');
    await waitFor(() => expect(shown()).toContain('Import preview'));
    expect(shown()).toContain('No list of apps');
  });
});

describe('a fetch that is under way', () => {
  const NEXT = 'https://www.example.gov.cn/art/2.html';
  const TEXT = `# ${PAGE_TITLE}\n\n| 序号 | 应用名称 | 应用开发者 |\n|---|---|---|\n| 1 | 青禾相册 | 杭州青禾科技有限公司 |\n`;

  /** A web that answers each address when it is told to. */
  function slowWeb(pages: Readonly<Record<string, WebAnswer>>): { readonly asked: string[]; answer: (url: string) => Promise<void> } {
    const waiting = new Map<string, () => void>();
    const asked: string[] = [];
    setWeb((url) => {
      asked.push(url);
      return new Promise((resolve) => waiting.set(url, () => resolve(pages[url] ?? { status: 404 })));
    });
    return {
      asked,
      answer: async (url) => {
        await waitFor(() => expect(asked).toContain(url));
        waiting.get(url)?.();
        // The digest of what came is reckoned outside the page: so long a further request may take to be made.
        for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
      },
    };
  }

  const WEB = { [ADDRESS]: PAGE, [NEXT]: PAGE, [FILE]: { body: listDocx() } };
  const enter = (): void => {
    const input = activeDocument.querySelector('.modal input[inputmode="url"]');
    const event = Object.assign(new (activeDocument.defaultView?.Event ?? Event)('keydown'), { key: 'Enter' });
    input?.dispatchEvent(event);
  };
  const paste = (text: string): void => {
    const box = activeDocument.querySelector('textarea');
    if (box === null) throw new Error('There is no box.');
    box.value = text;
    box.dispatchEvent(new (activeDocument.defaultView?.Event ?? Event)('input'));
  };
  const sources = (): (string | null)[] => all('.regulatory-notices-chosen li').map((item) => item.textContent);

  it('shows which address it is at, of how many', async () => {
    const { asked, answer } = slowWeb(WEB);
    fetchIt(ADDRESS);
    await waitFor(() => expect(asked).toEqual([ADDRESS]));
    expect(shown()).toContain(`Fetching: ${ADDRESS}`);
    await answer(ADDRESS);
    await waitFor(() => expect(shown()).toContain(`Fetching 2 of 2: ${FILE}`));
    await answer(FILE);
    await waitFor(() => expect(shown()).toContain('Import preview'));
  });

  it.each<readonly [how: string, end: () => void]>([
    ['Stop', () => press('Stop')],
    ['Cancel', () => press('Cancel')],
    ['disabling the plugin', () => plugin.unload()],
  ])('asks for nothing more after %s', async (how, end) => {
    const { asked, answer } = slowWeb(WEB);
    fetchIt(ADDRESS);
    await waitFor(() => expect(asked).toEqual([ADDRESS]));
    end();
    await answer(ADDRESS);
    expect(asked).toEqual([ADDRESS]);
    expect(all('.modal')).toHaveLength(how === 'Stop' ? 1 : 0);
    expect(shown()).not.toContain('Fetching');
    expect(sources()).toEqual([]);
  });

  it('keeps the address when it is stopped, and drops what comes late, though another fetch has begun', async () => {
    const { asked, answer } = slowWeb(WEB);
    fetchIt(ADDRESS);
    await waitFor(() => expect(asked).toEqual([ADDRESS]));
    press('Stop');
    expect(activeDocument.querySelector<HTMLInputElement>('.modal input')?.value).toBe(ADDRESS);
    type(NEXT);
    press('Fetch');
    await waitFor(() => expect(asked).toEqual([ADDRESS, NEXT]));
    await answer(ADDRESS);
    expect(shown()).toContain(`Fetching: ${NEXT}`);
    expect(asked).toEqual([ADDRESS, NEXT]);
    await answer(NEXT);
    await waitFor(() => expect(asked).toEqual([ADDRESS, NEXT, FILE]));
    await answer(FILE);
    await waitFor(() => expect(shown()).toContain('Import preview'));
  });

  it('is one, however often Enter is pressed', async () => {
    const { asked, answer } = slowWeb(WEB);
    fetchIt(ADDRESS);
    for (let times = 0; times < 3; times += 1) enter();
    press('Fetch');
    await answer(ADDRESS);
    await answer(FILE);
    await waitFor(() => expect(shown()).toContain('Import preview'));
    expect(asked).toEqual([ADDRESS, FILE]);
  });

  it('ends where the user goes on without it: no page is taken from under him', async () => {
    const { asked, answer } = slowWeb(WEB);
    fetchIt(ADDRESS);
    paste(TEXT);
    press('Preview');
    await waitFor(() => expect(shown()).toContain('Import preview'));
    press('Import');
    await waitFor(() => expect(shown()).toContain('Import finished'));
    await answer(ADDRESS);
    expect(asked).toEqual([ADDRESS]);
    expect(shown()).toContain('Import finished');
    expect(shown()).toContain('Undo');
  });

  it('gives the address back to who goes back', async () => {
    const { asked, answer } = slowWeb(WEB);
    fetchIt(ADDRESS);
    paste(TEXT);
    press('Preview');
    await waitFor(() => expect(shown()).toContain('Import preview'));
    await answer(ADDRESS);
    press('Back');
    expect(sources()).toEqual(['Pasted text.md']);
    expect(shown()).not.toContain('Fetching');
    expect(activeDocument.querySelector<HTMLInputElement>('.modal input')?.value).toBe(ADDRESS);
    press('Fetch');
    await waitFor(() => expect(asked).toEqual([ADDRESS, ADDRESS]));
  });

  it('adds to the list and stays there where the user has begun to paste, and leaves what he writes into its field', async () => {
    const { answer } = slowWeb(WEB);
    fetchIt(ADDRESS);
    paste(TEXT);
    type(NEXT);
    await answer(ADDRESS);
    await answer(FILE);
    await waitFor(() => expect(sources()).toEqual(['1.html', '存在问题的APP名单.docx']));
    expect(shown()).not.toContain('Fetching');
    expect(activeDocument.querySelector<HTMLInputElement>('.modal input')?.value).toBe(NEXT);
  });
});
