import type { HttpClient, TestServer } from '@pandafab/testing';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Category {
  readonly code: string;
  readonly nameFr: string;
  readonly retiredAt: string | null;
}

describeOnSharedServers('categories of members', (shared) => {
  let server: TestServer;
  let administrator: HttpClient;
  const senior = { code: 'senior', nameFr: 'Aîné', nameEn: 'Senior', tariff: 'student', position: 8 };

  beforeAll(async () => {
    server = await shared();
    administrator = (await server.accountWith('administrator')).client;
  });

  const list = async () =>
    (await administrator.get<{ items: Category[] }>('/api/v1/categories')).body.items.map(({ code }) => code);
  const register = (category: string) =>
    administrator.post('/api/v1/members', { displayName: 'A member', category });
  const act = (code: string, action: string) =>
    administrator.post<Category>(`/api/v1/categories/${code}/${action}`);

  it('are listed in their order, and more are made and renamed', async () => {
    expect((await list()).slice(0, 2)).toEqual(['resident', 'non-resident']);
    expect(await administrator.post('/api/v1/categories', senior)).toMatchObject({
      status: 201,
      body: { ...senior, retiredAt: null },
    });
    expect((await list()).at(-1)).toBe('senior');
    expect((await register('senior')).status).toBe(201);
    const renamed = await administrator.patch('/api/v1/categories/senior', { nameFr: 'Senior', position: 0 });
    expect(renamed.body).toMatchObject({ nameFr: 'Senior', nameEn: 'Senior' });
    expect((await list())[0]).toBe('senior');
    const again = await administrator.post('/api/v1/categories', senior);
    expect(again).toMatchObject({ status: 409, body: { code: 'CATEGORY.TAKEN' } });
    const unknown = await administrator.patch('/api/v1/categories/giant', { nameFr: 'x' });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'CATEGORY.UNKNOWN' } });
    const odd = await administrator.post('/api/v1/categories', { ...senior, code: 'Très vieux' });
    expect(odd.status).toBe(400);
  });

  it('that are retired stay with their members, and no new member gets them until they are restored', async () => {
    const has = await administrator.post<{ id: string }>('/api/v1/members', {
      ...{ displayName: 'Vincent', category: 'artist' },
    });
    expect((await act('artist', 'retire')).body.retiredAt).not.toBeNull();
    expect((await act('artist', 'retire')).status).toBe(200);
    expect((await register('artist')).body.code).toBe('MEMBER.UNKNOWN_CATEGORY');
    const kept = await administrator.patch(`/api/v1/members/${has.body.id}`, {
      ...{ displayName: 'Vincent v. G.', category: 'artist' },
    });
    expect(kept).toMatchObject({ status: 200, body: { category: 'artist' } });
    expect((await act('artist', 'restore')).body.retiredAt).toBeNull();
    expect((await register('artist')).status).toBe(201);
  });

  it('keep the default category', async () => {
    expect(await act('non-resident', 'retire')).toMatchObject({
      status: 409,
      body: { code: 'CATEGORY.DEFAULT' },
    });
  });

  it('are read by everybody and managed by administrators', async () => {
    const maker = await server.accountWith('maker');
    expect((await maker.client.get('/api/v1/categories')).status).toBe(200);
    const manager = await server.accountWith('manager');
    expect((await manager.client.post('/api/v1/categories', { ...senior, code: 'x' })).status).toBe(403);
  });
});
