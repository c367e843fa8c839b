import { describeOnBothDatabases, type TestAccount } from '@pandafab/testing';
import { BillingWorld } from '../fixtures/billing-world';
import { ChainWorld, form, smallPart } from '../fixtures/chain-world';

interface Submitted {
  readonly notices: { code: string; details: { until: string }; what: string; cure: string }[];
}
interface List {
  readonly items: { id: string; displayName: string; withdrawnAt: string | null; validUntil: string }[];
}
const DAY_MS = 24 * 3_600_000;

describeOnBothDatabases('residency', (open) => {
  let world: BillingWorld;
  let administrator: TestAccount;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    administrator = await world.server.accountWith('administrator');
    await world.publishTariff();
  });
  afterAll(() => world.server.stop());

  const verify = (memberId: string, afterMs: number) =>
    administrator.client.post(`/api/v1/members/${memberId}/residency`, {
      validUntil: new Date(world.date.now + afterMs).toISOString(),
    });
  const chargedFor = async (runId: string, memberId: string) => {
    const path = `/usage-records?memberId=${memberId}`;
    const { body } = await world.ask<{ items: { runId: string; chargedCents: number }[] }>('GET', path);
    return body.items.find((each) => each.runId === runId)?.chargedCents;
  };

  it('that ends in the middle of a print leaves that print free, and charges the next one', async () => {
    const memberId = await world.member('resident', world.date.now + DAY_MS);
    const assignedAt = world.date.now + DAY_MS - 1;
    world.date.now += DAY_MS + 3_600_000;
    const during = await world.print({ memberId, assignedAt });
    expect(await chargedFor(during, memberId)).toBe(0);
    const next = await world.print({ memberId, assignedAt: assignedAt + 1 });
    expect(await chargedFor(next, memberId)).toBe(328);
  });

  it('has a history of everything that was verified and withdrawn', async () => {
    const { memberId } = await world.server.accountWith('maker');
    await verify(memberId, DAY_MS);
    await administrator.client.delete(`/api/v1/members/${memberId}/residency`);
    world.date.now += 1000;
    await verify(memberId, 100 * DAY_MS);
    const { body } = await administrator.client.get<List>(`/api/v1/members/${memberId}/residency`);
    expect(body.items.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false]);
    const unknown = '/api/v1/members/0193b0e0-0000-7000-8000-000000000000/residency';
    expect((await administrator.client.get(unknown)).status).toBe(404);
  });

  it('finds members by the state of their proof', async () => {
    const made = async (displayName: string, ...proofs: number[]) => {
      const { body } = await administrator.client.post<{ id: string }>('/api/v1/members', { displayName });
      for (const days of proofs) await verify(body.id, days * DAY_MS);
      return body.id;
    };
    await made('Stand none');
    await made('Stand valid', 10, 90);
    await made('Stand ends-soon', 30);
    await made('Stand expired', 1);
    const withdrawn = await made('Stand withdrawn', 90);
    await administrator.client.delete(`/api/v1/members/${withdrawn}/residency`);
    world.date.now += 2 * DAY_MS;
    const find = async (state: string) => {
      const path = `/api/v1/members?search=stand&residency=${state}`;
      return (await administrator.client.get<List>(path)).body.items.map(({ displayName }) => displayName);
    };
    expect(await find('none')).toEqual(['Stand none', 'Stand withdrawn']);
    expect(await find('valid')).toEqual(['Stand valid']);
    expect(await find('ends-soon')).toEqual(['Stand ends-soon']);
    expect(await find('expired')).toEqual(['Stand expired']);
  });

  it('is warned of, from thirty days before its end, wherever the member looks and when they submit', async () => {
    const { client, memberId } = await world.server.accountWith('maker');
    const chain = await ChainWorld.of(world.server);
    const { labId } = await chain.makeLab();
    const submit = async (language = 'en', fields = {}) => {
      const headers = { 'accept-language': language };
      const body = form(labId, smallPart(), 'part.gcode', fields);
      return (await client.post<Submitted>('/api/v1/jobs', body, { headers })).body.notices;
    };
    const state = async () =>
      (await client.get<{ member: { residency: { state: string } } }>('/api/v1/me')).body.member.residency
        ?.state;
    expect(await submit()).toEqual([]);
    await verify(memberId, 31 * DAY_MS);
    expect([await state(), await submit()]).toEqual(['valid', []]);
    world.date.now += DAY_MS;
    expect(await state()).toBe('ends-soon');
    const [soon] = await submit('fr');
    expect(soon).toMatchObject({ code: 'MEMBER.RESIDENCY_ENDS_SOON' });
    expect(soon?.what).toContain(soon?.details.until);
    world.date.now += 30 * DAY_MS;
    expect(await state()).toBe('expired');
    expect(await submit()).toMatchObject([{ code: 'MEMBER.RESIDENCY_EXPIRED' }]);
  });
});
