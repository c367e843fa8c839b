import { type FirmwareProfile, findProfile, guardPolicyOf } from '@pandafab/firmware';
import { guardOf, type MachineConfig } from '@pandafab/lab-link';
import { Fault, type GuardPolicy } from '@pandafab/shared';
import type { Assignment } from '../journal/run-journal';

/** A server from before the guard sends no policy and knows no limits: the firmware's rules hold all the same. */
const NO_LIMITS = { sizeMm: null, maxNozzleC: null, maxBedC: null, maxChamberC: null, allowed: [] } as const;

/**
 * What a run's commands are held against, line by line.
 * @throws Fault LAB.GUARD_UNKNOWN when the server sent a policy that this agent cannot read: nothing is sent then;
 *   MACHINE.UNKNOWN_PROFILE
 */
export function policyOfRun(
  assignment: Assignment,
  machine: MachineConfig,
  profiles: Map<string, FirmwareProfile>,
): GuardPolicy {
  const policy = guardOf(assignment);
  if (policy === null) throw new Fault('LAB.GUARD_UNKNOWN');
  return policy ?? guardPolicyOf(findProfile(profiles, machine.profileId), NO_LIMITS);
}
