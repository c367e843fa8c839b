import type { GroupId, LabId } from '@pandafab/shared';
import { describeOnBothDatabases, type TestAccount } from '@pandafab/testing';
import { BillingWorld } from '../fixtures/billing-world';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';

interface GroupView {
  readonly id: GroupId;
  readonly people: { memberId: string; leads: boolean; displayName: string }[];
  readonly archivedAt: string | null;
}
interface List {
  readonly total: number;
  readonly items: { readonly id: string; readonly leads?: boolean }[];
}
interface Usage {
  readonly runId: string;
  readonly category: string;
  readonly groupId: string | null;
}

describeOnBothDatabases('groups', (open) => {
  let world: BillingWorld;
  let chain: ChainWorld;
  let labId: LabId;
  let [administrator, teacher, pupil, manager]: TestAccount[] = [];

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    chain = await ChainWorld.of(world.server);
    labId = (await chain.makeLab()).labId;
    administrator = await world.server.accountWith('administrator');
    teacher = await world.server.accountWith('maker');
    pupil = await world.server.accountWith('maker');
    manager = await world.server.accountWith({ role: 'manager', labId });
  });
  afterAll(() => world.server.stop());

  const as = (account: TestAccount | undefined) => {
    if (!account) throw new Error('the accounts are made before each test');
    return account.client;
  };
  const make = async (fields: object = {}): Promise<GroupView> =>
    (await as(manager).post<GroupView>('/api/v1/groups', { name: 'CM2 B', labId, ...fields })).body;
  const put = (id: string, account: TestAccount | undefined, leads: boolean) =>
    as(manager).request<GroupView>('PUT', `/api/v1/groups/${id}/people/${account?.memberId}`, {
      body: { leads },
    });
  const submitFor = (account: TestAccount | undefined, groupId: string) =>
    as(account).post<{ jobs: (JobView & { groupId: string })[]; code: string }>(
      '/api/v1/jobs',
      form(labId, smallPart(), 'part.gcode', { groupId }),
    );

  it('are made, changed and filled by the staff of their lab only', async () => {
    const made = await as(manager).post<GroupView>('/api/v1/groups', { name: ' CM2 A ', labId });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'CM2 A', category: 'school-group', labId, people: [], archivedAt: null },
    });
    const path = `/api/v1/groups/${made.body.id}`;
    expect((await as(manager).patch(path, { name: 'CM2 C' })).body).toMatchObject({ name: 'CM2 C' });
    const filled = await put(made.body.id, teacher, true);
    expect(filled.body.people).toMatchObject([{ memberId: teacher?.memberId, leads: true }]);
    expect((await put(made.body.id, teacher, false)).body.people).toMatchObject([{ leads: false }]);
    const emptied = await as(manager).delete<GroupView>(`${path}/people/${teacher?.memberId}`);
    expect(emptied.body.people).toEqual([]);
    const elsewhere = await world.server.accountWith({
      role: 'manager',
      labId: (await chain.makeLab()).labId,
    });
    expect((await elsewhere.client.get(path)).body.code).toBe('AUTH.OTHER_LAB');
    expect((await elsewhere.client.patch(path, { name: 'x' })).body.code).toBe('AUTH.OTHER_LAB');
    const theirs = await elsewhere.client.post('/api/v1/groups', { name: 'x', labId });
    expect(theirs.body.code).toBe('AUTH.OTHER_LAB');
    expect((await elsewhere.client.get<List>('/api/v1/groups')).body.total).toBe(0);
    expect((await as(manager).get<List>('/api/v1/groups?search=cm2 c')).body.total).toBe(1);
    expect((await as(teacher).get('/api/v1/groups')).body.code).toBe('AUTH.FORBIDDEN');
  });

  it('are shown to their members', async () => {
    const { id } = await make();
    await put(id, teacher, true);
    await put(id, pupil, false);
    const own = async (account: TestAccount | undefined) =>
      (await as(account).get<List>('/api/v1/me/groups')).body.items.find((each) => each.id === id);
    expect(await own(teacher)).toMatchObject({ leads: true });
    expect(await own(pupil)).toMatchObject({ leads: false });
    expect(await own(administrator)).toBeUndefined();
  });

  it('are submitted for by those who lead them and by the lab’s staff only', async () => {
    const { id } = await make();
    await put(id, teacher, true);
    await put(id, pupil, false);
    const submitted = await submitFor(teacher, id);
    expect(submitted).toMatchObject({ status: 201, body: { jobs: [{ groupId: id }] } });
    expect(await submitFor(pupil, id)).toMatchObject({ status: 403, body: { code: 'GROUP.NOT_LEADER' } });
    expect((await submitFor(manager, id)).status).toBe(201);
    const unknown = await submitFor(teacher, '0193b0e0-0000-7000-8000-000000000000');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'GROUP.UNKNOWN' } });
  });

  it('show their jobs to all their leaders, who can change only their own', async () => {
    const { id } = await make();
    const second = await world.server.accountWith('maker');
    await put(id, teacher, true);
    await put(id, second, true);
    await put(id, pupil, false);
    const job = (await submitFor(teacher, id)).body.jobs[0];
    const path = `/api/v1/jobs/${job?.id}`;
    expect((await second.client.get(path)).status).toBe(200);
    const list = await second.client.get<List>('/api/v1/jobs');
    expect(list.body.items.map((each) => each.id)).toContain(job?.id);
    expect((await second.client.post(`${path}/cancel`)).body.code).toBe('AUTH.FORBIDDEN');
    expect((await as(pupil).get(path)).body.code).toBe('JOB.UNKNOWN');
  });

  it('accept no job once they are archived, and archiving twice changes nothing', async () => {
    const { id } = await make();
    await put(id, teacher, true);
    const archive = () => as(manager).post<GroupView>(`/api/v1/groups/${id}/archive`);
    const { archivedAt } = (await archive()).body;
    expect(archivedAt).not.toBeNull();
    world.date.now += 1000;
    expect((await archive()).body.archivedAt).toBe(archivedAt);
    expect(await submitFor(teacher, id)).toMatchObject({ status: 409, body: { code: 'GROUP.ARCHIVED' } });
    expect((await put(id, pupil, false)).status).toBe(409);
    const archived = await as(manager).get<List>('/api/v1/groups?archived=true');
    expect(archived.body.items.map((each) => each.id)).toContain(id);
  });

  it.each([
    ['school-group', 'school'],
    ['resident', 'member'],
  ])('of the category %s are priced as %s, with any leader', async (category, tariff) => {
    const memberId = await world.member('resident', world.date.now + 1_000_000);
    const { id: groupId } = await make({ category });
    const runId = await world.print({ memberId, groupId });
    const { body } = await world.ask<{ items: Usage[] }>('GET', `/usage-records?memberId=${memberId}`);
    expect(body.items.find((each) => each.runId === runId)).toMatchObject({ category: tariff, groupId });
  });
});
