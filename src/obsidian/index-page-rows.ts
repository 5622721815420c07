/** The rows of the further index pages on the settings page. What fits is saved; what does not stays as it was typed, with the reason at its field, and the row's last good values hold on. */
import { TextComponent, type Setting, type SettingDefinition, type SettingDefinitionList } from 'obsidian';
import { pathKey } from '../plan/paths';
import { readSettings, type IndexPageSetting, type Settings } from '../settings';
import type { SettingTexts } from './setting-texts';

const FIELDS = ['path', 'agency', 'year'] as const;
type Field = (typeof FIELDS)[number];

type Problem = 'badPath' | 'pageTaken' | 'badYear';

/** What the rows need of the settings page. */
interface IndexPagesPage {
  readonly texts: SettingTexts;
  readonly settings: () => Settings;
  /** Saves and draws the page anew. */
  readonly set: (key: string, value: unknown) => void;
  /** Saves and leaves the page as it is drawn, with the user in the field that he is in. */
  readonly keep: (key: string, value: unknown) => void;
}

interface Row {
  typed: Readonly<Record<Field, string>>;
  /** As it was last saved; null where it never was. */
  saved: IndexPageSetting | null;
}

/** What the user has in hand while the settings are open; one object for the page. */
export class IndexPageRows {
  private rows: readonly Row[] = [];
  private readonly shown = new Set<() => void>();

  /** The list as the settings page draws it. */
  list(page: IndexPagesPage): SettingDefinitionList {
    const { texts } = page;
    const rows = this.rowsOf(page.settings());
    const put = (next: readonly Row[]): void => {
      this.rows = next;
      this.settle(page.settings());
      page.set('indexPages', this.saved);
    };
    return {
      type: 'list',
      heading: texts.indexPages,
      emptyState: texts.noIndexPages,
      addItem: { name: texts.addIndexPage, action: () => put([...rows, { typed: { path: freePath(page.settings()), agency: '', year: '' }, saved: null }]) },
      onDelete: (at) => put(rows.filter((_, i) => i !== at)),
      items: rows.map((row, at): SettingDefinition => ({ name: texts.indexPage(at + 1), render: (setting) => this.draw(setting, row, page) })),
    };
  }

  /** The settings are closed: what could not be saved is gone. */
  forget(): void {
    this.rows = [];
  }

  private get saved(): readonly IndexPageSetting[] {
    return this.rows.flatMap(({ saved }) => saved ?? []);
  }

  /** Where the settings changed elsewhere, they count. */
  private rowsOf({ indexPages }: Settings): readonly Row[] {
    if (JSON.stringify(this.saved) !== JSON.stringify(indexPages)) this.rows = indexPages.map((saved) => ({ typed: typedOf(saved), saved }));
    return this.rows;
  }

  private draw(setting: Setting, row: Row, page: IndexPagesPage): () => void {
    setting.setClass('regulatory-notices-index-page');
    const grid = setting.controlEl.createDiv('regulatory-notices-page-fields');
    const fields = FIELDS.map((field) => {
      const label = page.texts.pageFields[field];
      const el = grid.createEl('label', 'regulatory-notices-field');
      el.createSpan({ text: label });
      const text = new TextComponent(el);
      text.inputEl.setAttr('aria-label', label);
      // Each letter would be too early to judge.
      text.inputEl.addEventListener('change', () => {
        row.typed = { ...row.typed, [field]: text.getValue() };
        this.settle(page.settings(), row);
        page.keep('indexPages', this.saved);
      });
      return { field, text, problem: el.createDiv({ cls: 'regulatory-notices-problem', attr: { role: 'alert' } }) };
    });
    const show = (): void => {
      const problems = this.problemsOf(row, page.settings());
      for (const { field, text, problem } of fields) {
        const found = problems[field];
        if (text.getValue() !== row.typed[field]) text.setValue(row.typed[field]);
        text.inputEl.setAttr('aria-invalid', found === undefined ? null : 'true');
        problem.setText(found === undefined ? '' : page.texts[found]);
      }
    };
    show();
    this.shown.add(show);
    return () => this.shown.delete(show);
  }

  /** Takes over what fits by now: a row may have waited for the path of another, which is why the one in hand goes first. */
  private settle(settings: Settings, first?: Row): void {
    for (const row of [...(first === undefined ? [] : [first]), ...this.rows]) {
      if (Object.keys(this.problemsOf(row, settings)).length > 0) continue;
      row.saved = pageOf(row.typed);
      if (row.saved !== null) row.typed = typedOf(row.saved);
    }
    for (const show of this.shown) show();
  }

  private problemsOf(row: Row, { indexNote }: Settings): Readonly<Partial<Record<Field, Problem>>> {
    const page = pageOf(row.typed);
    const taken = [indexNote, ...this.rows.flatMap((other) => (other === row || other.saved === null ? [] : [other.saved.path]))].map(pathKey);
    return {
      ...(page === null ? { path: 'badPath' } : taken.includes(pathKey(page.path)) ? { path: 'pageTaken' } : {}),
      ...(row.typed.year.trim() === '' || yearOf(row.typed) !== null ? {} : { year: 'badYear' }),
    };
  }
}

/** A row as the settings read it; null where they would not take its path. */
function pageOf({ path, agency, year }: Row['typed']): IndexPageSetting | null {
  return readSettings({ indexPages: [{ path, agency, year: yearOf({ path, agency, year }) }] }).indexPages[0] ?? null;
}

/** From 1900 to 9999, as the settings take it; digits of full width, as an input method gives them, too. */
function yearOf({ year }: Row['typed']): number | null {
  const typed = year.normalize('NFKC').trim();
  return /^(?:19|[2-9]\d)\d\d$/.test(typed) ? Number(typed) : null;
}

function typedOf({ path, agency, year }: IndexPageSetting): Row['typed'] {
  return { path, agency: agency ?? '', year: year === null ? '' : String(year) };
}

/** A note beside the main index page that no row names yet. */
function freePath({ indexNote, indexPages }: Settings): string {
  const taken = indexPages.map(({ path }) => pathKey(path));
  for (let number = 2; ; number += 1) {
    const path = indexNote.replace(/\.md$/i, ` ${number}.md`);
    if (!taken.includes(pathKey(path))) return path;
  }
}
