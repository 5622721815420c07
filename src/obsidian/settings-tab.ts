/** The settings page: it shows and keeps the settings, and lets the notes that are there follow a change of them. */
import { Notice, PluginSettingTab, type App, type Plugin, type SettingDefinitionItem } from 'obsidian';
import type { Language } from '../document/diagnostic';
import { needsMigration, planMigration } from '../plan/plan-migration';
import { takeSnapshot } from '../plan/vault-snapshot';
import { ENGLISH_PROPERTY_NAMES, PROPERTY_NAMES, type Settings } from '../settings';
import type { CarryOut } from './file-work';
import type { CommandContext } from './command-context';
import { PlanModal } from './plan-window';
import { IndexPageRows } from './index-page-rows';
import { settingDefinitions } from './setting-definitions';
import { SETTING_TEXTS } from './setting-texts';
import { resetSettings, settingAt, withSetting } from './setting-values';

/** What the page works with. */
export interface SettingsTabContext {
  readonly language: Language;
  readonly settings: () => Settings;
  readonly saveSettings: (settings: Settings) => Promise<void>;
  /** The vault and the work in it, once the layout is ready; null before. */
  readonly context: () => Pick<CommandContext, 'vault' | 'work'> | null;
}

/** Settings that say how notes look that are there already. */
const OF_NOTES = ['folders', 'indexNote', 'indexPages', 'noteNames', 'fileNameBytes', 'propertyNames', 'linkStyle'] as const;

/** The plugin's page in the app's settings. */
export class NoticeSettingsTab extends PluginSettingTab {
  /** Changed settings that would part new notes from those that are there: they hold when the user has said what becomes of the notes. */
  private pending: Settings | null = null;
  private fillPreview: (() => void) | null = null;
  private readonly pageRows = new IndexPageRows();

  constructor(
    app: App,
    plugin: Plugin,
    private readonly context: SettingsTabContext,
  ) {
    super(app, plugin);
    this.icon = 'megaphone';
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return settingDefinitions({
      texts: SETTING_TEXTS[this.context.language],
      settings: () => this.shown,
      set: (key, value) => void this.change(withSetting(this.shown, key, value), true),
      keep: (key, value) => void this.change(withSetting(this.shown, key, value), false),
      pageRows: this.pageRows,
      reset: (keys) => void this.change(resetSettings(this.shown, keys), true),
      isPending: () => this.pending !== null,
      migrate: () => this.migrate(),
      saveOnly: () => void this.settle(this.shown),
      discard: () => void this.settle(this.context.settings()),
      showPreview: (fill) => {
        this.fillPreview = fill;
        fill?.();
      },
    });
  }

  override hide(): void {
    super.hide();
    this.pageRows.forget();
  }

  override getControlValue(key: string): unknown {
    return key === 'propertyPreset' ? presetOf(this.shown) : settingAt(this.shown, key);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    if (key !== 'propertyPreset') return this.change(withSetting(this.shown, key, value), false);
    if (value === 'own') return;
    await this.change(withSetting(this.shown, 'propertyNames', value === 'english' ? ENGLISH_PROPERTY_NAMES : PROPERTY_NAMES), true);
  }

  private get shown(): Settings {
    return this.pending ?? this.context.settings();
  }

  /**
   * Keeps what concerns no note at once. The rest waits where the vault has notes.
   * @param redraw whether the page has to be drawn anew, for more changed than the control that the user has in hand
   */
  private async change(next: Settings, redraw: boolean): Promise<void> {
    const inUse = this.context.settings();
    const isOfNotes = needsMigration(inUse, next);
    const wasPending = this.pending !== null;
    // What the user sees at once: counting the vault's notes takes a moment.
    this.pending = isOfNotes ? next : null;
    this.fillPreview?.();
    if (isOfNotes && (await this.hasNotes(inUse))) {
      const kept = Object.fromEntries(OF_NOTES.map((key) => [key, inUse[key]])) as Pick<Settings, (typeof OF_NOTES)[number]>;
      await this.context.saveSettings({ ...next, ...kept });
      // The row that offers the choice stands at the top, perhaps out of sight.
      if (!wasPending) new Notice(SETTING_TEXTS[this.context.language].pendingMessage);
    } else {
      await this.context.saveSettings(next);
      if (this.pending === next) this.pending = null;
    }
    if (redraw) this.update();
    else this.refreshDomState();
  }

  private async hasNotes(settings: Settings): Promise<boolean> {
    const work = this.context.context();
    if (work === null) return false;
    const { notices, news, apps, paths } = await takeSnapshot(work.vault, settings);
    return notices.length + news.length + apps.length > 0 || paths.includes(settings.indexNote);
  }

  /** Takes the settings as they are to be; nothing waits any more. */
  private async settle(settings: Settings): Promise<void> {
    this.pending = null;
    await this.context.saveSettings(settings);
    this.update();
  }

  private migrate(): void {
    const work = this.context.context();
    const before = this.context.settings();
    const after = this.pending;
    if (work === null || after === null) return;
    const texts = SETTING_TEXTS[this.context.language].migration;
    const plan = async (): ReturnType<typeof planMigration> => {
      const made = await planMigration(before, after, work.vault);
      // No note has to follow: then the settings hold at once.
      if (made.changes.length === 0) await this.settle(after);
      return made;
    };
    new PlanModal(this.app, { title: texts.title, lead: () => texts.lead, plan, action: texts.action }, { language: this.context.language, carryOut: this.carryOut(work.work.carryOut('settings', { before, after })) }).open();
  }

  /** The settings go with the notes, there and back; the page shows what holds then. */
  private carryOut(carryOut: CarryOut): CarryOut {
    return async (plan, ...work) => {
      const result = await carryOut(plan, ...work);
      const isUnfinished = result.rolledBack === true || result.interrupted === true || result.notDone.length > 0;
      if (!isUnfinished) this.pending = null;
      this.update();
      const { takeBack } = result;
      if (takeBack === undefined) return result;
      return {
        ...result,
        takeBack: async (...back) => {
          const undone = await takeBack(...back);
          this.update();
          return undone;
        },
      };
    };
  }
}

function presetOf({ propertyNames }: Settings): 'chinese' | 'english' | 'own' {
  const isSame = (names: Settings['propertyNames']): boolean => Object.entries(names).every(([key, name]) => propertyNames[key as keyof typeof names] === name);
  return isSame(PROPERTY_NAMES) ? 'chinese' : isSame(ENGLISH_PROPERTY_NAMES) ? 'english' : 'own';
}
