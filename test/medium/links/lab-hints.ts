import { once } from 'node:events';
import type { Socket } from 'node:net';
import { pollUntil, startRedis, type TemporaryRedis } from '@pandafab/testing';
import type { Redis } from 'ioredis';
import { LabHints } from '../../../apps/server/src/pages/live/lab-hints';

let redis: TemporaryRedis;

describe('the hints of labs', () => {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  function listen() {
    const nothing = { onCommit: () => {}, onChange: () => {} };
    const hints = new LabHints({ redisUrl: redis.url } as never, nothing as never, nothing as never);
    const heard: unknown[] = [];
    hints.listen((hint) => heard.push(hint));
    const { subscriber } = hints as unknown as { subscriber: Redis };
    return { hints, heard, subscriber };
  }

  describe('hints of what happens in a lab', () => {
    it('come again after a loss, beginning with one for all that was missed', async () => {
      const { hints, heard, subscriber } = listen();
      await pollUntil('the first hint', () => heard.length === 1);
      subscriber.disconnect(true);
      await pollUntil('the hint after the loss', () => heard.length === 2);
      expect(heard).toEqual(['any', 'any']);
      hints.onModuleDestroy();
    });

    it('reject nothing unheard when the end comes in the moment in which the connection is back', async () => {
      const unheard: unknown[] = [];
      const note = (reason: unknown) => unheard.push(reason);
      process.on('unhandledRejection', note);
      const { hints, heard, subscriber } = listen();
      await pollUntil('the first hint', () => heard.length === 1);
      subscriber.once('ready', () => {
        hints.onModuleDestroy();
        (subscriber as unknown as { stream: Socket }).stream.destroy();
      });
      subscriber.disconnect(true);
      await once(subscriber, 'end');
      await new Promise(setImmediate);
      process.off('unhandledRejection', note);
      expect(unheard).toEqual([]);
    });
  });
});
