import type { LabId } from '@pandafab/shared';
import type { TestServer } from '@pandafab/testing';
import { Lab } from '../../../apps/server/src/network/labs/lab.entity';
import { PresenceBook } from '../../../apps/server/src/network/link/presence-book';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { QueueHandlers } from '../../../apps/server/src/platform/queues/queue-handlers';
import { Run } from '../../../apps/server/src/production/jobs/run.entity';
import { ChainWorld, smallPart } from '../fixtures/chain-world';
import { readyMachine } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

const rounds = [1, 2, 3, 4];

describeOnSharedServers('a hold at the moment of a match', (shared) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });

  const rows = () => server.app.get(ReadDatabase);
  async function match(labId: LabId): Promise<void> {
    const { matchRevision: revision } = await rows().of(Lab).findOneByOrFail({ id: labId });
    await server.app.get(QueueHandlers).run('lab.match', { labId, revision }, new AbortController().signal);
  }

  it.each(rounds)('either stops the job or comes too late (%i)', async () => {
    const { labId, machineId } = await world.makeLab();
    const { id } = await world.submit(labId, smallPart());
    await world.jobWhen(id, 'queued');
    const presence = server.app.get(PresenceBook);
    presence.arrive(labId, 1);
    presence.record(labId, 1, [readyMachine(machineId)]);
    const hold = world.admin.request<{ code?: string }>('PATCH', `/api/v1/jobs/${id}/queue`, {
      body: { version: 0, hold: { reason: 'look first' } },
    });
    const [answer] = await Promise.all([hold, match(labId).catch(() => undefined)]);
    // The match that the hold itself asked for must not start it either.
    await match(labId);
    const { state } = await world.job(id);
    const runs = await rows().of(Run).countBy({ labId });
    expect([answer.status, answer.body.code, state, runs]).toEqual(
      answer.status === 200 ? [200, undefined, 'queued', 0] : [409, 'JOB.NOT_QUEUED', 'running', 1],
    );
  });
});
