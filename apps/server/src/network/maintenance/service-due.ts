import { Injectable } from '@nestjs/common';
import type { MachineId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { HoursRun } from './hours-run';
import { ServiceRule } from './maintenance.entities';

/** True if the machine has run as long as the rule says since its last service. */
export const isDue = (
  { everyHours, lastDoneHours }: Pick<ServiceRule, 'everyHours' | 'lastDoneHours'>,
  hoursRun: number,
): boolean => hoursRun >= lastDoneHours + everyHours;

/** Which machines need a service. */
@Injectable()
export class ServiceDue {
  constructor(private readonly hoursRun: HoursRun) {}

  /** Those of these machines for which a service is due. */
  async among(manager: EntityManager, machineIds: readonly MachineId[]): Promise<ReadonlySet<MachineId>> {
    if (machineIds.length === 0) return new Set();
    const rules = await manager.findBy(ServiceRule, { machineId: In([...machineIds]), removedAt: IsNull() });
    const hours = await this.hoursRun.of(manager, [...new Set(rules.map(({ machineId }) => machineId))]);
    const due = rules.filter((rule) => isDue(rule, hours.get(rule.machineId) ?? 0));
    return new Set(due.map(({ machineId }) => machineId));
  }
}
