/** A text box stands twice in the file: as a shape of today's Word, and as a picture of older ones for readers that know no better. */
import { childOf, type XmlElement, type XmlNode } from '../xml/xml-element';

/** The one branch of `mc:AlternateContent` to read: the first that holds text, else the first. */
export function chooseBranch(element: XmlElement): readonly XmlNode[] {
  const branches = [childOf(element, 'mc:Choice'), childOf(element, 'mc:Fallback')].filter((branch) => branch !== null);
  return (branches.find((branch) => holds(branch, 'w:txbxContent') || holds(branch, 'w:t')) ?? branches[0])?.children ?? [];
}

/** Whether an element of that name is somewhere inside. */
export function holds(element: XmlElement, name: string): boolean {
  return element.children.some((child) => typeof child !== 'string' && (child.name === name || holds(child, name)));
}
