import type { Schemas } from '../../api/client';
import type { Machine } from '../../api/queries';

export type MachineChanges = Schemas['UpdateMachine'];

/** The limits that can be set, within the range that the service accepts for any machine. */
export const LIMITS = [
  { field: 'widthMm', unit: 'mm', least: 1, most: 10_000 },
  { field: 'depthMm', unit: 'mm', least: 1, most: 10_000 },
  { field: 'heightMm', unit: 'mm', least: 1, most: 10_000 },
  { field: 'maxNozzleCelsius', unit: '°C', least: 1, most: 500 },
  { field: 'maxBedCelsius', unit: '°C', least: 0, most: 200 },
  { field: 'maxChamberCelsius', unit: '°C', least: 0, most: 150 },
] as const;
export type Limit = (typeof LIMITS)[number]['field'];

/** The values of the form as typed: an empty chamber temperature means no heated chamber. */
export interface Draft {
  readonly name: string;
  readonly inMaintenance: boolean;
  readonly limits: Readonly<Record<Limit, string | number>>;
}

export const draftOf = (machine: Machine): Draft => ({
  name: machine.name,
  inMaintenance: machine.inMaintenance,
  limits: Object.fromEntries(LIMITS.map(({ field }) => [field, machine[field] ?? ''])) as Draft['limits'],
});

export const isEmpty = (value: string | number): boolean => value === '';

/** Only the fields changed since the form was opened, so that changes of another person meanwhile are not undone. */
export function changesOf(before: Draft, now: Draft): MachineChanges {
  const limits = LIMITS.filter(({ field }) => now.limits[field] !== before.limits[field]).map(
    ({ field }) => [field, isEmpty(now.limits[field]) ? null : Number(now.limits[field])] as const,
  );
  return {
    ...(now.name !== before.name && { name: now.name }),
    ...(now.inMaintenance !== before.inMaintenance && { inMaintenance: now.inMaintenance }),
    ...(Object.fromEntries(limits) as MachineChanges),
  };
}
