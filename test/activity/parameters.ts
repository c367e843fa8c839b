import { INDICATORS } from '@pandafab/domain';
import type { Parameters, Rows } from './recount';

/** Every value that the city’s rows have for a parameter, and one that none of them has. */
function valuesOf(rows: Rows): Readonly<Record<string, readonly string[]>> {
  const different = (values: readonly (string | null)[]) => [
    ...new Set(values.filter((value) => value !== null)),
    'no-such-value',
  ];
  const materials = rows.usage.flatMap(({ materials: used }) => JSON.parse(used) as { material: string }[]);
  return {
    public: different(rows.visits.map((visit) => visit.public)),
    purpose: different(rows.visits.map(({ purpose }) => purpose)),
    kind: different(rows.sessions.map(({ kind }) => kind)),
    topic: different(rows.sessions.map(({ topicId }) => topicId)),
    audience: different(rows.sessions.map(({ audience }) => audience)),
    machineKind: different(rows.inductions.map(({ kind }) => kind)),
    category: different(rows.usage.map(({ category }) => category)),
    material: different(materials.map(({ material }) => material)),
    activity: ['printing', 'training', 'video', 'advice', 'none', 'no-such-value'],
    heading: different(rows.costs.map(({ heading }) => heading)),
  };
}

export interface Asked {
  readonly code: (typeof INDICATORS)[number]['code'];
  readonly parameters: Parameters & Readonly<Record<string, string>>;
}

/** Each indicator without parameters, and with each value of each of its parameters. */
export function everyQuestion(rows: Rows): Asked[] {
  const values = valuesOf(rows);
  return INDICATORS.flatMap(({ code, parameters }) => [
    { code, parameters: {} },
    ...parameters.flatMap((name) =>
      (values[name] ?? []).map((value) => ({ code, parameters: { [name]: value } })),
    ),
  ]);
}
