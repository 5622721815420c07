/** Notes of the user → Plan: the names of apps in them become links. Nothing is written here. */
import { buildNameIndex, type NameIndex } from '../apps/name-index';
import { diagnostic } from '../document/diagnostic';
import { applyLinks, proposeLinks, type ChosenLink, type LinkProposal } from '../notes/link-names-in-note';
import type { LinkStyle, Settings } from '../settings';
import type { FileChange, KeptFile, Plan } from './plan';
import type { VaultPort } from './vault-port';
import { takeSnapshot, type VaultSnapshot } from './vault-snapshot';

/** A note with what could be linked in it. */
export interface NoteProposals {
  readonly path: string;
  /** The text that the proposals' places refer to. */
  readonly text: string;
  readonly proposals: readonly LinkProposal[];
  readonly linkStyle: LinkStyle;
}

/** What linking would do, and every place that was looked at. */
export interface LinkReport {
  /** Makes every sure link. A preview plans again from what the user ticked, with `planChosenLinks`. */
  readonly plan: Plan;
  readonly notes: readonly NoteProposals[];
}

/** The names of the apps that have notes in a vault. */
export function indexNames(snapshot: VaultSnapshot): NameIndex {
  return buildNameIndex(snapshot.apps);
}

/**
 * Plans links in the given notes. The same again changes nothing: a place that is a link is none to propose.
 * A path without a note becomes a diagnostic; the others go on.
 * @param notePaths vault paths, `.md` included
 */
export async function planLinks(notePaths: readonly string[], vault: VaultPort, settings: Settings): Promise<LinkReport> {
  const snapshot = await takeSnapshot(vault, settings);
  const index = indexNames(snapshot);
  const paths = new Set(snapshot.paths);
  const notes: NoteProposals[] = [];
  const diagnostics: Plan['diagnostics'][number][] = [];
  for (const path of new Set(notePaths)) {
    if (!paths.has(path)) {
      diagnostics.push({ ...diagnostic('no-such-note', {}, { path }), file: path });
      continue;
    }
    const text = await vault.read(path);
    notes.push({ path, text, proposals: proposeLinks(text, path, index), linkStyle: settings.linkStyle });
  }
  const plan = planChosenLinks(notes, ({ certainty }) => certainty === 'sure');
  return { plan: { ...plan, diagnostics }, notes };
}

/**
 * The Plan of chosen proposals.
 * @param choose the link to be made of a proposal: true as it is, another path of its candidates, or false for none
 */
export function planChosenLinks(notes: readonly NoteProposals[], choose: (proposal: LinkProposal, path: string) => boolean | string): Plan {
  const changes: FileChange[] = [];
  const kept: KeptFile[] = [];
  for (const { path, text, proposals, linkStyle } of notes) {
    const chosen = proposals.flatMap((proposal): ChosenLink[] => {
      const choice = choose(proposal, path);
      if (choice === false) return [];
      return [typeof choice === 'string' ? { ...proposal, path: choice } : proposal];
    });
    const after = applyLinks(text, chosen, linkStyle);
    if (after === text) kept.push({ path, reason: 'unchanged' });
    else changes.push({ kind: 'update', path, before: text, after });
  }
  return { changes, kept, conflicts: [], diagnostics: [] };
}
