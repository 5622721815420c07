/** The pane that shows what the vault comes to: counts, what is to come, years, the most frequent problems and developers. */
import type { App } from 'obsidian';
import type { Language } from '../document/diagnostic';
import { readOverview, type Frequency, type Overview, type YearCount } from '../insight/overview';
import { localTime } from '../plan/local-time';
import { addAside } from './aside';
import { CHECK_PANE } from './check-pane';
import type { CommandContext } from './command-context';
import { openImportWindow } from './import-commands';
import { drawNoteLink } from './note-link';
import { OVERVIEW_TEXTS, type OverviewTexts } from './overview-texts';
import { openPane, type Pane } from './pane-view';

/** Type of the view, by which layouts name it: never to be changed. */
export const OVERVIEW_PANE = 'regulatory-notices-overview';

/** @param ready gives the vault once it is there */
export function overviewPane(ready: Promise<CommandContext>, language: Language): Pane {
  const texts = OVERVIEW_TEXTS[language];
  return {
    type: OVERVIEW_PANE, title: texts.title, icon: 'chart-no-axes-column', startsItself: true, start: texts.show, again: texts.again,
    look: async ({ shouldStop }) => {
      const context = await ready;
      const overview = await readOverview(context.vault, context.settings(), { today: localTime(new Date().toISOString()).slice(0, 10) });
      return shouldStop() ? null : (body) => drawOverview(body, context, overview, texts);
    },
  };
}

function drawOverview(body: HTMLElement, context: CommandContext, overview: Overview, texts: OverviewTexts): void {
  const { app } = context;
  const isEmpty = overview.years.length + overview.apps.all + overview.total.news === 0;
  if (isEmpty) body.createEl('p', { cls: 'regulatory-notices-summary', text: texts.empty });
  const buttons = body.createDiv('regulatory-notices-pane-buttons');
  buttons.createEl('button', { text: texts.import, ...(isEmpty ? { cls: 'mod-cta' } : {}) }).addEventListener('click', () => openImportWindow(context));
  if (isEmpty) return;
  buttons.createEl('button', { text: texts.check }).addEventListener('click', () => void openPane(app, CHECK_PANE));
  drawCounts(body, overview, texts);
  drawLatest(body, app, overview, texts);
  drawYears(body, overview.years, texts);
  drawFrequencies(body, texts.problems, overview.problems, texts);
  drawFrequencies(body, texts.developers, overview.developers, texts);
}

function drawCounts(body: HTMLElement, { total: { infringement, takedown }, apps }: Overview, texts: OverviewTexts): void {
  const counts: readonly (readonly [name: string, count: number])[] = [
    [texts.infringement, infringement.notices],
    [texts.takedown, takedown.notices],
    [texts.entries, infringement.entries + takedown.entries],
    [texts.apps, apps.all],
    [texts.namedAgain, apps.namedAgain],
    [texts.takenDown, apps.takenDown],
    [texts.namedAfterTakedown, apps.namedAfterTakedown],
  ];
  const list = body.createEl('dl', 'regulatory-notices-counts');
  for (const [name, count] of counts) {
    const item = list.createDiv();
    item.createEl('dt', { text: name });
    item.createEl('dd', { text: String(count) });
  }
}

function drawLatest(body: HTMLElement, app: App, { lastNotice, deadlines, watched }: Overview, texts: OverviewTexts): void {
  drawLinks(body, texts.lastNotice, lastNotice === null ? [] : [lastNotice], app, ({ path, title, date }) => ({ path, text: title, aside: date ?? '' }));
  drawLinks(body, texts.deadlines, deadlines, app, ({ path, label, deadline }) => ({ path, text: label, aside: texts.mendBy(deadline) }));
  drawLinks(body, texts.watched, watched, app, ({ path, name, status, lastNamed }) => ({ path, text: name, aside: [status ?? '', lastNamed === null ? '' : texts.lastNamed(lastNamed)].filter((part) => part !== '').join(' · ') }));
}

function drawLinks<T>(body: HTMLElement, title: string, items: readonly T[], app: App, describe: (item: T) => { readonly path: string; readonly text: string; readonly aside: string }): void {
  if (items.length === 0) return;
  body.createEl('h3', { text: title });
  const list = body.createEl('ul');
  for (const each of items) {
    const { path, text, aside } = describe(each);
    const item = list.createEl('li', 'regulatory-notices-source');
    drawNoteLink(item, app, path, text);
    if (aside === '') item.addClass('regulatory-notices-link-alone');
    else addAside(item, aside);
  }
}

function drawYears(body: HTMLElement, years: readonly YearCount[], texts: OverviewTexts): void {
  if (years.length === 0) return;
  body.createEl('h3', { text: texts.years });
  const table = body.createEl('table', 'regulatory-notices-years');
  const head = table.createEl('thead').createEl('tr');
  for (const text of [texts.year, texts.infringement, texts.takedown]) head.createEl('th', { text, attr: { scope: 'col' } });
  const rows = table.createEl('tbody');
  for (const { year, infringement, takedown } of years) {
    const row = rows.createEl('tr');
    row.createEl('th', { text: year === null ? texts.noDate : String(year), attr: { scope: 'row' } });
    for (const { notices, entries } of [infringement, takedown]) row.createEl('td', { text: texts.inYear(notices, entries) });
  }
}

/** A bar behind each line says how it compares with the first. */
function drawFrequencies(body: HTMLElement, title: string, frequencies: readonly Frequency[], texts: OverviewTexts): void {
  const [first] = frequencies;
  if (first === undefined) return;
  body.createEl('h3', { text: title });
  const list = body.createEl('ol', 'regulatory-notices-ranking');
  for (const { name, apps } of frequencies) {
    const item = list.createEl('li');
    item.setCssProps({ '--regulatory-notices-share': `${(apps / first.apps) * 100}%` });
    item.createSpan({ text: name });
    item.createSpan({ cls: 'regulatory-notices-count', text: texts.ofApps(apps) });
  }
}
