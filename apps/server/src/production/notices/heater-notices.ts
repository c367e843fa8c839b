import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LabEvents } from '../../network/link/lab-events';
import { Machine } from '../../network/machines/machine.entity';
import { machineHeatersUnknown } from './staff-notices';
import { tellStaff } from './tell-staff';

/** Tells the staff of a lab that a machine may be heating without control. */
@Injectable()
export class HeaterNotices implements OnModuleInit {
  constructor(private readonly events: LabEvents) {}

  onModuleInit(): void {
    this.events.follow('machine.heaters', async (unit, { machineId, state }, { labId }) => {
      if (state !== 'unknown') return;
      const machine = await unit.manager.findOneBy(Machine, { id: machineId, labId });
      if (machine) await tellStaff(unit, machineHeatersUnknown, labId, { machineId, machine: machine.name });
    });
  }
}
