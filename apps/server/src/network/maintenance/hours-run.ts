import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { MachineId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Registry } from '../../platform/kit/registry';

const FINDER = 'of run';

/** Seconds; a machine that never ran may be left out. */
type FindSeconds = (
  manager: EntityManager,
  machineIds: readonly MachineId[],
) => Promise<ReadonlyMap<MachineId, number>>;

/** How long machines have run. production/jobs registers how to find out. */
@Injectable()
export class HoursRun implements OnApplicationBootstrap {
  private readonly finders = new Registry<typeof FINDER, FindSeconds>('machines’ seconds');

  register(find: FindSeconds): void {
    this.finders.register(FINDER, find);
  }

  onApplicationBootstrap(): void {
    this.finders.assertComplete([FINDER]);
  }

  /** Hours, with decimals; 0 for a machine that never ran. */
  async of(
    manager: EntityManager,
    machineIds: readonly MachineId[],
  ): Promise<ReadonlyMap<MachineId, number>> {
    if (machineIds.length === 0) return new Map();
    const seconds = await this.finders.get(FINDER)(manager, machineIds);
    return new Map(machineIds.map((id) => [id, (seconds.get(id) ?? 0) / 3600]));
  }
}
