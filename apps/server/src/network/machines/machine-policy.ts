import { type FirmwareProfile, guardPolicyOf } from '@pandafab/firmware';
import type { GuardPolicy } from '@pandafab/shared';
import type { Machine } from './machine.entity';

/** The highest limits that a machine may be given, degrees Celsius: a higher one is a typing error. */
export const HIGHEST_CELSIUS = { nozzle: 500, bed: 200, chamber: 150 } as const;

/**
 * The policy that files are checked against for one machine: its firmware's rules, its own limits, its managers'
 * allowances.
 */
export function policyOfMachine(
  profile: FirmwareProfile,
  machine: Machine,
  allowed: readonly string[],
): GuardPolicy {
  const policy = guardPolicyOf(profile, {
    sizeMm: { x: machine.widthMm, y: machine.depthMm, z: machine.heightMm },
    maxNozzleC: machine.maxNozzleCelsius,
    maxBedC: machine.maxBedCelsius,
    maxChamberC: machine.maxChamberCelsius,
    allowed,
  });
  const { volume } = policy;
  if (!volume) return policy;
  const { minXMm, minYMm, minZMm } = machine;
  const min = { x: minXMm ?? volume.min.x, y: minYMm ?? volume.min.y, z: minZMm ?? volume.min.z };
  return { ...policy, volume: { ...volume, min } };
}

/** The widest policy that any machine with this firmware can have, before allowances. */
export const widestPolicy = (profile: FirmwareProfile): GuardPolicy =>
  guardPolicyOf(profile, {
    sizeMm: null,
    maxNozzleC: HIGHEST_CELSIUS.nozzle,
    maxBedC: HIGHEST_CELSIUS.bed,
    maxChamberC: HIGHEST_CELSIUS.chamber,
    allowed: [],
  });
