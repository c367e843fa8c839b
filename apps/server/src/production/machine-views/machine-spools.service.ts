import { Injectable } from '@nestjs/common';
import type { MachineId, SpoolId } from '@pandafab/shared';
import { changeMachine } from '../../network/machines/change-machine';
import type { Machine } from '../../network/machines/machine.entity';
import { MachineCommandsService } from '../../network/machines/machine-commands.service';
import { demandInService } from '../../network/machines/machine-retirement';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { SpoolLoading } from '../../stock/spools/spool-loading';
import { runUnderWayOn } from '../jobs/run-under-way';
import type { AnswerDto } from './machine-views.dto';

/** Records which spool is on a machine. During a run, the rest of the run is booked on the new spool. */
@Injectable()
export class MachineSpoolsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: MachineCommandsService,
    private readonly spools: SpoolLoading,
  ) {}

  /**
   * Records the spool that is on the machine from now on.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.RETIRED; MATERIAL.SPOOL_UNKNOWN, MATERIAL.SPOOL_IN_USE, MACHINE.RUN_UNSEEN
   */
  async load({ accountId }: CurrentAccountInfo, id: MachineId, spoolId: SpoolId | null): Promise<void> {
    await changeMachine(this.unitOfWork, id, async (unit, machine) => {
      demandInService(machine);
      const run = await runUnderWayOn(unit.manager, id);
      await this.spools.load(unit, { accountId, machine, run, spoolId });
    });
  }

  /**
   * Presses a button of the machine's question. If the machine waits for another filament, the spool must be recorded
   * first.
   * @throws what `MachineCommandsService.answer` throws; MACHINE.SPOOL_UNSAID and what loading a spool throws
   */
  async answer(
    { accountId }: CurrentAccountInfo,
    id: MachineId,
    { request, button, spoolId }: AnswerDto,
  ): Promise<void> {
    const before = async (unit: Unit, machine: Machine) => {
      const run = await runUnderWayOn(unit.manager, id);
      await this.spools.beforeGoingOn(unit, { accountId, machine, run }, spoolId);
    };
    await this.commands.answer(id, { request, button, before });
  }
}
