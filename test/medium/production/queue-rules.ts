import type { TestAccount, TestServer } from '@pandafab/testing';
import { pollUntil } from '@pandafab/testing';
import { ChainWorld, type FurnishedLab, form, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Weight {
  readonly name: string;
  readonly value: number;
  readonly default: number;
  readonly max: number;
}
interface Place {
  readonly place: number;
  readonly expected: { machineId: string; startAt: string } | null;
}
interface Preview {
  readonly isExample: boolean;
  readonly jobs: {
    jobId: string | null;
    memberId: string | null;
    name: string;
    isChanged: boolean;
    laterBySeconds: number | null;
    before: Place;
    after: Place;
  }[];
  readonly summary: { jobs: number; sooner: number; later: number };
}

const SLOW = { ageing: 0.05 };

describeOnSharedServers('the rules of a queue', (shared) => {
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

  const path = () => `/api/v1/labs/${lab.labId}/queue-weights`;
  const put = (account: TestAccount | undefined, body: object) =>
    (account as TestAccount).client.request<{ weights: Weight[]; code: string }>('PUT', path(), { body });
  const values = async () => {
    const { body } = await (ana as TestAccount).client.get<{ weights: Weight[] }>(path());
    return Object.fromEntries(body.weights.map(({ name, value }) => [name, value]));
  };
  const preview = (account: TestAccount | undefined, body: object) =>
    (account as TestAccount).client.request<Preview>('POST', `${path()}/preview`, { body });
  const submit = async (account: TestAccount | undefined, name: string) => {
    const body = form(lab.labId, smallPart(name), `${name}.gcode`);
    const sent = await (account as TestAccount).client.post<{ jobs: { id: string }[] }>('/api/v1/jobs', body);
    const id = sent.body.jobs[0]?.id ?? '';
    await world.jobWhen(id, 'queued');
    return id;
  };
  const order = async () => {
    const list = `/api/v1/jobs?labId=${lab.labId}&state=queued&order=queue`;
    return (await world.admin.get<{ items: { id: string }[] }>(list)).body.items.map(({ id }) => id);
  };

  it('are the defaults at first; what is left out or null is the default again', async () => {
    const before = await values();
    expect(before).toMatchObject({ fairShare: 0.5, ageing: 0.5 });
    expect((await put(manager, { fairShare: 2.5, changeHours: null })).status).toBe(200);
    expect(await values()).toEqual({ ...before, fairShare: 2.5 });
    expect((await put(manager, {})).status).toBe(200);
    expect(await values()).toEqual(before);
    const log = await world.admin.get<{ items: { before: object; after: object }[] }>(
      `/api/v1/audit?action=lab.queue-weights-changed&labId=${lab.labId}`,
    );
    expect(log.body.items).toMatchObject([
      { before: { fairShare: 2.5 }, after: { fairShare: 0.5 } },
      { before: { fairShare: 0.5 }, after: { fairShare: 2.5 } },
    ]);
  });

  it('stay in their bounds: a lab whose jobs do not age could let one wait for ever', async () => {
    for (const body of [{ ageing: 0 }, { ageing: -1 }, { fairShare: 1e9 }, { halfLifeDays: 'seven' }])
      expect((await put(manager, body)).status).toBe(400);
    expect((await preview(manager, { ageing: 0 })).status).toBe(400);
    expect(await values()).toMatchObject({ ageing: 0.5, fairShare: 0.5 });
  });

  it('are set and tried by the staff of the lab only', async () => {
    expect((await put(ana, { fairShare: 0 })).status).toBe(403);
    expect((await preview(ana, { fairShare: 0 })).status).toBe(403);
  });

  it('are tried on the queue of today before they are saved, and put it in order once they are', async () => {
    // Time that passes between the submissions counts next to nothing.
    await put(manager, { ...SLOW, fairShare: 20 });
    const first = await submit(ana, 'rules one');
    const second = await submit(ana, 'rules two');
    const other = await submit(ben, 'rules three');
    await pollUntil('the other member to pass', async () => {
      const found = await order();
      return found.length === 3 && found[1] === other ? found : undefined;
    });
    const { body } = await preview(manager, { ...SLOW, fairShare: 0 });
    expect(body).toMatchObject({ isExample: false, summary: { jobs: 3, sooner: 0, later: 0 } });
    const places = body.jobs.map(({ jobId, before, after }) => [jobId, before.place, after.place]);
    expect(places).toEqual([
      [second, 3, 2],
      [other, 2, 3],
      [first, 1, 1],
    ]);
    expect(body.jobs[0]).toMatchObject({ name: 'rules two.gcode', memberId: ana?.memberId, isChanged: true });
    // No machine is there: no job has an hour.
    expect(body.jobs.map(({ laterBySeconds }) => laterBySeconds)).toEqual([null, null, null]);
    expect(await order()).toEqual([first, other, second]);
    await put(manager, { ...SLOW, fairShare: 0 });
    await pollUntil('the queue to be put in order', async () => (await order())[1] === second);
    expect(await order()).toEqual([first, second, other]);
  });

  it('are shown with an example where no job waits', async () => {
    const { body } = await preview(manager, { fairShare: 0, dueHours: 0 });
    expect(body.isExample).toBe(true);
    expect(body.jobs).toHaveLength(6);
    expect(body.jobs.every(({ jobId, memberId }) => jobId === null && memberId === null)).toBe(true);
    expect(body.summary.sooner + body.summary.later).toBeGreaterThan(0);
  });
});
