import type { TestAccount, TestServer } from '@pandafab/testing';
import { SessionReminders } from '../../../../apps/server/src/activity/registrations/session-reminders.service';
import { noticesOf, noticesWhen } from '../../notices/notices-world';
import { clock, describeWithSessions, HOUR, iso, outcome, type Row, SessionWorld } from './session-world';

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

  it('reminds each person at a time of their own, also those who came after the others were reminded', async () => {
    const session = await world.planned({ ...world.span(5, 9), capacity: 2 });
    const begins = Date.parse(String(session.from));
    const reminders = server.app.get(SessionReminders);
    const lookBefore = async (hours: number) => {
      clock.jump(begins - hours * HOUR - clock.now());
      await reminders.look();
    };
    const reminded = async (...people: (TestAccount | undefined)[]) => {
      const all = await Promise.all(people.map(kinds));
      return all.map((own) => own.filter((each) => each.startsWith('session.reminder')).length);
    };
    const [cleo, dan, eve] = [await world.maker(), await world.maker(), await world.maker()];
    const { body: given } = await world.register(ana as TestAccount, session);
    await lookBefore(23);
    expect(await reminded(ana)).toEqual([1]);
    // Ben registers half a day before, Cleo waits.
    clock.jump(11 * HOUR);
    await world.register(ben as TestAccount, session);
    await world.register(cleo, session);
    await lookBefore(6);
    expect(await reminded(ana, ben, cleo)).toEqual([1, 0, 0]);
    // Ana gives up her place five hours before, and Cleo gets it.
    clock.jump(HOUR);
    await world.post(ana as TestAccount, `/registrations/${given.id}/cancel`);
    await lookBefore(2);
    await Promise.all([reminders.look(), reminders.look()]);
    expect(await reminded(ana, ben, cleo)).toEqual([1, 1, 1]);
    // Dan comes an hour before: the answer to that says all, as for Eve, who gives up again.
    await world.change(await world.session(session.id), { capacity: 4 });
    clock.jump(HOUR);
    await world.register(dan, session);
    await world.register(eve, session);
    await lookBefore(0.1);
    expect(await reminded(ana, ben, cleo, dan, eve)).toEqual([1, 1, 1, 0, 0]);
  });

  it('reminds no person of a session that is cancelled, or of a place that was given up', async () => {
    const [kept, off] = [await world.planned(world.span(5, 9)), await world.planned(world.span(5, 14))];
    const { body: place } = await world.register(ana as TestAccount, kept);
    await world.register(ben as TestAccount, off);
    await world.post(ana as TestAccount, `/registrations/${place.id}/cancel`);
    await world.post(world.trainer, `/lab-sessions/${off.id}/cancel`, { reason: 'Neige' });
    clock.jump(world.at(5, 9) - 10 * HOUR - clock.now());
    await server.app.get(SessionReminders).look();
    const told = [...(await kinds(ana)), ...(await kinds(ben))];
    expect(told.filter((each) => each.startsWith('session.reminder'))).toEqual([]);
  });

  it('names a session in the reader’s language: notices, refusals and the page of a project', async () => {
    const [topic] = (await world.get(world.trainer, '/topics')).body.items as [Row];
    const { nameFr, nameEn } = topic as unknown as { nameFr: string; nameEn: string };
    const { body: project } = await world.post(world.trainer, '/projects', {
      ...{ title: 'Quartier', summary: 'Un film.', labId: world.lab.labId, startsOn: '2026-10-01' },
    });
    const session = await world.planned({
      ...{ ...world.span(9, 9), title: undefined, topicId: topic.id, projectId: project.id },
    });
    const at = world.at(9, 11);
    await world.post(world.trainer, `/labs/${world.lab.labId}/appointments`, {
      ...{ trainerId: world.trainerId(), from: iso(at), minutes: 30, memberId: ana?.memberId },
    });
    await world.register(ben as TestAccount, session);
    const inLanguage = async (who: TestAccount | undefined, language: string) => {
      const headers = { 'accept-language': language };
      const { body } = await client(who).request<{ items: { title: string }[] }>('GET', '/api/v1/notices', {
        headers,
      });
      const clash = await client(world.trainer).request<{ title: string }>('POST', '/api/v1/lab-sessions', {
        body: { labId: world.lab.labId, kind: 'course', title: 'Cours', ...world.span(9, 10, 1.25) },
        headers,
      });
      return [body.items[0]?.title, clash.body.title];
    };
    expect(await inLanguage(ana, 'en')).toEqual([
      expect.stringContaining('“Appointment”'),
      expect.stringContaining(`“${nameEn}”`),
    ]);
    expect(await inLanguage(ana, 'fr')).toEqual([
      expect.stringContaining('Rendez-vous'),
      expect.stringContaining(nameFr),
    ]);
    expect((await inLanguage(ben, 'en'))[0]).toContain(`“${nameEn}”`);
    expect((await inLanguage(ben, 'fr'))[0]).toContain(nameFr);
    const shown = await world.trainer.client.get<{ sessions: Row[] }>(`/api/v1/projects/${project.id}`);
    expect(shown.body.sessions).toMatchObject([{ title: nameFr, titleEn: nameEn }]);
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
