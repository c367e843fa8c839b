import { Fault } from '@pandafab/shared';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: its children by name, each a list; its own text under `#text`. */
export interface XmlElement {
  readonly [name: string]: unknown;
}

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true },
  ...{ parseTagValue: false, parseAttributeValue: false, processEntities: false },
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** Document types can define entities that grow without end, or read other files: no bank's file has one. */
const DOCTYPE = /<!DOCTYPE/i;

/**
 * Reads XML without entities of its own.
 * @throws Fault BANK.FILE_UNREADABLE {line}
 */
export function readXml(text: string): XmlElement {
  if (DOCTYPE.test(text))
    throw new Fault('BANK.FILE_UNREADABLE', { line: lineOf(text, text.search(DOCTYPE)) });
  const checked = XMLValidator.validate(text);
  if (checked !== true) throw new Fault('BANK.FILE_UNREADABLE', { line: checked.err.line });
  try {
    return parser.parse(text) as XmlElement;
  } catch (error) {
    // Its own limit of nested elements.
    throw new Fault('BANK.FILE_UNREADABLE', { line: 1 }, { cause: error });
  }
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** All elements at a path such as `RmtInf/Ustrd`. */
export function all(element: XmlElement | undefined, path: string): XmlElement[] {
  return path
    .split('/')
    .reduce<XmlElement[]>(
      (found, name) =>
        found.flatMap((each) => (Object.hasOwn(each, name) ? (each[name] as XmlElement[]) : [])),
      element ? [element] : [],
    );
}

export const first = (element: XmlElement | undefined, path: string): XmlElement | undefined =>
  all(element, path)[0];

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities that XML has without a document type, and characters by number. */
const plain = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return PREDEFINED[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The text of the first element at a path; undefined where there is none or it is empty. */
export function text(element: XmlElement | undefined, path: string): string | undefined {
  const value = first(element, path)?.['#text'];
  return typeof value === 'string' && value.trim() !== '' ? plain(value).trim() : undefined;
}

export function attribute(element: XmlElement | undefined, path: string, name: string): string | undefined {
  const value = first(element, path)?.[`@${name}`];
  return typeof value === 'string' ? plain(value) : undefined;
}
