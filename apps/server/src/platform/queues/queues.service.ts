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
import { Coalesced } from '../kit/coalesced';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../kit/config';
import { Outage } from '../kit/outage';
import { within } from '../kit/within';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { DeadLettersService } from './dead-letters.service';
import { isLastFailure } from './is-last-failure';
import { OutboxEntry } from './outbox.entity';
import { PeriodicWork } from './periodic-work';
import { QueueHandlers } from './queue-handlers';
import { backoffOf, type QueueLane } from './queue-job';
import { QueueRebuilder } from './queue-rebuilder';
import { connectRedis, isConnectionLoss, reportOutages } from './redis';

const SWEEP_MS = 5000;
const BATCH = 200;
/** The wait after a step's last attempt before it is tried again: the disk may have been full, or memory short. */
const TRY_AGAIN_MS = 60_000;
/** How often a process may die during one step before the step is set aside for a minute: steps may run twice. */
const MAX_PROCESS_DEATHS = 10;
/** How long Redis has to answer when the server stops. */
const CLOSE_TIMEOUT_MS = 1000;
/** How long Redis has to answer a ping. */
const PING_TIMEOUT_MS = 1000;
/** Set in Redis once its queues are built from SQL: if it is missing, Redis has lost its data. */
const BUILT_KEY = 'pandafab:queues-built';
const PREFIX = 'pandafab';

/** Moves the outbox into BullMQ and runs the steps. Without Redis the steps wait in the outbox, and none is lost. */
@Injectable()
export class QueuesService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Queues');
  private readonly producer: Redis;
  private readonly consumer: Redis;
  private readonly queues = new Map<string, Queue>();
  private readonly stop = new AbortController();
  private pendingPing: Promise<unknown> | undefined;
  private workers: Worker[] = [];
  private cancelSweep: CancelTimer = () => {};
  private cancelTryAgain: CancelTimer = () => {};
  /** Redis may have lost steps: at start, and after each outage, all of them are added again. */
  private mustRebuild = true;
  private readonly outage = new Outage(
    (reason) => this.log.warn(`steps wait in the database: ${reason}`),
    () => this.log.log('steps run again'),
  );
  private readonly carrying = new Coalesced(
    () => this.carryAll().then(() => this.outage.end()),
    (error) => this.handleError(error),
  );

  private readonly refreshing = new Coalesced(
    () => this.letters.refresh(),
    // Other code reports the outage of the database.
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
    private readonly periodic: PeriodicWork,
  ) {
    // The producer fails immediately while Redis is unavailable: the outbox keeps the steps that it could not add.
    this.producer = connectRedis(config.redisUrl, { enableOfflineQueue: false });
    this.consumer = connectRedis(config.redisUrl, {});
    reportOutages(this.producer);
    this.producer.on('ready', () => this.rebuildAndCarry());
  }

  onApplicationBootstrap(): void {
    for (const lane of new Set(this.handlers.jobs.map(({ lane }) => lane))) this.open(lane);
    this.periodic.open({ producer: this.producer, consumer: this.consumer, prefix: PREFIX });
    this.unitOfWork.onCommit((committed) => {
      if (committed.feeds(OutboxEntry)) this.carrying.poke();
    });
    this.sweep();
  }

  async onModuleDestroy(): Promise<void> {
    this.cancelSweep();
    this.cancelTryAgain();
    this.stop.abort();
    const answers = this.ready && (await within(this.clock, CLOSE_TIMEOUT_MS, this.consumer.ping()));
    if (!answers) this.producer.disconnect();
    // A command that waits for Redis to come back is not rejected by a disconnect (ioredis lib/Redis.ts, disconnect):
    // it would keep the outbox, and with it the server, waiting forever. The next server adds the steps that the
    // outbox still has.
    await this.refreshing.close();
    const carried = this.carrying.close();
    await (answers ? carried : within(this.clock, CLOSE_TIMEOUT_MS, carried));
    // Without Redis a worker cannot announce that it closes, so there is nothing to wait for.
    const workers = this.workers.map((worker) => worker.close(!answers));
    await Promise.all([...workers, this.periodic.close(answers)]);
    this.producer.disconnect();
    this.consumer.disconnect();
  }

  /** True when Redis answers now: a frozen Redis keeps its connections but does not answer. */
  async answers(): Promise<boolean> {
    if (!this.ready) return false;
    // One ping at a time: otherwise those to a frozen Redis would accumulate.
    this.pendingPing ??= this.producer.ping().finally(() => {
      this.pendingPing = undefined;
    });
    return within(this.clock, PING_TIMEOUT_MS, this.pendingPing);
  }

  /** True while there is a connection to Redis. */
  private get ready(): boolean {
    return this.producer.status === 'ready';
  }

  private open({ name, concurrency }: QueueLane): void {
    const queue = new Queue(name, { connection: this.producer, prefix: PREFIX, skipVersionCheck: true });
    queue.on('error', () => {});
    this.queues.set(name, queue);
    this.workers.push(this.startWorker(name, concurrency));
  }

  private async carryAll(): Promise<void> {
    if (!this.ready || this.queues.size === 0) return;
    if (this.mustRebuild || (await this.producer.exists(BUILT_KEY)) === 0) await this.rebuild();
    for (;;) {
      const entries = await this.database.of(OutboxEntry).find({ order: { createdAt: 'ASC' }, take: BATCH });
      if (entries.length === 0) return;
      for (const entry of entries) await this.add(entry);
      const ids = entries.map(({ id }) => id);
      await this.unitOfWork.run(({ manager }) => manager.delete(OutboxEntry, { id: In(ids) }));
      if (entries.length < BATCH) return;
    }
  }

  private handleError(error: Error): void {
    // Other code reports the outage of Redis.
    if (this.ready && !isConnectionLoss(error)) this.outage.begin(error.message);
  }

  private rebuildAndCarry(): void {
    this.mustRebuild = true;
    this.carrying.poke();
  }

  private async rebuild(): Promise<void> {
    this.mustRebuild = false;
    try {
      await this.periodic.setUp();
      const count = await this.rebuilder.rebuild();
      await this.producer.set(BUILT_KEY, this.clock.now());
      if (count > 0) this.log.log(`queues rebuilt from the database: ${count} steps`);
    } catch (error) {
      this.mustRebuild = true;
      throw error;
    }
  }

  private async add({ id: jobId, name, data }: OutboxEntry): Promise<void> {
    const job = this.handlers.job(name);
    const { lane, attempts, priority } = job;
    const step = await this.queues.get(lane.name)?.add(name, data, {
      jobId,
      attempts,
      ...(priority && { priority }),
      backoff: { type: 'ours' },
      removeOnComplete: true,
      // The log has the reason. A failed step that stays in Redis would prevent the same step from being added again.
      removeOnFail: true,
    });
    // An administrator retries a step that waits for its next attempt: adding it alone would change nothing.
    if (this.letters.hasOne(job, data as object) && (await step?.isDelayed())) await step?.promote();
  }

  private startWorker(name: string, concurrency: number): Worker {
    const run = async ({ name, data }: BullJob) => {
      await this.handlers.run(name, data, this.stop.signal);
      await this.letters.heal(this.handlers.job(name), data);
    };
    const worker = new Worker(name, run, {
      connection: this.consumer,
      prefix: PREFIX,
      concurrency,
      maxStalledCount: MAX_PROCESS_DEATHS,
      settings: {
        backoffStrategy: (attemptsMade, _type, _error, step) =>
          backoffOf(this.handlers.job(step?.name ?? ''), attemptsMade),
      },
      skipVersionCheck: true,
    });
    worker.on('failed', (job, error) => this.handleFailure(job, error));
    // A worker repeats the errors of its connection, which are already logged.
    worker.on('error', () => {});
    return worker;
  }

  private handleFailure(job: BullJob | undefined, error: Error): void {
    if (this.stop.signal.aborted) return;
    this.log.error(`${job?.name} ${job?.id} failed: ${error.message}`);
    const toldAfter = job && this.handlers.job(job.name).toldAfter;
    if (toldAfter !== undefined && job?.attemptsMade === toldAfter) this.keepLetter(job, error);
    if (!isLastFailure(job, error)) return;
    this.keepLetter(job, error);
    this.cancelTryAgain();
    this.cancelTryAgain = this.clock.setTimer(TRY_AGAIN_MS, () => this.rebuildAndCarry());
  }

  private keepLetter(job: BullJob | undefined, { message }: Error): void {
    if (!job) return;
    const { name, data, attemptsMade: attempts } = job;
    const step = { job: this.handlers.job(name), data, attempts, error: message };
    // Other code reports the outage of the database, and the step is requested again when the database is back.
    this.letters
      .keep(step)
      .catch((error: Error) => this.log.error(`a failed step was not recorded: ${error.message}`));
  }

  /** The safety net: it finds steps that a lost wake-up or the loss of Redis' data left behind. */
  private sweep(): void {
    this.carrying.poke();
    // The next round finds letters that another process keeps or removes.
    this.refreshing.poke();
    this.cancelSweep = this.clock.setTimer(SWEEP_MS, () => this.sweep());
  }
}
