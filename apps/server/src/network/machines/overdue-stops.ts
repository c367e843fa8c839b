import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock, MachineId } from '@pandafab/shared';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { SERVER_ACTOR } from '../../platform/kit/actor';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { markStopOverdue } from '../link/emergency-stops';
import { LinkService } from '../link/link.service';
import { LinkMessage } from '../link/link-message.entity';
import { recordMachineEvent } from './machine-events';

/** An agent that is online receipts a stop well within this time. */
const OVERDUE_AFTER_MS = 3000;

/** Records, and shows on the wall, that an emergency stop has not arrived: a person has to go to the machine. */
@Injectable()
export class OverdueStops implements OnModuleInit {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly link: LinkService,
  ) {}

  onModuleInit(): void {
    this.link.onSent(() => this.note());
  }

  private async note(): Promise<void> {
    const unnoted = { acknowledgedAt: IsNull(), overdueAt: IsNull() };
    const createdAt = LessThanOrEqual(this.clock.now() - OVERDUE_AFTER_MS);
    const waiting = await this.database.of(LinkMessage).findBy({ kind: 'command', createdAt, ...unnoted });
    // Even when a request's commit triggers this work, the recorded actor is the server.
    for (const stop of waiting.filter(({ body }) => body.action === 'emergency-stop'))
      await this.unitOfWork.run((unit) => this.noteOne(unit, stop), { by: SERVER_ACTOR });
  }

  private async noteOne(unit: Unit, { id, labId, body }: LinkMessage): Promise<void> {
    const machineId = body.machineId as MachineId;
    // Compare and set: one of several processes records it.
    if (!(await markStopOverdue(unit, id))) return;
    await recordMachineEvent(unit, { machineId, type: 'emergency-stop-undelivered' });
    const note = { action: 'machine.stop-undelivered', subject: ['machine', machineId], labId } as const;
    await audit(unit, note);
    unit.touch(labId);
  }
}
