import { Inject, Injectable } from '@nestjs/common';
import type { Clock, MachineId } from '@pandafab/shared';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { recordMachineEvent } from '../labs/machine-events';
import { ReadDatabase } from '../persistence/read-database';
import { touch, UnitOfWork } from '../persistence/unit-of-work';
import { LinkMessage } from './link-message.entity';

/** An agent that is there has receipted a stop long before. */
const PATIENCE_MS = 3000;

/** Puts on record, and on the wall, that an emergency stop has not arrived: somebody has to go to the machine. */
@Injectable()
export class OverdueStops {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async note(): Promise<void> {
    const unnoted = { acknowledgedAt: IsNull(), overdueAt: IsNull() };
    const createdAt = LessThanOrEqual(this.clock.now() - PATIENCE_MS);
    const waiting = await this.database.of(LinkMessage).findBy({ kind: 'command', createdAt, ...unnoted });
    for (const stop of waiting.filter(({ body }) => body.action === 'emergency-stop'))
      await this.noteOne(stop);
  }

  private async noteOne({ id, labId, body }: LinkMessage): Promise<void> {
    const machineId = body.machineId as MachineId;
    const at = this.clock.now();
    await this.unitOfWork.run(async (manager) => {
      // Compare and set: of several processes, one writes it down.
      const unnoted = { id, acknowledgedAt: IsNull(), overdueAt: IsNull() };
      const { affected } = await manager.update(LinkMessage, unnoted, { overdueAt: at });
      if (affected !== 1) return;
      await recordMachineEvent(manager, { machineId, type: 'emergency-stop-undelivered', at });
      const note = { action: 'machine.stop-undelivered', subject: ['machine', machineId], labId } as const;
      await audit(manager, this.clock, note, { kind: 'server', id: null });
      touch(manager, labId);
    });
  }
}
