import { Injectable, Logger } from '@nestjs/common';
import { type Job, Queue, Worker } from 'bullmq';
import type Redis from 'ioredis';
import { Registry } from '../kit/registry';
import { outsideRequests } from '../kit/request-context';

/**
 * A task that the service repeats. After a process lost Redis, two processes may run it at the same time: it must
 * allow that.
 */
export interface PeriodicTask {
  /** In Redis, the id of its BullMQ job scheduler. */
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

export interface QueueConnections {
  readonly producer: Redis;
  readonly consumer: Redis;
  readonly prefix: string;
}

const QUEUE = 'periodic';

/**
 * Work with a minute or more between two runs, once in the network: BullMQ's job schedulers start it, in one of the
 * processes (docs.bullmq.io/guide/job-schedulers). The first run is when Redis receives the scheduler.
 */
@Injectable()
export class PeriodicWork {
  private readonly log = new Logger('Periodic');
  private readonly tasks = new Registry<string, PeriodicTask>('periodic task');
  private readonly running = new Set<Promise<void>>();
  private queue: Queue | undefined;
  private worker: Worker | undefined;

  /** @throws Error when a task of this name is registered already */
  register(task: PeriodicTask): void {
    this.tasks.register(task.name, task);
  }

  open({ producer, consumer, prefix }: QueueConnections): void {
    this.queue = new Queue(QUEUE, { connection: producer, prefix, skipVersionCheck: true });
    const runTask = ({ name }: Job) => this.runHere(name);
    this.worker = new Worker(QUEUE, runTask, { connection: consumer, prefix, skipVersionCheck: true });
    // Other code reports the outage of Redis.
    this.queue.on('error', () => {});
    this.worker.on('error', () => {});
  }

  /** Sends all tasks to Redis. A task that Redis has already keeps its next time. */
  async setUp(): Promise<void> {
    for (const [name, { everyMs }] of this.tasks.all()) {
      const opts = { removeOnComplete: true, removeOnFail: true };
      await this.queue?.upsertJobScheduler(name, { every: everyMs }, { name, opts });
    }
  }

  /** @param answers false while Redis is unavailable: the worker then closes without a message to it */
  async close(answers: boolean): Promise<void> {
    await this.worker?.close(!answers);
    await Promise.all(this.running);
  }

  private async runHere(name: string): Promise<void> {
    // Another version of the service may have added it to Redis.
    if (!this.tasks.has(name)) return;
    const run = outsideRequests(() => this.tasks.get(name).run()).catch(({ message }: Error) =>
      this.log.warn(`${name} failed, and runs again at its next time: ${message}`),
    );
    this.running.add(run);
    await run;
    this.running.delete(run);
  }
}
