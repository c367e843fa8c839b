/** Colours by the names that makers of filament and labs write, in English and French; the first name is the usual one. */
const COLOURS: Readonly<Record<string, readonly string[]>> = {
  '#1a1a1a': ['black', 'noir', 'jet black', 'noir profond'],
  '#ffffff': ['white', 'blanc', 'pure white', 'blanc pur'],
  '#8c8c8c': ['grey', 'gray', 'gris'],
  '#c0c0c0': ['silver', 'argent', 'light grey', 'light gray', 'gris clair'],
  '#4d4d4d': ['dark grey', 'dark gray', 'anthracite', 'gris foncé'],
  '#d32f2f': ['red', 'rouge'],
  '#7b1e28': ['dark red', 'burgundy', 'bordeaux', 'rouge foncé'],
  '#1565c0': ['blue', 'bleu'],
  '#64b5f6': ['light blue', 'sky blue', 'bleu clair', 'bleu ciel'],
  '#0d2b66': ['dark blue', 'navy', 'navy blue', 'bleu foncé', 'bleu marine'],
  '#00acc1': ['cyan', 'turquoise', 'teal'],
  '#2e7d32': ['green', 'vert'],
  '#9ccc65': ['light green', 'lime', 'vert clair'],
  '#1b4d20': ['dark green', 'vert foncé'],
  '#6b7a2a': ['olive', 'army green', 'kaki', 'khaki'],
  '#fbc02d': ['yellow', 'jaune'],
  '#f57c00': ['orange'],
  '#ec407a': ['pink', 'rose'],
  '#c2185b': ['magenta', 'fuchsia'],
  '#7b1fa2': ['purple', 'violet'],
  '#795548': ['brown', 'marron', 'brun'],
  '#d7b98e': ['beige', 'wood', 'bois', 'sand', 'sable'],
  '#c9a227': ['gold', 'or', 'doré'],
  '#b87333': ['copper', 'cuivre', 'bronze'],
  '#e8dcc4': ['natural', 'naturel', 'ivory', 'ivoire'],
  '#e6eef2': ['transparent', 'clear', 'translucent', 'translucide', 'cristal'],
};

/** The same for every spelling: capitals, accents and hyphens do not count. */
const spelt = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();

const byName = new Map(
  Object.entries(COLOURS).flatMap(([hex, names]) => names.map((name) => [spelt(name), hex] as const)),
);
const HEX = /^#[0-9a-f]{6}$/;

/** The colour that a whole name names, as #rrggbb; undefined for a name that is not known. */
const hexOf = (name: string): string | undefined => (HEX.test(name) ? name : byName.get(name));

/** True if two names are of one colour: `Noir` and `black` are, `Galaxy black` and `black` are not. */
export function isSameColour(one: string, other: string): boolean {
  const [a, b] = [spelt(one), spelt(other)];
  return a === b || (hexOf(a) !== undefined && hexOf(a) === hexOf(b));
}

/**
 * A colour to show for a name, as #rrggbb: that of the whole name, else of the longest known words in it. Null if no word
 * is known.
 */
export function swatchOf(name: string): string | null {
  const words = spelt(name).split(' ');
  for (let length = words.length; length > 0; length--)
    for (let at = words.length - length; at >= 0; at--) {
      const found = hexOf(words.slice(at, at + length).join(' '));
      if (found) return found;
    }
  return null;
}
