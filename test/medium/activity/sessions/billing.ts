import type { TestServer } from '@pandafab/testing';
import { describeWithSessions, outcome, SessionWorld } from './session-world';

interface Order {
  readonly id: string;
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
