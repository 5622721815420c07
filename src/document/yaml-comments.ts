/**
 * The comments of a YAML text. To YAML they are nothing; in real notices they hold text that must not be lost
 * (`特殊标签标记: #无标签` is an empty value and a comment).
 */
import { emptyMap } from './yaml-values';

const TOP_KEY = /^("[^"]*"|'[^']*'|[^\s#:'"[{][^:]*?)\s*:(?=\s|$)(.*)$/;
const BLOCK_SCALAR = /^\s*[|>][-+0-9]*\s*(?:#.*)?$/;

/**
 * Comments by the top-level key they stand with; a line that is only a comment goes by the empty key.
 * Several of one key are parted by a line break. Each keeps its `#`.
 */
export function readYamlComments(text: string): Record<string, string> {
  const comments = emptyMap<string>();
  let key = '';
  let insideBlockScalar = false;
  for (const line of text.split(/\r?\n/)) {
    const top = TOP_KEY.exec(line);
    if (top) {
      key = unquote(top[1] ?? '');
      insideBlockScalar = BLOCK_SCALAR.test(top[2] ?? '');
      addComment(comments, key, commentOf(top[2] ?? ''));
    } else if (/^\s*#/.test(line)) {
      // Within a block scalar an indented `#` is text; at the margin it ends the scalar and is a comment.
      if (!insideBlockScalar || line.startsWith('#')) addComment(comments, '', line.trim());
    } else if (!insideBlockScalar) {
      addComment(comments, key, commentOf(line));
    }
  }
  return comments;
}

function addComment(comments: Record<string, string>, key: string, comment: string): void {
  if (comment === '') return;
  const before = comments[key];
  comments[key] = before === undefined ? comment : `${before}\n${comment}`;
}

/** The comment at the end of a value: a `#` after a blank, outside of quotes. */
function commentOf(value: string): string {
  let quote = '';
  for (let at = 0; at < value.length; at += 1) {
    const char = value[at] ?? '';
    if (quote !== '') {
      if (char === '\\' && quote === '"') at += 1;
      else if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && /^[\s,[{:-]*$/.test(value.slice(0, at))) {
      quote = char;
    } else if (char === '#' && (at === 0 || /\s/.test(value[at - 1] ?? ''))) {
      return value.slice(at).trim();
    }
  }
  return '';
}

function unquote(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}
