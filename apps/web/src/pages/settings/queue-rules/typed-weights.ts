import type { Schemas } from '../../../api/client';

export type Weight = Schemas['QueueWeight'];
/** As typed, by the name of the weight. */
export type TypedWeights = Record<string, string>;
export type WeightValues = Partial<Record<Weight['name'], number | null>>;

export const typedOf = (weights: readonly Weight[]): TypedWeights =>
  Object.fromEntries(weights.map(({ name, value }) => [name, String(value)]));

export const defaultsOf = (weights: readonly Weight[]): TypedWeights =>
  Object.fromEntries(weights.map((weight) => [weight.name, String(weight.default)]));

/** What a field holds as a number; null where it is empty: the default. Undefined where it is none, or out of bounds. */
export function numberIn({ min, max }: Weight, typed: unknown): number | null | undefined {
  const text = String(typed ?? '').trim();
  if (text === '') return null;
  const value = Number(text.replace(',', '.'));
  return value >= min && value <= max ? value : undefined;
}

/** The body of a request; undefined while a field is wrong. */
export function valuesOf(weights: readonly Weight[], typed: TypedWeights): WeightValues | undefined {
  const values = weights.map((weight) => [weight.name, numberIn(weight, typed[weight.name])] as const);
  return values.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(values);
}
