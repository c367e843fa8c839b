import type { LabId } from '@pandafab/shared';
import type { TestAccount, TestServer } from '@pandafab/testing';
import { pollUntil } from '@pandafab/testing';
import { Lab } from '../../../apps/server/src/network/labs/lab.entity';
import { PresenceBook } from '../../../apps/server/src/network/link/presence-book';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { QueueHandlers } from '../../../apps/server/src/platform/queues/queue-handlers';
import { Job } from '../../../apps/server/src/production/jobs/job.entities';
import { Run } from '../../../apps/server/src/production/jobs/run.entity';
import { LabMoves } from '../../../apps/server/src/production/matching/lab-moves.service';
import { ChainWorld, type FurnishedLab, form, type JobView, smallPart } from '../fixtures/chain-world';
import { readyMachine } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Queued extends JobView {
  readonly labId: string;
  readonly code?: string;
  readonly queue: { version: number; otherLabIds: string[]; labChangedAt: string | null };
}
const HOURS = 3_600_000;

describeOnSharedServers('a job that several labs may print', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let ana: TestAccount;
  let [here, there]: FurnishedLab[] = [];
  let serial = 0;
  let uploadId = '';

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    ana = await server.accountWith('maker');
  });
  beforeEach(async () => {
    [here, there] = [await world.makeLab(), await world.makeLab()];
  });

  const idOf = (lab: FurnishedLab | undefined) => lab?.labId as LabId;
  const rows = () => server.app.get(ReadDatabase);
  const get = async (id: string) => (await ana.client.get<Queued>(`/api/v1/jobs/${id}`)).body;
  /** Its machine could begin now. */
  const open = (lab: FurnishedLab | undefined) => {
    const presence = server.app.get(PresenceBook);
    presence.arrive(idOf(lab), 1);
    presence.record(idOf(lab), 1, [readyMachine((lab as FurnishedLab).machineId)]);
  };
  /** A file that the server has read, so that its hours are known when it is submitted. */
  const readPart = async () => {
    const part = smallPart(`labs ${++serial} ${Math.random()}`);
    const data = new FormData();
    data.set('file', new Blob([part]), 'read.gcode');
    const { body } = await ana.client.request<{ id: string }>('POST', '/api/v1/uploads', { body: data });
    await pollUntil('the file to be read', async () => {
      const upload = await ana.client.get<{ state: string }>(`/api/v1/uploads/${body.id}`);
      return upload.body.state === 'analysed' || undefined;
    });
    uploadId = body.id;
    return part;
  };
  const submit = async (part: string, fields: Record<string, string> = {}) => {
    const named = { otherLabIds: idOf(there), ...fields };
    const body = form(idOf(here), part, 'part.gcode', named);
    const answer = await ana.client.post<{ jobs: Queued[] } & { code?: string }>('/api/v1/jobs', body);
    if (answer.status === 500) throw new Error(answer.text);
    return { ...answer, job: answer.body.jobs?.[0] as Queued };
  };
  /** As if it were submitted so long ago. */
  const age = (id: string, hours: number, change: Partial<Job> = {}) =>
    server.app.get(UnitOfWork).run(async ({ manager }) => {
      const { createdAt } = await manager.findOneByOrFail(Job, { id: id as never });
      const set = { createdAt: createdAt - hours * HOURS, ...change };
      await manager.update(Job, { id: id as never }, set as object);
    });
  const step = () => server.app.get(LabMoves).step();
  const match = async (labId: LabId) => {
    const { matchRevision: revision } = await rows().of(Lab).findOneByOrFail({ id: labId });
    const { signal } = new AbortController();
    await server.app.get(QueueHandlers).run('lab.match', { labId, revision }, signal);
  };
  const waitingHere = async (fields: Record<string, string> = {}) => {
    const { job } = await submit(smallPart(`labs ${++serial} ${Math.random()}`), fields);
    await world.jobWhen(job.id, 'queued');
    return job.id;
  };

  it('goes to the one that begins it first, and back to none', async () => {
    const part = await readPart();
    open(there);
    const asked = new URLSearchParams({ labId: idOf(here), otherLabIds: idOf(there) });
    const told = await ana.client.get<object>(`/api/v1/uploads/${uploadId}/preview?${asked}`);
    expect(told.body).toMatchObject({ expectedIn: idOf(there), expected: { machineId: there?.machineId } });
    const { job } = await submit(part);
    expect(job.labId).toBe(idOf(there));
    expect(job.queue).toMatchObject({ otherLabIds: [idOf(here)], labChangedAt: null });
    await match(idOf(there));
    expect((await get(job.id)).state).toBe('running');
  });

  it('stays in the first one if none begins it, is not read, or a person has to release it', async () => {
    const part = await readPart();
    expect((await submit(part)).job.labId).toBe(idOf(here));
    open(there);
    expect((await submit(part, { hold: 'true' })).job.labId).toBe(idOf(here));
    expect((await submit(smallPart(`unread ${Math.random()}`))).job.labId).toBe(idOf(here));
  });

  it('may name only labs that exist, and that its member may use', async () => {
    const answer = await submit(smallPart('nowhere'), { otherLabIds: crypto.randomUUID() });
    expect([answer.status, answer.body.code]).toEqual([404, 'LAB.UNKNOWN']);
    const id = await waitingHere();
    const change = (otherLabIds: string[]) =>
      ana.client.request<Queued>('PATCH', `/api/v1/jobs/${id}/queue`, {
        body: { version: 0, otherLabIds },
      });
    expect((await change([crypto.randomUUID()])).body.code).toBe('LAB.UNKNOWN');
    const { body } = await change([idOf(here)]);
    expect(body.queue).toMatchObject({ version: 1, otherLabIds: [] });
    const trainer = await server.accountWith({ role: 'manager', labId: idOf(here) });
    const staff = await trainer.client.request<Queued>('PATCH', `/api/v1/jobs/${id}/queue`, {
      body: { version: 1, otherLabIds: [idOf(there)] },
    });
    expect(staff.body.code).toBe('AUTH.OTHER_LAB');
  });

  it('moves while it waits, tells its maker, and stays there for a while', async () => {
    const id = await waitingHere();
    open(there);
    await step();
    expect((await get(id)).labId).toBe(idOf(here));
    await age(id, 2);
    await step();
    const moved = await get(id);
    expect(moved.labId).toBe(idOf(there));
    expect(moved.queue).toMatchObject({ version: 1, otherLabIds: [idOf(here)] });
    expect(moved.queue.labChangedAt).not.toBeNull();
    expect(moved.history.map(({ event }) => event)).toContain('lab changed');
    const notices = await ana.client.get<{ items: { kind: string; text: string }[] }>('/api/v1/notices');
    expect(JSON.stringify(notices.body)).toContain('Now in Fontaine d’Ouche');
    open(here);
    server.app.get(PresenceBook).record(idOf(there), 1, []);
    await step();
    expect((await get(id)).labId).toBe(idOf(there));
  });

  it('stays where it is once it is held, while others move', async () => {
    const [held, free] = [await waitingHere(), await waitingHere()];
    await age(held, 2, { heldAt: 1, heldBy: 'maker' });
    await age(free, 2);
    open(there);
    await step();
    expect([(await get(held)).labId, (await get(free)).labId]).toEqual([idOf(here), idOf(there)]);
  });

  it('takes its copies with it, and stays with a copy that is printed', async () => {
    const { body } = await submit(smallPart(`copies ${Math.random()}`), { quantity: '2' });
    const [one, two] = body.jobs.map(({ id }) => id) as [string, string];
    await world.jobWhen(two, 'queued');
    await age(one, 2, { state: 'done' });
    await age(two, 2);
    open(there);
    await step();
    expect((await get(two)).labId).toBe(idOf(here));
    await age(one, 0, { state: 'queued' });
    // One machine: the second copy begins after the first.
    await step();
    expect([(await get(one)).labId, (await get(two)).labId]).toEqual([idOf(there), idOf(there)]);
  });

  it.each([1, 2])('either moves or begins where it is, never both (%i)', async () => {
    const id = await waitingHere();
    await age(id, 2);
    open(there);
    const moving = Promise.all([step(), step()]);
    open(here);
    await Promise.all([moving, match(idOf(here)).catch(() => undefined)]);
    await match(idOf(here));
    await match(idOf(there));
    const job = await get(id);
    expect(job.state).toBe('running');
    const runs = await rows()
      .of(Run)
      .findBy({ jobId: id as never });
    expect(runs.map(({ labId }) => labId)).toEqual([job.labId]);
    const moves = job.history.filter(({ event }) => event === 'lab changed');
    expect(moves).toHaveLength(job.labId === idOf(there) ? 1 : 0);
  });
});
