import { Injectable, Logger } from '@nestjs/common';
import { type LabId, SerialQueue } from '@pandafab/shared';

/** Does the work of each lab in order, one piece at a time; labs do not wait for each other. */
@Injectable()
export class LabTurns {
  private readonly log = new Logger('LabLink');
  private readonly queues = new Map<LabId, SerialQueue>();

  add(labId: LabId, work: () => Promise<void>): void {
    const queue = this.queues.get(labId) ?? new SerialQueue();
    this.queues.set(labId, queue);
    queue
      .add(work)
      .catch((error: Error) =>
        this.log.error(`a message of lab ${labId} failed: ${error.message}`, error.stack),
      )
      .finally(() => {
        if (!queue.isBusy) this.queues.delete(labId);
      });
  }

  /** True while work of this lab is in progress or waiting. */
  isBusy(labId: LabId): boolean {
    return this.queues.get(labId)?.isBusy ?? false;
  }

  /** Settles when all work added so far is done. */
  async idle(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.idle()));
  }
}
