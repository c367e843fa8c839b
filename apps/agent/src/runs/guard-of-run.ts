import { type FirmwareProfile, findProfile, guardPolicyOf } from '@pandafab/firmware';
import { guardOf, type MachineConfig } from '@pandafab/lab-link';
import { Fault, type GuardPolicy } from '@pandafab/shared';
import type { Assignment } from '../journal/run-journal';

/** An old server without the guard sends no policy and no limits: the firmware's rules still apply. */
const NO_LIMITS = { sizeMm: null, maxNozzleC: null, maxBedC: null, maxChamberC: null, allowed: [] } as const;

/**
 * The policy that a run's commands are checked against, line by line.
 * @throws Fault LAB.GUARD_UNKNOWN when the server sent a policy that this agent cannot read: no line is sent then;
 *   MACHINE.UNKNOWN_PROFILE
 */
export function policyOfRun(
  assignment: Assignment,
  machine: MachineConfig,
  profiles: ReadonlyMap<string, FirmwareProfile>,
): GuardPolicy {
  const policy = guardOf(assignment);
  if (policy === null) throw new Fault('LAB.GUARD_UNKNOWN');
  return policy ?? guardPolicyOf(findProfile(profiles, machine.profileId), NO_LIMITS);
}
