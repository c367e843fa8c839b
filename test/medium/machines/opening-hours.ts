import type { HttpClient, TestServer } from '@pandafab/testing';
import { Lab } from '../../../apps/server/src/network/labs/lab.entity';
import { LabCalendars } from '../../../apps/server/src/network/opening-hours/lab-calendars';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { ChainWorld, type FurnishedLab } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Hours {
  readonly week: object[] | null;
  readonly version: number;
  readonly code?: string;
}
interface Closure {
  readonly id: string;
  readonly code?: string;
}

const monday = { weekday: 1, opens: '09:00', closes: '12:00' };
const friday = { weekday: 5, opens: '20:00', closes: '02:00' };

describeOnSharedServers('the opening hours of a lab', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let manager: HttpClient;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    lab = await world.makeLab();
    manager = (await server.accountWith({ role: 'manager', labId: lab.labId })).client;
  });

  const path = (rest: string) => `/api/v1/labs/${lab.labId}/${rest}`;
  const put = (week: unknown, version: number) =>
    manager.request<Hours>('PUT', path('hours'), { body: { week, version } });
  const openOf = (from: string, until: string) =>
    server.app
      .get(LabCalendars)
      .openOf(
        server.app.get(ReadDatabase).manager,
        lab.labId,
        Date.parse(`${from}Z`),
        Date.parse(`${until}Z`),
      );
  const revision = async () =>
    (await server.app.get(ReadDatabase).of(Lab).findOneByOrFail({ id: lab.labId })).matchRevision;

  it('are not known at first: it is always open', async () => {
    const { body } = await manager.get<Hours>(path('hours'));
    expect(body).toEqual({ labId: lab.labId, timeZone: 'Europe/Paris', week: null, version: 0 });
    expect(await openOf('2026-06-01T00:00', '2026-06-08T00:00')).toBeNull();
  });

  it('are those of its week, on its own clock, and its jobs are matched again', async () => {
    const before = await revision();
    const set = await put([friday, monday], 0);
    expect(set).toMatchObject({ status: 200, body: { week: [monday, friday], version: 1 } });
    expect(await revision()).toBeGreaterThan(before);
    expect(await openOf('2026-06-01T00:00', '2026-06-08T00:00')).toEqual([
      { from: Date.parse('2026-06-01T07:00Z'), until: Date.parse('2026-06-01T10:00Z') },
      { from: Date.parse('2026-06-05T18:00Z'), until: Date.parse('2026-06-06T00:00Z') },
    ]);
  });

  it('are changed by one of two managers who save at once', async () => {
    const { version } = (await manager.get<Hours>(path('hours'))).body;
    const both = await Promise.all([put([monday], version), put([friday], version)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('LAB.HOURS_CHANGED');
    expect((await manager.get<Hours>(path('hours'))).body.version).toBe(version + 1);
  });

  it.each([
    ['an hour that no day has', [{ ...monday, opens: '24:00' }]],
    ['a minute that no hour has', [{ ...monday, closes: '12:60' }]],
    ['an eighth day', [{ ...monday, weekday: 8 }]],
    ['a week without any hours', []],
  ])('refuse %s', async (_, week) => {
    const { version } = (await manager.get<Hours>(path('hours'))).body;
    expect(await put(week, version)).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
  });

  it('give way to a closure, and come back when it is removed', async () => {
    const { version } = (await manager.get<Hours>(path('hours'))).body;
    await put([monday], version);
    const holiday = { firstDay: '2026-06-01', lastDay: '2026-06-14', reason: 'Congés' };
    const made = await manager.post<Closure>(path('closures'), holiday);
    expect(made).toMatchObject({ status: 201, body: { ...holiday, hours: [] } });
    const open = () => openOf('2026-06-01T00:00', '2026-06-22T00:00');
    expect(await open()).toEqual([
      { from: Date.parse('2026-06-15T07:00Z'), until: Date.parse('2026-06-15T10:00Z') },
    ]);
    const fair = { firstDay: '2026-06-03', lastDay: '2026-06-03', reason: 'Fête' };
    await manager.post(path('closures'), { ...fair, hours: [{ opens: '10:00', closes: '24:00' }] });
    expect((await open())?.[0]).toEqual({
      from: Date.parse('2026-06-03T08:00Z'),
      until: Date.parse('2026-06-03T22:00Z'),
    });
    const again = await manager.post<Closure>(path('closures'), holiday);
    expect([again.status, again.body.code]).toEqual([409, 'LAB.CLOSURE_EXISTS']);
    for (const status of [204, 204])
      expect((await manager.request('DELETE', path(`closures/${made.body.id}`))).status).toBe(status);
    const { body } = await manager.get<{ items: object[]; total: number }>(path('closures'));
    expect(body).toMatchObject({ items: [fair], total: 1 });
    expect((await open())?.[0]?.from).toBe(Date.parse('2026-06-01T07:00Z'));
  });

  it('refuse a closure that ends before it begins, or lasts more than a year', async () => {
    for (const lastDay of ['2026-05-31', '2028-01-01', '2026-02-30']) {
      const body = { firstDay: '2026-06-01', lastDay, reason: 'Erreur' };
      expect((await manager.post(path('closures'), body)).status).toBe(400);
    }
  });
});
