import { type HttpClient, pollUntil, type TestAccount, type TestServer } from '@pandafab/testing';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Account {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly disabled: boolean;
  readonly lastSignInAt: string | null;
  readonly roles: readonly { readonly role: string }[];
}
interface Token {
  readonly id: string;
  readonly name: string;
  readonly lastUsedAt: string | null;
  readonly owner: { readonly displayName: string };
}
interface Part<Item> {
  readonly items: Item[];
  readonly total: number;
  readonly next?: string | null;
}

const PASSWORD = 'a heron counts seven lamps';

describeOnSharedServers('the lists of accounts and tokens', (shared) => {
  let server: TestServer;
  let administrator: HttpClient;

  beforeAll(async () => {
    server = await shared();
    administrator = (await server.accountWith('administrator')).client;
    for (const [name, role] of [
      ['Émile Liste', 'manager'],
      ['Fanny Liste', 'maker'],
      ['Gaël Liste', 'maker'],
    ] as const)
      await openAccount(name, role);
  });

  async function openAccount(displayName: string, role: string): Promise<void> {
    const { body } = await administrator.post<{ id: string }>('/api/v1/members', { displayName });
    const email = `${displayName.slice(0, 1).toLowerCase()}.liste@example.org`;
    const account = { email: email.replace('é', 'e'), password: PASSWORD, roles: [{ role }] };
    const made = await administrator.post(`/api/v1/members/${body.id}/account`, account);
    if (made.status !== 201) throw new Error(made.text);
  }

  const list = async (query: string) =>
    (await administrator.get<Part<Account>>(`/api/v1/accounts?${query}`)).body;
  const names = async (query: string) => (await list(query)).items.map(({ displayName }) => displayName);

  it('finds accounts without regard to accents, sorted as asked', async () => {
    expect(await names('search=liste')).toEqual(['Émile Liste', 'Fanny Liste', 'Gaël Liste']);
    expect(await names('search=liste&sort=-name')).toEqual(['Gaël Liste', 'Fanny Liste', 'Émile Liste']);
    expect(await names('search=EMILE')).toEqual(['Émile Liste']);
    expect(await names('search=f.liste%40example')).toEqual(['Fanny Liste']);
    expect(await names('search=%25')).toEqual([]);
  });

  it('pages, by number and by cursor', async () => {
    expect(await names('search=liste&limit=1&offset=1')).toEqual(['Fanny Liste']);
    const first = await list('search=liste&limit=2&sort=-email');
    expect(first.total).toBe(3);
    const rest = await names(`search=liste&limit=2&sort=-email&after=${first.next}`);
    expect([...first.items.map(({ displayName }) => displayName), ...rest]).toEqual([
      'Gaël Liste',
      'Fanny Liste',
      'Émile Liste',
    ]);
  });

  it('is narrowed by role and state, and says who signed in last', async () => {
    expect(await names('search=liste&role=manager')).toEqual(['Émile Liste']);
    const [fanny] = (await list('search=fanny')).items;
    expect(fanny).toMatchObject({ disabled: false, lastSignInAt: null, roles: [{ role: 'maker' }] });
    const signedIn = await server
      .anonymous()
      .post('/api/v1/auth/login', { email: fanny?.email, password: PASSWORD });
    expect(signedIn.status).toBe(204);
    expect((await list('search=fanny')).items[0]?.lastSignInAt).not.toBeNull();
    await administrator.post(`/api/v1/accounts/${fanny?.id}/disable`);
    expect(await names('search=liste&state=disabled')).toEqual(['Fanny Liste']);
    expect(await names('search=liste&state=enabled')).toEqual(['Émile Liste', 'Gaël Liste']);
    await administrator.post(`/api/v1/accounts/${fanny?.id}/enable`);
  });

  it('shows the tokens of all accounts with their last use, and revokes one', async () => {
    const maker: TestAccount = await server.accountWith('maker');
    const wanted = { name: 'slicer of a maker', scopes: ['jobs:read'] };
    const made = await maker.client.post<{ id: string; token: string }>('/api/v1/tokens', wanted);
    const find = async () => {
      const answer = await administrator.get<Part<Token>>('/api/v1/accounts/tokens?search=SLICER%20of');
      return answer.body.items.find(({ id }) => id === made.body.id);
    };
    expect(await find()).toMatchObject({
      name: 'slicer of a maker',
      owner: { displayName: 'maker' },
      lastUsedAt: null,
    });
    expect(JSON.stringify(await find())).not.toContain(made.body.token);
    const headers = { authorization: `Bearer ${made.body.token}` };
    expect((await server.anonymous().get('/api/v1/jobs', { headers })).status).toBe(200);
    await pollUntil('its use to be stored', async () => (await find())?.lastUsedAt !== null);
    const path = `/api/v1/accounts/tokens/${made.body.id}`;
    expect((await maker.client.request('DELETE', path)).status).toBe(403);
    expect((await administrator.request('DELETE', path)).status).toBe(204);
    expect((await administrator.request('DELETE', path)).body).toMatchObject({ code: 'AUTH.UNKNOWN_TOKEN' });
    expect((await server.anonymous().get('/api/v1/jobs', { headers })).status).toBe(401);
  });
});
