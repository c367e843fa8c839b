import type { LabId } from '@pandafab/shared';
import type { HttpClient } from '@pandafab/testing';
import { form, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Part {
  readonly items: Readonly<Record<string, string>>[];
  readonly next: string | null;
}

describeOnSharedServers('lists in another order', (shared) => {
  let administrator: HttpClient;

  beforeAll(async () => {
    const server = await shared();
    administrator = (await server.accountWith('administrator')).client;
    const post = async (path: string, body: unknown) => {
      const answer = await administrator.post<{ id: string }>(`/api/v1/${path}`, body);
      expect([path, answer.status]).toEqual([path, 201]);
      return answer.body.id;
    };
    const labId = (await post('labs', { name: 'Tri' })) as LabId;
    const address = { addressLine: '1', postcode: '21000', city: 'Dijon', countryCode: 'FR' };
    for (const [name, category] of [
      ['Éric', 'student'],
      ['anna', 'non-resident'],
      ['Zoé', 'student'],
      ['eric', 'non-resident'],
    ]) {
      await post('members', { displayName: `${name} wagram`, category });
      await post('jobs', form(labId, smallPart(`tri ${name}`)));
      const organisationId = await post('organisations', { name: `${name} wagram`, ...address });
      await post('prestations', { organisationId, title: `Pour ${name}` });
    }
  });

  const read = async (query: string) => (await administrator.get<Part>(`/api/v1/${query}`)).body;
  const column = async (query: string, name: string) => (await read(query)).items.map((item) => item[name]);
  const folded = (texts: readonly (string | undefined)[]) =>
    texts.map((text) => (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());

  it('are the same list from the other end', async () => {
    for (const [list, sort] of [
      ['members?search=wagram', 'name'],
      ['members?search=wagram', 'category'],
      ['members?search=wagram', 'createdAt'],
      ['jobs?search=', 'fileName'],
      ['jobs?search=', 'createdAt'],
      ['prestations?search=wagram', 'client'],
      ['prestations?search=wagram', 'reference'],
    ] as const) {
      const up = await column(`${list}&limit=200&sort=${sort}`, 'id');
      const down = await column(`${list}&limit=200&sort=-${sort}`, 'id');
      expect(up.length).toBeGreaterThanOrEqual(4);
      expect([list, sort, down]).toEqual([list, sort, up.toReversed()]);
    }
  });

  it('compare names without accents and capitals', async () => {
    const names = folded(await column('members?search=wagram&sort=name', 'displayName'));
    expect(names).toEqual(['anna wagram', 'eric wagram', 'eric wagram', 'zoe wagram']);
    const clients = folded(await column('prestations?search=wagram&sort=-client', 'clientName'));
    expect(clients).toEqual(['zoe wagram', 'eric wagram', 'eric wagram', 'anna wagram']);
  });

  it('are paged through without a gap, rows that are equal in the order too', async () => {
    for (const list of ['members?search=wagram&sort=-category', 'prestations?search=wagram&sort=client']) {
      const whole = await column(list, 'id');
      const seen: (string | undefined)[] = [];
      let next: string | null = '';
      while (next !== null && seen.length < 20) {
        const part: Part = await read(`${list}&limit=1${next && `&after=${next}`}`);
        seen.push(...part.items.map(({ id }) => id));
        ({ next } = part);
      }
      expect(seen).toEqual(whole);
    }
  });

  it('refuse an order that they do not have', async () => {
    for (const path of ['members', 'jobs', 'prestations', 'documents'])
      expect(await administrator.get(`/api/v1/${path}?sort=password`)).toMatchObject({ status: 400 });
  });
});
