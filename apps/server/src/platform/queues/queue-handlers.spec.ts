import { type AccountId, newId } from '@pandafab/shared';
import { startModule } from '@pandafab/testing';
import { type Actor, currentActor, SERVER_ACTOR } from '../kit/actor';
import { inRequest } from '../kit/request-context';
import { QUEUE_JOBS, QueueHandlers } from './queue-handlers';
import type { QueueHandler, QueueJob } from './queue-job';

const job = (name: string): QueueJob<{ readonly id: string }> => ({
  name,
  lane: { name: 'lane', concurrency: 1 },
  attempts: 1,
  id: ({ id }) => `${name}-${id}`,
  subject: ({ id }) => `${name}-${id}`,
});
const handler = (run: QueueHandler<object>['run'] = async () => {}): QueueHandler<object> => ({
  run,
  pending: async () => [],
});

describe('the handlers of queue jobs', () => {
  const polish = job('part.polish');

  it('are complete when every job has one: otherwise the server does not start', async () => {
    const jobs = { provide: QUEUE_JOBS, useValue: [polish] };
    await expect(startModule([jobs, QueueHandlers])).rejects.toThrow(
      'not registered: handler of the queue job part.polish',
    );
    const registered = {
      provide: 'registered',
      inject: [QueueHandlers],
      useFactory: (handlers: QueueHandlers) => handlers.register(polish, handler()) ?? true,
    };
    await startModule([jobs, QueueHandlers, registered]);
  });

  it('are refused for a job that has one, and for one of no feature', () => {
    const handlers = new QueueHandlers([polish]);
    handlers.register(polish, handler());
    expect(() => handlers.register(polish, handler())).toThrow('registered twice');
    expect(() => handlers.register(job('part.paint'), handler())).toThrow('no feature has the queue job');
  });

  it('cannot be registered for two jobs of the same name', () => {
    expect(() => new QueueHandlers([polish, job('part.polish')])).toThrow('two queue jobs are called');
  });

  it('run with the server as actor, even where a request led to the step', async () => {
    const handlers = new QueueHandlers([polish]);
    let actor: Actor | undefined;
    handlers.register(
      polish,
      handler(async () => {
        actor = currentActor();
      }),
    );
    const { signal } = new AbortController();
    let step: Promise<void> | undefined;
    inRequest({ requestId: 'r', address: '::1', userAgent: 'test', accountId: newId<AccountId>() }, () => {
      step = handlers.run(polish.name, { id: 'm' }, signal);
    });
    await step;
    expect(actor).toEqual(SERVER_ACTOR);
  });
});
