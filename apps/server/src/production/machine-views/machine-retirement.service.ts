import { Injectable } from '@nestjs/common';
import { Fault, type MachineId } from '@pandafab/shared';
import { requestMatching } from '../../network/labs/request-matching';
import { stopsOnTheirWay } from '../../network/link/emergency-stops';
import { findMachine } from '../../network/machines/find-machine';
import type { Machine } from '../../network/machines/machine.entity';
import { MachineAnnouncements } from '../../network/machines/machine-announcements';
import { writeRetirement } from '../../network/machines/machine-retirement';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { SpoolLoading } from '../../stock/spools/spool-loading';
import { runUnderWayOn } from '../jobs/run-under-way';

/** Takes machines out of service, and back into it. */
@Injectable()
export class MachineRetirementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcements: MachineAnnouncements,
    private readonly spools: SpoolLoading,
  ) {}

  /**
   * The machine gets no more jobs, leaves the wall, and its lab's computer closes the line to it. Its spool is free for
   * another machine; its history stays. A second call changes nothing.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.STILL_PRINTING, MACHINE.STOP_ON_ITS_WAY; what loading a spool throws
   */
  retire({ accountId }: CurrentAccountInfo, id: MachineId): Promise<void> {
    return this.change(id, async (unit, machine) => {
      if (machine.retiredAt !== null) return;
      const { manager, now } = unit;
      if (await runUnderWayOn(manager, id)) throw new Fault('MACHINE.STILL_PRINTING');
      if ((await stopsOnTheirWay(manager, [machine.labId])).has(id))
        throw new Fault('MACHINE.STOP_ON_ITS_WAY');
      if (machine.spoolId) await this.spools.load(unit, { accountId, machine, run: null, spoolId: null });
      await writeRetirement(unit, machine, now);
    });
  }

  /**
   * The machine is used again. A second call changes nothing.
   * @throws Fault MACHINE.UNKNOWN
   */
  restore(id: MachineId): Promise<void> {
    return this.change(id, async (unit, machine) => {
      if (machine.retiredAt !== null) await writeRetirement(unit, machine, null);
    });
  }

  private async change(id: MachineId, work: (unit: Unit, machine: Machine) => Promise<void>): Promise<void> {
    const { labId, bridgeSecretHash } = await this.unitOfWork.run(async (unit) => {
      const machine = await findMachine(unit.manager, id);
      // First: it locks the lab, so that no match gives this machine a job meanwhile.
      await requestMatching(unit, machine.labId);
      await work(unit, machine);
      return machine;
    });
    await this.announcements.announce({ labId, hasNewBridge: bridgeSecretHash !== null });
  }
}
