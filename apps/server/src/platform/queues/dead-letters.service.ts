import { Injectable, Logger } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { audit } from '../audit/audit';
import type { Page } from '../http/fields';
import { type Key, type Part, readPart } from '../persistence/keyset';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { DeadLetter } from './dead-letter.entity';
import { askAgain } from './outbox';
import { QueueHandlers } from './queue-handlers';
import type { AnyQueueJob } from './queue-job';

const LONGEST_ERROR = 500;

export interface FailedStep {
  readonly job: AnyQueueJob;
  readonly data: object;
  readonly attempts: number;
  readonly error: string;
}

const LATEST_FIRST: readonly Key<DeadLetter>[] = [
  { column: 'letter.lastFailedAt', order: 'DESC', of: ({ lastFailedAt }) => lastFailedAt, isNumber: true },
  { column: 'letter.id', order: 'ASC', of: ({ id }) => id },
];

/** Keeps the steps that failed at every attempt, for the administrator. */
@Injectable()
export class DeadLettersService {
  private readonly log = new Logger('Queues');
  /** Subjects that may have a letter; empty until the first `refresh`, which also finds letters of other processes. */
  private known = new Set<string>();

  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: QueueHandlers,
  ) {}

  list(page: Page): Promise<Part<DeadLetter>> {
    return readPart(this.database.of(DeadLetter).createQueryBuilder('letter'), LATEST_FIRST, page);
  }

  /** True where this process knows of a letter for the step. */
  hasOne(job: AnyQueueJob, data: object): boolean {
    return this.known.has(job.subject(data));
  }

  /** Reads which subjects have a letter, so that a successful step costs no write of its own. */
  async refresh(): Promise<void> {
    const letters = await this.database.of(DeadLetter).find({ select: { id: true } });
    this.known = new Set(letters.map(({ id }) => id));
  }

  async keep({ job, data, attempts, error }: FailedStep): Promise<void> {
    const id = job.subject(data);
    await this.unitOfWork.run(async ({ manager, now }) => {
      const last = { data, error: error.slice(0, LONGEST_ERROR), lastFailedAt: now };
      const first = { id, name: job.name, attempts: 0, firstFailedAt: now, ...last };
      await manager
        .createQueryBuilder()
        .insert()
        .into(DeadLetter)
        .values(first as object)
        .orIgnore()
        .execute();
      await manager.update(DeadLetter, { id }, last as object);
      await manager.increment(DeadLetter, { id }, 'attempts', attempts);
    });
    this.known.add(id);
    this.log.error(`${id} failed at every attempt and is kept for the administrator: ${error}`);
  }

  /** Removes the letter: the step has succeeded. */
  async heal(job: AnyQueueJob, data: object): Promise<void> {
    const id = job.subject(data);
    if (!this.known.delete(id)) return;
    await this.unitOfWork.run(({ manager }) => manager.delete(DeadLetter, { id }));
    this.log.log(`${id} has succeeded after earlier failures`);
  }

  /**
   * Requests the step again, with present data. The letter stays until the step succeeds.
   * @throws Fault QUEUE.NO_SUCH_LETTER
   */
  async replay(id: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const letter = await unit.manager.findOneBy(DeadLetter, { id });
      if (!letter) throw new Fault('QUEUE.NO_SUCH_LETTER');
      await askAgain(unit, this.handlers.job(letter.name), letter.data as object);
      await audit(unit, { action: 'queue.replayed', subject: ['queue-step', id] });
    });
  }
}
