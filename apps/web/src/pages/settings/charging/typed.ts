import type { Schemas } from '../../../api/client';

export type Settings = Schemas['AccountSettings'];
type Quota = Settings['quotas'][string];
export type Measure = Quota['measure'];
export type Policy = Settings['policy'];

export const ENDS = ['cancelledByMaker', 'cancelledByStaff', 'failed'] as const satisfies (keyof Policy)[];

/** What the API counts, for one unit that people type. */
const PER_UNIT: Readonly<Record<Measure, number>> = { euros: 100, grams: 1_000, hours: 3_600 };

/** The fields of the form, as text. */
export function typedOf(settings: Settings, categories: readonly string[]) {
  const { isOn, invoicesMonthly, defaultAllowanceCents, policy, quotas } = settings;
  const ofQuotas = categories.flatMap((code): [string, string][] => {
    const quota = quotas[code];
    const amount = quota ? String(quota.amount / PER_UNIT[quota.measure]) : '';
    return [
      [`amount ${code}`, amount],
      [`measure ${code}`, quota?.measure ?? 'grams'],
    ];
  });
  return {
    ...{ isOn, invoicesMonthly, allowance: String(defaultAllowanceCents / 100), ...policy },
    ...Object.fromEntries(ofQuotas),
  } as Record<string, string | boolean>;
}

/** What the API takes. An empty amount is no free use. */
export function settingsOf(
  typed: Readonly<Record<string, string | boolean>>,
  categories: readonly string[],
): Settings {
  const quotas: Record<string, Quota> = {};
  for (const code of categories) {
    const measure = typed[`measure ${code}`] as Measure;
    const amount = Math.round(Number(typed[`amount ${code}`]) * PER_UNIT[measure]);
    if (amount > 0) quotas[code] = { measure, amount };
  }
  return {
    isOn: typed.isOn === true,
    invoicesMonthly: typed.invoicesMonthly === true,
    defaultAllowanceCents: Math.round(Number(typed.allowance) * 100),
    quotas,
    policy: policyOf(typed),
  };
}

export const policyOf = (typed: Readonly<Record<string, string | boolean>>): Policy =>
  Object.fromEntries(ENDS.map((end) => [end, typed[end]])) as Policy;
