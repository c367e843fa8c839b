import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Clock, Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Page } from '../api/fields';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { raiseMatch } from '../matching/raise-match';
import { type Key, type Part, readPart } from '../persistence/keyset';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { DeadLetter } from './dead-letter.entity';
import { enqueue } from './outbox';
import { type QueueJobName, type QueueJobs, queueSubjects } from './queue-jobs';

const LONGEST_ERROR = 500;

export interface FailedStep<Name extends QueueJobName = QueueJobName> {
  readonly name: Name;
  readonly data: QueueJobs[Name];
  readonly attempts: number;
  readonly error: string;
}

const LATEST_FIRST: readonly Key<DeadLetter>[] = [
  { column: 'letter.lastFailedAt', order: 'DESC', of: ({ lastFailedAt }) => lastFailedAt, isNumber: true },
  { column: 'letter.id', order: 'ASC', of: ({ id }) => id },
];

/** Keeps the steps that failed at every attempt, where the administrator finds them. */
@Injectable()
export class DeadLettersService {
  private readonly log = new Logger('Queues');
  /** Subjects that may have a letter; unknown until the first look. Another process' are found by `refresh`. */
  private known = new Set<string>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  list(page: Page): Promise<Part<DeadLetter>> {
    return readPart(this.database.of(DeadLetter).createQueryBuilder('letter'), LATEST_FIRST, page);
  }

  /** Did such a step fail until it was told? As far as is known here. */
  hasOne<Name extends QueueJobName>(name: Name, data: QueueJobs[Name]): boolean {
    return this.known.has(queueSubjects[name](data));
  }

  /** Looks which subjects have a letter, so that a step that is done costs no write of its own. */
  async refresh(): Promise<void> {
    const letters = await this.database.of(DeadLetter).find({ select: { id: true } });
    this.known = new Set(letters.map(({ id }) => id));
  }

  async keep<Name extends QueueJobName>({ name, data, attempts, error }: FailedStep<Name>): Promise<void> {
    const id = queueSubjects[name](data);
    const at = this.clock.now();
    const last = { data, error: error.slice(0, LONGEST_ERROR), lastFailedAt: at };
    await this.unitOfWork.run(async (manager) => {
      const first = { id, name, attempts: 0, firstFailedAt: at, ...last };
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

  /** The step was done: whatever failed before is healed. */
  async heal<Name extends QueueJobName>(name: Name, data: QueueJobs[Name]): Promise<void> {
    const id = queueSubjects[name](data);
    if (!this.known.delete(id)) return;
    await this.unitOfWork.run((manager) => manager.delete(DeadLetter, { id }));
    this.log.log(`${id} is done after all`);
  }

  /**
   * Has the step done again, as it would be asked for now. The letter stays until it is done.
   * @throws Fault QUEUE.NO_SUCH_LETTER
   */
  async replay(id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const letter = await manager.findOneBy(DeadLetter, { id });
      if (!letter) throw new Fault('QUEUE.NO_SUCH_LETTER');
      await this.askAgain(manager, letter);
      await audit(manager, this.clock, { action: 'queue.replayed', subject: ['queue-step', id] });
    });
  }

  private async askAgain(manager: EntityManager, { name, data }: DeadLetter): Promise<void> {
    // A match for an old revision does nothing: a new one is raised.
    if (name === 'lab.match') return raiseMatch(manager, this.clock, (data as QueueJobs['lab.match']).labId);
    await enqueue(manager, this.clock, name, data as never);
  }
}
