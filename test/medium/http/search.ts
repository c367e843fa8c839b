import type { LabId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  type HttpClient,
  startTestServer,
  type TestDatabase,
  type TestServer,
} from '@pandafab/testing';
import { DataSource } from 'typeorm';
import { migrations } from '../../../apps/server/src/app/migrations';
import { FoldedSearch1763976100000 } from '../../../apps/server/src/app/migrations/folded-search.migration';
import { smallPart } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

const NAME = 'Émilie Cœur d’Août 50%';
const WAYS = [
  ...['émilie', 'Emilie', 'ÉMILIE', 'E\u0301MILIE', 'e\u0301milie', 'EMILIE'],
  ...["coeur d'aout", 'CŒUR', 'd‘Août', 'milie  cœ', '50%', '５０％'],
];

interface List {
  readonly items: { readonly id: string }[];
}

describeOnSharedServers('search', (shared) => {
  let server: TestServer;
  let administrator: HttpClient;
  let labId: LabId;

  beforeAll(async () => {
    server = await shared();
    administrator = (await server.accountWith('administrator')).client;
    labId = (await administrator.post<{ id: LabId }>('/api/v1/labs', { name: 'Atelier' })).body.id;
  });

  const found = async (path: string, words: string) => {
    const { body } = await administrator.get<List>(`/api/v1/${path}?search=${encodeURIComponent(words)}`);
    return body.items.map(({ id }) => id);
  };
  async function makeOf(path: string, name: string): Promise<string> {
    const address = { addressLine: '1', postcode: '21000', city: 'Dijon', countryCode: 'FR' };
    const fields: Record<string, object> = {
      members: { displayName: name },
      groups: { name, labId, category: 'resident' },
      organisations: { name, ...address },
    };
    const { body, status } = await administrator.post<{ id: string }>(`/api/v1/${path}`, fields[path]);
    expect(status).toBe(201);
    return body.id;
  }

  it.each(['members', 'groups', 'organisations'])(
    'finds %s in every way that people type a name',
    async (path) => {
      const id = await makeOf(path, NAME);
      await makeOf(path, 'Émile Coureur');
      for (const words of WAYS) expect([words, await found(path, words)]).toEqual([words, [id]]);
      expect(await found(path, 'durand')).toEqual([]);
      expect(await found(path, '_')).toEqual([]);
    },
  );

  it.each(['members', 'groups', 'organisations'])('finds %s by the name that they have now', async (path) => {
    const id = await makeOf(path, 'Before');
    const key = path === 'members' ? 'displayName' : 'name';
    await administrator.patch(`/api/v1/${path}/${id}`, { [key]: 'Zoë Ønsker' });
    expect(await found(path, 'before')).toEqual([]);
    expect(await found(path, 'zoe onsker')).toEqual([id]);
  });

  it.each(['members', 'groups', 'organisations'])(
    'lists %s by name, with any accent on the first letter',
    async (path) => {
      for (const name of ['Zig tri', 'écho tri', 'Eau tri', 'Éclat TRI']) await makeOf(path, name);
      const { body } = await administrator.get<{ items: { displayName?: string; name?: string }[] }>(
        `/api/v1/${path}?search=tri`,
      );
      expect(body.items.map(({ displayName, name }) => displayName ?? name)).toEqual([
        'Eau tri',
        'écho tri',
        'Éclat TRI',
        'Zig tri',
      ]);
    },
  );

  it('finds audit entries, by their action in either language too', async () => {
    await administrator.post('/api/v1/members', { displayName: 'Gaëlle Noël' });
    for (const words of ['gaelle noel', 'GAE\u0308LLE']) expect((await found('audit', words)).length).toBe(1);
    expect((await found('audit', 'membre inscrit')).length).toBeGreaterThan(0);
  });

  it('finds jobs by the name of their file', async () => {
    const data = new FormData();
    data.set('labId', labId);
    data.set('file', new Blob([smallPart()]), 'Pièce n° 2 — Bœuf.gcode');
    const { body } = await administrator.post<{ jobs: { id: string }[] }>('/api/v1/jobs', data);
    for (const words of ['piece', 'PIÈCE', 'pie\u0300ce', 'n° 2 - boeuf'])
      expect(await found('jobs', words)).toEqual([body.jobs[0]?.id]);
    expect(await found('jobs', 'nothing')).toEqual([]);
  });
});

describeOnBothDatabases('search in older rows', (open) => {
  const before = migrations.slice(0, migrations.indexOf(FoldedSearch1763976100000));
  const OLD = [
    `INSERT INTO members (id, category, "createdAt") VALUES ('0190b0e0-0000-7000-8000-000000000001', 'resident', 0)`,
    `INSERT INTO member_contacts ("memberId", "displayName")
      VALUES ('0190b0e0-0000-7000-8000-000000000001', 'E\u0301milie d’Août')`,
    `INSERT INTO audit_entries (id, at, "actorKind", action, "subjectKind", after)
      VALUES ('0190b0e0-0000-7000-8000-000000000002', 0, 'account', 'lab.made', 'lab', '{"name":"Écluse"}')`,
  ];

  async function fillOld({ location }: TestDatabase): Promise<void> {
    const old = { migrations: before, entities: [], synchronize: false };
    const database = await new DataSource(
      'sqliteFile' in location
        ? { ...old, type: 'sqlite', database: location.sqliteFile }
        : { ...old, type: 'postgres', url: location.postgresUrl },
    ).initialize();
    await database.runMigrations({ transaction: 'each' });
    for (const row of OLD) await database.query(row);
    await database.destroy();
  }

  it('finds it too', async () => {
    const database = await open();
    await fillOld(database);
    const server = await startTestServer({ database });
    try {
      const { client } = await server.accountWith('administrator');
      const count = async (path: string) =>
        (await client.get<{ total: number }>(`/api/v1/${path}`)).body.total;
      expect(await count(`members?search=${encodeURIComponent("ÉMILIE D'AOUT")}`)).toBe(1);
      expect(await count('audit?search=ecluse')).toBe(1);
    } finally {
      await server.stop();
    }
  });
});
