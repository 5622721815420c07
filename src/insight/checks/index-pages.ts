/** Index pages: what putting them in order would change, and what it would say. */
import { diagnostic } from '../../document/diagnostic';
import type { FileDiagnostic } from '../../plan/plan';
import { planIndexPages } from '../../plan/plan-index';
import { PlanLog } from '../../plan/plan-log';
import type { VaultPort } from '../../plan/vault-port';
import type { VaultSnapshot } from '../../plan/vault-snapshot';
import { WorkingNotes } from '../../plan/working-notes';
import type { Settings } from '../../settings';

/** Plans the index pages without writing them; each that would change is a finding. Throws what the vault throws. */
export async function checkIndexPages(vault: VaultPort, snapshot: VaultSnapshot, settings: Settings): Promise<readonly FileDiagnostic[]> {
  const notes = new WorkingNotes(vault, snapshot.paths);
  const log = new PlanLog();
  await planIndexPages(vault, snapshot, notes, settings, log);
  const changed = notes.changes().map((change): FileDiagnostic => ({ ...diagnostic(change.kind === 'create' ? 'index-page-missing' : 'index-out-of-order'), file: change.path }));
  return [...changed, ...log.diagnostics];
}
