import type { LabId } from '@pandafab/shared';
import type { TestServer } from '@pandafab/testing';
import { Lab } from '../../../apps/server/src/network/labs/lab.entity';
import { PresenceBook } from '../../../apps/server/src/network/link/presence-book';
import { Machine } from '../../../apps/server/src/network/machines/machine.entity';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { QueueHandlers } from '../../../apps/server/src/platform/queues/queue-handlers';
import { Job } from '../../../apps/server/src/production/jobs/job.entities';
import { Run } from '../../../apps/server/src/production/jobs/run.entity';
import { ChainWorld, smallPart } from '../fixtures/chain-world';
import { readyMachine } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

const atOnce = [1, 2, 3, 4, 5, 6];
const rounds = [1, 2, 3];

describeOnSharedServers('simultaneous requests', (shared) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });

  const rows = () => server.app.get(ReadDatabase);
  /** Matches as the queue does, in parallel to the queue itself. */
  async function match(labId: LabId): Promise<void> {
    const { matchRevision: revision } = await rows().of(Lab).findOneByOrFail({ id: labId });
    await server.app.get(QueueHandlers).run('lab.match', { labId, revision }, new AbortController().signal);
  }
  /** A lab whose machines wait for jobs that are queued, its agent there. */
  async function labWithQueue(machines: number, names: string[]) {
    const { labId } = await world.makeLab();
    for (let at = 1; at < machines; at += 1) {
      const { id } = await world.addMachine(labId, { name: `M${at}` });
      await world.put(`/machines/${id}/spool`, { spoolId: await world.addSpool(labId, `S${at + 1}`) });
    }
    const jobs = [];
    for (const name of names) jobs.push((await world.submit(labId, smallPart(name))).id);
    for (const id of jobs) await world.jobWhen(id, 'queued');
    const presence = server.app.get(PresenceBook);
    presence.arrive(labId, 1);
    const all = await rows().of(Machine).findBy({ labId });
    presence.record(
      labId,
      1,
      all.map(({ id }) => readyMachine(id)),
    );
    return { labId, jobs };
  }

  it('many matches of one lab give each machine one job and each job one machine', async () => {
    const { labId } = await labWithQueue(2, ['a', 'b', 'c', 'd']);
    await Promise.allSettled(atOnce.map(() => match(labId)));
    const runs = await rows().of(Run).findBy({ labId });
    expect(runs).toHaveLength(2);
    expect(new Set(runs.map(({ machineId }) => machineId)).size).toBe(2);
    expect(new Set(runs.map(({ jobId }) => jobId)).size).toBe(2);
    expect(await rows().of(Job).countBy({ labId, state: 'running' })).toBe(2);
  });

  it.each(rounds)(
    'a job that is taken back while it is matched is either cancelled or running (%i)',
    async () => {
      const { labId, jobs } = await labWithQueue(1, ['a']);
      const [id = ''] = jobs;
      const cancel = world.admin.post(`/api/v1/jobs/${id}/cancel`);
      const [answer] = await Promise.all([cancel, match(labId).catch(() => undefined)]);
      expect(answer.status).toBe(202);
      const { state } = await world.job(id);
      expect([state, await rows().of(Run).countBy({ labId })]).toEqual(
        state === 'cancelled' ? ['cancelled', 0] : ['running', 1],
      );
    },
  );

  it.each(rounds)(
    'a submission is not forgotten when the analysis of its content ends at the same moment (%i)',
    async (at) => {
      const { labId } = await world.makeLab();
      const content = smallPart(`race ${at}`);
      const first = await world.submit(labId, content);
      const ids = [first.id];
      while ((await world.job(first.id)).state === 'analysing')
        ids.push((await world.submit(labId, content)).id);
      for (const id of ids) await world.jobWhen(id, 'queued');
    },
  );
});
