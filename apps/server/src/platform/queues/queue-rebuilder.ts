import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../persistence/unit-of-work';
import { askAgain } from './outbox';
import { QueueHandlers } from './queue-handlers';
import type { AnyQueueJob } from './queue-job';

/** Writes every step that Redis lost again, from the database's rows. */
@Injectable()
export class QueueRebuilder {
  constructor(
    private readonly handlers: QueueHandlers,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns the number of steps written */
  async rebuild(): Promise<number> {
    const pending: { job: AnyQueueJob; data: object }[] = [];
    for (const { job, handler } of this.handlers.all())
      pending.push(...(await handler.pending()).map((data) => ({ job, data })));
    await this.unitOfWork.run(async (unit) => {
      for (const { job, data } of pending) await askAgain(unit, job, data);
    });
    return pending.length;
  }
}
