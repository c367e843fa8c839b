import { pollUntil, type TestServer } from '@pandafab/testing';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import {
  ExpectationResult,
  JobExpectation,
} from '../../../apps/server/src/production/jobs/expectation.entities';
import { ChainWorld, form, smallPart } from '../fixtures/chain-world';
import { ended } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Expected {
  readonly machineId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly startFrom: string;
  readonly startUntil: string;
  readonly needsChange: boolean;
}

interface Accuracy {
  readonly starts: { jobs: number; within: number; medianMinutes: number };
  readonly weeks: { jobs: number }[];
  readonly clearing: { hour: number; beds: number; minutes: number }[];
}

interface Waiting {
  readonly id: string;
  readonly position: number | null;
  readonly expected: Expected | null;
}

describeOnSharedServers('the expected hours of waiting jobs', (shared) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });

  const queue = async (labId: string) => {
    const path = `/api/v1/jobs?labId=${labId}&state=queued&order=queue`;
    return (await world.admin.get<{ items: Waiting[] }>(path)).body.items;
  };
  /** Polls until every one of `count` waiting jobs of the lab has an hour. */
  const expectedIn = (labId: string, count: number) =>
    pollUntil(`${count} jobs to have an hour`, async () => {
      const found = (await queue(labId)).flatMap(({ id, expected }) =>
        expected ? [{ id, ...expected }] : [],
      );
      return found.length === count ? found : undefined;
    });
  const at = (iso: string | undefined) => Date.parse(iso ?? '');

  it('follow each other, after the print that runs, and are right about the machine', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const first = await world.submit(lab.labId, smallPart('first'));
    await world.jobWhen(first.id, 'running');
    expect((await world.admin.get<Waiting>(`/api/v1/jobs/${first.id}`)).body.expected).toBeNull();
    await world.post('/jobs', form(lab.labId, smallPart('more'), 'more.gcode', { quantity: '2' }));
    const [next, last] = await expectedIn(lab.labId, 2);
    expect(next).toMatchObject({ machineId: lab.machineId, needsChange: false });
    expect(at(next?.startAt)).toBeGreaterThan(Date.now());
    expect(at(last?.startAt)).toBeGreaterThan(at(next?.endAt));
    expect(at(next?.startFrom)).toBeLessThanOrEqual(at(next?.startAt));
    expect(at(next?.startUntil)).toBeGreaterThanOrEqual(at(next?.startAt));
    await agent.leave();
  });

  it('are told before a file is submitted, and are unknown while no machine can take it', async () => {
    const lab = await world.makeLab();
    const data = new FormData();
    data.append('file', new Blob([smallPart('looked at')]), 'looked-at.gcode');
    const { body: upload } = await world.admin.post<{ id: string }>('/api/v1/uploads', data);
    const path = `/api/v1/uploads/${upload.id}/preview?labId=${lab.labId}`;
    const preview = () =>
      pollUntil('the file to be read', async () => {
        const { status, body } = await world.admin.get<{ expected: Expected | null }>(path);
        return status === 200 ? body : undefined;
      });
    expect((await preview()).expected).toBeNull();
    const agent = await world.joinAgent(lab);
    await world.submit(lab.labId, smallPart('before'));
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    const { expected } = await preview();
    expect(expected?.machineId).toBe(lab.machineId);
    expect(at(expected?.startAt)).toBeGreaterThan(Date.now());
    await agent.leave();
  });

  it('put who asks for little between the copies of who asks for much', async () => {
    const { labId } = await world.makeLab();
    const copies = await world.post<{ jobs: Waiting[] }>(
      '/jobs',
      form(labId, smallPart('copies'), 'copies.gcode', { quantity: '4' }),
    );
    const { client } = await server.accountWith('maker');
    const body = form(labId, smallPart('one'), 'one.gcode');
    const { body: one } = await client.request<{ jobs: Waiting[] }>('POST', '/api/v1/jobs', { body });
    const [single] = one.jobs;
    await pollUntil('the single part to pass', async () => {
      const found = await queue(labId);
      return found.length === 5 && found.findIndex(({ id }) => id === single?.id) === 1;
    });
    const found = await queue(labId);
    expect(found.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    const ofCopies = found.filter(({ id }) => id !== single?.id).map(({ id }) => id);
    expect(ofCopies).toEqual(copies.jobs.map(({ id }) => id));
  });

  it('are kept beside the real start, once the job begins', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    await world.submit(lab.labId, smallPart('now'));
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    const { id } = await world.submit(lab.labId, smallPart('later'));
    const [told] = await expectedIn(lab.labId, 1);
    await agent.report(ended(runId));
    await world.post(`/machines/${lab.machineId}/bed-clear?runId=${runId}`, {}, 200);
    await world.jobWhen(id, 'running');
    const rows = server.app.get(ReadDatabase);
    const result = await rows.of(ExpectationResult).findOneByOrFail({ jobId: id as never });
    expect(result).toMatchObject({ labId: lab.labId, toldStartAt: at(told?.startAt) });
    expect(result.startedAt).toBeGreaterThanOrEqual(result.toldAt);
    expect(await rows.of(JobExpectation).countBy({ jobId: id as never })).toBe(0);
    const { body } = await world.admin.get<Accuracy>(`/api/v1/labs/${lab.labId}/forecast-accuracy`);
    expect(body.starts).toMatchObject({ jobs: 1, medianMinutes: expect.any(Number) });
    expect(body.weeks.map(({ jobs }) => jobs)).toEqual([1, ...Array(11).fill(0)]);
    expect(body.clearing.map(({ beds }) => beds).sort()).toEqual([...Array(23).fill(0), 1]);
    // The bed was cleared at once: less than the twenty minutes of a lab that has seen nothing yet.
    expect(body.clearing.find(({ beds }) => beds === 1)?.minutes).toBeLessThan(20);
    await agent.leave();
  });

  it('wait for the lab to open where a print would end after closing', async () => {
    const lab = await world.makeLab();
    const { machineId, labId } = lab;
    await world.admin.request('PATCH', `/api/v1/machines/${machineId}`, {
      body: { unattended: 'untilClosing' },
    });
    const today = new Date().toISOString().slice(0, 10);
    const later = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const closure = { firstDay: today, lastDay: later, hours: [], reason: 'Inventory' };
    const { id: closureId } = await world.post<{ id: string }>(`/labs/${labId}/closures`, closure);
    const agent = await world.joinAgent(lab);
    const { id } = await world.submit(labId, smallPart('tomorrow'));
    const [expected] = await expectedIn(labId, 1);
    expect(at(expected?.startAt)).toBeGreaterThan(at(`${later}T20:00:00Z`));
    const { waiting } = await world.job(id);
    expect(waiting?.[0]?.reasons.map(({ code }) => code)).toEqual(['WAITS.NOT_NOW']);
    await world.admin.request('DELETE', `/api/v1/labs/${labId}/closures/${closureId}`);
    await world.jobWhen(id, 'running');
    await agent.leave();
  });

  it('follow the priority that staff give', async () => {
    const { labId } = await world.makeLab();
    const jobs = [];
    for (const name of ['one', 'two', 'three'])
      jobs.push((await world.submit(labId, smallPart(`priority ${name}`))).id);
    for (const id of jobs) await world.jobWhen(id, 'queued');
    const [one, two, three] = jobs as [string, string, string];
    const { body } = await world.admin.get<{ queue: { version: number } }>(`/api/v1/jobs/${three}`);
    const change = { version: body.queue.version, priority: { steps: 1, reason: 'A fair tomorrow' } };
    const { status } = await world.admin.request('PATCH', `/api/v1/jobs/${three}/queue`, { body: change });
    expect(status).toBe(200);
    const ids = async () => (await queue(labId)).map(({ id }) => id);
    await pollUntil('the job to be first', async () => (await ids())[0] === three);
    expect(await ids()).toEqual([three, one, two]);
  });
});
