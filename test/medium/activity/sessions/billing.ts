import type { TestServer } from '@pandafab/testing';
import { describeWithSessions, outcome, SessionWorld } from './session-world';

interface Order {
  readonly id: string;
  readonly reference: string;
  readonly linesVersion: number;
  readonly lines: readonly { id: string; label: string; quantity: string; netCents: number }[];
}

describeWithSessions('sessions that a client order pays for', (shared) => {
  let server: TestServer;
  let world: SessionWorld;

  beforeAll(async () => {
    server = await shared();
    world = await SessionWorld.open(server);
  });

  async function order(): Promise<string> {
    const client = await world.chain.post<{ id: string }>('/organisations', {
      ...{ name: 'Atelier Exemple', addressLine: '1 rue X', postcode: '21000', city: 'Dijon' },
      siren: '732829320',
    });
    const made = await world.chain.post<{ id: string }>('/prestations', {
      ...{ organisationId: client.id, title: 'Journée de formation' },
    });
    return made.id;
  }
  const read = async (id: string) => (await world.chain.admin.get<Order>(`/api/v1/prestations/${id}`)).body;
  const bill = (session: { id: string }, body: object = {}) =>
    world.post(world.chain.admin, `/lab-sessions/${session.id}/prestation-line`, {
      ...{ unitPrice: '80.50', quantity: '6', activity: 'printing', ...body },
    });

  it('are lines of it, once, on their own day; again when the line was deleted', async () => {
    const prestationId = await order();
    const session = await world.planned({ ...world.span(20, 9), prestationId, title: 'Découper' });
    const both = await Promise.all([bill(session), bill(session)]);
    expect(both.map(outcome).sort()).toEqual([201, 'SESSION.ON_ORDER']);
    const { lines, linesVersion: version } = await read(prestationId);
    const day = String(session.day).split('-').reverse().join('/');
    expect(lines).toMatchObject([{ label: `Découper, ${day}`, quantity: '6', netCents: 48_300 }]);
    expect((await world.session(session.id, world.manager)).prestationLineId).toBe(lines[0]?.id);
    const saved = await world.chain.admin.request('PUT', `/api/v1/prestations/${prestationId}/lines`, {
      body: { version, lines: [] },
    });
    expect(saved.status).toBe(200);
    expect(outcome(await bill(session))).toBe(201);
    expect((await read(prestationId)).lines).toHaveLength(1);
  });

  it('stay with the client order that has a line for them, until the line is deleted or the order cancelled', async () => {
    const [first, second, third] = [await order(), await order(), await order()];
    const session = await world.planned({ ...world.span(23, 9), prestationId: first, title: 'Souder' });
    await bill(session);
    const move = async (prestationId: string | null) =>
      world.change(await world.session(session.id), { prestationId }, world.manager);
    for (const to of [second, null]) {
      const refused = await move(to);
      expect(outcome(refused)).toBe('SESSION.ON_ORDER');
      const { reference, lines } = await read(first);
      expect(refused.body).toMatchObject({ params: { reference, label: lines[0]?.label } });
      expect(refused.body.title).toContain(reference);
    }
    // Other changes are possible.
    const titled = await world.change(await world.session(session.id), { title: 'Souder, suite' });
    expect(outcome(titled)).toBe(200);

    const { linesVersion: version } = await read(first);
    await world.chain.admin.request('PUT', `/api/v1/prestations/${first}/lines`, {
      body: { version, lines: [] },
    });
    expect((await world.session(session.id, world.manager)).prestationLineId).toBeNull();
    expect(outcome(await move(second))).toBe(200);
    expect(outcome(await bill(session))).toBe(201);
    expect((await read(second)).lines).toMatchObject([{ label: expect.stringContaining('Souder, suite') }]);

    await world.chain.post(`/prestations/${second}/state`, { event: 'cancel' }, 200);
    expect(outcome(await move(third))).toBe(200);
    expect((await world.session(session.id, world.manager)).prestationLineId).toBeNull();
    expect(outcome(await bill(session))).toBe(201);
    expect((await read(third)).lines).toHaveLength(1);
  });

  it('go to another client order or get a line, not both, when two people act at once', async () => {
    const [first, second] = [await order(), await order()];
    const session = await world.planned({ ...world.span(24, 9), prestationId: first });
    const both = await Promise.all([
      bill(session),
      world.change(session, { prestationId: second }, world.manager),
    ]);
    const now = await world.session(session.id, world.manager);
    const lines = [first, second].map(async (id) => (await read(id)).lines.length);
    const moved = both[1]?.status === 200;
    expect(both.map(outcome)).toEqual([201, moved ? 200 : 'SESSION.ON_ORDER']);
    expect(now.prestationId).toBe(moved ? second : first);
    expect(await Promise.all(lines)).toEqual(moved ? [0, 1] : [1, 0]);
  });

  it('are refused without an order, when cancelled, and to those who do not bill', async () => {
    const alone = await world.planned(world.span(21, 9));
    expect(outcome(await bill(alone))).toBe('SESSION.NO_ORDER');
    const prestationId = await order();
    const cancelled = await world.planned({ ...world.span(22, 9), prestationId });
    await world.post(world.trainer, `/lab-sessions/${cancelled.id}/cancel`, { reason: 'Malade' });
    expect(outcome(await bill(cancelled))).toBe('SESSION.CANCELLED');
    const path = `/lab-sessions/${alone.id}/prestation-line`;
    const trainer = await world.post(world.trainer, path, { unitPrice: '1', activity: 'printing' });
    expect(outcome(trainer)).toBe('AUTH.FORBIDDEN');
    expect((await read(prestationId)).lines).toEqual([]);
  });
});
