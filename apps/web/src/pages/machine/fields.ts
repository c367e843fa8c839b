import type { Schemas } from '../../api/client';
import type { Machine } from '../../api/queries';

export type MachineChanges = Schemas['UpdateMachineDto'];

/** The limits that may be set here, within what the service takes of any machine. */
export const LIMITS = [
  { field: 'widthMm', unit: 'mm', least: 1, most: 10_000 },
  { field: 'depthMm', unit: 'mm', least: 1, most: 10_000 },
  { field: 'heightMm', unit: 'mm', least: 1, most: 10_000 },
  { field: 'maxNozzleCelsius', unit: '°C', least: 1, most: 500 },
  { field: 'maxBedCelsius', unit: '°C', least: 0, most: 200 },
  { field: 'maxChamberCelsius', unit: '°C', least: 0, most: 150 },
] as const;
export type Limit = (typeof LIMITS)[number]['field'];

/** What a form holds while somebody types: an empty chamber means that none is heated. */
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

/** Only what is another than when the form was opened: nothing that somebody else changed meanwhile is put back. */
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
