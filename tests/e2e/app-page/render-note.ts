/** Draws a note roughly as the app's reading view does: properties, callouts, tables, links. For pictures and for tests of what a reader sees. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { Marked, type Tokens } from 'marked';
import { frontMatterEnd } from '../../support/obsidian-host/link-syntax';

const CALLOUT = /^\[!([\w-]+)\]([+-]?)[ \t]*(.*)$/;

/** Replaces what an element shows by a note. */
export function renderNote(view: HTMLElement, text: string, open: (target: string) => void): void {
  view.empty();
  const sizer = view.createDiv('markdown-preview-view markdown-rendered').createDiv('markdown-preview-sizer');
  const end = frontMatterEnd(text);
  const properties = readProperties(text.slice(0, end));
  drawProperties(sizer, properties);
  for (const name of toList(properties['cssclasses'])) sizer.parentElement?.addClass(name);
  const body = sizer.createDiv();
  // Notes in these tests are the plugin's own output; the parsed page is moved over, so nothing of it is a string of HTML here.
  const page = new DOMParser().parseFromString(renderMarkdown(text.slice(end)), 'text/html');
  body.append(...page.body.childNodes);
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a.internal-link')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      open(link.dataset['href'] ?? '');
    });
  }
}

function readProperties(block: string): Record<string, unknown> {
  if (block === '') return {};
  const yaml = block.replace(/^---[ \t]*\r?\n/, '').replace(/---[ \t]*$/, '');
  return (load(yaml, { schema: CORE_SCHEMA }) ?? {}) as Record<string, unknown>;
}

function toList(value: unknown): string[] {
  return (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).map(String);
}

function drawProperties(parent: HTMLElement, properties: Record<string, unknown>): void {
  const list = parent.createEl('dl', 'metadata-container');
  for (const [name, value] of Object.entries(properties)) {
    list.createEl('dt', { text: name });
    list.createEl('dd', { text: toList(value).map((item) => item.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/, '$1')).join('，') });
  }
}

/** Markdown of a note as HTML. Comments (`%% %%`) and block ids are not shown. */
export function renderMarkdown(text: string): string {
  const shown = text.replace(/%%[\s\S]*?%%/g, '').replace(/^\^[A-Za-z0-9-]+[ \t]*$/gm, '');
  return marked.parse(shown, { async: false });
}

const marked: Marked = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'wikiLink',
      level: 'inline',
      start: (source) => source.indexOf('[['),
      tokenizer(source) {
        const match = /^\[\[([^[\]|]+?)(?:\\?\|([^[\]]+))?\]\]/.exec(source);
        if (!match) return undefined;
        const [raw, target = '', alias] = match;
        return { type: 'wikiLink', raw, target: target.replace(/\\$/, ''), text: alias ?? target };
      },
      renderer: (token) => `<a class="internal-link" data-href="${escapeHtml(String(token['target']))}">${escapeHtml(String(token['text']))}</a>`,
    },
  ],
  renderer: {
    blockquote({ tokens, text }: Tokens.Blockquote): string {
      const [first = '', ...rest] = text.split('\n');
      const callout = CALLOUT.exec(first);
      if (!callout) return `<blockquote>${this.parser.parse(tokens)}</blockquote>`;
      const [, type = '', fold = '', title = ''] = callout;
      const content = `<div class="callout-content">${marked.parse(rest.join('\n'), { async: false })}</div>`;
      return `<div class="callout" data-callout="${escapeHtml(type.toLowerCase())}" data-callout-fold="${fold}"><div class="callout-title">${marked.parseInline(title, { async: false })}</div>${content}</div>`;
    },
    link({ href, tokens }: Tokens.Link): string {
      const text = this.parser.parseInline(tokens);
      const isInternal = !/^[a-z][a-z0-9+.-]*:/i.test(href);
      return isInternal ? `<a class="internal-link" data-href="${escapeHtml(decodeURI(href))}">${text}</a>` : `<a class="external-link" href="${escapeHtml(href)}">${text}</a>`;
    },
  },
});

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
