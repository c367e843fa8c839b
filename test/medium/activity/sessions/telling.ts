import type { TestAccount, TestServer } from '@pandafab/testing';
import { SessionReminders } from '../../../../apps/server/src/activity/registrations/session-reminders.service';
import { noticesOf, noticesWhen } from '../../notices/notices-world';
import { clock, describeWithSessions, HOUR, outcome, type Row, SessionWorld } from './session-world';

describeWithSessions('telling people of sessions', (shared) => {
  let server: TestServer;
  let world: SessionWorld;
  let [ana, ben]: TestAccount[] = [];

  beforeAll(async () => {
    server = await shared();
    world = await SessionWorld.open(server);
  });
  beforeEach(async () => {
    [ana, ben] = [await world.maker(), await world.maker()];
  });
  const client = (who: TestAccount | undefined) => (who as TestAccount).client;
  const kinds = async (who: TestAccount | undefined) =>
    (await noticesOf(client(who))).items.map(({ kind, count }) => `${kind} ${count}`);

  it('says that a place is theirs, that the time is another one, and that it is cancelled', async () => {
    const session = await world.planned({ ...world.span(3, 9), title: 'Laser', capacity: 1 });
    const { body } = await world.register(ana as TestAccount, session);
    await world.register(ben as TestAccount, session);
    expect(await kinds(ana)).toEqual(['session.registered 1']);
    expect(await kinds(ben)).toEqual([]);
    await world.post(ana as TestAccount, `/registrations/${body.id}/cancel`);
    const [moved] = await noticesWhen(client(ben), 'session.movedUp');
    expect(moved).toMatchObject({ path: '/sessions' });
    expect(moved?.title).toContain('You have a place now: “Laser”');
    await world.change(await world.session(session.id), world.span(3, 14));
    await world.post(world.trainer, `/lab-sessions/${session.id}/cancel`, { reason: 'Panne' });
    const [cancelled] = await noticesWhen(client(ben), 'session.cancelled');
    expect(cancelled?.more).toBe('Reason: Panne');
    expect(await kinds(ben)).toEqual(expect.arrayContaining(['session.changed 1', 'session.cancelled 1']));
    expect(await kinds(ana)).toEqual(['session.registered 1']);
  });

  it('tells the guardian of a minor', async () => {
    const session = await world.planned(world.span(4, 9));
    const memberId = await world.ward((ana as TestAccount).memberId);
    await world.register(world.trainer, session, { memberId, consent: true });
    expect(await kinds(ana)).toEqual(['session.registered 1']);
  });

  it('reminds people the day before, once, also when two processes look at once', async () => {
    const session = await world.planned(world.span(5, 9));
    await world.register(ana as TestAccount, session);
    const reminders = server.app.get(SessionReminders);
    const reminded = async () => (await kinds(ana)).filter((each) => each.startsWith('session.reminder'));
    await reminders.look();
    expect(await reminded()).toEqual([]);
    clock.jump(world.at(5, 9) - 23 * HOUR - clock.now());
    await Promise.all([reminders.look(), reminders.look()]);
    await reminders.look();
    expect(await reminded()).toEqual(['session.reminder 1']);
    // Moved to a later day, people are reminded of that one too.
    await world.change(await world.session(session.id), world.span(4, 9));
    await reminders.look();
    expect(await reminded()).toEqual(['session.reminder 1']);
    clock.jump(world.at(4, 9) - 20 * HOUR - clock.now());
    await reminders.look();
    expect(await reminded()).toEqual(['session.reminder 1', 'session.reminder 1']);
  });

  it('has calendars that programs read: of the lab, without names, and secret ones', async () => {
    const session = await world.planned({ ...world.span(6, 9), title: 'Vidéo, montage' });
    const hidden = await world.planned({ ...world.span(6, 14), title: 'École', audience: 'school' });
    await world.register(ana as TestAccount, session);
    const anonymous = server.anonymous();
    const lab = await anonymous.get(`/api/v1/labs/${world.lab.labId}/calendar.ics`);
    expect(lab.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(lab.text).toContain('SUMMARY:Vidéo\\, montage');
    expect(lab.text).toContain(`UID:session-${session.id}`);
    expect(lab.text).not.toContain(hidden.id);
    const feed = async (who: TestAccount, kind: string) => {
      const { body } = await who.client.post<{ id: string; url: string; code?: string }>(
        '/api/v1/me/session-feeds',
        { kind },
      );
      return body;
    };
    const pathOf = ({ url }: { url: string }) => `/api/v1/session-calendars/${url.split('/').at(-1)}`;
    const own = await feed(ana as TestAccount, 'own');
    expect((await anonymous.get(pathOf(own))).text).toContain(session.id);
    expect((await feed(ana as TestAccount, 'trainer')).code).toBe('AUTH.FORBIDDEN');
    const led = await anonymous.get(pathOf(await feed(world.trainer, 'trainer')));
    expect(led.text).toContain(hidden.id);
    await world.post(world.trainer, `/lab-sessions/${session.id}/cancel`, { reason: 'X' });
    expect((await anonymous.get(pathOf(own))).text).toContain('STATUS:CANCELLED');
    await client(ana).request('DELETE', `/api/v1/me/session-feeds/${own.id}`);
    expect((await anonymous.get(pathOf(own))).status).toBe(404);
  });

  it('lists the public sessions without an account, without any name', async () => {
    const session = await world.planned({ ...world.span(7, 9), title: 'Découverte', capacity: 2 });
    await world.register(ana as TestAccount, session);
    const { body, text } = await server
      .anonymous()
      .get<{ items: Row[] }>(`/api/v1/public/lab-sessions?labId=${world.lab.labId}`);
    expect(body.items.find(({ id }) => id === session.id)).toMatchObject({
      title: 'Découverte',
      placesLeft: 1,
    });
    expect(text).not.toContain(world.trainerId());
    expect(outcome(await world.get(server.anonymous(), '/lab-sessions'))).toBe('AUTH.REQUIRED');
  });
});
