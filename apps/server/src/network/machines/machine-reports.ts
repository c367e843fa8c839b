import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MachineId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { type EventOrigin, LabEvents } from '../link/lab-events';
import { Refusals } from '../link/refusals';
import { Machine } from './machine.entity';
import { recordMachineEvent } from './machine-events';

/** Records the events that labs report of their machines. */
@Injectable()
export class MachineReports implements OnModuleInit {
  constructor(
    private readonly events: LabEvents,
    private readonly refusals: Refusals,
  ) {}

  onModuleInit(): void {
    this.events.register('machine.heaters', (unit, { machineId, state }, origin) =>
      this.note(unit, machineId, `heaters-${state}`, origin),
    );
    this.events.register('machine.answer-refused', (unit, { machineId }, origin) =>
      this.note(unit, machineId, 'answer-refused', origin),
    );
  }

  private async note(
    unit: Unit,
    machineId: MachineId,
    type: 'heaters-unknown' | 'heaters-off' | 'answer-refused',
    { labId, at }: EventOrigin,
  ): Promise<void> {
    if (!(await unit.manager.existsBy(Machine, { id: machineId, labId })))
      return this.refusals.refuse(labId, 'unknown-machine', machineId);
    await recordMachineEvent(unit, { machineId, type, at });
    await audit(unit, { action: `machine.${type}`, subject: ['machine', machineId], labId });
  }
}
