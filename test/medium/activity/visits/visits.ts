import { newId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { ForgottenLabs } from '../../../../apps/server/src/activity/visits/forgotten-labs';
import { Visit } from '../../../../apps/server/src/activity/visits/visit.entities';
import { Member, MemberContact } from '../../../../apps/server/src/people/members/member.entity';
import { ReadDatabase } from '../../../../apps/server/src/platform/persistence/read-database';
import { DeskWorld, type OpeningAnswer } from './desk-world';

const DAY_MS = 86_400_000;

describeOnBothDatabases('visits of a lab', (open) => {
  let world: DeskWorld;
  let offset = 0;

  beforeAll(async () => {
    world = await DeskWorld.open(await open());
  });
  beforeEach(() => {
    offset += 1;
    world.billing.date.now = Date.parse('2026-09-01T09:00:00Z') + offset * 2 * DAY_MS;
  });
  afterAll(() => world.server.stop());

  const rows = (id: string) =>
    world.server.app
      .get(ReadDatabase)
      .of(Visit)
      .findOneByOrFail({ id: id as Visit['id'] });
  const iso = (shiftMs = 0) => new Date(world.billing.date.now + shiftMs).toISOString();

  it('are counted by public and purpose, and can be undone on the same day', async () => {
    await world.visit();
    await world.visit({ public: 'school', purpose: 'session', people: 24 });
    const wrong = await world.visit({ public: 'senior', purpose: 'rights' });
    expect(wrong.status).toBe(201);
    expect(await world.day()).toMatchObject({ visits: 3, people: 26 });
    expect((await world.undo(wrong.body.id)).status).toBe(204);
    expect((await world.undo(wrong.body.id)).status).toBe(204);
    const today = await world.day();
    expect(today).toMatchObject({ visits: 2, people: 25 });
    expect(today.byPublic).toEqual(
      expect.arrayContaining([
        { public: 'adult', people: 1 },
        { public: 'school', people: 24 },
      ]),
    );
    expect(today.items.filter(({ undoneAt }) => undoneAt !== null)).toMatchObject([{ id: wrong.body.id }]);
    const yesterday = today.items[1]?.id as string;
    world.billing.date.now += DAY_MS;
    expect((await world.undo(yesterday)).body).toMatchObject({ code: 'VISIT.OTHER_DAY' });
    expect((await world.undo(newId())).body).toMatchObject({ code: 'VISIT.UNKNOWN' });
  });

  it('count once for one key, however often and however many at once it is sent', async () => {
    const key = newId<string>();
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.visit({ key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await world.day()).toMatchObject({ visits: 1, people: 1 });
    // Also after it was undone: a late repetition does not bring it back.
    await world.undo(key);
    expect((await world.visit({ key })).body.undoneAt).not.toBeNull();
    expect((await world.visit({ key }, world.manager)).body.code).toBe('VISIT.KEY_USED');
    expect(await world.day()).toMatchObject({ visits: 0 });
  });

  it('count each for two desks at once', async () => {
    const both = Array.from({ length: 10 }, (_, at) =>
      world.visit({}, at % 2 === 0 ? world.trainer : world.manager),
    );
    await Promise.all(both);
    expect(await world.day()).toMatchObject({ visits: 10 });
  });

  it('keep the time at which a tablet counted them without a network: up to seven days, never the future', async () => {
    const late = await world.visit({ at: iso(-3 * DAY_MS) });
    expect(late.body.at).toBe(iso(-3 * DAY_MS));
    expect(await world.day(late.body.day)).toMatchObject({ visits: 1 });
    expect((await world.visit({ at: iso(-7 * DAY_MS - 1000) })).body.code).toBe('VISIT.TOO_OLD');
    expect((await world.visit({ at: iso(3_600_000) })).body.code).toBe('VISIT.FUTURE');
    expect((await world.visit({ at: iso(20_000) })).body.at).toBe(iso());
  });

  it('belong to the day of the lab’s clock, around midnight and when the clock changes', async () => {
    const dayAt = async (time: string) => {
      world.setTime(time);
      return (await world.visit()).body.day;
    };
    expect(await dayAt('2026-10-24T21:59')).toBe('2026-10-24');
    expect(await dayAt('2026-10-24T22:00')).toBe('2026-10-25');
    expect(await dayAt('2026-10-25T22:59')).toBe('2026-10-25');
    expect(await dayAt('2026-10-25T23:00')).toBe('2026-10-26');
    expect(await dayAt('2027-03-28T21:59')).toBe('2027-03-28');
    expect(await dayAt('2027-03-28T22:00')).toBe('2027-03-29');
  });

  it('name a member by card, with the category of that time, and say that they came before', async () => {
    const ana = await world.member('Ana Martin', 'resident');
    const first = await world.visit({ cardCode: ana.cardCode });
    expect(first.body).toMatchObject({ memberName: 'Ana Martin', alreadyToday: false });
    await world.billing.write(({ manager }) =>
      manager.update(Member, { id: ana.id }, { category: 'non-resident' }),
    );
    world.billing.date.now += 1_800_000;
    const second = await world.visit({ memberId: ana.id });
    expect(second.body).toMatchObject({ memberName: 'Ana Martin', alreadyToday: true });
    expect(await world.day()).toMatchObject({ visits: 2 });
    expect((await rows(first.body.id)).category).toBe('resident');
    expect((await rows(second.body.id)).category).toBe('non-resident');
  });

  it('refuse a card that is revoked or replaced', async () => {
    const leo = await world.member('Léo Petit');
    const cards = `/api/v1/members/${leo.id}/cards`;
    const { client } = world.manager;
    const list = async () =>
      (await client.get<{ items: { id: string; code: string; revokedAt: string | null }[] }>(cards)).body
        .items;
    const [card] = await list();
    const fresh = await client.post<{ id: string; code: string }>(cards, { replaces: card?.id });
    expect(fresh.status).toBe(201);
    expect((await world.visit({ cardCode: leo.cardCode })).body.code).toBe('CARD.UNKNOWN');
    expect((await world.visit({ cardCode: fresh.body.code })).body.memberName).toBe('Léo Petit');
    expect((await client.delete(`${cards}/${fresh.body.id}`)).status).toBe(204);
    expect((await world.visit({ cardCode: fresh.body.code })).body.code).toBe('CARD.UNKNOWN');
    expect((await list()).every(({ revokedAt }) => revokedAt !== null)).toBe(true);
    expect((await client.get(`${cards}/${fresh.body.id}/picture`)).status).toBe(404);
  });

  it('a card of a library is given to one member only, also by two desks at once', async () => {
    const [mia, tom] = [await world.member('Mia'), await world.member('Tom')];
    const code = `BIB-${newId<string>().slice(0, 8)}`;
    const give = (id: string) =>
      world.manager.client.post<{ code?: string }>(`/api/v1/members/${id}/cards`, { code });
    const answers = await Promise.all([give(mia.id), give(tom.id), give(mia.id), give(tom.id)]);
    const names = new Set<unknown>();
    for (const { status, body } of answers) {
      if (status === 201) names.add((body as { memberId?: string }).memberId);
      else expect(body.code).toBe('CARD.CODE_USED');
    }
    expect(names.size).toBe(1);
    const picture = await world.manager.client.get<{ items: { id: string }[] }>(
      `/api/v1/members/${mia.id}/cards`,
    );
    const shown = await world.manager.client.get<{ size: number; path: string }>(
      `/api/v1/members/${mia.id}/cards/${picture.body.items[0]?.id}/picture`,
    );
    expect(shown.body).toMatchObject({ size: 29, path: expect.stringMatching(/^M\d/) });
  });

  it('stay without a name when the data of a member were erased', async () => {
    const eva = await world.member('Eva');
    const visit = await world.visit({ cardCode: eva.cardCode });
    await world.billing.write(({ manager }) => manager.delete(MemberContact, { memberId: eva.id }));
    expect(await world.day()).toMatchObject({ visits: 1, items: [{ id: visit.body.id, memberName: null }] });
  });

  it('are for the staff of the lab only', async () => {
    const elsewhere = await world.server.accountWith('maker');
    expect((await world.visit({}, elsewhere)).body.code).toBe('AUTH.FORBIDDEN');
    expect((await elsewhere.client.get(`/api/v1/labs/${world.labId}/visits`)).status).toBe(403);
    expect((await world.visit({ memberId: newId() })).body.code).toBe('MEMBER.UNKNOWN');
  });
  describe('hours at which a lab is open', () => {
    const range = (from: string, to: string) =>
      world.trainer.client.get<{ items: OpeningAnswer[] }>(
        `/api/v1/labs/${world.labId}/openings?from=${from}&to=${to}`,
      );

    it('begin and end by a tap, once, with two desks at once', async () => {
      const opened = await Promise.all(Array.from({ length: 4 }, () => world.open()));
      const ids = new Set(opened.map(({ body }) => body.id));
      expect(ids.size).toBe(1);
      const [id] = [...ids] as [string];
      expect((await world.day()).opening).toMatchObject({ id, closedAt: null });
      world.billing.date.now += 3 * 3_600_000;
      const closed = await Promise.all([world.close(id), world.close(id)]);
      expect(closed.map(({ body }) => body.closedAt)).toEqual([iso(), iso()]);
      const { day, opening } = await world.day();
      expect(opening).toBeNull();
      const numbers = await world.trainer.client.get<{ items: object[] }>(
        `/api/v1/labs/${world.labId}/visits/days?from=${day}&to=${day}`,
      );
      expect(numbers.body.items).toEqual([{ day, visits: 0, people: 0, openMinutes: 180 }]);
    });

    it('are corrected with a note, by those who saw them as they are', async () => {
      const { body: opening } = await world.open();
      const path = `/api/v1/labs/${world.labId}/openings/${opening.id}`;
      world.billing.date.now += 3_600_000;
      const times = { openedAt: iso(-2 * 3_600_000), closedAt: iso(-60_000), note: 'Ouvert plus tôt' };
      const correct = (change: object) =>
        world.trainer.client.patch<OpeningAnswer>(path, { ...times, version: opening.version, ...change });
      expect((await correct({ closedAt: iso(60_000) })).body.code).toBe('OPENING.FUTURE');
      expect((await correct({ closedAt: iso(-3 * 3_600_000) })).body.code).toBe('OPENING.ORDER');
      expect((await correct({ openedAt: iso(-40 * 3_600_000) })).body.code).toBe('OPENING.TOO_LONG');
      expect((await correct({})).body).toMatchObject({ note: 'Ouvert plus tôt', version: 2 });
      expect((await correct({})).body.code).toBe('OPENING.CHANGED');
      expect((await world.open({ at: iso(-1_800_000) })).body.code).toBe('OPENING.OVERLAPS');
    });

    it('are told by a tablet that had no network for days, in the order in which they were', async () => {
      world.setTime('2026-10-08T08:00');
      const staff = await world.open();
      world.setTime('2026-10-08T09:30');
      await world.close(staff.body.id);
      world.setTime('2026-10-09T12:00');
      const told: OpeningAnswer[] = [];
      for (const [from, until] of [
        ['2026-10-06T08:00:00Z', '2026-10-06T17:00:00Z'],
        ['2026-10-07T08:00:00Z', '2026-10-08T08:20:00Z'],
        ['2026-10-08T12:00:00Z', '2026-10-08T18:00:00Z'],
      ]) {
        const opened = await world.open({ at: from });
        expect(opened.status).toBe(200);
        told.push((await world.close(opened.body.id, { at: until })).body);
      }
      // The second one was closed when staff had opened the lab already: no time counts twice.
      expect(told.map(({ closedAt }) => closedAt)).toEqual([
        ...['2026-10-06T17:00:00.000Z', '2026-10-08T08:00:00.000Z', '2026-10-08T18:00:00.000Z'],
      ]);
      expect((await world.open({ at: '2026-10-08T09:00:00Z' })).body.code).toBe('OPENING.OVERLAPS');
      const { client } = await world.server.accountWith('administrator');
      const { id } = (await client.post<{ id: string }>('/api/v1/labs', { name: 'Autre lab' })).body;
      const again = await client.post<OpeningAnswer>(`/api/v1/labs/${id}/openings`, { key: staff.body.id });
      expect(again.body.code).toBe('VISIT.KEY_USED');
    });

    it('of a lab that was left open end with its opening hours, and say so', async () => {
      const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }));
      const hours = `/api/v1/labs/${world.labId}/hours`;
      const version = (await world.manager.client.get<{ version: number }>(hours)).body.version;
      expect((await world.manager.client.request('PUT', hours, { body: { week, version } })).status).toBe(
        200,
      );
      world.setTime('2026-11-02T08:10');
      const { body: opening } = await world.open();
      const tidy = () => world.server.app.get(ForgottenLabs).closeAll();
      world.setTime('2026-11-02T18:30');
      await tidy();
      expect((await world.day()).opening).toMatchObject({ id: opening.id });
      world.setTime('2026-11-03T05:00');
      await Promise.all([tidy(), tidy()]);
      expect((await range('2026-11-02', '2026-11-02')).body.items).toMatchObject([
        { id: opening.id, closedAt: '2026-11-02T17:00:00.000Z', closedByServer: true, version: 2 },
      ]);
    });
  });
});
