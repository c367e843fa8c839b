import { newId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { DeskWorld, type OpeningAnswer, type VisitAnswer } from './desk-world';

interface KioskAnswer {
  readonly id: string;
  readonly url: string;
  readonly code: { readonly size: number; readonly path: string };
}

describeOnBothDatabases('a tablet at the door', (open) => {
  let world: DeskWorld;
  let kiosk: KioskAnswer;
  let token: string;

  beforeAll(async () => {
    world = await DeskWorld.open(await open());
    world.setTime('2026-11-24T09:00');
    kiosk = await create('Entrée');
    token = tokenOf(kiosk);
  });
  afterAll(() => world.server.stop());

  const kiosks = () => `/api/v1/labs/${world.labId}/kiosks`;
  const create = async (name: string) =>
    (await world.manager.client.post<KioskAnswer>(kiosks(), { name })).body;
  const tokenOf = ({ url }: KioskAnswer) => url.split('#')[1] as string;
  const ask = <Body = { code?: string }>(
    method: string,
    path: string,
    body?: unknown,
    authorization = `Kiosk ${token}`,
  ) =>
    world.server.anonymous().request<Body>(method, `/api/v1${path}`, {
      ...(body === undefined ? {} : { body }),
      headers: { authorization },
    });
  const count = (change: object = {}) =>
    ask<VisitAnswer>('POST', '/kiosk/visits', { key: newId(), public: 'youth', purpose: 'make', ...change });

  it('counts, undoes its own last visit, and no other', async () => {
    const staff = await world.visit();
    const first = await count();
    world.billing.date.now += 1000;
    const second = await count();
    expect([first.status, second.status]).toEqual([201, 201]);
    const undo = (id: string) => ask('DELETE', `/kiosk/visits/${id}`);
    expect((await undo(first.body.id)).body.code).toBe('VISIT.NOT_LAST');
    expect((await undo(staff.body.id)).body.code).toBe('VISIT.UNKNOWN');
    expect((await undo(second.body.id)).status).toBe(204);
    expect((await undo(second.body.id)).status).toBe(204);
    expect((await undo(first.body.id)).status).toBe(204);
    const { visits, items } = await world.day();
    expect(visits).toBe(1);
    expect(items).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: first.body.id, kioskName: 'Entrée' })]),
    );
  });

  it('opens and closes its lab', async () => {
    const opened = await ask<OpeningAnswer>('POST', '/kiosk/openings', { key: newId() });
    expect((await ask<{ opening: { id: string } }>('GET', '/kiosk')).body).toEqual({
      labName: 'Lab',
      opening: { id: opened.body.id, openedAt: opened.body.openedAt },
    });
    world.billing.date.now += 60_000;
    const closed = await ask<OpeningAnswer>('POST', `/kiosk/openings/${opened.body.id}/close`, {});
    expect(closed.body.closedAt).not.toBeNull();
  });

  it('names the member of a card by first name and initial, and nothing more', async () => {
    const { cardCode } = await world.member('Inès de Chenôve');
    const answer = await ask<{ name: string }>('POST', '/kiosk/card', { code: cardCode });
    expect(answer.body).toEqual({ name: 'Inès D.' });
    expect((await ask('POST', '/kiosk/card', { code: 'NOT-A-CARD' })).body.code).toBe('CARD.UNKNOWN');
    const visit = await count({ cardCode });
    expect(visit.text).not.toMatch(/Inès|Chenôve|member/);
    expect((await world.day()).items[0]).toMatchObject({ memberName: 'Inès de Chenôve' });
  });

  it('has a token that opens no other route', async () => {
    const { memberId } = world.trainer;
    const mine = /^\/api\/v1\/kiosk(\/|$)/;
    const fill = (path: string) => path.replace(/:labId|:id/, world.labId).replace(/:\w+/g, memberId);
    const closed = world.server.routes.filter(
      ({ method, path }) =>
        path.startsWith('/api/v1/') && !mine.test(path) && method !== 'HEAD' && method !== 'OPTIONS',
    );
    expect(closed.length).toBeGreaterThan(300);
    const open: string[] = [];
    for (const [at, { method, path }] of closed.entries()) {
      // All requests come from one address: each minute has its own limit.
      if (at % 200 === 0) world.billing.date.now += 61_000;
      const { status } = await ask(method, fill(path).slice(7));
      expect(status).not.toBe(429);
      if (status >= 400) continue;
      // Public routes answer as they do to a visitor.
      const { status: without } = await world.server.anonymous().request(method, fill(path));
      if (without >= 400) open.push(`${method} ${path}`);
    }
    expect(open).toEqual([]);
    world.billing.date.now += 61_000;
    for (const authorization of [`Bearer ${token}`, `Kiosk ${token}x`, 'Kiosk', '', `kiosk ${token}`])
      expect((await ask('GET', '/kiosk', undefined, authorization)).body.code).toBe('KIOSK.INVALID');
    const staffToken = world.manager.client.token ?? '';
    expect((await ask('GET', '/kiosk', undefined, `Bearer ${staffToken}`)).body.code).toBe('KIOSK.INVALID');
    expect((await ask('GET', '/kiosk', undefined, `Kiosk ${staffToken}`)).body.code).toBe('KIOSK.INVALID');
  }, 60_000);

  it('is shown once, listed without its secret, and counts nothing once it is revoked', async () => {
    const other = await create('Atelier');
    expect(other.code.path).toMatch(/^M\d/);
    const list = await world.manager.client.get<{ items: object[] }>(kiosks());
    expect(list.text).not.toContain(tokenOf(other));
    expect(list.text).not.toContain('tokenHash');
    expect((await world.manager.client.delete(`${kiosks()}/${other.id}`)).status).toBe(204);
    expect((await ask('GET', '/kiosk', undefined, `Kiosk ${tokenOf(other)}`)).body.code).toBe(
      'KIOSK.INVALID',
    );
    expect((await world.trainer.client.post<{ code?: string }>(kiosks(), { name: 'x' })).body.code).toBe(
      'AUTH.FORBIDDEN',
    );
    const mistaken = await world.manager.client.delete(`/api/v1/labs/${world.labId}/kiosks/${newId()}`);
    expect(mistaken.status).toBe(204);
  });

  it('lets tokens be tried so often only, and still counts itself meanwhile', async () => {
    const codes = new Set<string | undefined>();
    for (let at = 0; at < 62; at += 1)
      codes.add((await ask('GET', '/kiosk', undefined, `Kiosk ${'x'.repeat(43)}`)).body.code);
    expect([...codes]).toEqual(['KIOSK.INVALID', 'AUTH.TOO_MANY_ATTEMPTS']);
    expect((await count()).status).toBe(201);
  });

  it('does not let codes of cards be tried', async () => {
    const again = await create('Essai');
    const asked = { code: 'WRONG-CODE' };
    const codes = new Set<string | undefined>();
    for (let at = 0; at < 62; at += 1)
      codes.add((await ask('POST', '/kiosk/card', asked, `Kiosk ${tokenOf(again)}`)).body.code);
    expect([...codes]).toEqual(['CARD.UNKNOWN', 'AUTH.TOO_MANY_ATTEMPTS']);
    // A visit that names a card would tell the same.
    const visit = { key: newId(), public: 'youth', purpose: 'make' };
    const named = { ...visit, cardCode: 'WRONG-CODE' };
    const count = (body: object) => ask('POST', '/kiosk/visits', body, `Kiosk ${tokenOf(again)}`);
    expect((await count(named)).body.code).toBe('AUTH.TOO_MANY_ATTEMPTS');
    expect((await count(visit)).status).toBe(201);
  });
});
