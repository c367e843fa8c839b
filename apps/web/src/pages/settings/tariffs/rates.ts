import type { Schemas } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { tariffGroupValues } from '../../../api/schema';
import { currentLanguage, t } from '../../../i18n/i18n';
import { demandDecimal } from '../../../parts/decimal';

export type Rates = Schemas['TariffRates'];
export type GroupRates = Schemas['CategoryRates'];
export type Group = (typeof tariffGroupValues)[number];
type MaterialPrice = Schemas['MaterialPrice'];

/** Every tariff group, in the order in which they are shown. */
export const GROUPS = tariffGroupValues;
/** More materials than a tariff has now can get their own price in its next version. */
const SPARE_MATERIALS = 4;
const KILOGRAM = 1000;
const MOST_CENTS = 100_000_000;

/** What stands in the fields: prices in euros, those of material for a kilogram. */
export type RateValues = Readonly<Record<string, string | boolean>>;

export const nameOfMaterial = (slot: number): string => `material${slot}`;
export const fieldOf = (group: Group, name: 'free' | 'hour' | 'setUp' | 'minimum' | 'other'): string =>
  `${group}_${name}`;
export const materialField = (group: Group, slot: number): string => `${group}_material${slot}`;
/** What was typed into a field; empty for a field that is not there. */
export const typedIn = (values: RateValues, name: string): string => String(values[name] ?? '');

const textOf = (euros: number, digits: number): string =>
  new Intl.NumberFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(euros);
const centsText = (cents: number): string => textOf(cents / 100, 2);
const kilogramText = ({ unitPriceCents, basisGrams }: MaterialPrice): string =>
  textOf((unitPriceCents * KILOGRAM) / basisGrams / 100, 4);

/** The materials with their own price in any group. */
export const materialsOf = (rates: Rates | undefined): string[] => [
  ...new Set(GROUPS.flatMap((group) => Object.keys(rates?.categories[group]?.materials ?? {}))),
];

/** How many materials can be named in the form of a tariff. */
export const slotsFor = (rates: Rates | undefined): number => materialsOf(rates).length + SPARE_MATERIALS;

/** The fields of a tariff; one that is not published yet has the usual gratuity for residents, and no price. */
export function valuesOf(rates: Rates | undefined): Record<string, string | boolean> {
  const materials = materialsOf(rates);
  const values: Record<string, string | boolean> = {};
  for (let slot = 0; slot < slotsFor(rates); slot++) values[nameOfMaterial(slot)] = materials[slot] ?? '';
  for (const group of GROUPS) {
    const own = rates?.categories[group];
    values[fieldOf(group, 'free')] = own ? own.free : group === 'resident';
    values[fieldOf(group, 'hour')] = own ? centsText(own.machineHourCents) : '';
    values[fieldOf(group, 'setUp')] = centsText(own?.setUpFeeCents ?? 0);
    values[fieldOf(group, 'minimum')] = centsText(own?.minimumCents ?? 0);
    values[fieldOf(group, 'other')] = own ? kilogramText(own.otherMaterials) : '';
    for (let slot = 0; slot < slotsFor(rates); slot++) {
      const price = own?.materials[materials[slot] ?? ''];
      values[materialField(group, slot)] = price ? kilogramText(price) : '';
    }
  }
  return values;
}

/** The prices of one group in every other group; who prints for free stays as it is. */
export function copiedToAll(values: RateValues, from: Group): Record<string, string | boolean> {
  const own = Object.entries(values).filter(
    ([name]) => name.startsWith(`${from}_`) && name !== fieldOf(from, 'free'),
  );
  return Object.fromEntries(
    GROUPS.flatMap((group) => own.map(([name, value]) => [name.replace(`${from}_`, `${group}_`), value])),
  );
}

/** @throws Problem that names the field */
function demandCents(values: RateValues, name: string): number {
  const cents = demandDecimal(name, typedIn(values, name)) * 100;
  if (cents >= 0 && cents <= MOST_CENTS && Math.abs(cents - Math.round(cents)) < 1e-6)
    return Math.round(cents);
  throw new Problem('FORM.PRICE', t('parts.fieldsWrong'), t('parts.fieldsWrongCure'), [
    { path: name, message: t('tariffs.form.priceWrong') },
  ]);
}

/** A price that was not touched stays what it was, such as 834 cents for 100 g. @throws Problem */
function priceFor(values: RateValues, name: string, before: MaterialPrice | undefined): MaterialPrice {
  if (before && typedIn(values, name) === kilogramText(before)) return before;
  return { unitPriceCents: demandCents(values, name), basisGrams: KILOGRAM };
}

function ratesOfGroup(values: RateValues, group: Group, before: GroupRates | undefined): GroupRates {
  const materials: Record<string, MaterialPrice> = {};
  for (let slot = 0; nameOfMaterial(slot) in values; slot++) {
    const material = typedIn(values, nameOfMaterial(slot)).trim();
    const field = materialField(group, slot);
    if (material && typedIn(values, field).trim())
      materials[material] = priceFor(values, field, before?.materials[material]);
  }
  return {
    free: values[fieldOf(group, 'free')] === true,
    machineHourCents: demandCents(values, fieldOf(group, 'hour')),
    setUpFeeCents: demandCents(values, fieldOf(group, 'setUp')),
    minimumCents: demandCents(values, fieldOf(group, 'minimum')),
    otherMaterials: priceFor(values, fieldOf(group, 'other'), before?.otherMaterials),
    materials,
  };
}

/** The prices that were typed. @throws Problem that names the first field that holds no price */
export const ratesOf = (values: RateValues, before: Rates | undefined): Rates => ({
  currency: 'EUR',
  categories: {
    resident: ratesOfGroup(values, 'resident', before?.categories.resident),
    member: ratesOfGroup(values, 'member', before?.categories.member),
    student: ratesOfGroup(values, 'student', before?.categories.student),
    school: ratesOfGroup(values, 'school', before?.categories.school),
    organisation: ratesOfGroup(values, 'organisation', before?.categories.organisation),
  },
});
