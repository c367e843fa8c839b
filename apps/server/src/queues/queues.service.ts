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
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { OutboxEntry } from './outbox.entity';
import { QueueHandlers } from './queue-handlers';
import { type QueueJobName, type QueueJobs, queueConcurrency, queueJobSettings } from './queue-jobs';
import { QueueRebuilder } from './queue-rebuilder';
import { connectRedis } from './redis';

const SWEEP_MS = 5000;
const BATCH = 200;
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
  private workers: Worker[] = [];
  private cancelSweep: CancelTimer = () => {};
  private readonly carrying = new Coalesced(
    () => this.carryAll(),
    (error) => this.log.warn(`the outbox waits: ${error.message}`),
  );

  constructor(
    @Inject(SERVER_CONFIG) config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: ReadDatabase,
    private readonly handlers: QueueHandlers,
    private readonly rebuilder: QueueRebuilder,
  ) {
    // The producer fails at once when Redis is away: the outbox keeps what it could not add.
    this.producer = connectRedis(config.redisUrl, { enableOfflineQueue: false });
    this.consumer = connectRedis(config.redisUrl, {});
    this.producer.on('ready', () => this.carrying.poke());
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
    await this.carrying.close();
    // Without Redis a worker cannot say goodbye to it; there is nothing to wait for then.
    const force = this.consumer.status !== 'ready';
    await Promise.all(this.workers.map((worker) => worker.close(force)));
    this.producer.disconnect();
    this.consumer.disconnect();
  }

  /** True when Redis answers. */
  get ready(): boolean {
    return this.producer.status === 'ready';
  }

  private async carryAll(): Promise<void> {
    if (!this.ready || this.queues.size === 0) return;
    if ((await this.producer.exists(BUILT_KEY)) === 0) await this.rebuild();
    for (;;) {
      const entries = await this.database.of(OutboxEntry).find({ order: { createdAt: 'ASC' }, take: BATCH });
      if (entries.length === 0) return;
      for (const entry of entries) await this.add(entry.name as QueueJobName, entry.id, entry.data as never);
      const ids = entries.map(({ id }) => id);
      await this.unitOfWork.run((manager) => manager.delete(OutboxEntry, { id: In(ids) }));
      if (entries.length < BATCH) return;
    }
  }

  private async rebuild(): Promise<void> {
    const count = await this.rebuilder.rebuild();
    await this.producer.set(BUILT_KEY, this.clock.now());
    if (count > 0) this.log.log(`queues rebuilt from the database: ${count} steps`);
  }

  private async add<Name extends QueueJobName>(
    name: Name,
    jobId: string,
    data: QueueJobs[Name],
  ): Promise<void> {
    const { queue, attempts } = queueJobSettings[name];
    await this.queues.get(queue)?.add(name, data, {
      jobId,
      attempts,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: true,
      removeOnFail: { age: 7 * 24 * 3600, count: 1000 },
    });
  }

  private startWorker(name: QueueName): Worker {
    const run = (job: BullJob) => this.handlers.run(job.name as QueueJobName, job.data as never);
    const worker = new Worker(name, run, {
      connection: this.consumer,
      prefix: PREFIX,
      concurrency: queueConcurrency[name],
      skipVersionCheck: true,
    });
    worker.on('failed', (job, error) => this.log.error(`${job?.name} ${job?.id} failed: ${error.message}`));
    // A worker repeats what its connection already said.
    worker.on('error', () => {});
    return worker;
  }

  /** The safety net: whatever a lost poke or an emptied Redis left behind is found here. */
  private sweep(): void {
    this.carrying.poke();
    this.cancelSweep = this.clock.setTimer(SWEEP_MS, () => this.sweep());
  }
}
