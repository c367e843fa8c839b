import type { TestAccount, TestServer } from '@pandafab/testing';
import { noticesWhen } from '../../notices/notices-world';
import { clock, dayOf, describeWithSessions, iso, outcome, SessionWorld } from './session-world';

const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' }));
const hours = { week, exceptions: [], slotMinutes: 60, topics: [], daysAhead: 30, noticeHours: 24 };

describeWithSessions('appointments with a trainer', (shared) => {
  let server: TestServer;
  let world: SessionWorld;
  let [ana, ben]: TestAccount[] = [];

  beforeAll(async () => {
    server = await shared();
    world = await SessionWorld.open(server);
    [ana, ben] = [await world.maker(), await world.maker()];
  });
  const set = (fields: object, who = world.trainer, trainerId = world.trainerId()) =>
    who.client.request<{ code?: string; version: number }>(
      'PUT',
      `/api/v1/labs/${world.lab.labId}/trainer-hours/${trainerId}`,
      { body: { ...hours, ...fields } },
    );
  const slots = async (day: string) =>
    (
      await world.get(ana as TestAccount, `/labs/${world.lab.labId}/slots?from=${day}&until=${day}`)
    ).body.items.map(({ from }) => String(from).slice(11, 16));
  const book = (who: TestAccount | undefined, at: number, fields: object = {}) =>
    world.post(who as TestAccount, `/labs/${world.lab.labId}/appointments`, {
      ...{ trainerId: world.trainerId(), from: iso(at), ...fields },
    });

  it('are offered at the hours that the trainer has set, inside the opening hours and around other sessions', async () => {
    const none = await world.get(ana as TestAccount, `/labs/${world.lab.labId}/slots`);
    expect(none.body).toMatchObject({ total: 0, offered: false });
    const both = await Promise.all([set({ version: 0 }), set({ version: 0 }, world.manager)]);
    expect(both.map(({ status, body }) => body.code ?? status).sort()).toEqual([
      200,
      'TRAINER_HOURS.CHANGED',
    ]);
    const other = await world.otherTrainer();
    expect((await set({ version: 1 }, other)).body.code).toBe('AUTH.FORBIDDEN');
    const day = dayOf(world.at(3, 0));
    expect(await slots(day)).toEqual(['09:00', '10:00', '11:00']);
    expect(await slots(dayOf(world.at(0, 0)))).toEqual([]);
    await world.planned(world.span(3, 10.5, 1));
    expect(await slots(day)).toEqual(['09:00']);
    const away = { firstDay: day, lastDay: day, hours: [], reason: 'Congé' };
    await set({ version: 1, exceptions: [away] });
    expect(await slots(day)).toEqual([]);
    await set({ version: 2 });
  });

  it('go to one of two people who want the same slot', async () => {
    const at = world.at(4, 9);
    const both = await Promise.all([book(ana, at), book(ben, at)]);
    expect(both.map(outcome).sort()).toEqual([201, 'TRAINER_HOURS.SLOT_TAKEN']);
    expect(await slots(dayOf(at))).toEqual(['10:00', '11:00']);
    const taken = both[0]?.status === 201 ? ana : ben;
    const refused = [
      await book(taken, world.at(4, 9.5)),
      await book(taken, world.at(4, 15)),
      await book(taken, world.at(0, 9)),
      await book(taken, world.at(45, 9)),
    ];
    expect(refused.map(outcome)).toEqual(Array.from({ length: 4 }, () => 'TRAINER_HOURS.SLOT_TAKEN'));
  });

  it('are known to their person and the staff only, and give the time back when they are cancelled', async () => {
    const at = world.at(5, 9);
    const { body: made } = await book(ana, at, { note: 'Réparer une pièce' });
    expect(made).toMatchObject({
      kind: 'appointment',
      capacity: 1,
      registered: 1,
      description: 'Réparer une pièce',
    });
    await noticesWhen(world.trainer.client, 'session.appointment');
    expect(outcome(await world.get(ben as TestAccount, `/lab-sessions/${made.id}`))).toBe('SESSION.UNKNOWN');
    const { body: own } = await world.get(ana as TestAccount, '/me/lab-sessions');
    const mine = own.items.find(({ session }) => (session as { id: string }).id === made.id);
    expect(mine).toMatchObject({ mine: true, state: 'registered' });
    expect(await slots(dayOf(at))).toEqual(['10:00', '11:00']);
    await world.post(ana as TestAccount, `/registrations/${mine?.registrationId}/cancel`);
    expect(await slots(dayOf(at))).toEqual(['09:00', '10:00', '11:00']);
    expect(await world.session(made.id)).toMatchObject({ state: 'cancelled' });
  });

  it('are booked by staff for a member, at any time that is free', async () => {
    const memberId = await world.ward((ana as TestAccount).memberId);
    const at = world.at(6, 15);
    const fields = { memberId, minutes: 45 };
    expect(outcome(await book(world.trainer, at, fields))).toBe('REGISTRATION.CONSENT_MISSING');
    const { body } = await book(world.trainer, at, { ...fields, consent: true });
    expect(body).toMatchObject({ from: iso(at), until: iso(at + 45 * 60_000) });
    expect(outcome(await book(world.trainer, at, { ...fields, consent: true }))).toBe(
      'SESSION.TRAINER_TAKEN',
    );
    expect(outcome(await book(world.trainer, clock.now() - 1, { ...fields, consent: true }))).toBe(
      'SESSION.PAST',
    );
  });

  it('are listed for two months at most, whatever is asked for', async () => {
    const list = (query: string) => world.get(ana as TestAccount, `/labs/${world.lab.labId}/slots?${query}`);
    const [all, far] = [await list(`until=${dayOf(world.at(40, 0))}`), await list('until=9999-12-31')];
    expect(far.body.total).toBeGreaterThan(0);
    expect(far.body).toEqual(all.body);
    for (const none of ['until=0001-01-01', 'from=9999-12-31'])
      expect((await list(none)).body).toMatchObject({ total: 0, offered: true });
  });

  it('are five at most for one person, who keeps no other from a trainer; staff may book more', async () => {
    const eve = await world.maker();
    const other = await world.otherTrainer();
    await set({ version: 0 }, other, other.accountId);
    const ask = (day: number, who = eve) =>
      book(who, world.at(day, 11), { trainerId: other.accountId, memberId: eve.memberId });
    for (const day of [12, 13, 14, 15, 16]) expect(outcome(await ask(day))).toBe(201);
    expect(await ask(17)).toMatchObject({ status: 409, body: { code: 'TRAINER_HOURS.TOO_MANY' } });
    expect(outcome(await ask(17, other))).toBe(201);
  });

  it('never stand on the public programme', async () => {
    const note = 'Je cherche un emploi';
    const { body } = await book(ben, world.at(18, 9), { note });
    const session = await world.session(body.id);
    expect(outcome(await world.change(session, { isPublic: true }))).toBe('SESSION.APPOINTMENT_PRIVATE');
    expect(outcome(await world.change(session, { isPublic: false, title: 'Bilan' }))).toBe(200);
    expect((await server.anonymous().get('/programme')).text).not.toContain(note);
  });

  it('offer the introductions that the trainer has chosen', async () => {
    const [one, two] = (await world.get(world.trainer, '/topics')).body.items;
    await set({ version: 3, topics: [one?.id] });
    expect(outcome(await book(ben, world.at(7, 9), { topicId: two?.id }))).toBe('TRAINER_HOURS.TOPIC');
    const { body } = await book(ben, world.at(7, 9), { topicId: one?.id });
    expect(body).toMatchObject({ title: one?.nameFr });
  });
});
