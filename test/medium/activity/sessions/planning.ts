import type { TestServer } from '@pandafab/testing';
import { AuditEntry } from '../../../../apps/server/src/platform/audit/audit.entities';
import {
  clock,
  DAY,
  dayOf,
  describeWithSessions,
  iso,
  outcome,
  type Row,
  SessionWorld,
} from './session-world';

describeWithSessions('planning sessions', (shared) => {
  let server: TestServer;
  let world: SessionWorld;

  beforeAll(async () => {
    server = await shared();
    world = await SessionWorld.open(server);
  });

  const topics = async () => (await world.get(world.trainer, '/topics')).body;

  it('begins with a catalogue of forty introductions, in French and English', async () => {
    const { items, total } = await topics();
    expect(total).toBeGreaterThanOrEqual(40);
    expect(new Set(items.map(({ level }) => level))).toEqual(new Set(['discover', 'practise', 'deepen']));
    expect(items.every(({ nameFr, nameEn, aimsFr, aimsEn }) => nameFr && nameEn && aimsFr && aimsEn)).toBe(
      true,
    );
    const induction = items.find(({ inductionKind }) => inductionKind !== null);
    expect(induction).toMatchObject({ nameFr: 'Imprimer en 3D : la machine', inductionKind: 'printer' });
  });

  it('keeps a topic that is retired on the sessions to come, and refuses it to new ones', async () => {
    const name = `Photo ${Math.random()}`;
    const fields = {
      ...{ nameFr: name, nameEn: 'Photo', level: 'discover', aimsFr: 'Voir', aimsEn: 'See' },
      ...{ lengthMinutes: 60, capacity: 5 },
    };
    const { body: topic } = await world.post(world.trainer, '/topics', fields);
    expect(outcome(await world.post(world.trainer, '/topics', fields))).toBe('TOPIC.NAME_USED');
    const session = await world.planned({ title: undefined, topicId: topic.id, ...world.span(3, 9) });
    expect(session).toMatchObject({
      title: name,
      titleEn: 'Photo',
      capacity: 5,
      priceCents: 0,
      isPublic: true,
    });
    const retired = await world.post(world.trainer, `/topics/${topic.id}/retire`);
    expect(retired.body).toMatchObject({ sessionsToCome: 1, nextSessionAt: session.from });
    expect(outcome(await world.plan({ topicId: topic.id, ...world.span(3, 14) }))).toBe('TOPIC.RETIRED');
    expect(outcome(await world.change(session, { title: 'Photo, suite' }))).toBe(200);
    expect((await topics()).items.map(({ id }) => id)).not.toContain(topic.id);
    expect(outcome(await world.post(world.trainer, `/topics/${topic.id}/restore`))).toBe(200);
  });

  it('lets one of two people change a topic at once', async () => {
    const [topic] = (await topics()).items as [Row];
    const { id, retiredAt: _, ...fields } = topic;
    const put = (aimsEn: string) =>
      world.trainer.client.request<{ code?: string; id: string }>('PUT', `/api/v1/topics/${id}`, {
        body: { ...fields, aimsEn },
      });
    const both = await Promise.all([put('One'), put('Two')]);
    expect(both.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'TOPIC.CHANGED']);
  });

  it('refuses what cannot be', async () => {
    const found = [
      await world.plan(world.span(-1, 9)),
      await world.plan(world.span(4, 9, 0.05)),
      await world.plan(world.span(4, 9, 25)),
      await world.plan({ ...world.span(4, 9), title: undefined }),
      await world.plan({ ...world.span(4, 9), audience: 'group' }),
      await world.plan({ ...world.span(4, 9), trainerId: (await world.maker()).accountId }),
      await world.plan({ ...world.span(4, 9), projectId: world.lab.labId }),
      await world.plan({ ...world.span(4, 9), inductionKind: 'no-such-kind' }),
      await world.plan({ ...world.span(4, 9), roomIds: [world.lab.labId] }),
      await world.plan({ title: 'Sans date' }),
      await world.plan(world.span(4, 9), await world.maker()),
      await world.plan(
        world.span(4, 9),
        await server.accountWith({ role: 'trainer', labId: await otherLab() }),
      ),
    ];
    expect(found.map(outcome)).toEqual([
      ...['SESSION.PAST', 'SESSION.LENGTH', 'SESSION.LENGTH', 'SESSION.TITLE_MISSING'],
      ...['SESSION.GROUP_MISSING', 'SESSION.NOT_TRAINER', 'SESSION.LINK_UNKNOWN', 'MACHINE.UNKNOWN_KIND'],
      ...['ROOM.UNKNOWN', 'REQUEST.INVALID', 'AUTH.FORBIDDEN', 'AUTH.OTHER_LAB'],
    ]);
  });
  const otherLab = async () => (await world.chain.makeLab()).labId;

  it('gives a trainer to one of two sessions that are planned at once', async () => {
    const both = await Promise.all([world.plan(world.span(5, 9)), world.plan(world.span(5, 10))]);
    expect(both.map(outcome).sort()).toEqual([201, 'SESSION.TRAINER_TAKEN']);
    const refused = both.find(({ status }) => status !== 201);
    expect(refused?.body.params).toMatchObject({ title: 'Cours', days: [dayOf(world.at(5, 9))] });
    expect(outcome(await world.plan(world.span(5, 12)))).toBe(201);
  });

  it('gives a trainer of two labs to one of them', async () => {
    const other = await SessionWorld.open(server);
    const grants = [world.lab, other.lab].map(({ labId }) => ({ role: 'trainer', labId }) as const);
    const both = await server.accountWith(...grants);
    const here = world.plan(world.span(5, 15), both);
    const there = other.plan(other.span(5, 15), both);
    expect((await Promise.all([here, there])).map(outcome).sort()).toEqual([201, 'SESSION.TRAINER_TAKEN']);
  });

  it('gives a room to one session at a time', async () => {
    const rooms = `/labs/${world.lab.labId}/rooms`;
    const { body: room } = await world.post(world.manager, rooms, {
      kind: 'room',
      name: 'Salle 1',
      places: 12,
    });
    expect(outcome(await world.post(world.manager, rooms, { kind: 'room', name: 'salle 1' }))).toBe(
      'ROOM.NAME_USED',
    );
    expect(outcome(await world.post(world.trainer, rooms, { kind: 'room', name: 'X' }))).toBe(
      'AUTH.FORBIDDEN',
    );
    const other = await world.otherTrainer();
    const roomIds = [room.id];
    const both = await Promise.all([
      world.plan({ ...world.span(6, 9), roomIds }),
      world.plan({ ...world.span(6, 9), roomIds }, other),
    ]);
    expect(both.map(outcome).sort()).toEqual([201, 'SESSION.ROOM_TAKEN']);
    expect(outcome(await world.plan({ ...world.span(6, 11), roomIds }, other))).toBe(201);
    await world.post(world.manager, `/rooms/${room.id}/retire`);
    expect(outcome(await world.plan({ ...world.span(6, 18), roomIds }))).toBe('ROOM.RETIRED');
  });

  it('books machines, which are then taken from the queue and from other bookings', async () => {
    const { id: machineId } = await world.chain.addMachine(world.lab.labId);
    const machineIds = [machineId];
    const other = await world.otherTrainer();
    const both = await Promise.all([
      world.plan({ ...world.span(7, 9), machineIds }),
      world.plan({ ...world.span(7, 10), machineIds }, other),
    ]);
    expect(both.map(outcome).sort()).toEqual([201, 'SESSION.MACHINE_TAKEN']);
    const session = both.find(({ status }) => status === 201)?.body.items[0] as Row;
    const bookings = async () =>
      (await world.get(world.manager, `/machines/${machineId}/bookings`)).body.items;
    expect(await bookings()).toMatchObject([{ forSession: true, from: session.from, until: session.until }]);
    const [booking] = await bookings();
    const cancel = await world.manager.client.request<{ code: string }>(
      'DELETE',
      `/api/v1/bookings/${booking?.id}`,
    );
    expect(cancel.body.code).toBe('BOOKING.HELD');
    const moved = await world.change(session, world.span(7, 15));
    expect(moved.status).toBe(200);
    expect(await bookings()).toMatchObject([{ from: iso(world.at(7, 15)) }]);
    await world.post(world.manager, `/machines/${machineId}/maintenance/windows`, {
      ...{ ...world.span(7, 20), reason: 'Courroies' },
    });
    const later = moved.body.items[0] as Row;
    expect(outcome(await world.change(later, world.span(7, 21)))).toBe('SESSION.MACHINE_IN_MAINTENANCE');
    expect(await bookings()).toHaveLength(1);
    await world.post(world.trainer, `/lab-sessions/${session.id}/cancel`, { reason: 'Malade' });
    expect(await bookings()).toEqual([]);
  });

  it('plans a series with exceptions, over the change of the clock, all or nothing', async () => {
    const zoned = await SessionWorld.open(server);
    await zoned.chain.admin.patch(`/api/v1/labs/${zoned.lab.labId}`, { timeZone: 'Europe/Paris' });
    const rule = {
      ...{ weekdays: [7, 1], begins: '23:00', minutes: 120, firstDay: '2027-03-21', lastDay: '2027-04-05' },
      except: ['2027-03-29'],
    };
    const { body } = await zoned.plan({ rule });
    expect(body.items.map(({ from, until, day }) => [day, from, until])).toEqual([
      ['2027-03-21', '2027-03-21T22:00:00.000Z', '2027-03-22T00:00:00.000Z'],
      ['2027-03-22', '2027-03-22T22:00:00.000Z', '2027-03-23T00:00:00.000Z'],
      ['2027-03-28', '2027-03-28T21:00:00.000Z', '2027-03-28T23:00:00.000Z'],
      ['2027-04-04', '2027-04-04T21:00:00.000Z', '2027-04-04T23:00:00.000Z'],
      ['2027-04-05', '2027-04-05T21:00:00.000Z', '2027-04-05T23:00:00.000Z'],
    ]);
    const again = await zoned.plan({ rule: { ...rule, weekdays: [7], except: [] } });
    expect(outcome(again)).toBe('SESSION.TRAINER_TAKEN');
    expect(again.body.params).toMatchObject({ days: ['2027-03-21', '2027-03-28', '2027-04-04'] });
    const long = { ...rule, weekdays: [1, 2, 3, 4, 5, 6, 7], lastDay: '2027-12-31' };
    expect(outcome(await zoned.plan({ rule: long }))).toBe('SESSION.TOO_MANY');
    expect(outcome(await zoned.plan({ rule: { ...rule, weekdays: [3], lastDay: '2027-03-22' } }))).toBe(
      'SESSION.NO_DATE',
    );
    const [, second, third] = body.items as [Row, Row, Row];
    const change = { which: 'following', title: 'Atelier du soir', ...later(third, 30 * 60_000) };
    const { body: changed } = await zoned.change(third, change);
    expect(changed.items.map(({ from, title }) => [from, title])).toEqual([
      ['2027-03-28T21:30:00.000Z', 'Atelier du soir'],
      ['2027-04-04T21:30:00.000Z', 'Atelier du soir'],
      ['2027-04-05T21:30:00.000Z', 'Atelier du soir'],
    ]);
    expect(await zoned.session(second.id)).toMatchObject({ title: 'Cours', version: 1 });
    const { body: off } = await zoned.post(zoned.trainer, `/lab-sessions/${third.id}/cancel`, {
      ...{ reason: 'Vacances', which: 'following' },
    });
    expect(off.items.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    const left = await zoned.get(zoned.trainer, `/lab-sessions?seriesId=${third.seriesId}`);
    expect(left.body.total).toBe(2);
  });
  const later = ({ from, until }: Row, ms: number) => ({
    ...{ from: iso(Date.parse(String(from)) + ms), until: iso(Date.parse(String(until)) + ms) },
  });

  it('refuses a day on which the lab is closed unless the team confirms, and warns outside the hours', async () => {
    const open = await SessionWorld.open(server);
    const { labId } = open.lab;
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }));
    await open.chain.put(`/labs/${labId}/hours`, { week, version: 0 });
    const day = dayOf(open.at(10, 0));
    await open.chain.post(`/labs/${labId}/closures`, { firstDay: day, lastDay: day, reason: 'Férié' });
    const refused = await open.plan(open.span(10, 9));
    expect(outcome(refused)).toBe('SESSION.CLOSED');
    expect(refused.body.params).toMatchObject({ days: [day], reason: 'Férié' });
    expect(outcome(await open.plan(open.span(9, 23)))).toBe('SESSION.CLOSED');
    expect(await open.planned({ ...open.span(10, 9), evenIfClosed: true })).toMatchObject({
      opening: 'closed',
    });
    expect(await open.planned(open.span(11, 17))).toMatchObject({ opening: 'outside-hours' });
    const inside = await open.planned(open.span(12, 9));
    expect(inside).toMatchObject({ opening: 'open' });
    const later = dayOf(open.at(12, 0));
    await open.chain.post(`/labs/${labId}/closures`, { firstDay: later, lastDay: later, reason: 'Travaux' });
    expect(await open.session(inside.id)).toMatchObject({ opening: 'closed' });
    expect(outcome(await open.change(inside, { title: 'Autre' }))).toBe(200);
  });

  it('lets one of two people change a session at once', async () => {
    const session = await world.planned(world.span(20, 9));
    const both = await Promise.all([
      world.change(session, { title: 'A' }),
      world.change(session, { title: 'B' }, world.manager),
    ]);
    expect(both.map(outcome).sort()).toEqual([200, 'SESSION.CHANGED']);
    expect(outcome(await world.change(session, world.span(-2, 9)))).toBe('SESSION.CHANGED');
    const now = await world.session(session.id);
    expect(outcome(await world.change(now, world.span(-2, 9)))).toBe('SESSION.PAST');
  });

  it('notes a session as held when it has begun, with a head count, and takes that back', async () => {
    const soon = Math.ceil(clock.now() / DAY) * DAY + 30 * DAY + 9 * 3_600_000;
    const session = await world.planned({ kind: 'class', from: iso(soon), until: iso(soon + 7_200_000) });
    const held = (headCount: number | null) =>
      world.post(world.trainer, `/lab-sessions/${session.id}/held`, { headCount });
    expect(outcome(await held(24))).toBe('SESSION.NOT_BEGUN');
    clock.jump(soon - clock.now());
    expect((await held(24)).body.items[0]).toMatchObject({ state: 'held', headCount: 24 });
    expect((await held(23)).body.items[0]).toMatchObject({ state: 'held', headCount: 23 });
    const now = await world.session(session.id);
    expect(outcome(await world.change(now, { title: 'X' }))).toBe('SESSION.HELD');
    expect(
      outcome(await world.post(world.trainer, `/lab-sessions/${session.id}/cancel`, { reason: 'X' })),
    ).toBe('SESSION.HELD');
    // The number stays for the next note, also for the one that the server makes of sessions with people present.
    const reopened = await world.post(world.trainer, `/lab-sessions/${session.id}/reopen`);
    expect(reopened.body.items[0]).toMatchObject({ state: 'planned', headCount: 23 });
    const entries = await world.write((manager) => manager.findBy(AuditEntry, { subjectId: session.id }));
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['lab-session.made', 'lab-session.held', 'lab-session.reopened']),
    );
  });

  it('refuses a year that is a typing error, which calendars would take minutes to compute', async () => {
    const span = { from: '9999-12-31T10:00:00Z', until: '9999-12-31T12:00:00Z' };
    expect(await world.plan(span)).toMatchObject({ status: 422, body: { code: 'SESSION.TOO_FAR' } });
    const session = await world.planned(world.span(39, 9));
    expect(outcome(await world.change(session, span))).toBe('SESSION.TOO_FAR');
  });

  it('puts a session into a project only where the person may change the project', async () => {
    const project = { title: 'Un film', summary: 'Une classe filme.', startsOn: '2026-10-01' };
    const here = await world.post(world.trainer, '/projects', { ...project, labId: world.lab.labId });
    const { labId } = await world.chain.makeLab();
    const elsewhere = await world.chain.post<{ id: string }>('/projects', { ...project, labId });
    const refused = await world.plan({ ...world.span(39, 13), projectId: elsewhere.id });
    expect(refused.body).toMatchObject({ code: 'SESSION.LINK_UNKNOWN', params: { what: 'project' } });
    const session = await world.planned({ ...world.span(39, 13), projectId: here.body.id });
    expect(outcome(await world.change(session, { projectId: elsewhere.id }))).toBe('SESSION.LINK_UNKNOWN');
    expect(outcome(await world.change(session, { projectId: here.body.id, title: 'Tournage' }))).toBe(200);
  });

  it('shows members what they can come to, and staff everything', async () => {
    const maker = await world.maker();
    const open = await world.planned(world.span(40, 9));
    const school = await world.planned({ ...world.span(40, 14), audience: 'school' });
    const list = async (who = maker) =>
      (
        await world.get(who, `/lab-sessions?labId=${world.lab.labId}&from=${dayOf(world.at(40, 0))}`)
      ).body.items.map(({ id }) => id);
    expect(await list()).toEqual([open.id]);
    expect(await list(world.manager)).toEqual([open.id, school.id]);
    expect(outcome(await world.get(maker, `/lab-sessions/${school.id}`))).toBe('SESSION.UNKNOWN');
    expect((await world.get(maker, `/lab-sessions/${open.id}`)).body).toMatchObject({ canManage: false });
  });
});
