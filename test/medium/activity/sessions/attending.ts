import { newId } from '@pandafab/shared';
import type { TestAccount, TestServer } from '@pandafab/testing';
import { MemberCard } from '../../../../apps/server/src/activity/cards/member-card.entity';
import { AttendedSessions } from '../../../../apps/server/src/activity/registrations/attended-sessions.service';
import { Registration } from '../../../../apps/server/src/activity/registrations/registration.entities';
import { Member } from '../../../../apps/server/src/people/members/member.entity';
import { clock, describeWithSessions, outcome, type Row, SessionWorld } from './session-world';

describeWithSessions('attending sessions', (shared) => {
  let server: TestServer;
  let world: SessionWorld;
  let kind: string;
  let session: Row;
  let [ana, ben]: TestAccount[] = [];
  let registered: string;

  beforeAll(async () => {
    server = await shared();
    world = await SessionWorld.open(server);
    kind = `laser-${Math.random().toString(36).slice(2)}`;
    await world.chain.post('/machine-kinds', {
      code: kind,
      nameFr: 'L',
      nameEn: 'L',
      inductionRequired: true,
    });
  });
  /** A session that is going on, where Ana is registered. */
  beforeEach(async () => {
    [ana, ben] = [await world.maker(), await world.maker()];
    session = await world.planned({ ...world.span(2, 9), capacity: 1, inductionKind: kind });
    registered = (await world.register(ana as TestAccount, session)).body.id;
    clock.jump(world.at(2, 9) - clock.now());
  });
  const mark = (attendance: string | null, more: object = {}, who = world.trainer, id = registered) =>
    world.post(who, `/registrations/${id}/attendance`, { attendance, ...more });
  const arrive = (fields: object, who = world.trainer) =>
    world.post(who, `/lab-sessions/${session.id}/arrivals`, fields);
  const inductions = async (account = ana as TestAccount) =>
    (await account.client.get<{ items: Row[] }>('/api/v1/me/inductions')).body.items
      .filter((each) => each.kind === kind)
      .map(({ state }) => state);
  const card = (memberId = (ana as TestAccount).memberId, revokedAt: number | null = null) => {
    const code = newId<string>();
    const row = { id: newId<string>(), memberId, code, createdBy: world.trainer.accountId, revokedAt };
    return world.write((manager) => manager.insert(MemberCard, { ...row, createdAt: 1 })).then(() => code);
  };

  it('is noted as held by the server an hour after its end, where people were there', async () => {
    const attended = server.app.get(AttendedSessions);
    await mark('present');
    const empty = await world.planned(world.span(3, 9));
    await attended.look();
    expect((await world.session(session.id)).state).toBe('planned');
    clock.jump(world.at(3, 0) - clock.now());
    await Promise.all([attended.look(), attended.look()]);
    const held = await world.session(session.id);
    expect(held).toMatchObject({ state: 'held', present: 1, version: Number(session.version) + 1 });
    clock.jump(world.at(1, 0) - clock.now());
    await attended.look();
    expect((await world.session(empty.id)).state).toBe('planned');
  });

  it('notes who came, with their category, and gives the induction in the same step, once', async () => {
    const both = await Promise.all([mark('present'), mark('present')]);
    expect(both.map(({ body }) => body as object)).toEqual(
      expect.arrayContaining([expect.objectContaining({ induction: 'granted' })]),
    );
    expect(await inductions()).toEqual(['valid']);
    const row = await world.write((manager) =>
      manager.findOneByOrFail(Registration, { id: registered as never }),
    );
    expect(row).toMatchObject({
      attendance: 'present',
      category: 'non-resident',
      markedBy: world.trainer.accountId,
    });
    expect(outcome(await world.post(world.trainer, `/registrations/${registered}/cancel`))).toBe(
      'REGISTRATION.ATTENDED',
    );
    expect((await mark(null)).body).toMatchObject({ induction: 'withdrawn' });
    expect(await inductions()).toEqual(['withdrawn']);
    expect(await world.people(session)).toMatchObject([{ attendance: null, inductionGiven: false }]);
    expect((await mark('present', { grantInduction: false })).body).toMatchObject({ induction: null });
    expect(await inductions()).toEqual(['withdrawn']);
  });

  it('gives an induction only where the person who notes it may', async () => {
    expect((await mark('present', {}, world.manager)).body).toMatchObject({ induction: 'not-yours-to-give' });
    expect((await mark('present')).body).toMatchObject({ induction: 'granted' });
    expect((await mark('absent', {}, world.manager)).body).toMatchObject({ induction: 'kept' });
    expect(
      outcome(await mark('present', {}, await SessionWorld.open(server).then(({ trainer }) => trainer))),
    ).toBe('AUTH.OTHER_LAB');
    expect(outcome(await mark('present', { inductionUntil: '2020-01-01T00:00:00Z' }))).toBe(200);
  });

  it('leaves an induction that the person had before', async () => {
    await mark('present');
    const first = await inductions();
    clock.jump(26 * 3_600_000);
    const next = await world.planned({ ...world.span(1, 9), inductionKind: kind });
    const { id } = (await world.register(ana as TestAccount, next)).body;
    clock.jump(world.at(1, 9) - clock.now());
    expect((await mark('present', {}, world.trainer, id)).body).toMatchObject({ induction: 'held-already' });
    expect((await mark(null, {}, world.trainer, id)).body).toMatchObject({ induction: null });
    expect(await inductions()).toEqual(first);
  });

  it('takes a card for a name, and lets people in who were not registered', async () => {
    expect((await arrive({ code: await card() })).body).toMatchObject({ registration: { id: registered } });
    const code = await card((ben as TestAccount).memberId);
    expect(outcome(await arrive({ code }))).toBe('REGISTRATION.NOT_REGISTERED');
    const twice = await Promise.all([arrive({ code, walkIn: true }), arrive({ code, walkIn: true })]);
    expect(twice.map(outcome)).toEqual([200, 200]);
    expect(await world.session(session.id)).toMatchObject({ registered: 2, present: 2, capacity: 1 });
    expect(outcome(await arrive({ code: await card((ben as TestAccount).memberId, 5) }))).toBe(
      'REGISTRATION.CARD_UNKNOWN',
    );
    expect(outcome(await arrive({ code: 'x', memberId: (ben as TestAccount).memberId }))).toBe(
      'REQUEST.INVALID',
    );
    expect(outcome(await arrive({ code }, ben as TestAccount))).toBe('AUTH.FORBIDDEN');
  });

  it('notes nothing before people can be there, nor for a session that is cancelled', async () => {
    const coming = await world.planned(world.span(3, 9));
    const { id } = (await world.register(ben as TestAccount, coming)).body;
    expect(outcome(await mark('present', {}, world.trainer, id))).toBe('SESSION.NOT_BEGUN');
    await world.post(world.trainer, `/lab-sessions/${coming.id}/cancel`, { reason: 'Neige' });
    clock.jump(world.at(3, 9) - clock.now());
    expect(outcome(await mark('present', {}, world.trainer, id))).toBe('SESSION.CANCELLED');
  });

  it('notes the rest at once', async () => {
    await world.post(world.trainer, `/lab-sessions/${session.id}/arrivals`, {
      ...{ code: await card((ben as TestAccount).memberId), walkIn: true },
    });
    const rest = await world.post(world.trainer, `/lab-sessions/${session.id}/attendance`, {
      attendance: 'absent',
    });
    expect(rest.body.total).toBe(1);
    expect((await world.people(session)).map(({ attendance }) => attendance).sort()).toEqual([
      'absent',
      'present',
    ]);
  });

  it('counts a person who was erased, and changes nothing of them', async () => {
    await mark('present');
    await world.write((manager) =>
      manager.update(Registration, { id: registered as never }, { memberId: null, consentBy: null }),
    );
    expect(await world.people(session)).toMatchObject([
      { memberId: null, name: null, attendance: 'present' },
    ]);
    expect(await world.session(session.id)).toMatchObject({ present: 1 });
    expect(outcome(await mark('absent'))).toBe('REGISTRATION.ERASED');
    expect(outcome(await world.post(world.trainer, `/registrations/${registered}/cancel`))).toBe(
      'REGISTRATION.ERASED',
    );
    expect(await world.write((manager) => manager.countBy(Member, {}))).toBeGreaterThan(0);
  });
});
