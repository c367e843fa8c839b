import type { LabId } from '@pandafab/shared';
import type { HttpClient, TestServer } from '@pandafab/testing';
import { form, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Part {
  readonly items: { readonly id: string }[];
  readonly total: number;
  readonly next: string | null;
}

describeOnSharedServers('lists that grow', (shared) => {
  let server: TestServer;
  let administrator: HttpClient;
  let labId: LabId;
  let made = 0;

  beforeAll(async () => {
    server = await shared();
    administrator = (await server.accountWith('administrator')).client;
    labId = (await administrator.post<{ id: LabId }>('/api/v1/labs', { name: 'Atelier' })).body.id;
  });

  const post = async (path: string, body: unknown) => {
    const answer = await administrator.post<{ id: string; code: string }>(`/api/v1/${path}`, body);
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    return answer.body.id;
  };
  const address = { addressLine: '1', postcode: '21000', city: 'Dijon', countryCode: 'FR' };
  /** Names on both sides of those that are there, some of them the same but for an accent. */
  const name = () => ['Écho', 'Zoé', 'Anne', 'echo'][made++ % 4] ?? '';
  const makers: Record<string, () => Promise<unknown>> = {
    members: () => post('members', { displayName: name() }),
    groups: () => post('groups', { name: name(), labId }),
    organisations: () => post('organisations', { name: name(), ...address }),
    jobs: () => post('jobs', form(labId, smallPart(String(made++)))),
    audit: () => post('members', { displayName: name() }),
    prestations: async () =>
      post('prestations', {
        title: name(),
        organisationId: await post('organisations', { name: 'X', ...address }),
      }),
  };
  const part = async (path: string, query: string) =>
    (await administrator.get<Part>(`/api/v1/${path}?${query}`)).body;

  it.each(Object.entries(makers))(
    '%s are paged through without duplicate or gap, also when new ones come meanwhile',
    async (path, make) => {
      for (let at = 0; at < 5; at++) await make();
      const there = (await part(path, 'limit=200')).items.map(({ id }) => id);
      const seen: string[] = [];
      let next: string | null = null;
      do {
        const found: Part = await part(path, `limit=2${next === null ? '' : `&after=${next}`}`);
        seen.push(...found.items.map(({ id }) => id));
        expect(found.items.length).toBeLessThanOrEqual(2);
        await make();
        ({ next } = found);
      } while (next !== null && seen.length < 200);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => there.includes(id))).toEqual(there);
    },
    60_000,
  );

  it('end where the rest fits into one part', async () => {
    const { total } = await part('members', 'limit=1');
    expect(await part('members', `limit=${total}`)).toMatchObject({ next: null, total });
    expect((await part('members', `limit=${total - 1}`)).next).toEqual(expect.any(String));
    expect((await part('members', 'limit=1&offset=1')).next).toBeUndefined();
  });

  it.each(['x', 'W10', 'bnVsbA', 'WyJhIl0', 'WzEsMl0', 'WyJhXHUwMDAwIiwiYiJd'])(
    'take no cursor that is none of theirs: %s',
    async (after) => {
      for (const path of ['jobs', 'members', 'documents', 'queues/dead-letters', 'usage-records'])
        expect(await administrator.get(`/api/v1/${path}?after=${after}`)).toMatchObject({ status: 400 });
    },
  );
});
