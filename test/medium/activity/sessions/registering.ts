import type { TestAccount, TestServer } from '@pandafab/testing';
import { clock, describeWithSessions, HOUR, outcome, type Row, SessionWorld } from './session-world';

describeWithSessions('registering for sessions', (shared) => {
  let server: TestServer;
  let world: SessionWorld;
  let [ana, ben, cleo]: TestAccount[] = [];

  beforeAll(async () => {
    server = await shared();
    world = await SessionWorld.open(server);
  });
  beforeEach(async () => {
    [ana, ben, cleo] = [await world.maker(), await world.maker(), await world.maker()];
  });
  const who = (account: TestAccount | undefined) => account as TestAccount;
  const cancel = (account: TestAccount | undefined, id: string) =>
    world.post(who(account), `/registrations/${id}/cancel`);
  const states = async (session: Row) => (await world.people(session)).map(({ state }) => state);

  it('gives the last place to one of two who ask at once; the other waits, and moves up by itself', async () => {
    const session = await world.planned({ ...world.span(2, 9), capacity: 1 });
    const [one, two] = await Promise.all([
      world.register(who(ana), session),
      world.register(who(ben), session),
    ]);
    expect([one.body.state, two.body.state].sort()).toEqual(['registered', 'waiting']);
    const [first, second] = one.body.state === 'registered' ? [one, two] : [two, one];
    const holder = one.body.state === 'registered' ? ana : ben;
    expect(second.body).toMatchObject({ position: 1 });
    expect((await world.register(who(cleo), session)).body).toMatchObject({ state: 'waiting', position: 2 });
    expect((await world.register(who(holder), session)).body.id).toBe(first.body.id);
    expect((await cancel(holder, first.body.id)).body).toMatchObject({
      state: 'cancelled',
      cancelledLate: false,
    });
    expect((await cancel(holder, first.body.id)).status).toBe(200);
    expect(await states(session)).toEqual(expect.arrayContaining(['cancelled', 'registered', 'waiting']));
    expect(await world.session(session.id)).toMatchObject({ registered: 1, waiting: 1 });
    const raised = await world.change(await world.session(session.id), { capacity: 2 });
    expect(raised.status).toBe(200);
    expect(await world.session(session.id)).toMatchObject({ registered: 2, waiting: 0 });
    const below = await world.change(await world.session(session.id), { capacity: 1 });
    expect(outcome(below)).toBe('SESSION.CAPACITY_BELOW');
  });

  it('never gives more places than there are, whatever happens at once', async () => {
    const session = await world.planned({ ...world.span(2, 14), capacity: 3 });
    const people = await Promise.all(Array.from({ length: 8 }, () => world.maker()));
    const made = await Promise.all(people.map((each) => world.register(each, session)));
    const having = made
      .map(({ body }, at) => ({ ...body, by: people[at] }))
      .filter(({ state }) => state === 'registered');
    expect(having).toHaveLength(3);
    await Promise.all([...having.map(({ id, by }) => cancel(by, id)), world.register(who(ana), session)]);
    expect(await world.session(session.id)).toMatchObject({ registered: 3, waiting: 3 });
  });

  it('refuses a second session at the same time, and says which is in the way', async () => {
    const session = await world.planned({ ...world.span(3, 9), title: 'Laser' });
    const other = await world.plan({ ...world.span(3, 10), title: 'Vinyle' }, await world.otherTrainer());
    const overlapping = other.body.items[0] as Row;
    const both = await Promise.all([
      world.register(who(ana), session),
      world.register(who(ana), overlapping),
    ]);
    expect(both.map(outcome).sort()).toEqual([201, 'REGISTRATION.OVERLAP']);
    const refused = both.find(({ status }) => status !== 201);
    expect(refused?.body.params?.title).toMatch(/Laser|Vinyle/);
  });

  it('refuses a trainer who leads another session at this time, in any lab', async () => {
    const session = await world.planned(world.span(9, 9));
    const other = await world.otherTrainer();
    const { body } = await world.plan({ ...world.span(9, 10), title: 'Couture' }, other);
    const refused = await world.register(other, session);
    expect(refused.body).toMatchObject({ code: 'REGISTRATION.LEADS', params: { title: 'Couture' } });
    await world.post(other, `/lab-sessions/${body.items[0]?.id}/cancel`, { reason: 'Malade' });
    expect(outcome(await world.register(other, session))).toBe(201);
  });

  it('keeps closed sessions to the staff, and a group’s to its people', async () => {
    const school = await world.planned({ ...world.span(4, 9), audience: 'school' });
    expect(outcome(await world.register(who(ana), school))).toBe('REGISTRATION.STAFF_ONLY');
    const { id: groupId } = await world.chain.post<{ id: string }>('/groups', {
      ...{ name: 'Club', labId: world.lab.labId },
    });
    const club = await world.planned({ ...world.span(4, 14), audience: 'group', groupId });
    expect(outcome(await world.register(who(ana), club))).toBe('REGISTRATION.NOT_IN_GROUP');
    await world.chain.put(`/groups/${groupId}/people/${who(ana).memberId}`, { leads: false });
    expect(outcome(await world.register(who(ana), club))).toBe(201);
    expect(outcome(await world.register(who(ben), club, { memberId: who(ana).memberId }))).toBe(
      'AUTH.FORBIDDEN',
    );
    const known = await world.chain.post<{ id: string }>('/members', {
      ...{ displayName: 'Eve', homeLabId: world.lab.labId },
    });
    expect(outcome(await world.register(world.trainer, school, { memberId: known.id }))).toBe(201);
    const { id: stranger } = await world.chain.post<{ id: string }>('/members', {
      ...{ displayName: 'Loïc', homeLabId: (await world.chain.makeLab()).labId },
    });
    expect(outcome(await world.register(world.trainer, school, { memberId: stranger }))).toBe(
      'MEMBER.NOT_KNOWN',
    );
  });

  it('registers a minor only with the consent of the guardian, which is kept', async () => {
    const session = await world.planned(world.span(5, 9));
    const ward = await world.ward(who(ana).memberId);
    const asks = [
      await world.register(who(ana), session, { memberId: ward }),
      await world.register(who(ben), session, { memberId: ward, consent: true }),
      await world.register(world.trainer, session, { memberId: ward }),
    ];
    expect(asks.map(outcome)).toEqual([
      ...['REGISTRATION.CONSENT_MISSING', 'AUTH.FORBIDDEN', 'REGISTRATION.CONSENT_MISSING'],
    ]);
    expect(outcome(await world.register(who(ana), session, { memberId: ward, consent: true }))).toBe(201);
    expect(await world.people(session)).toMatchObject([
      { name: 'Zoé', isMinor: true, consent: { by: who(ana).memberId } },
    ]);
    await world.ward(who(ana).memberId, who(cleo).memberId);
    expect(outcome(await world.register(who(cleo), session, { consent: true }))).toBe(
      'REGISTRATION.GUARDIAN_NEEDED',
    );
    const noted = await world.register(world.trainer, session, {
      memberId: who(cleo).memberId,
      consent: true,
    });
    expect(outcome(noted)).toBe(201);
    const { body } = await world.get(who(ana), '/me/lab-sessions');
    const zoe = body.items.find(({ memberName }) => memberName === 'Zoé');
    expect(zoe).toMatchObject({ mine: false, state: 'registered', mayCancel: true });
    expect(outcome(await cancel(ana, String(zoe?.registrationId)))).toBe(200);
  });

  it('notes a late cancellation, and after the beginning leaves all to the staff', async () => {
    const session = await world.planned({ ...world.span(6, 9), cancelHours: 24 });
    const made = [await world.register(who(ana), session), await world.register(who(ben), session)];
    clock.jump(world.at(6, 9) - 23 * HOUR - clock.now());
    expect((await cancel(ana, made[0]?.body.id ?? '')).body).toMatchObject({ cancelledLate: true });
    clock.jump(24 * HOUR);
    expect(outcome(await cancel(ben, made[1]?.body.id ?? ''))).toBe('REGISTRATION.BEGUN');
    expect(outcome(await world.register(who(cleo), session))).toBe('REGISTRATION.BEGUN');
    expect(outcome(await world.post(world.manager, `/registrations/${made[1]?.body.id}/cancel`))).toBe(200);
  });
});
