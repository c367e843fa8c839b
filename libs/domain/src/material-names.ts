/**
 * Plastics by the words that slicers and labs write, and their printing temperatures: nozzle and heated bed from–to in °C, the
 * union of what PrusaSlicer (PrusaResearch.ini), Cura (fdm_materials) and the makers' sheets give for each.
 */
interface Plastic {
  readonly words: readonly string[];
  readonly nozzle: readonly [number, number];
  readonly bed: readonly [number, number];
}

const PLASTICS: Readonly<Record<string, Plastic>> = {
  PLA: { words: ['PLA', 'RPLA', 'PLAPLUS', 'HTPLA'], nozzle: [175, 235], bed: [0, 70] },
  // PrusaSlicer called PETG `PET` until 2.3.
  PETG: { words: ['PETG', 'PET', 'RPETG', 'PCTG'], nozzle: [215, 270], bed: [60, 100] },
  ABS: { words: ['ABS', 'RABS'], nozzle: [220, 280], bed: [75, 120] },
  ASA: { words: ['ASA'], nozzle: [225, 285], bed: [75, 120] },
  TPU: { words: ['TPU', 'FLEX', 'TPE', 'TPC'], nozzle: [195, 260], bed: [0, 85] },
  CPE: { words: ['CPE'], nozzle: [230, 285], bed: [60, 110] },
  PA: { words: ['PA', 'NYLON', 'PA6', 'PA11', 'PA12', 'PA66', 'PAHT'], nozzle: [230, 310], bed: [0, 120] },
  PC: { words: ['PC'], nozzle: [250, 320], bed: [80, 130] },
  PP: { words: ['PP'], nozzle: [200, 260], bed: [0, 110] },
  PVB: { words: ['PVB'], nozzle: [195, 235], bed: [50, 85] },
  PVA: { words: ['PVA', 'BVOH'], nozzle: [175, 235], bed: [0, 70] },
  HIPS: { words: ['HIPS'], nozzle: [210, 260], bed: [75, 115] },
  PEEK: { words: ['PEEK', 'PEKK', 'PEI', 'ULTEM', 'PPSU'], nozzle: [330, 500], bed: [100, 200] },
};

/** Additives: they wear out nozzles, or clog narrow ones, so they make a different material. */
const FILLERS = ['CF', 'GF', 'AF', 'KEVLAR', 'CARBON', 'GLASS', 'WOOD', 'METAL', 'BRONZE', 'COPPER', 'GLOW'];

/** Words for a plastic's look or brand, without effect on printing. */
const VARIETIES =
  'GENERIC BASIC PLUS PRO TOUGH SILK MATTE MATT MARBLE GALAXY RAINBOW TRANSPARENT RECYCLED HF HS HIGH SPEED FLOW 85A 90A 95A'.split(
    ' ',
  );

export interface PlasticName {
  readonly plastic: string;
  /** '' without an additive. */
  readonly filler: string;
}

/** Names are few and compared often; those of files are not trusted to be few. */
const MOST_KNOWN = 1_000;
const knownSpellings = new Map<string, string>();

/** Spelling is ignored: `PET-G` is `petg`, and `PLA+` is not `PLA`. */
function spelt(name: string): string {
  const known = knownSpellings.get(name);
  if (known !== undefined) return known;
  const found = name.toUpperCase().replace(/[^\p{L}\p{N}+]/gu, '');
  if (knownSpellings.size >= MOST_KNOWN) knownSpellings.clear();
  knownSpellings.set(name, found);
  return found;
}

const byWord = new Map(
  Object.entries(PLASTICS).flatMap(([plastic, { words }]) => words.map((word) => [word, plastic] as const)),
);

const wordsOf = (name: string): string[] =>
  name
    .toUpperCase()
    .replace(/\bPET[- ]G\b/g, 'PETG')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The plastic in a name such as `Prusament PLA Galaxy`; undefined when it names none, or two. */
export function plasticIn(name: string): PlasticName | undefined {
  const words = wordsOf(name);
  const plastics = new Set(words.flatMap((word) => byWord.get(word) ?? []));
  const [plastic] = plastics;
  if (plastic === undefined || plastics.size > 1) return undefined;
  return { plastic, filler: words.find((word) => FILLERS.includes(word)) ?? '' };
}

/** True for a name whose every word is known: a typing mistake, or a maker's own name, is not. */
export const isKnownMaterial = (name: string): boolean =>
  plasticIn(name) !== undefined &&
  wordsOf(name).every((word) => byWord.has(word) || FILLERS.includes(word) || VARIETIES.includes(word));

/** The same name, in any spelling. */
export const isSameName = (a: string, b: string): boolean => spelt(a) === spelt(b);

/** The same for printing: for a known plastic, varieties are ignored, additives are not. */
export function isSameMaterial(a: string, b: string): boolean {
  const [first, second] = [plasticIn(a), plasticIn(b)];
  if (!first || !second) return isSameName(a, b);
  return first.plastic === second.plastic && first.filler === second.filler;
}

const within = (celsius: number, [from, to]: readonly [number, number]): boolean =>
  celsius >= from && celsius <= to;

/** True when these temperatures suit this material; undefined when its temperatures are unknown. */
export function isPrintedAt(
  material: string,
  nozzleCelsius: readonly number[],
  bedCelsius: number | null,
): boolean | undefined {
  const named = plasticIn(material);
  const plastic = named && PLASTICS[named.plastic];
  if (!plastic) return undefined;
  const bedFits = !bedCelsius || within(bedCelsius, plastic.bed);
  return bedFits && nozzleCelsius.some((celsius) => within(celsius, plastic.nozzle));
}
