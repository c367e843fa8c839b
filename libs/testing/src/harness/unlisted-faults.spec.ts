import fastify from 'fastify';
import { UnlistedFaults } from './unlisted-faults';

/** The server's answer to one request, with this fault. */
async function seen(url: string, status: number, code: string): Promise<UnlistedFaults> {
  const unlisted = new UnlistedFaults();
  const app = fastify();
  app.addHook('onSend', unlisted.look);
  app.get('/api/v1/jobs/:id', (_request, reply) =>
    reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send({ code }),
  );
  await app.inject(url);
  await app.close();
  return unlisted;
}

describe('faults that openapi.json does not list', () => {
  it('are none when the operation lists them, by their status or for every status', async () => {
    (await seen('/api/v1/jobs/one', 404, 'JOB.UNKNOWN')).demandNone();
    (await seen('/api/v1/jobs/one', 401, 'AUTH.REQUIRED')).demandNone();
  });

  it('are named with their operation', async () => {
    const unlisted = await seen('/api/v1/jobs/one', 404, 'LAB.UNKNOWN');
    expect(() => unlisted.demandNone()).toThrow('GET /api/v1/jobs/{id}: 404 LAB.UNKNOWN');
    expect(() => unlisted.demandNone()).toThrow('npm run openapi');
  });
});
