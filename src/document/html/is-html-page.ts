/** Tells a web page from markdown that holds HTML. */

const COMMENTS = /^(?:<!--[\s\S]*?-->\s*)+/;
const PAGE = /^(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<title>)/;

/**
 * Whether a text is a page. A fragment of HTML is one only where its name says so: in a note it is markdown.
 * @param start beginning of the text without white space, in lower case
 */
export function isHtmlPage(start: string, fileName: string): boolean {
  const plain = start.replace(COMMENTS, '');
  return PAGE.test(plain) || (/\.(?:s?html?|xhtml|aspx?|jsp)$/i.test(fileName) && /^<[a-z!]/.test(plain));
}
