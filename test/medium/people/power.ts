import type { LabId, MemberId } from '@pandafab/shared';
import type { HttpClient, TestAccount, TestServer } from '@pandafab/testing';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface MemberView {
  readonly id: MemberId;
  readonly displayName: string;
  readonly guardianId: MemberId | null;
}
interface Submitted {
  readonly jobs: JobView[];
}

const COMES_OF_AGE = '2090-01-01T00:00:00Z';

/** A caller cannot find out that a member exists, or gain rights over them, by naming them. */
describeOnSharedServers('a caller who names a member', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let [here, there]: LabId[] = [];
  let [managerHere, managerThere, accomplice]: TestAccount[] = [];

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    [here, there] = [(await world.makeLab()).labId, (await world.makeLab()).labId];
    managerHere = await server.accountWith({ role: 'manager', labId: here });
    managerThere = await server.accountWith({ role: 'manager', labId: there });
    accomplice = await server.accountWith('maker');
  });

  const as = (account: TestAccount | undefined): HttpClient => {
    if (!account) throw new Error('the accounts are made before each test');
    return account.client;
  };
  const idOf = (account: TestAccount | undefined) => account?.memberId as MemberId;
  const register = async (fields: object = {}) =>
    (await world.post<MemberView>('/members', { displayName: 'A member', ...fields })).id;
  const change = (account: TestAccount | undefined, id: string, fields: object) =>
    as(account).patch<MemberView & { code?: string }>(`/api/v1/members/${id}`, fields);
  const submit = (account: TestAccount | undefined, labId = '', fields: Record<string, string> = {}) =>
    as(account).post<Submitted & { code?: string }>(
      '/api/v1/jobs',
      form(labId, smallPart(), 'a.gcode', fields),
    );
  const known = async (account: TestAccount | undefined, id: string) =>
    (await as(account).get(`/api/v1/members/${id}`)).status;

  it('submits only for members whom their lab knows, and makes no member known', async () => {
    const stranger = await register({ homeLabId: there });
    const refused = await submit(managerHere, here, { memberId: stranger });
    expect(refused).toMatchObject({ status: 403, body: { code: 'MEMBER.NOT_KNOWN' } });
    expect(await known(managerHere, stranger)).toBe(403);
    const own = await register({ homeLabId: here });
    expect((await submit(managerHere, here, { memberId: own })).status).toBe(201);
  });

  it('does not learn the price of a stranger’s print, or until when they are resident', async () => {
    const stranger = await register({ homeLabId: there });
    const data = new FormData();
    data.set('file', new Blob([smallPart('preview')]), 'a.gcode');
    const { body } = await as(managerHere).post<{ id: string }>('/api/v1/uploads', data);
    const path = `/api/v1/uploads/${body.id}`;
    const preview = await as(managerHere).get(`${path}/preview?labId=${here}&memberId=${stranger}`);
    expect(preview).toMatchObject({ status: 403, body: { code: 'MEMBER.NOT_KNOWN' } });
    const jobs = await as(managerHere).post(`${path}/jobs`, { labId: here, memberId: stranger });
    expect(jobs).toMatchObject({ status: 403, body: { code: 'MEMBER.NOT_KNOWN' } });
  });

  it('without a staff role gets the same answer, whether or not there is such a member', async () => {
    for (const memberId of [idOf(managerHere), '0193b0e0-0000-7000-8000-000000000000'])
      expect((await submit(accomplice, here, { memberId })).body.code).toBe('AUTH.FORBIDDEN');
  });

  it('gives inductions only to members whom their lab knows, and makes no member known', async () => {
    const trainer = await server.accountWith({ role: 'trainer', labId: here as LabId });
    const stranger = await register({ homeLabId: there });
    const path = `/api/v1/members/${stranger}/inductions`;
    const granted = await trainer.client.post(path, { kind: 'printer', labId: here });
    expect(granted).toMatchObject({ status: 403, body: { code: 'AUTH.OTHER_LAB' } });
    expect(await known(managerHere, stranger)).toBe(403);
  });

  it('puts only members whom their lab knows into a group, and submits for no other lab’s group', async () => {
    const group = await world.post<{ id: string }>('/groups', { name: 'CM1 secret', labId: there });
    expect((await submit(managerHere, here, { groupId: group.id })).body.code).toBe('GROUP.NOT_LEADER');
    await world.post(`/groups/${group.id}/archive`, {}, 200);
    expect((await submit(managerHere, here, { groupId: group.id })).text).not.toContain('secret');
    const own = await world.post<{ id: string }>('/groups', { name: 'CM2', labId: here });
    const stranger = await register({ homeLabId: there });
    const path = `/api/v1/groups/${own.id}/people/${stranger}`;
    const put = await as(managerHere).request('PUT', path, { body: { leads: true } });
    expect(put).toMatchObject({ status: 403, body: { code: 'MEMBER.NOT_KNOWN' } });
  });

  describe('that makes things in two labs', () => {
    /** Of `there`, and known `here` because they came to make something. */
    async function visitor(): Promise<TestAccount> {
      const visitor = await server.accountWith('maker');
      await world.admin.patch(`/api/v1/members/${visitor.memberId}`, { homeLabId: there });
      await submit(visitor, here);
      await submit(visitor, there);
      return visitor;
    }

    it.each([
      ['a guardian', () => ({ guardianId: idOf(accomplice) })],
      ['themselves as guardian', () => ({ guardianId: idOf(managerHere), minorUntil: COMES_OF_AGE })],
      ['a minority', () => ({ minorUntil: COMES_OF_AGE })],
      ['another home lab', () => ({ homeLabId: here })],
      ['no home lab', () => ({ homeLabId: null })],
    ])('does not give them %s unless it is the home lab', async (_, fields) => {
      const { memberId, client } = await visitor();
      expect(await change(managerHere, memberId, fields())).toMatchObject({
        status: 403,
        body: { code: 'MEMBER.NOT_HOME_LAB' },
      });
      const jobs = (await client.get<{ items: JobView[] }>('/api/v1/jobs')).body.items;
      for (const { id } of jobs) expect((await as(accomplice).get(`/api/v1/jobs/${id}`)).status).toBe(404);
    });

    it('opens no account in their name unless it is the home lab', async () => {
      const member = await register({ homeLabId: there });
      await world.admin.post('/api/v1/jobs', form(here ?? '', smallPart(), 'a', { memberId: member }));
      expect(await known(managerHere, member)).toBe(200);
      const invite = (account: TestAccount | undefined) =>
        as(account).post(`/api/v1/members/${member}/invitation`, { email: 'mine@example.org' });
      expect((await invite(managerHere)).body.code).toBe('AUTH.OTHER_LAB');
      expect((await invite(managerThere)).status).toBe(201);
    });

    it('and have no home lab, learns that an administrator decides', async () => {
      const { memberId } = await visitor();
      await world.admin.patch(`/api/v1/members/${memberId}`, { homeLabId: null });
      for (const [account, homeLabId] of [
        [managerHere, here],
        [managerThere, there],
      ] as const)
        expect((await change(account, memberId, { homeLabId })).body.code).toBe('MEMBER.NOT_HOME_LAB');
      expect((await world.admin.patch(`/api/v1/members/${memberId}`, { homeLabId: here })).status).toBe(200);
    });
  });

  it('of the home lab names guardians whom it knows, never themselves, also not of a new member', async () => {
    const ward = await register({ homeLabId: here });
    const parent = await register({ homeLabId: here });
    const stranger = await register({ homeLabId: there });
    const minorUntil = COMES_OF_AGE;
    const own = { guardianId: idOf(managerHere), minorUntil };
    expect((await change(managerHere, ward, own)).body.code).toBe('MEMBER.GUARDIAN_ONESELF');
    expect((await change(managerHere, ward, { guardianId: stranger })).body.code).toBe(
      'MEMBER.GUARDIAN_UNKNOWN',
    );
    expect((await change(managerHere, ward, { guardianId: parent, minorUntil })).status).toBe(200);
    const create = (fields: object) =>
      as(managerHere).post('/api/v1/members', { displayName: 'New', minorUntil, ...fields });
    expect((await create({ ...own, homeLabId: here })).body.code).toBe('MEMBER.GUARDIAN_ONESELF');
    expect((await create({ guardianId: parent })).body.code).toBe('MEMBER.NOT_HOME_LAB');
    expect((await create({ guardianId: parent, homeLabId: here })).status).toBe(201);
  });

  it('as an administrator names any other member as guardian, and not themselves', async () => {
    const administrator = await server.accountWith('administrator');
    const ward = await register({ homeLabId: here });
    const fields = { guardianId: administrator.memberId, minorUntil: COMES_OF_AGE };
    expect((await change(administrator, ward, fields)).body.code).toBe('MEMBER.GUARDIAN_ONESELF');
    const file = new FormData();
    const email = `${administrator.memberId}@example.org`;
    await administrator.client.patch('/api/v1/me', { email });
    file.set('file', new Blob([`nom;mineur jusqu'au;tuteur\nLina;2090-01-01;${email}\n`]), 'members.csv');
    const imported = await administrator.client.post<{ errors?: unknown }>('/api/v1/members/imports', file);
    expect(imported.text).toContain('MEMBER.GUARDIAN_ONESELF');
  });

  it.each(['administrator', 'billing', 'trainer', 'manager'] as const)(
    'that belongs to the staff as %s changes nothing of them unless they are an administrator',
    async (role) => {
      const { memberId } = await server.accountWith(role);
      const everywhere = await server.accountWith('manager');
      const path = `/api/v1/members/${memberId}`;
      const payer = { name: 'A', addressLine: '1 rue Vauban', postcode: '21000', city: 'Dijon' };
      const requests: [method: string, path: string, body?: object][] = [
        ['PATCH', path, { displayName: 'Mallory' }],
        ['PATCH', path, { guardianId: idOf(managerHere) }],
        ['PATCH', path, { category: 'resident' }],
        ['PUT', `${path}/billing-identity`, payer],
        ['DELETE', `${path}/billing-identity`],
        ['PUT', `${path}/profile`, { birthYear: 1990 }],
        ['DELETE', `${path}/profile`],
        ['POST', `${path}/residency`, { validUntil: COMES_OF_AGE }],
        ['DELETE', `${path}/residency`],
        ['POST', `${path}/invitation`, { email: 'other@example.org' }],
      ];
      for (const account of [managerHere, everywhere])
        for (const [method, address, body] of requests) {
          const answer = await as(account).request(method, address, body ? { body } : {});
          expect([address, answer.status, answer.body.code]).toEqual([address, 403, 'MEMBER.OF_STAFF']);
        }
      expect((await world.admin.patch(path, { displayName: 'Renamed' })).status).toBe(200);
    },
  );

  it('that was invited to the staff sends no other invitation in their name', async () => {
    const member = await register({ homeLabId: here });
    const path = `/api/v1/members/${member}/invitation`;
    const roles = [{ role: 'administrator', labId: null }];
    expect((await world.admin.post(path, { email: 'boss@example.org', roles })).status).toBe(201);
    const taken = await as(managerHere).post(path, { email: 'mallory@example.org' });
    expect(taken).toMatchObject({ status: 403, body: { code: 'MEMBER.OF_STAFF' } });
  });
});
