import type { ApplyResult } from '../../src/plan/apply-plan';
import type { Plan } from '../../src/plan/plan';

/** Of a plan what was done, as the result of its apply says. */
export function donePart(plan: Plan, { created, updated, moved, trashed }: ApplyResult): Plan {
  return { ...plan, changes: plan.changes.filter(({ kind, path }) => (kind === 'move' ? moved : [...created, ...updated, ...trashed]).includes(path)) };
}
