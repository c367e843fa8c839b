import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Registry } from '../kit/registry';
import { outsideRequests } from '../kit/request-context';
import type { AnyQueueJob, QueueHandler, QueueJob } from './queue-job';

/** The queue jobs of all features. */
export const QUEUE_JOBS = Symbol('QueueJobs');

export interface HandledJob {
  readonly job: AnyQueueJob;
  readonly handler: QueueHandler<object>;
}

/** The handler of each queue job's steps. Modules register theirs when they are initialised. */
@Injectable()
export class QueueHandlers implements OnApplicationBootstrap {
  private readonly handled = new Registry<string, HandledJob>('handler of the queue job');

  /** @throws Error when two queue jobs have the same name */
  constructor(@Inject(QUEUE_JOBS) readonly jobs: readonly AnyQueueJob[]) {
    const names = jobs.map(({ name }) => name);
    const doubled = names.filter((name, at) => names.indexOf(name) !== at);
    if (doubled.length > 0) throw new Error(`two queue jobs are called ${doubled.join(', ')}`);
  }

  /**
   * @throws Error when the job has a handler already, or is in no feature: its steps would be lost with the data of
   * Redis
   */
  register<Data extends object>(job: QueueJob<Data>, handler: QueueHandler<Data>): void {
    if (!this.jobs.includes(job)) throw new Error(`no feature has the queue job ${job.name}`);
    this.handled.register(job.name, { job, handler });
  }

  /** @throws Error naming the queue jobs without a handler: their steps would wait forever. */
  onApplicationBootstrap(): void {
    this.handled.assertComplete(this.jobs.map(({ name }) => name));
  }

  /** @throws Error for the name of another version's job */
  job(name: string): AnyQueueJob {
    return this.handled.get(name).job;
  }

  all(): readonly HandledJob[] {
    return this.handled.all().map(([, handled]) => handled);
  }

  async run(name: string, data: object, stop: AbortSignal): Promise<void> {
    const { handler } = this.handled.get(name);
    // The server is the actor of every step.
    await outsideRequests(() => handler.run(data, stop));
  }
}
