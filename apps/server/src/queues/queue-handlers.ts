import { Injectable } from '@nestjs/common';
import { type QueueJobName, type QueueJobs, queueJobNames } from './queue-jobs';

/** A long step ends at once, rejecting, when `stop` says so: the server is stopping, and the step comes again. */
type Handler<Name extends QueueJobName> = (data: QueueJobs[Name], stop: AbortSignal) => Promise<void>;
type Handlers = { [Name in QueueJobName]?: Handler<Name> };

/** Who does which step. Modules register theirs when they are initialised. */
@Injectable()
export class QueueHandlers {
  private readonly handlers: Handlers = {};

  /** @throws Error when the step has a handler already: which of the two would run would be chance. */
  register<Name extends QueueJobName>(name: Name, handler: Handler<Name>): void {
    if (this.handlers[name]) throw new Error(`two handlers for the queue job ${name}`);
    (this.handlers as Record<Name, Handler<Name>>)[name] = handler;
  }

  /** @throws Error naming the steps without a handler: they would wait for ever. */
  demandComplete(): void {
    const missing = queueJobNames.filter((name) => !this.handlers[name]);
    if (missing.length > 0) throw new Error(`no handler for the queue jobs ${missing.join(', ')}`);
  }

  async run<Name extends QueueJobName>(name: Name, data: QueueJobs[Name], stop: AbortSignal): Promise<void> {
    const handler = this.handlers[name] as Handler<Name> | undefined;
    if (!handler) throw new Error(`no handler for the queue job ${name}`);
    await handler(data, stop);
  }
}
