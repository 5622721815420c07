/** The way back: the Plan that takes back what another did. */
import { EMPTY_PLAN, type FileChange, type Plan } from './plan';

/**
 * The plan that takes back a plan of which all was done; what was not done needs no way back and must not stand in it. What a file
 * held after the plan is what the way back expects, so `applyPlan` leaves alone, and names, what was edited since.
 * Last comes back first, and nothing goes to the trash before the rest is back: a record that the plan moved into a new
 * note stays there where the old note cannot take it back.
 */
export function invertPlan({ changes }: Plan): Plan {
  const inverse = changes.map(invertChange).reverse();
  const isTrash = ({ kind }: FileChange): boolean => kind === 'trash';
  return { ...EMPTY_PLAN, changes: [...inverse.filter((change) => !isTrash(change)), ...inverse.filter(isTrash)] };
}

function invertChange(change: FileChange): FileChange {
  const { path } = change;
  switch (change.kind) {
    case 'create':
      return { kind: 'trash', path, before: change.text };
    case 'create-binary':
      // As a vault reads any file as text.
      return { kind: 'trash', path, before: new TextDecoder().decode(change.bytes) };
    case 'update':
      return { kind: 'update', path, before: change.after, after: change.before };
    case 'move':
      return { kind: 'move', path: change.to, to: path };
    case 'trash':
      return { kind: 'create', path, text: change.before };
  }
}
