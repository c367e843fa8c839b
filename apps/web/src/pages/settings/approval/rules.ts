import type { Schemas } from '../../../api/client';

export type Rules = Schemas['ApprovalRules'];

/** What stands in the form: numbers as texts, empty for a rule that is off, and a tick for each material. */
type TypedRules = Readonly<Record<'firstJobs' | 'hours' | 'euros', string>> &
  Readonly<Record<`of ${string}`, boolean>>;

const textOf = (value: number | null): string => (value === null ? '' : String(value));
const numberOf = (typed: string): number | null => (typed === '' ? null : Number(typed));

/** The materials that can be ticked: those that the lab has, and those of the rules. */
export const materialsOf = ({ materials }: Rules, known: readonly string[]): readonly string[] => {
  const isKnown = (name: string) => known.some((each) => each.toUpperCase() === name.toUpperCase());
  return [...known, ...materials.filter((name) => !isKnown(name))];
};

export function typedOf(rules: Rules, materials: readonly string[]): TypedRules {
  const { firstJobs, longerThanHours, costOverCents } = rules;
  const isTicked = (name: string) =>
    rules.materials.some((each) => each.toUpperCase() === name.toUpperCase());
  return {
    ...{ firstJobs: textOf(firstJobs), hours: textOf(longerThanHours) },
    euros: textOf(costOverCents === null ? null : costOverCents / 100),
    ...Object.fromEntries(materials.map((name) => [`of ${name}`, isTicked(name)])),
  };
}

export const rulesOf = (typed: TypedRules, materials: readonly string[]): Rules => {
  const euros = numberOf(typed.euros);
  return {
    ...{ firstJobs: numberOf(typed.firstJobs), longerThanHours: numberOf(typed.hours) },
    costOverCents: euros === null ? null : Math.round(euros * 100),
    materials: materials.filter((name) => typed[`of ${name}`]),
  };
};
