/** An element without its namespace prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? '';
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const attributesOf = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      withoutEntities(value),
    ]),
  );

type Open = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:.-]+)([^>]*?)(\/?)>|([^<]+)/g;

/**
 * Reads a document that is known to be well-formed (the schema check reads it with libxml2): elements, attributes, text.
 * A reader of our own, so that a fault of the writer's library cannot hide here.
 */
export function parseXml(xml: string): Element {
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  for (const [, closing, name, attributes = '', empty, text] of xml.matchAll(TOKEN)) {
    const current = open.at(-1) ?? top;
    if (text !== undefined) current.text += withoutEntities(text);
    else if (closing) open.pop();
    else if (name) {
      const element = { name: localName(name), attributes: attributesOf(attributes), children: [], text: '' };
      current.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [root] = top.children;
  if (!root || open.length !== 1) throw new Error('The document is not well-formed');
  return root;
}

/** All elements at a path of local names below an element. */
export const all = (from: Element, path: string): Element[] =>
  path
    .split('/')
    .reduce<Element[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((each) => each.name === name)),
      [from],
    );

/** The text at a path; undefined where there is no such element. */
export const textAt = (from: Element, path: string): string | undefined => all(from, path)[0]?.text.trim();

/** The text of the element at a path that has this `schemeID`. */
export const withScheme = (from: Element, path: string, scheme: string): string | undefined =>
  all(from, path)
    .find(({ attributes }) => attributes.schemeID === scheme)
    ?.text.trim();
