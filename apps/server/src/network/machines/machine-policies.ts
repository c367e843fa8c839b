import { Injectable } from '@nestjs/common';
import type { FirmwareProfile } from '@pandafab/firmware';
import { isAllowableLimit, isLimitName, judge } from '@pandafab/gcode';
import { Fault, type GuardPolicy, type MachineId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { chunks } from '../../platform/persistence/chunks';
import type { Machine } from './machine.entity';
import { policyOfMachine } from './machine-policy';
import { MachineAllowance } from './machine-record.entities';
import { ProfileCatalogue } from './profile-catalogue';

export type Policies = ReadonlyMap<MachineId, GuardPolicy>;

/** The firmware of each machine whose profile this version has. */
export type MachineProfiles = ReadonlyMap<MachineId, FirmwareProfile>;

/** What each machine may be sent: by its firmware, its limits, and its managers' allowances. */
@Injectable()
export class MachinePolicies {
  constructor(private readonly profiles: ProfileCatalogue) {}

  /**
   * The policies as this transaction sees them, or as they are committed. A machine whose profile this version no
   * longer has gets no policy, and takes no file.
   */
  async policiesOf(manager: EntityManager, machines: readonly Machine[]): Promise<Policies> {
    const allowances = await allowancesInForce(manager, machines);
    return new Map(
      machines.flatMap((machine) => {
        const profile = this.profiles.find(machine.profileId);
        const own = allowances.filter(({ machineId }) => machineId === machine.id);
        const allowed = own.map(({ command }) => command);
        return profile ? [[machine.id, policyOfMachine(profile, machine, allowed)] as const] : [];
      }),
    );
  }

  /** The firmware of each of these machines whose profile this version has. */
  profilesOf(machines: readonly Machine[]): MachineProfiles {
    return new Map(
      machines.flatMap(({ id, profileId }) => {
        const profile = this.profiles.find(profileId);
        return profile ? [[id, profile] as const] : [];
      }),
    );
  }

  /**
   * Checks that a manager may suspend a rule. @returns its name as findings show it
   * @throws Fault MACHINE.NOTHING_TO_ALLOW, MACHINE.NEVER_ALLOWED {command}; MACHINE.UNKNOWN_PROFILE
   */
  demandAllowable(machine: Machine, written: string): string {
    const [base = '', manner] = written.split(':');
    const rule = manner === undefined ? base.toUpperCase() : `${base.toUpperCase()}:${manner.toLowerCase()}`;
    if (isLimitName(rule)) return demandLimit(rule);
    const fact = { rule, text: rule, line: 1, count: 1 };
    const facts = { commands: [fact], further: null, heat: [], leftHot: [], long: [], reach: [], walks: [] };
    const policy = policyOfMachine(this.profiles.demand(machine.profileId), machine, []);
    const [finding] = judge(facts, policy);
    if (!finding) throw new Fault('MACHINE.NOTHING_TO_ALLOW', { command: rule });
    if (finding.rule === null) throw new Fault('MACHINE.NEVER_ALLOWED', { command: rule });
    return rule;
  }
}

/** In parts: the labs of one page of jobs may have more machines than SQLite takes parameters in a statement. */
async function allowancesInForce(
  manager: EntityManager,
  machines: readonly Machine[],
): Promise<MachineAllowance[]> {
  const found: MachineAllowance[] = [];
  for (const machineIds of chunks(machines.map(({ id }) => id)))
    found.push(
      ...(await manager.findBy(MachineAllowance, { machineId: In(machineIds), withdrawnAt: IsNull() })),
    );
  return found;
}

/** For the rules that are not commands: leaving the build volume, a line that is too long. */
function demandLimit(rule: string): string {
  if (!isAllowableLimit(rule)) throw new Fault('MACHINE.NEVER_ALLOWED', { command: rule });
  return rule;
}
