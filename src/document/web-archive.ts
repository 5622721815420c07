/** A page saved as one file (.mht, .mhtml; Word and office systems name it .doc too): an e-mail of parts (RFC 2557), of which the first page is read. */

/** The page of such a file. */
export interface ArchivedPage {
  readonly bytes: Uint8Array;
  /** The character set that its part names. */
  readonly charset?: string;
  /** Where it was saved from. */
  readonly address?: string;
}

const HEAD = /^\s*(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/i;

/** The page is among the first. */
const MOST_PARTS = 1000;

/** The page in the file; null where the file is none of this kind, or holds no page. */
export function pageOfArchive(bytes: Uint8Array): ArchivedPage | null {
  if (!beginsWithLetter(bytes) || !HEAD.test(asciiOf(bytes.subarray(0, 4096)))) return null;
  // One character for each byte: places in the text are places in the file.
  const text = asciiOf(bytes);
  const borders = [...text.slice(0, 65_536).matchAll(/boundary\s*=\s*"?([^"\r\n;]+)/gi)].map(([, border = '']) => `--${border}`).slice(0, 5);
  const starts = [0, ...borders.flatMap((border) => placesOf(text, border))].sort((a, b) => a - b).slice(0, MOST_PARTS);
  for (const [at, start] of starts.entries()) {
    const headEnd = /\r?\n\r?\n/.exec(text.slice(start, start + 8192));
    if (headEnd === null) continue;
    const head = text.slice(start, start + headEnd.index).replace(/\r?\n[ \t]+/g, ' ');
    if (!/^content-type:\s*text\/html/im.test(head)) continue;
    const body = bytes.subarray(start + headEnd.index + headEnd[0].length, starts[at + 1] ?? bytes.length);
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(head)?.[1];
    const address = /^content-location:\s*(https?:\S+)/im.exec(head)?.[1];
    return { bytes: decodeBody(body, /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase()), ...(charset === undefined ? {} : { charset }), ...(address === undefined ? {} : { address }) };
  }
  return null;
}

/** As every field of an e-mail's head does: spares most texts from being decoded twice. */
function beginsWithLetter(bytes: Uint8Array): boolean {
  const first = bytes[bytes.findIndex((byte) => byte > 0x20)] ?? 0;
  return (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a);
}

function asciiOf(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

function placesOf(text: string, border: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(border); at !== -1; at = text.indexOf(border, at + border.length)) places.push(at);
  return places;
}

function decodeBody(body: Uint8Array, encoding: string | undefined): Uint8Array {
  if (encoding === 'quoted-printable') return decodeQuoted(body);
  if (encoding !== 'base64') return body;
  try {
    return Uint8Array.from(atob(asciiOf(body).replace(/[^A-Za-z0-9+/]/g, '')), (char) => char.charCodeAt(0));
  } catch {
    return body;
  }
}

/** `=E5` is a byte, and `=` at the end of a line takes the line end away. */
function decodeQuoted(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    const next = byte === 0x3d ? String.fromCharCode(body[at + 1] ?? 0, body[at + 2] ?? 0) : '';
    if (/^[\da-f]{2}$/i.test(next)) {
      out[length++] = Number.parseInt(next, 16);
      at += 2;
    } else if (next.startsWith('\n')) at += 1;
    else if (next === '\r\n') at += 2;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}
