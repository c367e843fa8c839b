import type { MachineId } from '@pandafab/shared';
import type { HttpClient, TestAccount, TestServer } from '@pandafab/testing';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { unavailableSpans } from '../../../apps/server/src/production/bookings/unavailable-spans';
import { ChainWorld, type FurnishedLab } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Answer {
  readonly id: string;
  readonly code?: string;
  readonly url?: string;
  readonly memberId?: string | null;
  readonly mine?: boolean;
}
interface List {
  readonly items: readonly Answer[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = (at: number) => new Date(at).toISOString();
const offer = { offered: true, longestHours: 3, hoursPerWeek: 5, daysAhead: 30 };

describeOnSharedServers('bookings of machines', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let [ana, ben]: TestAccount[] = [];
  let manager: HttpClient;
  /** Some Monday to come at 00:00, on the lab's clock: it is in the zone UTC. */
  const monday = Math.ceil((Date.now() + 4 * DAY) / (7 * DAY)) * 7 * DAY - 3 * DAY;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    lab = await world.makeLab();
    await world.admin.patch(`/api/v1/labs/${lab.labId}`, { timeZone: 'UTC' });
    manager = (await server.accountWith({ role: 'manager', labId: lab.labId })).client;
    [ana, ben] = [await server.accountWith('maker'), await server.accountWith('maker')];
    const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }));
    await world.put(`/labs/${lab.labId}/hours`, { week, version: 0 });
  });

  const client = (who: TestAccount | undefined) => (who as TestAccount).client;
  const book = (who: TestAccount | undefined, from: number, hours: number, id = lab.machineId) =>
    client(who).post<Answer>(`/api/v1/machines/${id}/bookings`, {
      ...{ from: iso(monday + from * HOUR), until: iso(monday + (from + hours) * HOUR) },
    });
  const outcome = ({ status, body }: { status: number; body: Answer }) => body.code ?? status;
  const cancel = (who: HttpClient, { id }: Answer) => who.request('DELETE', `/api/v1/bookings/${id}`);
  const unavailable = async (id: MachineId) =>
    (await unavailableSpans(server.app.get(ReadDatabase).manager, lab.labId, monday, monday + 5 * DAY)).get(
      id,
    );

  it('are not offered before the lab says so, and two managers do not overwrite each other', async () => {
    expect(outcome(await book(ana, 9, 1))).toBe('BOOKING.NOT_OFFERED');
    const set = (version: number) =>
      manager.request<Answer>('PUT', `/api/v1/labs/${lab.labId}/booking-rules`, {
        body: { ...offer, version },
      });
    expect((await Promise.all([set(0), set(0)])).map(outcome).sort()).toEqual([200, 'BOOKING.RULES_CHANGED']);
  });

  it('follow the rules of the lab', async () => {
    const found = [
      await book(ana, 9, 0.5),
      await book(ana, 9, 4),
      await book(ana, 9.1, 1),
      await book(ana, -14 * 24, 1),
      await book(ana, 60 * 24 + 9, 1),
      await book(ana, 17, 2),
      await book(ana, 5 * 24 + 10, 1),
    ];
    expect(found.map(outcome)).toEqual([
      ...['BOOKING.LENGTH', 'BOOKING.LENGTH', 'BOOKING.NOT_ON_QUARTER', 'BOOKING.PAST'],
      ...['BOOKING.TOO_FAR', 'BOOKING.CLOSED', 'BOOKING.CLOSED'],
    ]);
  });

  it('are given to one of two members who ask at once', async () => {
    const both = await Promise.all([book(ana, 9, 2), book(ben, 10, 2)]);
    expect(both.map(outcome).sort()).toEqual([201, 'BOOKING.TAKEN']);
    const made = both.find(({ status }) => status === 201)?.body as Answer;
    expect(await unavailable(lab.machineId)).toEqual([
      expect.objectContaining({ why: 'booking', memberId: made.memberId }),
    ]);
    expect((await cancel(manager, made)).status).toBe(204);
    expect(await unavailable(lab.machineId)).toBeUndefined();
  });

  it('are at most some hours of a week, also for a member who asks twice at once', async () => {
    const machines = [await world.addMachine(lab.labId), await world.addMachine(lab.labId)];
    const both = await Promise.all(machines.map(({ id }) => book(ben, 9, 3, id)));
    expect(both.map(outcome).sort()).toEqual([201, 'BOOKING.QUOTA']);
    expect(outcome(await book(ben, 7 * 24 + 9, 3))).toBe(201);
  });

  it('are seen with a name by their member and the staff only, and cancelled by them only', async () => {
    const { body: made } = await book(ana, 24 + 9, 1);
    const seenBy = async (who: HttpClient) =>
      (await who.get<List>(`/api/v1/machines/${lab.machineId}/bookings`)).body.items.find(
        ({ id }) => id === made.id,
      );
    expect(await seenBy(client(ana))).toMatchObject({ mine: true, memberId: made.memberId });
    expect(await seenBy(client(ben))).toMatchObject({ mine: false, memberId: null });
    expect(await seenBy(manager)).toMatchObject({ mine: false, memberId: made.memberId });
    expect((await cancel(client(ben), made)).status).toBe(404);
    for (let time = 0; time < 2; time++) expect((await cancel(client(ana), made)).status).toBe(204);
    expect(await seenBy(client(ana))).toBeUndefined();
  });

  it('give way to maintenance, which is shown to their member', async () => {
    const { body: made } = await book(ana, 48 + 9, 1);
    await manager.post(`/api/v1/machines/${lab.machineId}/maintenance/windows`, {
      ...{ from: iso(monday + 57 * HOUR), until: iso(monday + 59 * HOUR), reason: 'Courroies' },
    });
    expect(outcome(await book(ben, 48 + 10, 1))).toBe('BOOKING.TAKEN');
    const { body } = await client(ana).get<List>('/api/v1/me/bookings');
    expect(body.items).toMatchObject([{ id: made.id, maintenance: true, timeZone: 'UTC' }]);
    const day = iso(monday + 2 * DAY).slice(0, 10);
    const free = await client(ben).get<{ free: { from: string; until: string }[] }>(
      `/api/v1/machines/${lab.machineId}/free-hours?day=${day}`,
    );
    expect(free.body.free[0]).toEqual({ from: `${day}T11:00:00.000Z`, until: `${day}T14:00:00.000Z` });
    expect(free.body.free.at(-1)).toEqual({ from: `${day}T17:00:00.000Z`, until: `${day}T18:00:00.000Z` });
    await cancel(client(ana), made);
  });

  it('need an induction where the kind of machine needs one', async () => {
    const code = `kind-${Math.random().toString(36).slice(2)}`;
    await world.post('/machine-kinds', { code, nameFr: 'X', nameEn: 'X', inductionRequired: true });
    const { id } = await world.addMachine(lab.labId, { kind: code });
    expect(outcome(await book(ana, 24 + 9, 1, id))).toBe('BOOKING.INDUCTION_MISSING');
  });

  it('are read by calendar programs at a secret address, until it is revoked', async () => {
    const { body: made } = await book(ana, 72 + 9, 1);
    const feeds = '/api/v1/me/booking-feeds';
    const own = (await client(ana).post<Answer>(feeds, {})).body;
    const ofMachine = (await client(ben).post<Answer>(feeds, { machineId: lab.machineId })).body;
    const read = (feed: Answer) =>
      server.anonymous().get<string>(feed.url?.slice(feed.url.indexOf('/api/')) ?? '');
    for (const feed of [own, ofMachine]) {
      const { text, status, headers } = await read(feed);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
      expect(text).toContain(`UID:${made.id}\r\n`);
      expect(text).not.toContain(made.memberId ?? 'no id');
    }
    await client(ben).request('DELETE', `${feeds}/${own.id}`);
    expect((await read(own)).status).toBe(200);
    await client(ana).request('DELETE', `${feeds}/${own.id}`);
    expect((await read(own)).status).toBe(404);
    expect((await client(ana).get<List>(feeds)).body.items).toEqual([]);
  });
});
