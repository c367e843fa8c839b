import type { TestAccount, TestServer } from '@pandafab/testing';
import { clock, describeWithSessions, SessionWorld } from './session-world';

interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}
type Send = (language: string) => Promise<{ readonly status: number; readonly body: Refusal }>;

describeWithSessions('what sessions refuse', (shared) => {
  let server: TestServer;
  let world: SessionWorld;
  let maker: TestAccount;

  beforeAll(async () => {
    server = await shared();
    world = await SessionWorld.open(server);
    maker = await world.maker();
  });
  const sends =
    (who: TestAccount, path: string, body: object): Send =>
    (language) =>
      who.client.request<Refusal>('POST', `/api/v1${path}`, {
        body,
        headers: { 'accept-language': language },
      });
  const planning = (fields: object, who = world.trainer) =>
    sends(who, '/lab-sessions', { labId: world.lab.labId, kind: 'course', title: 'Cours', ...fields });

  /** The refusal in English and in French: what happened, and what to do. */
  async function said(send: Send): Promise<{ code: string; en: string; fr: string }> {
    const [en, fr] = [await send('en'), await send('fr')];
    expect(en.status).toBeGreaterThanOrEqual(400);
    return {
      code: en.body.code,
      en: `${en.body.title} ${en.body.detail}`,
      fr: `${fr.body.title} ${fr.body.detail}`.replace(/[\u00a0\u202f]/g, ' '),
    };
  }

  it('says who or what is taken already, and until when', async () => {
    const rooms = `/labs/${world.lab.labId}/rooms`;
    const { body: room } = await world.post(world.manager, rooms, {
      kind: 'room',
      name: 'Salle bleue',
      places: 9,
    });
    const { id: machineId } = await world.chain.addMachine(world.lab.labId, { name: 'Laser 1' });
    const taken = { ...world.span(3, 9), roomIds: [room.id], machineIds: [machineId] };
    const session = await world.planned({ ...taken, title: 'Vinyle' });
    await world.register(maker, session);
    const other = await world.otherTrainer();
    const parallel = await world.post(other, '/lab-sessions', {
      ...{ labId: world.lab.labId, kind: 'course', title: 'Photo', ...world.span(3, 10) },
    });
    const [photo] = parallel.body.items;
    expect(await said(planning(world.span(3, 10)))).toMatchObject({
      code: 'SESSION.TRAINER_TAKEN',
      en: expect.stringMatching(/already leads another session at this time: “Vinyle”.*Choose another time/),
      fr: expect.stringMatching(
        /anime déjà une autre séance à ce moment : « Vinyle ».*Choisissez un autre horaire/,
      ),
    });
    const third = await world.otherTrainer();
    expect(await said(planning({ ...world.span(3, 10), roomIds: [room.id] }, third))).toMatchObject({
      code: 'SESSION.ROOM_TAKEN',
      en: expect.stringMatching(/^Salle bleue is already taken .*“Vinyle”.*another room/),
      fr: expect.stringMatching(/^Salle bleue est déjà pris .*« Vinyle ».*autre salle/),
    });
    expect(await said(planning({ ...world.span(3, 10), machineIds: [machineId] }, third))).toMatchObject({
      code: 'SESSION.MACHINE_TAKEN',
      en: expect.stringMatching(/^The machine Laser 1 is already booked .*another machine/),
      fr: expect.stringMatching(/^La machine Laser 1 est déjà réservée .*autre machine/),
    });
    expect(await said(sends(maker, `/lab-sessions/${photo?.id}/registrations`, {}))).toMatchObject({
      code: 'REGISTRATION.OVERLAP',
      en: expect.stringContaining('“Vinyle”'),
      fr: expect.stringContaining('« Vinyle »'),
    });
  });

  it('says that a time has passed, and that a guardian has not agreed', async () => {
    expect(await said(planning(world.span(-1, 9)))).toMatchObject({
      code: 'SESSION.PAST',
      en: 'This time has already passed. Choose a later beginning.',
      fr: 'Ce moment est déjà passé. Choisissez un début plus tard.',
    });
    const session = await world.planned(world.span(4, 9));
    const memberId = await world.ward(maker.memberId);
    const refused = await said(sends(maker, `/lab-sessions/${session.id}/registrations`, { memberId }));
    expect(refused.code).toBe('REGISTRATION.CONSENT_MISSING');
    expect(refused.en).toMatch(/guardian|parent/i);
    expect(refused.fr).toMatch(/responsable|parent|tuteur/i);
  });

  it('plans over both changes of the clock, and across midnight: the hours stay those of the lab', async () => {
    const paris = await SessionWorld.open(server);
    await paris.chain.admin.patch(`/api/v1/labs/${paris.lab.labId}`, { timeZone: 'Europe/Paris' });
    const nights = async (firstDay: string, lastDay: string, begins: string, minutes: number) => {
      const rule = { weekdays: [6, 7], everyWeeks: 1, begins, minutes, firstDay, lastDay, except: [] };
      const { body } = await paris.plan({ rule, trainerId: (await paris.otherTrainer()).accountId });
      return body.items.map(({ day, from, until }) => [day, from, until]);
    };
    expect(new Date(clock.now()).getUTCFullYear()).toBeLessThan(2028);
    // The clock goes from two to three: half past two is three o’clock; the session lasts as long as always.
    expect(await nights('2028-03-25', '2028-03-26', '02:30', 60)).toEqual([
      ['2028-03-25', '2028-03-25T01:30:00.000Z', '2028-03-25T02:30:00.000Z'],
      ['2028-03-26', '2028-03-26T01:00:00.000Z', '2028-03-26T02:00:00.000Z'],
    ]);
    // The clock goes from three back to two: of two half past two, the first one.
    expect(await nights('2028-10-28', '2028-10-29', '02:30', 60)).toEqual([
      ['2028-10-28', '2028-10-28T00:30:00.000Z', '2028-10-28T01:30:00.000Z'],
      ['2028-10-29', '2028-10-29T00:30:00.000Z', '2028-10-29T01:30:00.000Z'],
    ]);
    expect(await nights('2028-10-28', '2028-10-28', '23:00', 240)).toEqual([
      ['2028-10-28', '2028-10-28T21:00:00.000Z', '2028-10-29T01:00:00.000Z'],
    ]);
  });
});
