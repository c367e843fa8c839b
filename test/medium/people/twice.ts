import type { LabId } from '@pandafab/shared';
import type { HttpClient, TestServer } from '@pandafab/testing';
import { describeOnSharedServers } from '../fixtures/shared-servers';

describeOnSharedServers('members with one address', (shared) => {
  let server: TestServer;
  let administrator: HttpClient;

  beforeAll(async () => {
    server = await shared();
    administrator = (await server.accountWith('administrator')).client;
  });

  const makeLab = async (name: string) =>
    (await administrator.post<{ id: LabId }>('/api/v1/labs', { name })).body.id;
  const register = (fields: object, query = '', client = administrator) =>
    client.post<{ id: string; code: string; params: object }>(`/api/v1/members${query}`, fields);

  it('count as one person, unless staff confirm that they are a family', async () => {
    const first = { displayName: 'Marie Petit', email: 'petit@example.org' };
    expect((await register(first)).status).toBe(201);
    const second = { displayName: 'Marie P.', email: 'PETIT@example.org' };
    const refused = await register(second);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'MEMBER.DUPLICATE', params: { name: 'Marie Petit' } },
    });
    const family = await register({ ...second, displayName: 'Paul Petit' }, '?evenIf=same-email');
    expect(family.status).toBe(201);
    const path = `/api/v1/members/${family.body.id}`;
    expect((await administrator.patch(path, { phone: '1', email: 'petit@example.org' })).status).toBe(200);
    const other = (await register({ displayName: 'Luc', email: 'luc@example.org' })).body.id;
    const changed = await administrator.patch(`/api/v1/members/${other}`, { email: first.email });
    expect(changed.body.code).toBe('MEMBER.DUPLICATE');
    const anyway = `/api/v1/members/${other}?evenIf=same-email`;
    expect((await administrator.patch(anyway, { email: first.email })).status).toBe(200);
    expect((await register({ displayName: 'Other', email: null })).status).toBe(201);
  });

  it('are not named to staff whose lab does not know them', async () => {
    const [here, there] = [await makeLab('Here'), await makeLab('There')];
    const manager = await server.accountWith({ role: 'manager', labId: here });
    await register({ displayName: 'Secret Person', email: 'secret@example.org', homeLabId: there });
    const refused = await register({ displayName: 'S', email: 'secret@example.org' }, '', manager.client);
    expect(refused).toMatchObject({ status: 409, body: { code: 'MEMBER.DUPLICATE_ELSEWHERE' } });
    expect(refused.text).not.toContain('Secret Person');
    await register({ displayName: 'Known Person', email: 'known@example.org', homeLabId: here });
    const known = await register({ displayName: 'K', email: 'known@example.org' }, '', manager.client);
    expect(known.body).toMatchObject({ code: 'MEMBER.DUPLICATE', params: { name: 'Known Person' } });
  });

  it('are registered once, when two requests come at the same time', async () => {
    const fields = { displayName: 'Racer', email: 'racer@example.org' };
    const answers = await Promise.all([register(fields), register(fields), register(fields)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});
