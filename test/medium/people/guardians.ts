import type { MemberId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  FakeClock,
  type HttpClient,
  startTestServer,
  type TestAccount,
  type TestServer,
} from '@pandafab/testing';
import { Member } from '../../../apps/server/src/people/members/member.entity';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';

interface Item {
  readonly id: MemberId;
  readonly guardianId: MemberId | null;
}
const YEAR_MS = 365 * 24 * 3_600_000;

describeOnBothDatabases('guardians', (open) => {
  let server: TestServer;
  let administrator: HttpClient;
  const clock = new FakeClock();
  const later = () => new Date(clock.now() + YEAR_MS).toISOString();

  beforeAll(async () => {
    server = await startTestServer({ database: await open(), clock });
    administrator = (await server.accountWith('administrator')).client;
  });
  afterAll(() => server.stop());

  const register = (fields: object = {}) =>
    administrator.post<Item>('/api/v1/members', { displayName: 'A member', ...fields });
  const adult = async () => (await register()).body.id;
  const change = (id: string, fields: object) => administrator.patch(`/api/v1/members/${id}`, fields);
  const entrust = (ward: TestAccount, guardian: TestAccount) =>
    server.app.get(UnitOfWork).run(({ manager }) => {
      const minorUntil = clock.now() + YEAR_MS;
      return manager.update(Member, { id: ward.memberId }, { guardianId: guardian.memberId, minorUntil });
    });

  it('are needed by minors only', async () => {
    const alone = await register({ minorUntil: later() });
    expect(alone).toMatchObject({ status: 422, body: { code: 'MEMBER.GUARDIAN_MISSING' } });
    const past = new Date(clock.now()).toISOString();
    expect((await register({ minorUntil: past })).status).toBe(201);
    const guardianId = await adult();
    const minor = await register({ minorUntil: later(), guardianId });
    expect(minor).toMatchObject({ status: 201, body: { guardianId } });
    expect((await change(minor.body.id, { guardianId: null })).body.code).toBe('MEMBER.GUARDIAN_MISSING');
    expect((await change(minor.body.id, { guardianId: null, minorUntil: null })).status).toBe(200);
    expect((await change(guardianId, { minorUntil: later() })).body.code).toBe('MEMBER.GUARDIAN_MISSING');
  });

  it('are adult members', async () => {
    const guardianId = await adult();
    const minor = (await register({ minorUntil: later(), guardianId })).body.id;
    const young = await register({ minorUntil: later(), guardianId: minor });
    expect(young).toMatchObject({ status: 422, body: { code: 'MEMBER.GUARDIAN_MINOR' } });
    const younger = await change(guardianId, { minorUntil: later(), guardianId: await adult() });
    expect(younger).toMatchObject({ status: 422, body: { code: 'MEMBER.GUARDIAN_MINOR' } });
    const unknown = '0193b0e0-0000-7000-8000-000000000000';
    const lost = await register({ minorUntil: later(), guardianId: unknown });
    expect(lost).toMatchObject({ status: 422, body: { code: 'MEMBER.GUARDIAN_UNKNOWN' } });
  });

  it('are never their own guardian, directly or in a circle', async () => {
    const [first, second, third] = [await adult(), await adult(), await adult()];
    expect((await change(first, { guardianId: first })).body.code).toBe('MEMBER.GUARDIAN_CIRCLE');
    expect((await change(first, { guardianId: second })).status).toBe(200);
    expect((await change(second, { guardianId: third })).status).toBe(200);
    expect((await change(third, { guardianId: first })).body.code).toBe('MEMBER.GUARDIAN_CIRCLE');
  });

  it('make no circle when two changes come at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const [left, right] = [await adult(), await adult()];
      const answers = await Promise.all([
        change(left, { guardianId: right }),
        change(right, { guardianId: left }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    }
  });

  it('see and follow the jobs of their wards, and cannot change them, until the ward is of age', async () => {
    const [ward, guardian, stranger] = [
      await server.accountWith('maker'),
      await server.accountWith('maker'),
      await server.accountWith('maker'),
    ];
    await entrust(ward, guardian);
    const { labId } = await (await ChainWorld.of(server)).makeLab();
    const made = await ward.client.post<{ jobs: JobView[] }>('/api/v1/jobs', form(labId, smallPart()));
    const path = `/api/v1/jobs/${made.body.jobs[0]?.id}`;
    const seen = async ({ client }: TestAccount) => [
      (await client.get(path)).status,
      (await client.get<{ total: number }>(`/api/v1/jobs?labId=${labId}`)).body.total,
    ];
    expect(await seen(guardian)).toEqual([200, 1]);
    expect(await seen(stranger)).toEqual([404, 0]);
    expect((await guardian.client.post(`${path}/cancel`)).body.code).toBe('AUTH.FORBIDDEN');
    expect((await guardian.client.post(`${path}/redo`)).body.code).toBe('AUTH.FORBIDDEN');
    const wards = () => guardian.client.get<{ items: Item[] }>('/api/v1/me/wards');
    expect((await wards()).body.items.map(({ id }) => id)).toEqual([ward.memberId]);
    clock.jump(YEAR_MS);
    expect(await seen(guardian)).toEqual([404, 0]);
    expect((await wards()).body.items).toEqual([]);
  });
});
