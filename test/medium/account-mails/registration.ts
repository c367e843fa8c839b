import type { FakeClock } from '@pandafab/testing';
import { codeOf, type LabView, type MailWorld, PASSWORD } from '../fixtures/mail-world';
import { describeOnSharedMail } from '../fixtures/shared-mail';

const DAY_MS = 24 * 3_600_000;

describeOnSharedMail('registering by oneself', (shared) => {
  let world: MailWorld;
  let lab: LabView;
  let clock: FakeClock;

  beforeAll(async () => {
    ({ world, clock } = await shared());
    lab = await world.openLab('La Rotonde');
  });

  const register = (email: string, fields: object = {}) => {
    const form = { labId: lab.id, displayName: 'Ana Petit', email, ...fields };
    return world.server.anonymous().post('/api/v1/auth/register', form);
  };
  const confirm = (code: string, browser = world.server.anonymous()) =>
    browser.post('/api/v1/auth/registration', { code, password: PASSWORD });
  const membersCalled = (email: string) =>
    world.query<{ memberId: string }>(`SELECT "memberId" FROM member_contacts WHERE email = '${email}'`);

  it('is offered by the labs that allow it, to every visitor', async () => {
    const closed = await world.admin.post<LabView>('/api/v1/labs', { name: 'Closed' });
    expect(closed.body.selfRegistration).toBe(false);
    const labs = await world.server.anonymous().get('/api/v1/auth/registration-labs');
    expect(labs.body).toEqual([{ id: lab.id, name: 'La Rotonde' }]);
    const refused = await register('early@registered.example', { labId: closed.body.id });
    expect([refused.status, refused.body.code]).toEqual([403, 'MEMBER.REGISTRATION_CLOSED']);
  });

  it('makes a member and a maker’s account when the link is followed, not before, and signs in', async () => {
    expect((await register('ana@registered.example')).status).toBe(202);
    const mail = await world.newestTo('ana@registered.example');
    expect(mail.text).toContain('La Rotonde');
    expect(mail.text).not.toContain('Ana Petit');
    expect(await membersCalled('ana@registered.example')).toEqual([]);
    const browser = world.server.anonymous();
    expect((await confirm(codeOf(mail), browser)).status).toBe(204);
    const me = await browser.get('/api/v1/me');
    expect(me.body).toMatchObject({
      email: 'ana@registered.example',
      roles: [{ role: 'maker', labId: null }],
      member: { displayName: 'Ana Petit', category: 'non-resident', homeLabId: lab.id },
    });
    await world.signedIn('ana@registered.example');
    expect((await confirm(codeOf(mail))).body.code).toBe('AUTH.CODE_INVALID');
  });

  it('answers the same for a known address; its owner gets a mail, and nothing changes', async () => {
    await world.someone('bilal@registered.example');
    const [known, unknown] = [
      await register('bilal@registered.example'),
      await register('unknown@registered.example'),
    ];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.status).toBe(202);
    const mail = await world.newestTo('bilal@registered.example');
    expect(mail.subject).toBe('You already have a PandaFab account');
    expect(mail.text).not.toContain('code=');
    expect(mail.text).toContain('/forgotten');
    expect(await membersCalled('bilal@registered.example')).toHaveLength(1);
  });

  it('is one account, when two follow the same link at the same time', async () => {
    await register('chloe@registered.example');
    const code = await world.newestCode('chloe@registered.example');
    const answers = await Promise.all([confirm(code), confirm(code), confirm(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
    expect(await membersCalled('chloe@registered.example')).toHaveLength(1);
  });

  it('requested twice works by the second link only, and not after a day', async () => {
    await register('dora@registered.example');
    const first = await world.newestCode('dora@registered.example');
    await register('dora@registered.example');
    const second = await world.newestCode('dora@registered.example', 2);
    expect((await confirm(first)).status).toBe(410);
    clock.jump(DAY_MS);
    expect((await confirm(second)).status).toBe(410);
    expect(await membersCalled('dora@registered.example')).toEqual([]);
  });

  it('requested twice at the same time leaves one link that works', async () => {
    await Promise.all([register('emil@registered.example'), register('emil@registered.example')]);
    const open = await world.query(
      `SELECT id FROM account_codes WHERE email = 'emil@registered.example' AND "usedAt" IS NULL`,
    );
    expect(open).toHaveLength(1);
    await world.settled('emil@registered.example');
    const answers = await Promise.all(world.codesTo('emil@registered.example').map((code) => confirm(code)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('is refused when the address was used for another account in the meantime', async () => {
    await register('fanny@registered.example');
    const code = await world.newestCode('fanny@registered.example');
    await world.someone('fanny@registered.example');
    const late = await confirm(code);
    expect([late.status, late.body.code]).toEqual([409, 'AUTH.EMAIL_TAKEN']);
    expect(await membersCalled('fanny@registered.example')).toHaveLength(1);
  });

  it('stores no secret and, once it is done, no name with the code', async () => {
    await register('gil@registered.example', { displayName: 'Gil Blas' });
    const code = await world.newestCode('gil@registered.example');
    await confirm(code);
    expect(await world.kept()).not.toContain(code);
    const [row] = await world.query<{ data: string }>(
      `SELECT data FROM account_codes WHERE email = 'gil@registered.example'`,
    );
    expect(row?.data).toBe('{}');
  });

  it('is allowed by administrators, and that is in the audit trail', async () => {
    const manager = await world.server.accountWith('manager');
    const path = `/api/v1/labs/${lab.id}`;
    expect((await manager.client.patch(path, { selfRegistration: false })).status).toBe(403);
    const renamed = await world.admin.patch<LabView>(path, { name: 'La Rotonde bis' });
    expect(renamed.body).toMatchObject({ name: 'La Rotonde bis', selfRegistration: true });
    const rows = await world.query<{ before: string; after: string }>(
      `SELECT before, after FROM audit_entries WHERE action = 'lab.changed' AND "subjectId" = '${lab.id}' ORDER BY id DESC`,
    );
    expect(JSON.parse(rows[0]?.before ?? '')).toEqual({ name: 'La Rotonde' });
    const bad = await world.admin.patch(path, { timeZone: 'Mars/Olympus' });
    expect(bad.status).toBe(400);
  });
});
