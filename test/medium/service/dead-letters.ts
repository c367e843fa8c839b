import { pollUntil, type TestServer } from '@pandafab/testing';
import { Lab } from '../../../apps/server/src/network/labs/lab.entity';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { DeadLetter } from '../../../apps/server/src/platform/queues/dead-letter.entity';
import { QueueHandlers } from '../../../apps/server/src/platform/queues/queue-handlers';
import { ChainWorld, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Letters {
  readonly items: { id: string; name: string; error: string; attempts: number }[];
  readonly total: number;
}

describeOnSharedServers('a step that fails at every attempt', (shared) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });

  const PATH = '/api/v1/queues/dead-letters';
  const letters = async () => (await world.admin.get<Letters>(PATH)).body;

  it('is kept for the administrator, done when it is requested again, and deleted then', async () => {
    const { labId } = await world.makeLab();
    const handlers = server.app.get(QueueHandlers);
    const broken = jest.spyOn(handlers, 'run').mockRejectedValue(new Error('the disk does not answer'));
    const { fileSha256: sha256, id } = await world.submit(labId, smallPart('lost'));
    const isOfFile = ({ id }: { id: string }) => id === `analyse-${sha256}`;
    const first = await pollUntil('a letter', async () => (await letters()).items.find(isOfFile));
    expect(first?.name).toBe('file.analyse');
    expect(first?.attempts).toBeGreaterThanOrEqual(3);
    expect(first?.error).toBe('the disk does not answer');

    broken.mockRestore();
    const replay = () => world.admin.post(`${PATH}/${first?.id}/replay`);
    expect((await replay()).status).toBe(202);
    await world.jobWhen(id, 'queued');
    await pollUntil('no letter', async () => (await letters()).total === 0);
    expect(await replay()).toMatchObject({ status: 404, body: { code: 'QUEUE.NO_SUCH_LETTER' } });
  });

  it('that was to match a lab is requested as it would be now, not at the revision that failed', async () => {
    const { labId } = await world.makeLab();
    const rows = server.app.get(ReadDatabase);
    const revision = async () => (await rows.of(Lab).findOneByOrFail({ id: labId })).matchRevision;
    const id = `match-${labId}`;
    const failed = { error: 'locked', attempts: 5, firstFailedAt: 1, lastFailedAt: 1 };
    const letter = { id, name: 'lab.match', data: { labId, revision: 0 }, ...failed };
    await server.app.get(UnitOfWork).run(({ manager }) => manager.insert(DeadLetter, letter));
    const before = await revision();
    expect((await world.admin.post(`${PATH}/${id}/replay`)).status).toBe(202);
    expect(await revision()).toBe(before + 1);
  });

  it('is shown to administrators only', async () => {
    for (const role of ['maker', 'manager', 'billing'] as const) {
      const { client } = await server.accountWith(role);
      expect((await client.get(PATH)).status).toBe(403);
      expect((await client.post(`${PATH}/analyse-x/replay`)).status).toBe(403);
    }
  });
});
