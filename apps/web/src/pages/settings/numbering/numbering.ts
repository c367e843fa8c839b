import type { Schemas } from '../../../api/client';
import { Problem } from '../../../api/problem';

export type Numbering = Schemas['Numbering'];
export type Series = Numbering['series'][number];
type Changes = Schemas['NumberingChanges'];

/** The fields of the form, by kind of document and by lab. */
export type Values = Readonly<Record<string, string | boolean>>;

export const prefixField = (kind: string): string => `prefix_${kind}`;
export const byLabField = (kind: string): string => `byLab_${kind}`;
export const codeField = (labId: string): string => `code_${labId}`;

/** Prefixes and codes are capital letters and digits; what was typed small is meant so. */
export const asCode = (value: string | boolean | undefined): string =>
  String(value ?? '')
    .trim()
    .toUpperCase();

export function valuesOf({ series, labCodes }: Numbering, labs: readonly { id: string }[]): Values {
  const values: Record<string, string | boolean> = {};
  for (const { kind, prefix, labPart } of series) {
    values[prefixField(kind)] = prefix;
    values[byLabField(kind)] = labPart === 'code';
  }
  for (const { id } of labs) values[codeField(id)] = labCodes.find(({ labId }) => labId === id)?.code ?? '';
  return values;
}

/** What is sent: every series, and the codes of the labs that have one. */
export const bodyOf = ({ series }: Numbering, labs: readonly { id: string }[], values: Values): Changes => ({
  series: series.map(({ kind }) => ({
    kind,
    prefix: asCode(values[prefixField(kind)]),
    labPart: values[byLabField(kind)] === true ? 'code' : 'none',
  })),
  labCodes: labs
    .map(({ id }) => ({ labId: id, code: asCode(values[codeField(id)]) }))
    .filter(({ code }) => code !== ''),
});

/** The server names fields by their place in the request: here they have names of their own. */
export function atFields(error: unknown, body: Changes): unknown {
  if (!(error instanceof Problem)) return error;
  const nameOf = (path: string): string => {
    const [list, place, field] = path.split('.');
    if (list === 'series' && field === 'prefix') return prefixField(body.series[Number(place)]?.kind ?? '');
    if (list === 'labCodes' && field === 'code')
      return codeField(body.labCodes?.[Number(place)]?.labId ?? '');
    return path;
  };
  const fields = error.fields.map(({ path, message }) => ({ path: nameOf(path), message }));
  return new Problem(error.code, error.what, error.cure, fields);
}

/** FA-2026-000012 with the prefix FAC begins a series: FAC-2026-000001. */
const firstOf = (example: string, prefix: string): string =>
  `${prefix}${example.replace(/^[^-]*/, '').replace(/\d+$/, (digits) => '1'.padStart(digits.length, '0'))}`;

export interface Change {
  /** The next number with what is typed. */
  readonly example: string;
  /** Another series begins when these settings are saved. */
  readonly isNew: boolean;
}

/** In the example, where no lab has a code yet. */
const NO_CODE = '…';

/** What the next number of a kind will be. `labCode` is the code of a lab, as an example. */
export function changeOf(
  { kind, prefix, labPart, example }: Series,
  values: Values,
  labCode: string,
): Change {
  const typed = asCode(values[prefixField(kind)]);
  const isByLab = values[byLabField(kind)] === true;
  const isNew = typed !== prefix || isByLab !== (labPart === 'code');
  const whole = isByLab ? `${typed}-${labCode || NO_CODE}` : typed;
  const isOwn = !isNew && whole === prefix;
  return { example: isOwn ? example : firstOf(example, whole), isNew };
}
