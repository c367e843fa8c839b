import type { HttpClient, TestServer } from '@pandafab/testing';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Item {
  readonly id: string;
  readonly displayName: string;
}
interface List {
  readonly total: number;
  readonly items: readonly Item[];
}

describeOnSharedServers('members and organisations', (shared) => {
  let server: TestServer;
  let administrator: HttpClient;

  beforeAll(async () => {
    server = await shared();
    administrator = (await server.accountWith('administrator')).client;
  });

  describe('members', () => {
    const register = (fields: object) => administrator.post<Item>('/api/v1/members', fields);

    it('are registered, read and changed', async () => {
      const made = await register({
        displayName: ' Amélie Petit ',
        email: 'Amelie@Example.org',
      });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({
        displayName: 'Amélie Petit',
        email: 'amelie@example.org',
        category: 'non-resident',
        residency: null,
        homeLabId: null,
        account: null,
      });
      const path = `/api/v1/members/${made.body.id}`;
      const changed = await administrator.patch(path, { category: 'student' });
      expect(changed.body).toMatchObject({ displayName: 'Amélie Petit', category: 'student' });
      expect((await administrator.get(path)).body).toEqual(changed.body);
    });

    it('are found by any part of name or address, a page at a time', async () => {
      for (const name of ['Zoé Martin', 'Marc Zola', '100%_sûr']) await register({ displayName: name });
      const find = async (query: string) => (await administrator.get<List>(`/api/v1/members?${query}`)).body;
      expect((await find('search=zo')).items.map(({ displayName }) => displayName)).toEqual([
        'Marc Zola',
        'Zoé Martin',
      ]);
      expect(await find('search=zo&limit=1&offset=1')).toMatchObject({
        total: 2,
        items: [{ displayName: 'Zoé Martin' }],
      });
      expect((await find('search=%25_')).items.map(({ displayName }) => displayName)).toEqual(['100%_sûr']);
      expect((await find('search=%40test.invalid')).total).toBeGreaterThan(0);
      expect((await administrator.get('/api/v1/members?limit=201')).status).toBe(400);
    });

    it('get one account each, with a separate address', async () => {
      const [first, second] = [
        await register({ displayName: 'One' }),
        await register({ displayName: 'Two' }),
      ];
      const account = {
        email: 'One@Example.org',
        password: 'correct horse battery',
        roles: [{ role: 'maker' }, { role: 'maker' }],
      };
      const openFor = (id: string) => administrator.post(`/api/v1/members/${id}/account`, account);
      const opened = await openFor(first.body.id);
      expect(opened.body).toMatchObject({
        account: { email: 'one@example.org', roles: [{ role: 'maker', labId: null }], disabled: false },
      });
      expect(opened.text).not.toContain('argon2');
      const again = await openFor(first.body.id);
      expect([again.status, again.body.code]).toEqual([409, 'MEMBER.HAS_ACCOUNT']);
      const taken = await openFor(second.body.id);
      expect([taken.status, taken.body.code]).toEqual([409, 'AUTH.EMAIL_TAKEN']);
    });

    it('are one account’s only, when two request the same address at the same time', async () => {
      const members = [await register({ displayName: 'Left' }), await register({ displayName: 'Right' })];
      const account = {
        email: 'race@example.org',
        password: 'correct horse battery',
        roles: [{ role: 'maker' }],
      };
      const answers = await Promise.all(
        members.map(({ body }) => administrator.post(`/api/v1/members/${body.id}/account`, account)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it('that do not exist are reported as unknown, and so is a lab', async () => {
      const unknown = '/api/v1/members/0193b0e0-0000-7000-8000-000000000000';
      expect((await administrator.get(unknown)).body.code).toBe('MEMBER.UNKNOWN');
      expect((await administrator.patch(unknown, { displayName: 'x' })).status).toBe(404);
      expect((await administrator.get('/api/v1/members/12')).status).toBe(400);
      const lost = await administrator.post('/api/v1/members', {
        displayName: 'Lost',
        homeLabId: '0193b0e0-0000-7000-8000-000000000000',
      });
      expect([lost.status, lost.body.code]).toEqual([422, 'MEMBER.UNKNOWN_LAB']);
    });
  });

  describe('organisations', () => {
    const client = { name: 'Atelier Vauban', addressLine: '1 rue Vauban', postcode: '21000', city: 'Dijon' };

    it('are registered with their numbers, which may be typed in groups', async () => {
      const numbers = { siret: '732 829 320 00074', vatNumber: 'FR 44 732 829 320' };
      const made = await administrator.post<Item>('/api/v1/organisations', { ...client, ...numbers });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({
        countryCode: 'FR',
        siren: '732829320',
        siret: '73282932000074',
        vatNumber: 'FR44732829320',
        email: null,
      });
      const path = `/api/v1/organisations/${made.body.id}`;
      const moved = await administrator.patch(path, { city: 'Chenôve' });
      expect(moved.body).toMatchObject({ ...client, city: 'Chenôve' });
      expect((await administrator.get(path)).body).toEqual(moved.body);
      const found = await administrator.get<List>('/api/v1/organisations?search=732829320');
      expect(found.body.total).toBe(1);
    });

    it.each([
      ['siren', '732829321'],
      ['siret', '73282932000075'],
      ['vatNumber', 'FR00732829320'],
      ['countryCode', 'France'],
      ['email', 'vauban'],
    ])('with a wrong %s are refused, and the field is named', async (field, value) => {
      const answer = await administrator.post('/api/v1/organisations', { ...client, [field]: value });
      expect(answer.status).toBe(400);
      expect(answer.body.errors?.map(({ path }) => path)).toEqual([field]);
    });

    it('have one SIREN', async () => {
      const numbers = { siren: '552100554', siret: '73282932000074' };
      const answer = await administrator.post('/api/v1/organisations', { ...client, ...numbers });
      expect([answer.status, answer.body.code]).toEqual([422, 'ORGANISATION.NUMBERS_DISAGREE']);
    });

    it('are changed by billing staff, not by lab managers', async () => {
      const billing = await server.accountWith('billing');
      const manager = await server.accountWith('manager');
      expect((await billing.client.post('/api/v1/organisations', client)).status).toBe(201);
      expect((await manager.client.post('/api/v1/organisations', client)).status).toBe(403);
      expect((await manager.client.get('/api/v1/organisations')).status).toBe(200);
    });
  });
});
