import { describeOnBothDatabases, FakeClock, startTestServer, type TestServer } from '@pandafab/testing';
import type { Database } from '../../../apps/server/src/platform/persistence/data-source';
import { DATABASE } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { ChainWorld, type FurnishedLab, smallPart } from '../fixtures/chain-world';

interface Entry {
  readonly at: string;
  readonly actor: { kind: string; id: string | null; name: string | null };
  readonly address: string | null;
  readonly requestId: string | null;
  readonly action: string;
  readonly what: string;
  readonly subject: { kind: string; id: string | null; name: string | null };
  readonly labId: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly personal: { memberId: string; before: object | null; after: object | null } | null;
}

describeOnBothDatabases('the audit trail', (open) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  const clock = new FakeClock();

  beforeAll(async () => {
    server = await startTestServer({ database: await open(), clock });
    world = await ChainWorld.of(server);
    lab = await world.makeLab();
  });
  afterAll(() => server.stop());

  const trail = async (query: string, language = 'en') => {
    const headers = { 'accept-language': language };
    const { body } = await world.admin.get<{ items: Entry[]; total: number }>(`/api/v1/audit?${query}`, {
      headers,
    });
    return body.items;
  };

  it('tells who changed what, when, from where, before and after, in the reader’s words', async () => {
    const { client, accountId } = await server.accountWith('manager');
    const path = `/api/v1/machines/${lab.machineId}`;
    expect((await client.patch(path, { maxBedCelsius: 90, name: 'A' })).status).toBe(200);
    const [entry] = await trail(`subjectId=${lab.machineId}&action=machine.changed`);
    expect(entry).toMatchObject({
      at: new Date(clock.now()).toISOString(),
      actor: { kind: 'account', id: accountId, name: 'manager' },
      address: '127.0.0.1',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      what: 'Machine changed',
      subject: { kind: 'machine', id: lab.machineId },
      labId: lab.labId,
      before: { maxBedCelsius: 110 },
      after: { maxBedCelsius: 90 },
    });
    expect((await trail(`subjectId=${lab.machineId}`, 'fr'))[0]?.what).toBe('Machine modifiée');
  });

  it('has no entry for a request that was refused or changed nothing', async () => {
    const before = await trail('limit=1');
    const path = `/api/v1/machines/${lab.machineId}`;
    expect((await world.admin.patch(path, { maxBedCelsius: 90 })).status).toBe(200);
    expect((await world.admin.patch(path, { profileId: 'marlin-9' })).status).toBe(422);
    expect(await trail('limit=1')).toEqual(before);
  });

  it('keeps names and addresses apart from the rest, and secrets nowhere', async () => {
    const person = { displayName: 'Zoé Marchand', email: 'zoe@example.org' };
    const { id } = await world.post<{ id: string }>('/members', person);
    const [entry] = await trail(`subjectId=${id}`);
    expect(entry?.personal).toMatchObject({ memberId: id, after: person });
    expect(JSON.stringify([entry?.before, entry?.after])).not.toContain('Zoé');
    const account = {
      email: 'zoe@example.org',
      password: 'a heron counts seven lamps',
      roles: [{ role: 'maker' }],
    };
    await world.post(`/members/${id}/account`, account);
    const token = await world.post<{ token: string }>('/tokens', { name: 'x', scopes: ['jobs:read'] });
    const all = JSON.stringify(await trail('limit=200'));
    for (const secret of [account.password, token.token, lab.credentials.secret, 'argon2'])
      expect(all).not.toContain(secret);
  });

  it('tells what a lab’s computer reported, by its lab', async () => {
    const agent = await world.joinAgent(lab);
    const job = await world.submit(lab.labId, smallPart());
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    const [entry] = await trail(`subjectId=${runId}`);
    expect(entry).toMatchObject({
      actor: { kind: 'agent', id: lab.credentials.agentId, name: 'Fontaine d’Ouche' },
      address: null,
      action: 'run.accepted',
      before: { state: 'assigned' },
      after: { state: 'accepted' },
    });
    expect((await trail(`subjectId=${job.id}`)).map(({ action }) => action)).toEqual(['job.submitted']);
    expect((await trail(`subjectId=${lab.credentials.agentId}`)).map(({ action }) => action)).toContain(
      'agent.took-over',
    );
    await agent.leave();
  });

  it('is searched by words of any kind, and narrowed by time, lab, person and action', async () => {
    const from = clock.now() + 1000;
    clock.advance(5000);
    const { client, accountId } = await server.accountWith('administrator');
    const { id } = (await client.post<{ id: string }>('/api/v1/labs', { name: 'Quai des Carrières' })).body;
    const first = async (query: string) => (await trail(query)).map(({ subject }) => subject.id);
    expect(await first('search=quai%20des')).toEqual([id]);
    expect(await first(`search=LAB%20ADDED&labId=${id}`)).toEqual([id]);
    expect(await first(`search=ajout%C3%A9&labId=${id}`)).toEqual([id]);
    expect(await first(`actorId=${accountId}`)).toEqual([id]);
    expect(await first('search=50%25_off')).toEqual([]);
    const since = new Date(from).toISOString();
    expect(await first(`from=${since}`)).toEqual([id]);
    expect(await first(`from=${since}&action=machine.`)).toEqual([]);
    expect((await trail(`to=${since}&action=lab.&limit=1`))[0]?.subject.id).toBe(lab.labId);
  });

  it('is searched by the people who did it and whom it is about, and names what it is about', async () => {
    const { id } = await world.post<{ id: string }>('/members', { displayName: 'Théo Carrières' });
    await world.admin.patch(`/api/v1/members/${id}`, { phone: '0380000000' });
    const found = await trail('person=theo%20carri');
    expect(found.map(({ action }) => action)).toEqual(['member.changed', 'member.registered']);
    expect(found[0]?.subject).toEqual({ kind: 'member', id, name: 'Théo Carrières' });
    expect((await trail('person=theo&action=member.registered')).length).toBe(1);
    const { client } = await server.accountWith('administrator');
    await client.patch('/api/v1/me', { displayName: 'Inès Beau' });
    await client.post('/api/v1/labs', { name: 'Toison' });
    expect((await trail('person=ines&action=lab.'))[0]).toMatchObject({
      what: 'Lab added',
      actor: { name: 'Inès Beau' },
      subject: { name: 'Toison' },
    });
    expect((await trail('search=ines%20b&action=lab.'))[0]?.subject.name).toBe('Toison');
  });

  it('lists its actions in the reader’s words', async () => {
    const headers = { 'accept-language': 'fr' };
    const path = '/api/v1/audit/actions';
    const { body } = await world.admin.get<{ items: { action: string; what: string }[] }>(path, { headers });
    expect(body.items).toContainEqual({ action: 'lab.opened', what: 'Lab ajouté' });
    expect(new Set(body.items.map(({ action }) => action)).size).toBe(body.items.length);
  });

  it('is for administrators, and no route changes it', async () => {
    for (const role of ['maker', 'manager', 'trainer', 'billing'] as const) {
      const { client } = await server.accountWith(role);
      expect((await client.get('/api/v1/audit')).status).toBe(403);
    }
  });

  it('cannot be changed, since the database refuses it; only personal values can be erased', async () => {
    const { writer } = server.app.get<Database>(DATABASE);
    const [{ entryId }] = (await writer.query('SELECT "entryId" FROM audit_personal_details LIMIT 1')) as [
      { entryId: string },
    ];
    const refused = [
      `UPDATE audit_entries SET action = 'nothing'`,
      'DELETE FROM audit_entries',
      `UPDATE audit_personal_details SET after = '{}'`,
      ...(writer.options.type === 'postgres' ? ['TRUNCATE audit_entries CASCADE'] : []),
    ];
    for (const statement of refused) await expect(writer.query(statement)).rejects.toThrow(/append-only/);
    await writer.query(`DELETE FROM audit_personal_details WHERE "entryId" = '${entryId}'`);
    const rows = (await writer.query(`SELECT id FROM audit_entries WHERE id = '${entryId}'`)) as unknown[];
    expect(rows).toHaveLength(1);
  });
});
