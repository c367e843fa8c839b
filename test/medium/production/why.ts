import { pollUntil, type TestAccount, type TestServer } from '@pandafab/testing';
import { ChainWorld, type FurnishedLab, form, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';
import { noticesOf, noticesWhen } from '../notices/notices-world';

interface Answer {
  readonly machineId: string;
  readonly code: string;
  readonly jobId: string | null;
  readonly reasons: { code: string }[];
}
interface Why {
  readonly code?: string;
  readonly waiting: {
    place: number;
    of: number;
    score: { fairShare: number; sum: number };
    share: { payer: string; usedHours: number };
    stopped: { code: string }[];
    ahead: {
      count: number;
      samePayer: number;
      jobs: { jobId: string; fileName: string; memberId: string; place: number }[];
    };
    expected: { machineId: string } | null;
    whyHere: string | null;
    machines: Answer[];
  } | null;
  readonly begun: { machineId: string; place: number; of: number; whyHere: string; machines: Answer[] }[];
}
interface MachineWhy {
  readonly running: { jobId: string; decision: { place: number } | null } | null;
  readonly notReady: { code: string }[];
  readonly change: { load: string; jobs: number } | null;
  readonly next: { jobId: string } | null;
  readonly waiting: number;
  readonly fitting: number;
  readonly reasons: { cause: { code: string }; jobs: number }[];
}
interface Change {
  readonly machineId: string;
  readonly load: string;
  readonly jobs: number;
}

describeOnSharedServers('the why of decisions', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let [ana, ben, manager]: TestAccount[] = [];

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    [ana, ben, manager] = await Promise.all([
      server.accountWith('maker'),
      server.accountWith('maker'),
      server.accountWith('manager'),
    ]);
  });
  beforeEach(async () => {
    lab = await world.makeLab();
  });

  const get = <Body>(account: TestAccount | undefined, path: string) =>
    (account as TestAccount).client.get<Body>(`/api/v1${path}`);
  const whyOf = (account: TestAccount | undefined, id: string) => get<Why>(account, `/jobs/${id}/why`);
  const submit = async (
    account: TestAccount | undefined,
    name: string,
    fields: Record<string, string> = {},
  ): Promise<string> => {
    const body = form(lab.labId, smallPart(name), `${name}.gcode`, fields);
    const sent = await (account as TestAccount).client.post<{ jobs: { id: string }[] }>('/api/v1/jobs', body);
    const id = sent.body.jobs[0]?.id ?? '';
    await pollUntil('the file to be read', async () => (await world.job(id)).state !== 'analysing');
    return id;
  };

  it('tells a maker the place and the score of a job, and of other members nothing but a number', async () => {
    const other = await submit(ben, 'hidden name');
    const first = await submit(ana, 'mine one');
    const second = await submit(ana, 'mine two');
    const { body, text } = await whyOf(ana, second);
    expect(body.waiting).toMatchObject({
      ...{ place: 3, of: 3, share: { payer: 'member' }, stopped: [], expected: null, whyHere: null },
      ahead: { count: 2, samePayer: 1, jobs: [{ jobId: first, fileName: 'mine one.gcode', place: 2 }] },
      machines: [{ machineId: lab.machineId, code: 'AWAY', reasons: [{ code: 'WAITS.AGENT_OFFLINE' }] }],
    });
    for (const secret of ['hidden name', other, ben?.memberId ?? 'ben']) expect(text).not.toContain(secret);
    expect((await whyOf(ben, second)).body.code).toBe('JOB.UNKNOWN');
    const ofStaff = await whyOf(manager, second);
    expect(ofStaff.body.waiting?.ahead.jobs.map(({ jobId }) => jobId)).toEqual([other, first]);
  });

  it('tells that a job waits for a person', async () => {
    const held = await submit(ana, 'held for why', { hold: 'true' });
    const { waiting } = (await whyOf(ana, held)).body;
    expect(waiting?.stopped.map(({ code }) => code)).toEqual(['WAITS.HELD_BY_MAKER']);
    expect(waiting?.machines.flatMap(({ reasons }) => reasons)).toEqual([]);
  });

  it('keeps why a print began where it did, and tells staff what a machine does', async () => {
    const agent = await world.joinAgent(lab);
    const id = await submit(ana, 'begins for why');
    await world.jobWhen(id, 'running');
    const { body } = await whyOf(ana, id);
    expect(body).toMatchObject({
      waiting: null,
      begun: [{ machineId: lab.machineId, place: 1, of: 1, whyHere: 'NO_OTHER_CAN' }],
    });
    expect(body.begun[0]?.machines).toMatchObject([{ code: 'STARTS', reasons: [] }]);
    const next = await submit(ben, 'next for why');
    const { waiting } = (await whyOf(ben, next)).body;
    expect(waiting).toMatchObject({ place: 1, expected: { machineId: lab.machineId } });
    expect(waiting?.machines).toMatchObject([{ code: 'EXPECTED' }]);
    const machine = `/machines/${lab.machineId}/why`;
    expect((await get<MachineWhy>(manager, machine)).body).toMatchObject({
      ...{ running: { jobId: id, decision: { place: 1 } }, change: null, next: { jobId: next } },
      ...{ waiting: 1, fitting: 1, reasons: [] },
    });
    expect((await get(ana, machine)).status).toBe(403);
    await agent.leave();
  });

  it('asks staff once for a spool that jobs wait for, until a person loads it', async () => {
    const kind = { material: 'PETG', brand: 'Y', colour: 'red', densityGramsPerCm3: 1.27 };
    const { id: filamentId } = await world.post<{ id: string }>('/filaments', kind);
    const { id: spoolId } = await world.post<{ id: string }>(`/labs/${lab.labId}/spools`, {
      ...{ filamentId, label: 'P1', netGrams: 1000 },
    });
    const watcher = await server.accountWith('manager');
    const agent = await world.joinAgent(lab);
    const wanted = async () =>
      (await get<{ items: Change[] }>(manager, `/labs/${lab.labId}/wanted-changes`)).body.items;
    const first = await submit(ana, 'petg one', { material: 'PETG' });
    await submit(ben, 'petg two', { material: 'PETG' });
    const machineId = lab.machineId;
    await pollUntil('both jobs to be counted', async () => (await wanted())[0]?.jobs === 2);
    expect(await wanted()).toMatchObject([{ machineId, load: 'PETG', jobs: 2 }]);
    const { body } = await get<MachineWhy>(manager, `/machines/${machineId}/why`);
    expect(body).toMatchObject({ change: { load: 'PETG', jobs: 2 }, fitting: 0, notReady: [] });
    expect(body.reasons).toMatchObject([{ cause: { code: 'WAITS.OTHER_MATERIAL' }, jobs: 2 }]);
    const [notice] = await noticesWhen(watcher.client, 'machine.spoolChange');
    expect(notice).toMatchObject({ count: 1, title: 'A: load PETG', path: `/machines/${machineId}` });
    await world.put(`/machines/${machineId}/spool`, { spoolId });
    await world.jobWhen(first, 'running');
    await pollUntil('the change to be made', async () => (await wanted()).length === 0);
    const told = (await noticesOf(watcher.client)).items.filter(
      ({ kind: of }) => of === 'machine.spoolChange',
    );
    expect(told.map(({ count }) => count)).toEqual([1]);
    await agent.leave();
  });
});
