import { Injectable } from '@nestjs/common';
import { type Finding, isAllowableLimit, isLimitName, judge } from '@pandafab/gcode';
import { Fault, type GuardPolicy, type LabId, type MachineId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { StoredFile } from '../files/file.entity';
import { Machine } from '../labs/machine.entity';
import { MachineAllowance } from '../labs/machine-record.entities';
import { policyOfMachine, widestPolicy } from './machine-policy';
import { ProfileCatalogue } from './profile-catalogue';
import type { MachineProfiles } from './read-as';
import { factsOf, hopelessIn, type Policies, Verdicts } from './verdicts';

/** What each machine's guard holds files against. */
@Injectable()
export class GuardService {
  constructor(private readonly profiles: ProfileCatalogue) {}

  /**
   * As they stand in this unit of work, or as they are committed. A machine has none, and takes no file, whose profile
   * this version does not have any more.
   */
  async policiesOf(manager: EntityManager, machines: readonly Machine[]): Promise<Policies> {
    const machineIds = machines.map(({ id }) => id);
    const standing = { machineId: In(machineIds), withdrawnAt: IsNull() };
    const allowances = await manager.findBy(MachineAllowance, standing);
    return new Map(
      machines.flatMap((machine) => {
        const profile = this.profiles.find(machine.profileId);
        const own = allowances.filter(({ machineId }) => machineId === machine.id);
        const allowed = own.map(({ command }) => command);
        return profile ? [[machine.id, policyOfMachine(profile, machine, allowed)] as const] : [];
      }),
    );
  }

  /** The firmware of each of these machines, where this version has its profile. */
  profilesOf(machines: readonly Machine[]): MachineProfiles {
    return new Map(
      machines.flatMap(({ id, profileId }) => {
        const profile = this.profiles.find(profileId);
        return profile ? [[id, profile] as const] : [];
      }),
    );
  }

  /** By lab, what its machines' guards say of files. */
  async verdictsOf(manager: EntityManager, labIds: readonly LabId[]): Promise<Map<LabId, Verdicts>> {
    const machines = await manager.findBy(Machine, { labId: In([...new Set(labIds)]) });
    const policies = await this.policiesOf(manager, machines);
    const ofLab = (labId: LabId) => {
      const own = machines.filter((machine) => machine.labId === labId);
      const ownPolicies = new Map<MachineId, GuardPolicy>(
        own.flatMap(({ id }) => {
          const policy = policies.get(id);
          return policy ? [[id, policy] as const] : [];
        }),
      );
      return new Verdicts(ownPolicies, this.profilesOf(own));
    };
    return new Map([...new Set(labIds)].map((labId) => [labId, ofLab(labId)]));
  }

  /** What no machine would ever take of a file: the first such thing. */
  hopelessIn(file: Pick<StoredFile, 'analysis'>): Finding | undefined {
    const facts = factsOf(file);
    return facts && hopelessIn(facts, this.profiles.list().map(widestPolicy));
  }

  /**
   * The rule that a manager wants suspended, by the name under which findings have it.
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

/** Leaving the volume, or a line that is too long: no command's name. */
function demandLimit(rule: string): string {
  if (!isAllowableLimit(rule)) throw new Fault('MACHINE.NEVER_ALLOWED', { command: rule });
  return rule;
}
