/** Undoes backslash escapes and character references as CommonMark says, written apart from the code under test. */
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

export function readInert(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|&#(\d+);|&([a-z]+);|<br>/g, (whole: string, escaped?: string, code?: string, name?: string) => {
    if (escaped !== undefined) return escaped;
    if (code !== undefined) return String.fromCodePoint(Number(code));
    if (name !== undefined) return NAMED[name] ?? whole;
    return '\n';
  });
}
