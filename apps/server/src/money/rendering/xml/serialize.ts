import type { XmlNode, XmlValue } from './values';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const attributesOf = (node: XmlNode): string =>
  Object.entries(node)
    .filter(([name]) => name.startsWith('@'))
    .map(([name, value]) => ` ${name.slice(1)}="${escapeXml(String(value))}"`)
    .join('');

function contentOf(node: XmlNode, indent: string): string {
  if (typeof node['#'] === 'string') return escapeXml(node['#']);
  const children = Object.entries(node).map(([name, value]) =>
    name.startsWith('@') ? '' : element(name, value, `${indent}  `),
  );
  const inside = children.join('');
  return inside && `${inside}\n${indent}`;
}

function element(name: string, value: XmlValue, indent: string): string {
  if (value === null || value === undefined) return '';
  const start = `\n${indent}<${name}`;
  if (typeof value === 'string') return `${start}>${escapeXml(value)}</${name}>`;
  if (isList(value)) return value.map((each) => element(name, each, indent)).join('');
  const content = contentOf(value, indent);
  const open = `${start}${attributesOf(value)}`;
  return content ? `${open}>${content}</${name}>` : `${open}/>`;
}

const isList = (value: XmlNode | readonly XmlNode[]): value is readonly XmlNode[] => Array.isArray(value);

/**
 * The XML of a tree. Written here because xmlbuilder2 takes `&amp;` in a text for an entity, and writes `&nbsp;` as it
 * is, which makes the document unreadable: both are texts that a client may have.
 */
export const serialize = (name: string, root: XmlNode): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${element(name, root, '')}\n`;
