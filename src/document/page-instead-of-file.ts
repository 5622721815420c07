/** A download that went wrong: the site's error page, saved under the name of the file that was asked for. */
import { diagnostic, type Diagnostic } from './diagnostic';
import { trimText } from './join-text';
import { decodeEntities } from './xml/xml-element';

const OFFICE_NAME = /\.(?:docx?|docm|xlsx?|xlsm|wps|et|pdf|rtf)$/i;
const IS_PAGE = /^(?:<!doctype html|<html|<head|<body)/;

/** The finding where `fileName` promises a document and the text is a web page without a table; null otherwise: agencies do publish tables as HTML named `.doc`. */
export function findPageInsteadOfFile(text: string, start: string, fileName: string): Diagnostic | null {
  if (!OFFICE_NAME.test(fileName) || !IS_PAGE.test(start) || /<table\b/i.test(text)) return null;
  const title = /<title[^>]*>([^<]{0,200})/i.exec(text.slice(0, 20_000))?.[1] ?? '';
  return diagnostic('page-instead-of-file', {}, { title: trimText(decodeEntities(title)).replace(/\s+/g, ' ') });
}
