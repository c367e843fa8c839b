import type { Schemas } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { demandDecimal } from '../../../parts/decimal';
import { todayInParis } from '../today';

export type Settings = Schemas['DatedReminderSettings'];
export type Version = Schemas['ReminderSettingsVersion'];
type Step = Settings['steps'][number];
type Body = Schemas['PutReminderSettings'];

export const STEPS = ['friendly', 'firm', 'formal'] as const satisfies Step['step'][];
export type StepName = (typeof STEPS)[number];

/** The fields of one step. */
const PARTS = ['active', 'after', 'way', 'penalties', 'frSubject', 'frText', 'enSubject', 'enText'] as const;
export type Part = (typeof PARTS)[number];

/** The name of a field: a form has one level of names. */
export const fieldOf = (step: StepName, part: Part): `${StepName}_${Part}` => `${step}_${part}`;

type StepValues = Record<`${StepName}_${'active' | 'penalties'}`, boolean> &
  Record<`${StepName}_${Exclude<Part, 'active' | 'penalties'>}`, string>;

export type Values = StepValues & {
  readonly leastDaysBetween: string;
  readonly businessRate: string;
  readonly publicRate: string;
  readonly indemnity: string;
  readonly inForceFrom: string;
};

const HUNDREDTHS = 100;
const rateText = (basisPoints: number | null): string =>
  basisPoints === null ? '' : String(basisPoints / HUNDREDTHS).replace('.', ',');

/** An empty rate: no penalty is computed. @throws Problem that names the field */
const rateOf = (name: string, text: string): number | null =>
  text.trim() === '' ? null : Math.round(demandDecimal(name, text) * HUNDREDTHS);

/** The fields of the form, from what is recorded. */
export function valuesOf(settings: Settings): Values {
  const steps = settings.steps.flatMap(({ step, isActive, afterDays, way, withPenalties, fr, en }) => [
    ...[[fieldOf(step, 'active'), isActive] as const, [fieldOf(step, 'after'), String(afterDays)] as const],
    ...[[fieldOf(step, 'way'), way] as const, [fieldOf(step, 'penalties'), withPenalties] as const],
    ...[[fieldOf(step, 'frSubject'), fr.subject] as const, [fieldOf(step, 'frText'), fr.text] as const],
    ...[[fieldOf(step, 'enSubject'), en.subject] as const, [fieldOf(step, 'enText'), en.text] as const],
  ]);
  return {
    ...(Object.fromEntries(steps) as StepValues),
    leastDaysBetween: String(settings.leastDaysBetween),
    businessRate: rateText(settings.businessBasisPoints),
    publicRate: rateText(settings.publicBodyBasisPoints),
    indemnity: rateText(settings.indemnityCents),
    inForceFrom: todayInParis(),
  };
}

const stepOf = (values: Values, step: StepName): Step => ({
  step,
  isActive: values[`${step}_active`],
  afterDays: demandDecimal(fieldOf(step, 'after'), values[`${step}_after`]),
  way: values[`${step}_way`] === 'letter' ? 'letter' : 'mail',
  withPenalties: values[`${step}_penalties`],
  fr: { subject: values[`${step}_frSubject`], text: values[`${step}_frText`] },
  en: { subject: values[`${step}_enSubject`], text: values[`${step}_enText`] },
});

/** What is sent. @throws Problem that names a field without a number */
export const bodyOf = (values: Values): Body => ({
  steps: STEPS.map((step) => stepOf(values, step)),
  leastDaysBetween: demandDecimal('leastDaysBetween', values.leastDaysBetween),
  businessBasisPoints: rateOf('businessRate', values.businessRate),
  publicBodyBasisPoints: rateOf('publicRate', values.publicRate),
  indemnityCents: rateOf('indemnity', values.indemnity) ?? 0,
  inForceFrom: values.inForceFrom,
});

const FIELD_NAMES: Readonly<Record<string, string>> = {
  ...{
    businessBasisPoints: 'businessRate',
    publicBodyBasisPoints: 'publicRate',
    indemnityCents: 'indemnity',
  },
  // The order of the days: shown at the last step, which is late enough if the others are.
  steps: 'formal_after',
};
const STEP_FIELDS: Readonly<Record<string, Part>> = {
  ...{ isActive: 'active', afterDays: 'after', way: 'way', withPenalties: 'penalties' },
  ...{ 'fr.subject': 'frSubject', 'fr.text': 'frText', 'en.subject': 'enSubject', 'en.text': 'enText' },
};

/** The server names fields by their place in the request: here they have one name. */
export function atFields(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const fields = error.fields.map(({ path, message }) => ({ path: nameOf(path), message }));
  return new Problem(error.code, error.what, error.cure, fields);
}

function nameOf(path: string): string {
  const [, at, rest = ''] = /^steps\.(\d)\.(.+)$/.exec(path) ?? [];
  const step = at === undefined ? undefined : STEPS[Number(at)];
  const part = STEP_FIELDS[rest];
  return step && part ? fieldOf(step, part) : (FIELD_NAMES[path] ?? path);
}
