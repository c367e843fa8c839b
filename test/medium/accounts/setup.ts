import { describeOnBothDatabases, type Problem, startTestServer, type TestServer } from '@pandafab/testing';
import { Account } from '../../../apps/server/src/people/accounts/account.entity';
import { SetupService } from '../../../apps/server/src/people/accounts/setup.service';
import { Member } from '../../../apps/server/src/people/members/member.entity';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { forgetEveryone } from '../fixtures/forget-everyone';
import { generousLimits } from '../fixtures/generous-limits';

describeOnBothDatabases('the first administrator', (open) => {
  let server: TestServer;
  let code: string;

  beforeAll(async () => {
    server = await startTestServer({ database: await open(), limits: generousLimits });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    code = (await server.app.get(SetupService).invite()) ?? '';
  });
  afterEach(() => forgetEveryone(server));

  const form = (email: string, given = code) => ({
    code: given,
    displayName: 'Première Admin',
    email,
    password: 'correct horse battery',
  });
  const setUp = (body: object) => server.anonymous().post('/api/v1/setup', body);

  it('is made with the code, is signed in, and may do everything', async () => {
    const browser = server.anonymous();
    expect((await browser.post('/api/v1/setup', form('first@example.org'))).status).toBe(204);
    const me = await browser.get('/api/v1/me');
    expect(me.body).toMatchObject({
      email: 'first@example.org',
      roles: [{ role: 'administrator', labId: null }],
      member: { displayName: 'Première Admin', category: 'non-resident' },
    });
  });

  it('is not created with a wrong code or with the code of an earlier start', async () => {
    const newer = await server.app.get(SetupService).invite();
    const wrong = await Promise.all([setUp(form('a@example.org', '')), setUp(form('a@example.org'))]);
    expect(wrong.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'AUTH.SETUP_CODE_WRONG'],
      [403, 'AUTH.SETUP_CODE_WRONG'],
    ]);
    expect((await setUp(form('a@example.org', newer))).status).toBe(204);
  });

  it('is one, when five requests come at the same time', async () => {
    const emails = [1, 2, 3, 4, 5].map((guest) => `guest${guest}@example.org`);
    const answers = await Promise.all(emails.map((email) => setUp(form(email))));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410, 410, 410]);
    const refused = answers.filter(({ status }) => status === 410);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['AUTH.SETUP_DONE']));
    const read = server.app.get(ReadDatabase);
    expect([await read.of(Account).count(), await read.of(Member).count()]).toEqual([1, 1]);
  });

  it('needs a password of twelve characters, and the answer names the field', async () => {
    const answer = await setUp({ ...form('a@example.org'), password: 'short' });
    const { status, errors } = answer.body as Problem;
    expect([status, errors?.map(({ path }) => path)]).toEqual([400, ['password']]);
  });
});
