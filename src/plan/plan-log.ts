/** What happened to the notes that a plan looked at, beside their texts. */
import { diagnostic } from '../document/diagnostic';
import type { MergeResult } from '../notes/managed-note';
import type { Conflict, FileDiagnostic, KeptFile } from './plan';

/** Filled while a plan is made; what it holds goes into the Plan. */
export class PlanLog {
  readonly conflicts: Conflict[] = [];
  readonly diagnostics: FileDiagnostic[] = [];
  readonly damaged: KeptFile[] = [];
  /** Where notes stood that the user deleted: they are not made again. */
  readonly deleted: KeptFile[] = [];
  /** Paths of notes that the user does not want: they are not made. */
  readonly leftOut = new Set<string>();

  /** Takes down what a merge kept, and why. */
  merged(path: string, result: MergeResult): void {
    for (const conflict of result.conflicts) this.conflicts.push({ path, ...conflict });
    if (result.damage !== null) this.damage(path, result.damage);
  }

  /** A note whose markers cannot be trusted is left as it is. */
  damage(path: string, damage: string): void {
    this.damaged.push({ path, reason: 'damaged-markers' });
    this.diagnostics.push({ ...diagnostic(damage === 'front-matter' ? 'note-front-matter' : 'damaged-markers', {}, { part: damage.replace(/^[a-z]+:/, '') }), file: path });
  }
}
