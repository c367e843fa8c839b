import type { TFunction } from 'i18next';
import { formatEuros } from '../../../parts/format';
import { GROUPS, type Group, type GroupRates, type Rates } from './rates';

type MaterialPrice = GroupRates['otherMaterials'];

const KILOGRAM = 1000;

/** “83,40 € le kilo”; the price of another quantity when a kilogram would be no whole cent. */
function materialWords({ unitPriceCents, basisGrams }: MaterialPrice, t: TFunction): string {
  const cents = (unitPriceCents * KILOGRAM) / basisGrams;
  return Number.isInteger(cents)
    ? t('tariffs.words.perKilogram', { price: formatEuros(cents) })
    : t('tariffs.words.perGrams', { price: formatEuros(unitPriceCents), count: basisGrams });
}

/** The prices of a group as one sentence. */
export function sentenceOf(rates: GroupRates, t: TFunction): string {
  const { free, machineHourCents, setUpFeeCents, minimumCents, materials, otherMaterials } = rates;
  const named = Object.entries(materials);
  const parts = [
    t('tariffs.words.hour', { price: formatEuros(machineHourCents) }),
    ...named.map(([material, price]) =>
      t('tariffs.words.material', { material, price: materialWords(price, t) }),
    ),
    t(named.length > 0 ? 'tariffs.words.otherMaterials' : 'tariffs.words.anyMaterial', {
      price: materialWords(otherMaterials, t),
    }),
    setUpFeeCents > 0 && t('tariffs.words.setUp', { price: formatEuros(setUpFeeCents) }),
    minimumCents > 0 && t('tariffs.words.minimum', { price: formatEuros(minimumCents) }),
  ].filter((part) => part !== false);
  return t(free ? 'tariffs.words.free' : 'tariffs.words.paid', { prices: parts.join(', ') });
}

/** The groups with the same prices, and what these prices mean. */
export interface Meaning {
  readonly groups: readonly Group[];
  readonly sentence: string;
}

export function meaningsOf(rates: Rates, t: TFunction): Meaning[] {
  const bySentence = new Map<string, Group[]>();
  for (const group of GROUPS) {
    const own = rates.categories[group];
    if (!own) continue;
    const sentence = sentenceOf(own, t);
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), group]);
  }
  return [...bySentence].map(([sentence, groups]) => ({ groups, sentence }));
}
