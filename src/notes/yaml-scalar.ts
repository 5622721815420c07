/** Strings, numbers and booleans as one line of YAML. */

/** Parts of a string that something could act on although it stands in YAML: the raw file is searched, or the value is shown as text. */
const YAML_TRIGGERS = /<|%>|%%|\[\[|!\[|::|`|(^|\s)#\S|\^[A-Za-z0-9-]+\s*$|==|\$|\{\{|\{%/;
const YAML_TRIGGER_CHARACTERS = /[<>%[:`#^=${]/g;
const YAML_PLAIN = /^[\p{L}\p{N}（《〈“‘「『【〔/][^\p{Cc}\u2028\u2029\uFEFF]*$/u;
const YAML_OTHER_TYPE = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d*)?(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|0b[01]+|[-+]?\.inf|\.nan|\d+(?::\d+)+(?:\.\d*)?)$/i;

/**
 * One line of YAML that reads as `value` under the core schema, for front matter and for the metadata block.
 * A string stands plain where that is safe; else it is double-quoted, and every trigger in it is written as `\uXXXX`.
 * A whole `[[link]]` is what the program itself writes in a property: it stays readable.
 */
export function yamlScalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const isLink = /^\[\[[^[\]]+\]\]$/.test(value);
  const live = YAML_TRIGGERS.test(isLink ? value.slice(2, -2) : value);
  if (!live && !isLink && YAML_PLAIN.test(value) && !YAML_OTHER_TYPE.test(value) && !/:(?:\s|$)|\s#|\s$/.test(value)) return value;
  const quoted = Array.from(value.matchAll(/[\s\S]/gu), ([c]) => quoteYamlCharacter(c)).join('');
  if (!live) return `"${quoted}"`;
  const inside = isLink ? quoted.slice(2, -2) : quoted;
  const inert = inside.replace(YAML_TRIGGER_CHARACTERS, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return isLink ? `"[[${inert}]]"` : `"${inert}"`;
}

function quoteYamlCharacter(c: string): string {
  if (c === '"' || c === '\\') return `\\${c}`;
  if (c === '\n') return '\\n';
  if (c === '\t') return '\\t';
  return /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(c) ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c;
}
