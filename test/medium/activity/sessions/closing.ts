import type { TestAccount, TestServer } from '@pandafab/testing';
import { noticesWhen } from '../../notices/notices-world';
import { dayOf, describeWithSessions, iso, outcome, type Row, SessionWorld } from './session-world';

describeWithSessions('sessions of a lab that closes', (shared) => {
  let server: TestServer;
  let world: SessionWorld;
  let ana: TestAccount;

  beforeAll(async () => {
    server = await shared();
  });
  beforeEach(async () => {
    world = await SessionWorld.open(server);
    ana = await world.maker();
  });
  const close = (firstDay: string, lastDay: string, reason: string) =>
    world.chain.post(`/labs/${world.lab.labId}/closures`, { firstDay, lastDay, reason });
  const agenda = async (from: string) =>
    (await world.get(world.trainer, `/lab-sessions?labId=${world.lab.labId}&from=${from}`)).body.items;
  const inLanguage = (language: string, path: string, body: object) =>
    world.trainer.client.request<{ code: string; title: string; detail: string }>('POST', `/api/v1${path}`, {
      body,
      headers: { 'accept-language': language },
    });

  it('stay until the team decides: the agenda names them, and all of them are cancelled at once', async () => {
    const rule = {
      ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], begins: '10:00', minutes: 60 },
      ...{ firstDay: dayOf(world.at(2, 0)), lastDay: dayOf(world.at(5, 0)) },
    };
    const planned = (await world.plan({ rule })).body.items;
    await world.register(ana, planned[3] as Row);
    const last = dayOf(world.at(4, 0));
    await close(last, dayOf(world.at(360, 0)), 'Fermeture définitive');
    const found = await agenda(rule.firstDay);
    expect(found.map(({ opening }) => opening)).toEqual(['open', 'open', 'closed', 'closed']);
    const ids = found.filter(({ opening }) => opening === 'closed').map(({ id }) => id);
    const cancelled = await world.post(world.manager, '/lab-sessions/cancel', { ids, reason: 'Lab fermé' });
    expect(cancelled.body.total).toBe(2);
    const [notice] = await noticesWhen(ana.client, 'session.cancelled');
    expect(notice?.more).toBe('Reason: Lab fermé');
    expect(cancelled.body.items.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    // The agenda shows what is left.
    expect((await agenda(rule.firstDay)).map(({ state }) => state)).toEqual(['planned', 'planned']);
  });

  it('are planned and booked on open days only, and a refusal says why', async () => {
    const [first, last] = [dayOf(world.at(10, 0)), dayOf(world.at(30, 0))];
    const hours = {
      week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' })),
      ...{ exceptions: [], slotMinutes: 60, topics: [], daysAhead: 60, noticeHours: 1, version: 0 },
    };
    const trainerHours = `/api/v1/labs/${world.lab.labId}/trainer-hours/${world.trainerId()}`;
    await world.trainer.client.request('PUT', trainerHours, { body: hours });
    await close(first, last, 'Travaux');
    const path = '/lab-sessions';
    const course = { labId: world.lab.labId, kind: 'course', title: 'Cours', ...world.span(12, 9) };
    const french = await inLanguage('fr', path, course);
    expect(french.body.code).toBe('SESSION.CLOSED');
    expect(french.body.title).toMatch(/^Le lab est fermé ce jour-là.*Travaux/);
    expect(french.body.detail).toMatch(/^Choisissez un autre jour/);
    const english = await inLanguage('en', path, course);
    expect(english.body.title).toMatch(/^The lab is closed on this day: .*Travaux/);
    const slots = async (day: string) =>
      (await world.get(ana, `/labs/${world.lab.labId}/slots?from=${day}&until=${day}`)).body.total;
    expect([await slots(dayOf(world.at(9, 0))), await slots(first), await slots(last)]).toEqual([3, 0, 0]);
    const book = (who: TestAccount, at: number) =>
      world.post(who, `/labs/${world.lab.labId}/appointments`, {
        ...{ trainerId: world.trainerId(), from: iso(at), memberId: ana.memberId },
      });
    expect(outcome(await book(ana, world.at(12, 9)))).toBe('TRAINER_HOURS.SLOT_TAKEN');
    expect(outcome(await book(world.trainer, world.at(12, 9)))).toBe('SESSION.CLOSED');
    expect(outcome(await book(world.trainer, world.at(31, 9)))).toBe(201);
  });

  it('may be moved to an open day', async () => {
    const session = await world.planned(world.span(40, 9));
    const day = dayOf(world.at(40, 0));
    await close(day, day, 'Panne');
    expect(outcome(await world.change(session, world.span(40, 14)))).toBe('SESSION.CLOSED');
    expect((await world.change(session, world.span(41, 9))).body.items).toMatchObject([{ opening: 'open' }]);
  });
});
