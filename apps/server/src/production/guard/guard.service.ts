import { Injectable } from '@nestjs/common';
import type { Finding } from '@pandafab/gcode';
import type { GuardPolicy, LabId, MachineId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Machine } from '../../network/machines/machine.entity';
import { MachinePolicies } from '../../network/machines/machine-policies';
import { widestPolicy } from '../../network/machines/machine-policy';
import { ProfileCatalogue } from '../../network/machines/profile-catalogue';
import type { StoredFile } from '../files/file.entity';
import { factsOf, hopelessIn, Verdicts } from './verdicts';

/** The verdicts of the machines' guards on files. */
@Injectable()
export class GuardService {
  constructor(
    private readonly profiles: ProfileCatalogue,
    private readonly policies: MachinePolicies,
  ) {}

  /** By lab: the verdicts of its machines' guards on files. Retired machines take none. */
  async verdictsOf(manager: EntityManager, labIds: readonly LabId[]): Promise<Map<LabId, Verdicts>> {
    const machines = await manager.findBy(Machine, {
      labId: In([...new Set(labIds)]),
      retiredAt: IsNull(),
    });
    const policies = await this.policies.policiesOf(manager, machines);
    const ofLab = (labId: LabId) => {
      const own = machines.filter((machine) => machine.labId === labId);
      const ownPolicies = new Map<MachineId, GuardPolicy>(
        own.flatMap(({ id }) => {
          const policy = policies.get(id);
          return policy ? [[id, policy] as const] : [];
        }),
      );
      return new Verdicts(ownPolicies, this.policies.profilesOf(own));
    };
    return new Map([...new Set(labIds)].map((labId) => [labId, ofLab(labId)]));
  }

  /** The first finding for which no machine could ever print the file. */
  hopelessIn(file: Pick<StoredFile, 'analysis'>): Finding | undefined {
    const facts = factsOf(file);
    return facts && hopelessIn(facts, this.profiles.list().map(widestPolicy));
  }
}
