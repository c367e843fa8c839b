import { type LabId, newId } from '@pandafab/shared';
import { HttpClient, type TestAccount, type TestServer } from '@pandafab/testing';
import { Lab } from '../../../apps/server/src/network/labs/lab.entity';
import { chunks } from '../../../apps/server/src/platform/persistence/chunks';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { sellerSettings } from '../fixtures/billing-seller';
import { ChainWorld, type FurnishedLab, form, smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly match: string;
}

const ADDRESS = { addressLine: '1', postcode: '21000', city: 'Dijon', countryCode: 'FR' };
const line = {
  label: 'Formation',
  quantity: '1',
  unit: 'HUR',
  unitPrice: '45.00',
  activity: 'training',
};

/** All things are called “Étoile …”: who sees which of them is the question. */
describeOnSharedServers('the search over everything', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let here: FurnishedLab;
  let there: FurnishedLab;
  let maker: TestAccount;
  const ids: Record<string, string> = {};
  const people: Record<string, TestAccount> = {};

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    [here, there] = [await world.makeLab(), await world.makeLab()];
    maker = await server.accountWith('maker');
    for (const [place, { labId }] of [
      ['here', here],
      ['there', there],
    ] as const) {
      people[`manager ${place}`] = await server.accountWith({ role: 'manager', labId });
      people[`trainer ${place}`] = await server.accountWith({ role: 'trainer', labId });
      await fill(place, labId);
    }
    people.billing = await server.accountWith('billing');
    people.administrator = await server.accountWith('administrator');
    people['another maker'] = await server.accountWith('maker');
    people.maker = maker;
    await world.put('/settings/seller', { ...sellerSettings, inForceFrom: '2026-01-01' });
    const organisation = { name: 'Étoile SARL', ...ADDRESS, siren: '552100554' };
    const made = await make('organisation', '/organisations', organisation);
    await make('prestation', '/prestations', { organisationId: made, title: 'Étoile filante' });
    await world.post(`/prestations/${ids.prestation}/lines`, line);
    const draft = { kind: 'invoice', request: {} };
    const { id } = await world.post<{ id: string }>(`/prestations/${ids.prestation}/documents`, draft);
    const { body } = await world.admin.post<{ number: string }>(`/api/v1/documents/${id}/issue`);
    Object.assign(ids, { document: id, number: body.number });
    await make('lab', '/labs', { name: 'Étoile' });
  });

  async function make(name: string, path: string, body: object): Promise<string> {
    const { id } = await world.post<{ id: string }>(path, body);
    ids[name] = id;
    return id;
  }

  async function fill(place: 'here' | 'there', labId: LabId): Promise<void> {
    const name = place === 'here' ? 'Nord' : 'Sud';
    await make(`member ${place}`, '/members', { displayName: `Léa Étoile ${name}`, homeLabId: labId });
    await make(`group ${place}`, '/groups', { name: `Étoile ${name}`, labId });
    ids[`spool ${place}`] = await world.addSpool(labId, `Étoile ${name}`);
    ids[`machine ${place}`] = (await world.addMachine(labId, { name: `Étoile ${name}` })).id;
    const data = form(labId, smallPart(place), `Étoile_${name}.gcode`);
    const { body } = await maker.client.post<{ jobs: { id: string }[] }>('/api/v1/jobs', data);
    ids[`job ${place}`] = body.jobs[0]?.id ?? '';
  }

  async function search(words: string, { client } = people.administrator as TestAccount): Promise<Item[]> {
    const path = `/api/v1/search?limit=20&q=${encodeURIComponent(words)}`;
    const { status, body } = await client.get<{ items: Item[] }>(path);
    expect(status).toBe(200);
    return body.items;
  }
  const nameOf = (item: Item) => Object.keys(ids).find((name) => ids[name] === item.id) ?? item.title;
  const found = async (words: string, who?: TestAccount) => (await search(words, who)).map(nameOf).sort();

  const forAll = ['lab', 'machine here', 'machine there'];
  const papers = ['document', 'organisation', 'prestation'];
  const ofPlace = (place: string, ...kinds: string[]) => kinds.map((kind) => `${kind} ${place}`);
  const both = (...kinds: string[]) => [...ofPlace('here', ...kinds), ...ofPlace('there', ...kinds)];
  const seen: Record<string, string[]> = {
    maker: [...both('job'), ...forAll],
    'another maker': forAll,
    'trainer here': [...ofPlace('here', 'member', 'group'), ...forAll],
    'trainer there': [...ofPlace('there', 'member', 'group'), ...forAll],
    'manager here': [...ofPlace('here', 'job', 'member', 'group', 'spool'), 'organisation', ...forAll],
    'manager there': [...ofPlace('there', 'job', 'member', 'group', 'spool'), 'organisation', ...forAll],
    billing: [...both('job', 'member', 'group'), ...papers, ...forAll],
    administrator: [...both('job', 'member', 'group', 'spool'), ...papers, ...forAll],
  };

  it.each(Object.keys(seen))('shows to %s only what the lists show', async (name) => {
    expect(await found('etoile', people[name])).toEqual([...(seen[name] ?? [])].sort());
  });

  it.each(Object.keys(seen))('finds by its id for %s only what they may see', async (name) => {
    const things = Object.entries(ids).filter(([thing]) => thing !== 'number');
    for (const [thing, id] of things) {
      const wanted = seen[name]?.includes(thing) ? [thing] : [];
      expect([thing, await found(id, people[name])]).toEqual([thing, wanted]);
    }
  });

  it('shows to a token only what its scopes allow, and nothing to strangers', async () => {
    const { client } = people.administrator as TestAccount;
    const tokenWith = async (...scopes: string[]) => {
      const { body } = await client.post<{ token: string }>('/api/v1/tokens', { name: 'test', scopes });
      return { client: new HttpClient(server.url, body.token) } as TestAccount;
    };
    expect(await found('etoile', await tokenWith('account:read'))).toEqual([]);
    expect(await found('etoile', await tokenWith('account:read', 'people:read'))).toEqual(
      both('member', 'group').sort(),
    );
    const [token, path] = [await tokenWith('people:read'), '/api/v1/search?q=etoile'];
    expect((await token.client.get(path)).status).toBe(403);
    expect((await server.anonymous().get(path)).status).toBe(401);
  });

  it('finds names, numbers and file names in every way that people type them', async () => {
    for (const words of ['ÉTOILE nord', 'nord étoi', 'e\u0301toile  NOR', 'lea nor', 'étoile, léa; nord'])
      expect([words, await found(words)]).toEqual([words, expect.arrayContaining(['member here'])]);
    for (const words of ['etoile_nord.gcode', 'gcode nord', 'Étoile_n gc'])
      expect([words, await found(words)]).toEqual([words, ['job here']]);
    expect(await found(ids.number ?? '')).toEqual(['document']);
    expect(await found('552 100')).toEqual(['organisation']);
    expect(await found('552100554')).toEqual(['organisation']);
    expect(await found('filante etoile')).toEqual(['document', 'prestation']);
    expect(await found('toil ord')).toEqual(ofPlace('here', 'group', 'job', 'machine', 'member', 'spool'));
  });

  it('lists first what is exactly that, then what starts with it, then the latest', async () => {
    for (const name of ['Comète 1', 'Grande Comète 1', 'Comète 12', 'Comète 11'])
      await world.addMachine(here.labId, { name });
    const titles = (await search('comete 1')).map(({ title, match }) => [title, match]);
    expect(titles).toEqual([
      ['Comète 1', 'exact'],
      ['Comète 11', 'start'],
      ['Comète 12', 'start'],
      ['Grande Comète 1', 'words'],
    ]);
  });

  it('begins with the kind that has the closest result, and gives at most as many of each as asked', async () => {
    const items = await search('etoile');
    expect(items[0]).toMatchObject({ kind: 'lab', match: 'exact' });
    const { body } = await world.admin.get<{ items: Item[] }>('/api/v1/search?q=etoile&limit=1');
    const kinds = body.items.map(({ kind }) => kind);
    expect(kinds.length).toBe(new Set(kinds).size);
  });

  it('finds things by the name that they have now, and no more when they are gone', async () => {
    const id = await make('renamed', '/members', { displayName: 'Avant Nébuleuse' });
    expect(await found('nebuleuse')).toEqual(['renamed']);
    await world.admin.patch(`/api/v1/members/${id}`, { displayName: 'Après Supernova' });
    expect(await found('nebuleuse')).toEqual([]);
    expect(await found('supernova')).toEqual(['renamed']);
    await world.admin.patch(`/api/v1/labs/${ids.lab}`, { name: 'Quasar' });
    expect(await found('quasar')).toEqual(['lab']);
    await world.admin.patch(`/api/v1/labs/${ids.lab}`, { name: 'Étoile' });
  });

  it('answers odd queries', async () => {
    const odd = [
      '',
      ' ',
      'é',
      'e',
      '%',
      '_',
      '\\',
      "'",
      '"',
      '*',
      '^',
      '🦊',
      '50%',
      'OR',
      'a AND b',
      'x:y',
      '(',
      '-e',
    ];
    for (const words of [
      ...odd,
      'étoile " OR *',
      "'; DROP TABLE jobs; --",
      'NEAR(etoile here)',
      '!etoile & here',
    ])
      expect([words, Array.isArray(await search(words))]).toEqual([words, true]);
    expect(await found('%')).toEqual([]);
    expect(await found('_')).toEqual(['job here', 'job there']);
    const { status } = await world.admin.get(`/api/v1/search?q=${'e'.repeat(10_000)}`);
    expect(status).toBe(400);
    expect(await search(`${'mot '.repeat(49)}`)).toEqual([]);
  });

  it('finds a rare word behind thousands of later rows, and the latest rows with a frequent one', async () => {
    await make('early', '/labs', { name: 'Pulsar' });
    const names = Array.from({ length: 2500 }, (_, at) => `Naine ${at}`);
    const fields = { timeZone: 'Europe/Paris', matchRevision: 0, createdAt: Date.now() };
    const labs = names.map((name) => ({ id: newId<LabId>(), name, ...fields }));
    await server.app.get(UnitOfWork).run(async ({ manager }) => {
      for (const some of chunks(labs)) await manager.insert(Lab, some);
    });
    expect(await found('pulsar')).toEqual(['early']);
    const latest = names.slice(-20).reverse();
    expect((await search('naine')).map(({ title }) => title)).toEqual(latest);
    expect((await search('nain')).map(({ title }) => title)).toEqual(latest);
    expect((await search('naine 7'))[0]).toMatchObject({ title: 'Naine 7', match: 'exact' });
  });
});
