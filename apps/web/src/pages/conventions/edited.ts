import type { Schemas } from '../../api/client';
import { Problem } from '../../api/problem';
import { t } from '../../i18n/i18n';
import { parseDecimal } from '../../parts/decimal';
import type { Objective } from './convention';

type Unit = Schemas['IndicatorUnit'];

/** An indicator as it is edited: what stands in the fields. */
export interface EditedIndicator {
  /** For React, and for those that stay. */
  readonly key: string;
  readonly id?: string;
  readonly indicator: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** By period, as typed. Money is typed in euros. */
  readonly targets: Readonly<Record<string, string>>;
}
export interface EditedObjective {
  readonly key: string;
  readonly id?: string;
  readonly title: string;
  readonly quotation: string;
  readonly indicators: readonly EditedIndicator[];
}

let made = 0;
const newKey = (): string => `new-${++made}`;

export const newIndicator = (): EditedIndicator => ({
  ...{ key: newKey(), indicator: 'visits', parameters: {}, targets: {} },
});
export const newObjective = (): EditedObjective => ({
  ...{ key: newKey(), title: '', quotation: '', indicators: [newIndicator()] },
});

const typedOf = (target: number, unit: Unit): string =>
  String(unit === 'cents' ? target / 100 : target).replace('.', ',');

/** The objectives of a convention in fields. */
export const editedOf = (
  objectives: readonly Objective[],
  unitOf: (code: string) => Unit,
): EditedObjective[] =>
  objectives.map(({ id, title, quotation, indicators }) => ({
    ...{ key: id, id, title, quotation },
    indicators: indicators.map(({ id: own, indicator, parameters, targets }) => ({
      ...{ key: own, id: own, indicator, parameters },
      targets: Object.fromEntries(
        targets.map(({ period, target }) => [period, typedOf(target, unitOf(indicator))]),
      ),
    })),
  }));

/** The objectives as the service takes them. @throws Problem that names a target which is no number */
export const sentOf = (objectives: readonly EditedObjective[], unitOf: (code: string) => Unit) =>
  objectives.map(({ id, title, quotation, indicators }) => ({
    ...{ ...(id !== undefined && { id }), title: title.trim(), quotation: quotation.trim() },
    indicators: indicators.map(({ id: own, indicator, parameters, targets }) => ({
      ...(own !== undefined && { id: own }),
      indicator: indicator as Schemas['IndicatorCode'],
      parameters: Object.fromEntries(Object.entries(parameters).filter(([, value]) => value.trim() !== '')),
      targets: Object.entries(targets)
        .filter(([, typed]) => typed.trim() !== '')
        .map(([period, typed]) => ({ period, target: targetOf(typed, unitOf(indicator)) })),
    })),
  }));

function targetOf(typed: string, unit: Unit): number {
  const value = parseDecimal(typed);
  if (value === undefined)
    throw new Problem('FORM.NUMBER', `${typed} : ${t('parts.notANumber')}`, t('parts.fieldsWrongCure'));
  return unit === 'cents' ? Math.round(value * 100) : value;
}
