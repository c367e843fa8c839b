import type { HttpClient, TestServer } from '@pandafab/testing';
import { AuditEntry } from '../../../apps/server/src/platform/audit/audit.entities';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Item {
  readonly id: string;
  readonly name: string;
}

describeOnSharedServers('organisations and their people', (shared) => {
  let server: TestServer;
  let billing: HttpClient;
  const town = { name: 'Ville de Dijon', addressLine: '1 place', postcode: '21000', city: 'Dijon' };
  const siret = '54205118000017';

  beforeAll(async () => {
    server = await shared();
    billing = (await server.accountWith('billing')).client;
  });

  const register = (fields: object) => billing.post<Item>('/api/v1/organisations', { ...town, ...fields });
  const trail = (subjectId: string) =>
    server.app
      .get(ReadDatabase)
      .of(AuditEntry)
      .find({ where: { subjectId }, order: { id: 'ASC' } });

  it('that are public bodies have a SIRET, now and later', async () => {
    const missing = await register({ kind: 'public-body' });
    expect(missing).toMatchObject({ status: 422, body: { code: 'ORGANISATION.SIRET_MISSING' } });
    const codes = { serviceCode: 'ACHATS', engagementNumber: 'E-2026-1' };
    const made = await register({ kind: 'public-body', siret, ...codes });
    expect(made).toMatchObject({ status: 201, body: { kind: 'public-body', siret, ...codes } });
    const path = `/api/v1/organisations/${made.body.id}`;
    expect((await billing.patch(path, { siret: null })).body.code).toBe('ORGANISATION.SIRET_MISSING');
    expect((await billing.patch(path, { siret: null, kind: 'school' })).status).toBe(200);
    expect((await billing.patch(path, { kind: 'public-body' })).status).toBe(422);
  });

  it('that are private persons have no numbers of businesses', async () => {
    for (const numbers of [{ siret }, { siren: siret.slice(0, 9) }, { vatNumber: 'BE0123456789' }])
      expect(await register({ kind: 'person', ...numbers })).toMatchObject({
        ...{ status: 422, body: { code: 'ORGANISATION.PERSON_NUMBERS' } },
      });
    const made = await register({ kind: 'person', name: 'Jeanne Petit' });
    expect(made).toMatchObject({ status: 201, body: { kind: 'person', siren: null } });
    const path = `/api/v1/organisations/${made.body.id}`;
    expect((await billing.patch(path, { siret })).body.code).toBe('ORGANISATION.PERSON_NUMBERS');
    expect((await billing.patch(path, { siret, kind: 'association' })).status).toBe(200);
  });

  it('say what Chorus Pro demands for them, and give new orders their order number', async () => {
    const demands = { requiresServiceCode: true, requiresEngagement: true, engagementNumber: 'E-7' };
    const made = await register({ kind: 'public-body', siret, ...demands });
    expect(made).toMatchObject({ status: 201, body: demands });
    const order = { organisationId: made.body.id, title: 'Plaques' };
    const ordered = await billing.post('/api/v1/prestations', order);
    expect(ordered).toMatchObject({ status: 201, body: { purchaseOrder: 'E-7' } });
    const own = await billing.post('/api/v1/prestations', { ...order, purchaseOrder: 'E-8' });
    expect(own).toMatchObject({ body: { purchaseOrder: 'E-8' } });
  });

  it('have contacts, whom billing staff add, change and remove', async () => {
    const { id } = (await register({ kind: 'school' })).body;
    const path = `/api/v1/organisations/${id}/contacts`;
    const made = await billing.post<Item>(path, { name: 'Zoé', duty: 'comptabilité', email: 'Z@Dijon.fr' });
    const view = { name: 'Zoé', duty: 'comptabilité', email: 'z@dijon.fr', phone: null };
    expect(made).toMatchObject({ status: 201, body: view });
    await billing.post(path, { name: 'Anne' });
    const one = `${path}/${made.body.id}`;
    expect((await billing.patch(one, { phone: '03 80' })).body).toMatchObject({ ...view, phone: '03 80' });
    const { body } = await billing.get<{ items: Item[]; total: number }>(path);
    expect([body.total, body.items.map(({ name }) => name)]).toEqual([2, ['Anne', 'Zoé']]);
    expect((await billing.delete(one)).status).toBe(204);
    expect((await billing.delete(one)).body.code).toBe('ORGANISATION.UNKNOWN_CONTACT');
    const elsewhere = (await register({})).body.id;
    expect(
      (await billing.get<{ total: number }>(`/api/v1/organisations/${elsewhere}/contacts`)).body.total,
    ).toBe(0);
    const { client } = await server.accountWith('manager');
    expect((await client.get(path)).status).toBe(200);
    expect((await client.post(path, { name: 'x' })).body.code).toBe('AUTH.FORBIDDEN');
    const unknown = '/api/v1/organisations/0193b0e0-0000-7000-8000-000000000000/contacts';
    expect((await billing.post(unknown, { name: 'x' })).body.code).toBe('ORGANISATION.UNKNOWN');
  });

  it('leave a trail of what was done, without names and addresses', async () => {
    const { id } = (await register({ siret })).body;
    const path = `/api/v1/organisations/${id}`;
    await billing.patch(path, { city: 'Chenôve', kind: 'association' });
    await billing.patch(path, { city: 'Chenôve' });
    await billing.post(`${path}/contacts`, { name: 'Hidden Name', email: 'hidden@dijon.fr' });
    const entries = await trail(id);
    expect(entries.map(({ action }) => action)).toEqual([
      'organisation.registered',
      'organisation.changed',
      'contact.added',
    ]);
    expect(entries[1]).toMatchObject({
      before: { kind: 'client' },
      after: { kind: 'association', fields: ['kind', 'city'] },
    });
    expect(JSON.stringify(entries)).not.toMatch(/Ville de Dijon|Chenôve|Hidden|hidden@/);
  });
});
