import {
  describeOnBothDatabases,
  FakeClock,
  startTestServer,
  type TestAccount,
  type TestServer,
} from '@pandafab/testing';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { PersonalTables } from '../../../apps/server/src/platform/personal-data/personal-tables';
import { ChainWorld, form, smallPart } from '../fixtures/chain-world';

interface Me {
  readonly email: string;
  readonly member: { displayName: string; email: string | null; phone: string | null };
}
type Rows = Record<string, unknown>[];
interface Everything extends Record<string, unknown> {
  readonly account: Rows;
  readonly contact: Rows;
  readonly billingIdentity: Rows;
  readonly profile: Rows;
  readonly sessions: Rows;
  readonly tokens: Rows;
  readonly jobs: (Record<string, unknown> & { history: Rows; runs: Rows })[];
  readonly audit: { done: { action: string }[]; personal: { action: string; after: object | null }[] };
}

/** Tables with a member's or an account's id that the export leaves out, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  submission_keys: 'hashes by which a submission that is sent again is known; they say nothing',
  notice_mail_lines: 'the same events as the notices, until their mail is sent',
  slicer_requests: 'requests for a token, which live ten minutes; the token itself is given',
};

describeOnBothDatabases('members about themselves', (open) => {
  let server: TestServer;
  let maker: TestAccount;
  let manager: TestAccount;
  const clock = new FakeClock(Date.parse('2026-11-24T09:00:00Z'));
  const address = { name: 'Ana Petit', addressLine: '1 rue Vauban', postcode: '21000', city: 'Dijon' };
  const about = { birthYear: 1990, gender: null, neighbourhood: 'Grésilles', occupation: null };

  beforeAll(async () => {
    server = await startTestServer({ database: await open(), clock });
    maker = await server.accountWith('maker');
    manager = await server.accountWith('manager');
  });
  afterAll(() => server.stop());

  const put = ({ client }: TestAccount, path: string, body: object) =>
    client.request('PUT', `/api/v1${path}`, { body });

  it('change their name and contact details, not the address with which they sign in', async () => {
    const before = (await maker.client.get<Me>('/api/v1/me')).body;
    const changes = { displayName: 'Ana', phone: '03 80', email: 'Ana@Example.org' };
    const changed = await maker.client.patch<Me>('/api/v1/me', changes);
    expect(changed).toMatchObject({
      status: 200,
      body: { email: before.email, member: { ...changes, email: 'ana@example.org' } },
    });
    expect((await maker.client.get('/api/v1/me')).body).toEqual(changed.body);
    const more = await maker.client.patch<Me>('/api/v1/me', { category: 'resident' });
    expect(more.body.member).toMatchObject({ category: 'non-resident' });
  });

  it('choose the language of the pages, which is the same wherever they sign in', async () => {
    type Reader = Me & { readonly language: string | null };
    expect((await maker.client.get<Reader>('/api/v1/me')).body.language).toBeNull();
    const changed = await maker.client.patch<Reader>('/api/v1/me', { language: 'en' });
    expect(changed.body.language).toBe('en');
    expect((await maker.client.get<Reader>('/api/v1/me')).body.language).toBe('en');
    expect((await maker.client.patch('/api/v1/me', { language: 'de' })).status).toBe(400);
  });

  it('say to whom invoices are made out, which staff see too', async () => {
    const own = '/me/billing-identity';
    const theirs = `/members/${maker.memberId}/billing-identity`;
    const recorded = async ({ client }: TestAccount, path: string) =>
      (await client.get<{ identity: object | null }>(`/api/v1${path}`)).body.identity;
    expect(await recorded(maker, own)).toBeNull();
    expect((await put(maker, own, address)).body).toEqual({ ...address, countryCode: 'FR' });
    expect(await recorded(manager, theirs)).toMatchObject(address);
    expect((await put(manager, theirs, { ...address, city: 'Chenôve' })).status).toBe(200);
    expect(await recorded(maker, own)).toMatchObject({ city: 'Chenôve' });
    expect((await manager.client.delete(`/api/v1${theirs}`)).status).toBe(204);
    expect(await recorded(maker, own)).toBeNull();
    expect((await put(maker, theirs, address)).body.code).toBe('AUTH.FORBIDDEN');
    await put(maker, own, address);
  });

  it('contain the profile for statistics, which no other person can read: it is not in the audit trail either', async () => {
    const theirs = `/members/${maker.memberId}/profile`;
    expect((await manager.client.get(`/api/v1${theirs}`)).body).toEqual({ filledIn: false });
    expect((await put(maker, '/me/profile', about)).body).toEqual(about);
    expect((await maker.client.get('/api/v1/me/profile')).body).toEqual(about);
    const seen = await manager.client.get(`/api/v1${theirs}`);
    expect(seen.body).toEqual({ filledIn: true });
    const { manager: read } = server.app.get(ReadDatabase);
    for (const table of ['audit_entries', 'audit_personal_details'])
      expect(JSON.stringify(await read.query(`SELECT * FROM ${table}`))).not.toContain('Grésilles');
    expect((await maker.client.delete('/api/v1/me/profile')).status).toBe(204);
    expect((await manager.client.get(`/api/v1${theirs}`)).body).toEqual({ filledIn: false });
    expect((await put(manager, theirs, about)).body).toEqual({ filledIn: true });
  });

  it('download all data stored about them, and no secret', async () => {
    const { labId } = await (await ChainWorld.of(server)).makeLab();
    await maker.client.post('/api/v1/jobs', form(labId, smallPart()));
    const answer = await maker.client.get<Everything>('/api/v1/me/export');
    expect(answer.status).toBe(200);
    const name = `attachment; filename="pandafab-${maker.memberId}.json"`;
    expect(answer.headers.get('content-disposition')).toBe(name);
    const { body, text } = answer;
    const submitted = expect.objectContaining({ event: 'submitted', byYourself: true });
    expect(body).toMatchObject({
      exportedAt: '2026-11-24T09:00:00.000Z',
      contact: [{ displayName: 'Ana', email: 'ana@example.org' }],
      billingIdentity: [address],
      profile: [about],
      account: [{ id: maker.accountId }],
      tokens: [{ name: 'test' }],
      ...{ wards: [], groups: [], residency: [], inductions: [], mails: [] },
      // The file may have been read by now, which is a step of the service's.
      jobs: [{ fileName: 'cube20.gcode', runs: [], history: expect.arrayContaining([submitted]) }],
    });
    expect(body.audit.done.map(({ action }) => action)).toContain('member.changed');
    expect(body.audit.personal).toContainEqual(
      expect.objectContaining({ after: { displayName: 'Ana', phone: '03 80', email: 'ana@example.org' } }),
    );
    expect(text).not.toMatch(/[a-z](Hash|hash)"|argon2|pft_/);
  });

  it('get the rows of every table that holds their id', () => {
    const covered: readonly unknown[] = server.app.get(PersonalTables).exported;
    const holding = server.app
      .get(ReadDatabase)
      .manager.connection.entityMetadatas.filter(({ columns }) =>
        columns.some(({ propertyName }) => ['memberId', 'accountId'].includes(propertyName)),
      );
    const missed = holding.filter(
      ({ target, tableName }) => !covered.includes(target) && !EXCEPTIONS[tableName],
    );
    expect(missed.map(({ tableName }) => tableName)).toEqual([]);
  });
});
