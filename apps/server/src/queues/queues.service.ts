import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { type CancelTimer, type Clock } from '@pandafab/shared';
import { type Job as BullJob, Queue, Worker } from 'bullmq';
import type Redis from 'ioredis';
import { In } from 'typeorm';
import { Coalesced } from '../coalesced';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../config';
import { Outage } from '../outage';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { within } from '../within';
import { DeadLettersService } from './dead-letters.service';
import { isLastFailure } from './is-last-failure';
import { OutboxEntry } from './outbox.entity';
import { QueueHandlers } from './queue-handlers';
import {
  backoffOf,
  type QueueJobName,
  type QueueJobs,
  queueConcurrency,
  queueJobSettings,
} from './queue-jobs';
import { QueueRebuilder } from './queue-rebuilder';
import { connectRedis, isConnectionLoss, reportOutages } from './redis';

const SWEEP_MS = 5000;
const BATCH = 200;
/** After so long what failed at every attempt is tried anew: a disk may have been full, memory short. */
const ANEW_MS = 60_000;
/** How often a process may die amid one step before the step is set aside for a minute: steps may be done twice. */
const MOST_DEATHS = 10;
/** How long Redis has to answer when the server stops. */
const GOODBYE_MS = 1000;
/** How long it has to say that it is there. */
const ANSWER_MS = 1000;
/** Set in Redis once its queues are built from SQL: its absence says that Redis was emptied. */
const BUILT_KEY = 'pandafab:queues-built';
const PREFIX = 'pandafab';

type QueueName = keyof typeof queueConcurrency;
const queueNames = Object.keys(queueConcurrency) as QueueName[];

/** Carries the outbox into BullMQ and runs the steps. Without Redis it waits, and loses nothing. */
@Injectable()
export class QueuesService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Queues');
  private readonly producer: Redis;
  private readonly consumer: Redis;
  private readonly queues = new Map<QueueName, Queue>();
  private readonly stop = new AbortController();
  private question: Promise<unknown> | undefined;
  private workers: Worker[] = [];
  private cancelSweep: CancelTimer = () => {};
  private cancelAnew: CancelTimer = () => {};
  /** Redis may have forgotten steps: at start, and whenever it was away, it is told all of them again. */
  private mustRebuild = true;
  private readonly outage = new Outage(
    (reason) => this.log.warn(`steps wait in the database: ${reason}`),
    () => this.log.log('steps go on'),
  );
  private readonly carrying = new Coalesced(
    () => this.carryAll().then(() => this.outage.end()),
    (error) => this.takeTrouble(error),
  );

  private readonly refreshing = new Coalesced(
    () => this.letters.refresh(),
    // A database that is away says so itself.
    () => {},
  );

  constructor(
    @Inject(SERVER_CONFIG) config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: ReadDatabase,
    private readonly handlers: QueueHandlers,
    private readonly rebuilder: QueueRebuilder,
    private readonly letters: DeadLettersService,
  ) {
    // The producer fails at once when Redis is away: the outbox keeps what it could not add.
    this.producer = connectRedis(config.redisUrl, { enableOfflineQueue: false });
    this.consumer = connectRedis(config.redisUrl, {});
    reportOutages(this.producer);
    this.producer.on('ready', () => this.rebuildAndCarry());
  }

  onApplicationBootstrap(): void {
    this.handlers.demandComplete();
    for (const name of queueNames) {
      const queue = new Queue(name, { connection: this.producer, prefix: PREFIX, skipVersionCheck: true });
      queue.on('error', () => {});
      this.queues.set(name, queue);
      this.workers.push(this.startWorker(name));
    }
    this.unitOfWork.onCommit(() => this.carrying.poke());
    this.sweep();
  }

  async onModuleDestroy(): Promise<void> {
    this.cancelSweep();
    this.cancelAnew();
    this.stop.abort();
    const answers = this.ready && (await within(this.clock, GOODBYE_MS, this.consumer.ping()));
    if (!answers) this.producer.disconnect();
    // A command that waits for Redis to come back is not rejected by that (ioredis lib/Redis.ts, disconnect): it would
    // keep the outbox, and with it the server, for ever. What the outbox did not carry, the next server carries.
    await this.refreshing.close();
    const carried = this.carrying.close();
    await (answers ? carried : within(this.clock, GOODBYE_MS, carried));
    // Without Redis a worker cannot say goodbye to it; there is nothing to wait for then.
    await Promise.all(this.workers.map((worker) => worker.close(!answers)));
    this.producer.disconnect();
    this.consumer.disconnect();
  }

  /** True when Redis answers now, and not only holds the line: a frozen one does that. */
  async answers(): Promise<boolean> {
    if (!this.ready) return false;
    // One question at a time: those to a frozen Redis would heap up.
    this.question ??= this.producer.ping().finally(() => {
      this.question = undefined;
    });
    return within(this.clock, ANSWER_MS, this.question);
  }

  /** True while there is a connection to Redis. */
  private get ready(): boolean {
    return this.producer.status === 'ready';
  }

  private async carryAll(): Promise<void> {
    if (!this.ready || this.queues.size === 0) return;
    if (this.mustRebuild || (await this.producer.exists(BUILT_KEY)) === 0) await this.rebuild();
    for (;;) {
      const entries = await this.database.of(OutboxEntry).find({ order: { createdAt: 'ASC' }, take: BATCH });
      if (entries.length === 0) return;
      for (const entry of entries) await this.add(entry.name as QueueJobName, entry.id, entry.data as never);
      const ids = entries.map(({ id }) => id);
      await this.unitOfWork.run((manager) => manager.delete(OutboxEntry, { id: In(ids) }));
      if (entries.length < BATCH) return;
    }
  }

  private takeTrouble(error: Error): void {
    // That Redis is away is said where it is noticed.
    if (this.ready && !isConnectionLoss(error)) this.outage.begin(error.message);
  }

  private rebuildAndCarry(): void {
    this.mustRebuild = true;
    this.carrying.poke();
  }

  private async rebuild(): Promise<void> {
    this.mustRebuild = false;
    try {
      const count = await this.rebuilder.rebuild();
      await this.producer.set(BUILT_KEY, this.clock.now());
      if (count > 0) this.log.log(`queues rebuilt from the database: ${count} steps`);
    } catch (error) {
      this.mustRebuild = true;
      throw error;
    }
  }

  private async add<Name extends QueueJobName>(
    name: Name,
    jobId: string,
    data: QueueJobs[Name],
  ): Promise<void> {
    const { queue, attempts, priority } = queueJobSettings[name];
    const step = await this.queues.get(queue)?.add(name, data, {
      jobId,
      attempts,
      ...(priority && { priority }),
      backoff: { type: 'ours' },
      removeOnComplete: true,
      // The log says why it failed. Kept in Redis, it would keep the same step from being added again.
      removeOnFail: true,
    });
    // Somebody had a step done again that waits for its next attempt: adding it alone changes nothing then.
    if (this.letters.hasOne(name, data) && (await step?.isDelayed())) await step?.promote();
  }

  private startWorker(name: QueueName): Worker {
    const run = async (job: BullJob) => {
      const step = job.name as QueueJobName;
      await this.handlers.run(step, job.data as never, this.stop.signal);
      await this.letters.heal(step, job.data as never);
    };
    const worker = new Worker(name, run, {
      connection: this.consumer,
      prefix: PREFIX,
      concurrency: queueConcurrency[name],
      maxStalledCount: MOST_DEATHS,
      settings: {
        backoffStrategy: (attemptsMade, _type, _error, job) =>
          backoffOf(job?.name as QueueJobName, attemptsMade),
      },
      skipVersionCheck: true,
    });
    worker.on('failed', (job, error) => this.takeFailure(job, error));
    // A worker repeats what its connection already said.
    worker.on('error', () => {});
    return worker;
  }

  private takeFailure(job: BullJob | undefined, error: Error): void {
    if (this.stop.signal.aborted) return;
    this.log.error(`${job?.name} ${job?.id} failed: ${error.message}`);
    const toldAfter = job && queueJobSettings[job.name as QueueJobName].toldAfter;
    if (toldAfter !== undefined && job?.attemptsMade === toldAfter) this.keepLetter(job, error);
    if (!isLastFailure(job, error)) return;
    this.keepLetter(job, error);
    this.cancelAnew();
    this.cancelAnew = this.clock.setTimer(ANEW_MS, () => this.rebuildAndCarry());
  }

  private keepLetter(job: BullJob | undefined, { message }: Error): void {
    if (!job) return;
    const { attemptsMade: attempts } = job;
    const step = { name: job.name as QueueJobName, data: job.data as never, attempts, error: message };
    // A database that is away says so itself, and the step is asked for again when it is back.
    this.letters.keep(step).catch((error: Error) => this.log.error(`no letter was kept: ${error.message}`));
  }

  /** The safety net: whatever a lost poke or an emptied Redis left behind is found here. */
  private sweep(): void {
    this.carrying.poke();
    // What another process keeps or heals is known here by the next round.
    this.refreshing.poke();
    this.cancelSweep = this.clock.setTimer(SWEEP_MS, () => this.sweep());
  }
}
