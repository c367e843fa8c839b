import type { FakeClock } from '@pandafab/testing';
import { type MailWorld, NEXT_PASSWORD, PASSWORD } from '../fixtures/mail-world';
import { describeOnSharedClock } from '../fixtures/shared-clock';
import { describeOnSharedMail } from '../fixtures/shared-mail';

const DAY_MS = 24 * 3_600_000;

interface Invitation {
  readonly sent: boolean;
  readonly link: string | null;
  readonly expiresAt: string;
}

describeOnSharedMail('an invitation', (shared) => {
  let world: MailWorld;
  let clock: FakeClock;

  beforeAll(async () => {
    ({ world, clock } = await shared());
  });

  const invite = (id: string, email: string, roles?: object[], client = world.admin) =>
    client.post<Invitation & { code: string }>(`/api/v1/members/${id}/invitation`, { email, roles });
  const accept = (code: string, password = PASSWORD, browser = world.server.anonymous()) =>
    browser.post('/api/v1/auth/invitation', { code, password });

  const makeLab = async (name: string) =>
    (await world.admin.post<{ id: string }>('/api/v1/labs', { name })).body;

  async function invited(email: string, roles?: object[]): Promise<{ id: string; code: string }> {
    const id = await world.member(email);
    expect((await invite(id, email, roles)).status).toBe(201);
    return { id, code: await world.newestCode(email) };
  }

  it('opens the account with its roles when the link is followed, and signs in', async () => {
    const { id, code } = await invited('ana@invited.example', [{ role: 'billing' }]);
    const before = await world.admin.get<{ account: object | null }>(`/api/v1/members/${id}`);
    expect(before.body.account).toBeNull();
    const browser = world.server.anonymous();
    expect((await accept(code, PASSWORD, browser)).status).toBe(204);
    const me = await browser.get('/api/v1/me');
    expect(me.body).toMatchObject({
      email: 'ana@invited.example',
      roles: [{ role: 'billing', labId: null }],
    });
    expect(await world.signedIn('ana@invited.example')).toBeDefined();
    const [grant] = await world.query<{ grantedBy: string | null }>(
      `SELECT "grantedBy" FROM role_grants WHERE role = 'billing'`,
    );
    expect(grant?.grantedBy).not.toBeNull();
  });

  it('works once, is replaced by a newer one, and ends after seven days', async () => {
    const { id, code: first } = await invited('bilal@invited.example');
    await invite(id, 'bilal@invited.example');
    const second = await world.newestCode('bilal@invited.example', 2);
    const late = await invited('chloe@invited.example');
    const refused = async (code: string) => {
      const { status, body } = await accept(code);
      expect([status, body.code]).toEqual([410, 'AUTH.CODE_INVALID']);
    };
    await refused(first);
    expect((await accept(second)).status).toBe(204);
    await refused(second);
    await refused('never-made');
    clock.jump(7 * DAY_MS);
    await refused(late.code);
  });

  it('that two follow at the same time makes one account, with the password of one of them', async () => {
    const { code } = await invited('dora@invited.example');
    const answers = await Promise.all([accept(code, PASSWORD), accept(code, NEXT_PASSWORD)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
    const right = answers[0]?.status === 204 ? PASSWORD : NEXT_PASSWORD;
    await world.signedIn('dora@invited.example', right);
    const rows = await world.query(`SELECT id FROM accounts WHERE email = 'dora@invited.example'`);
    expect(rows).toHaveLength(1);
  });

  it('to a member who has an account, or to an address of another, is refused', async () => {
    const id = await world.someone('emil@invited.example');
    expect((await invite(id, 'other@invited.example')).body.code).toBe('MEMBER.HAS_ACCOUNT');
    const other = await world.member('Other');
    expect((await invite(other, 'emil@invited.example')).body.code).toBe('AUTH.EMAIL_TAKEN');
    const unknown = await invite('0193b0e0-0000-7000-8000-000000000000', 'unknown@invited.example');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'MEMBER.UNKNOWN']);
  });

  it('is given to makers by a lab’s manager, and to others by administrators only', async () => {
    const lab = await makeLab('Atelier');
    const elsewhere = await makeLab('Ailleurs');
    const { client } = await world.server.accountWith({ role: 'manager', labId: lab.id as never });
    const known = await world.admin.post<{ id: string }>('/api/v1/members', {
      displayName: 'Known',
      homeLabId: lab.id,
    });
    const stranger = await world.admin.post<{ id: string }>('/api/v1/members', {
      displayName: 'Stranger',
      homeLabId: elsewhere.id,
    });
    expect((await invite(known.body.id, 'known@invited.example', undefined, client)).status).toBe(201);
    const trainer = await invite(
      known.body.id,
      'known@invited.example',
      [{ role: 'trainer', labId: lab.id }],
      client,
    );
    expect([trainer.status, trainer.body.code]).toEqual([403, 'AUTH.FORBIDDEN']);
    const far = await invite(stranger.body.id, 'far@invited.example', undefined, client);
    expect([far.status, far.body.code]).toEqual([403, 'AUTH.OTHER_LAB']);
    const maker = await world.server.accountWith('maker');
    expect((await invite(known.body.id, 'x@invited.example', undefined, maker.client)).status).toBe(403);
  });

  it('of a person whose account was disabled since is refused', async () => {
    const { accountId, client } = await world.server.accountWith('manager');
    const id = await world.member('Fanny');
    expect((await invite(id, 'fanny@invited.example', undefined, client)).status).toBe(201);
    const code = await world.newestCode('fanny@invited.example');
    await world.admin.post(`/api/v1/accounts/${accountId}/disable`);
    expect((await accept(code)).body.code).toBe('AUTH.CODE_INVALID');
  });

  it('is in the audit trail, with its address in a separate table', async () => {
    const { id } = await invited('gil@invited.example');
    const rows = await world.query<{ after: string; personal: string }>(
      `SELECT e.after, d.after AS personal FROM audit_entries e
        JOIN audit_personal_details d ON d."entryId" = e.id
        WHERE e.action = 'account.invited' AND e."subjectId" = '${id}'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.after).not.toContain('gil@invited.example');
    expect(rows[0]?.personal).toContain('gil@invited.example');
  });
});

describeOnSharedClock('an invitation where no mail can be sent', (shared) => {
  it('is a link for staff to hand over, shown once, whose secret is not kept', async () => {
    const { server } = await shared();
    const { client } = await server.accountWith('administrator');
    const { body } = await client.post<{ id: string }>('/api/v1/members', { displayName: 'Ana' });
    const path = `/api/v1/members/${body.id}/invitation`;
    const answer = await client.post<Invitation>(path, { email: 'ana@invited.example' });
    expect(answer.body.sent).toBe(false);
    expect(answer.body.link?.startsWith(`${server.url}/password?code=`)).toBe(true);
    const code = answer.body.link?.split('code=')[1] ?? '';
    const accepted = await server.anonymous().post('/api/v1/auth/invitation', { code, password: PASSWORD });
    expect(accepted.status).toBe(204);
  });
});
