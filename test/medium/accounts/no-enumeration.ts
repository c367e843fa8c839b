import type { TestServer } from '@pandafab/testing';
import { describeOnSharedClock } from '../fixtures/shared-clock';

/** The object whose functions the server calls. */
const argon2 = require('@node-rs/argon2') as typeof import('@node-rs/argon2');

const password = 'trois girafes violettes';
const unknown = '0193b0e0-0000-7000-8000-000000000000';

describeOnSharedClock('whether a person has an account', (shared) => {
  let server: TestServer;
  beforeAll(async () => {
    ({ server } = await shared());
  });

  it('is revealed by neither the answer to a sign-in nor the work that the server does for it', async () => {
    const { client } = await server.accountWith('administrator');
    for (const email of ['open@example.org', 'shut@example.org']) {
      const member = await client.post<{ id: string }>('/api/v1/members', { displayName: 'Someone' });
      const account = { email, password, roles: [{ role: 'maker' }] };
      const path = `/api/v1/members/${member.body.id}/account`;
      const made = await client.post<{ account: { id: string } }>(path, account);
      if (email.startsWith('shut')) await client.post(`/api/v1/accounts/${made.body.account.id}/disable`);
    }
    const tried = jest.spyOn(argon2, 'verify');
    const answers = [];
    for (const [email, guess] of [
      ['open@example.org', 'wrong girafes violettes'],
      ['shut@example.org', password],
      ['unknown@example.org', password],
    ]) {
      tried.mockClear();
      const { status, body } = await server
        .anonymous()
        .post('/api/v1/auth/login', { email, password: guess });
      const [hash] = tried.mock.calls[0] ?? [];
      answers.push({ status, body, checks: tried.mock.calls.length, cost: String(hash).split('$')[3] });
    }
    tried.mockRestore();
    expect(answers[0]).toMatchObject({ status: 401, checks: 1, cost: 'm=19456,t=2,p=1' });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('and who is a member, is for staff to look up', async () => {
    const [maker, other] = [await server.accountWith('maker'), await server.accountWith('maker')];
    const asked = await Promise.all(
      [
        `/api/v1/members/${other.memberId}`,
        `/api/v1/members/${unknown}`,
        `/api/v1/members/${other.memberId}/inductions`,
        `/api/v1/members/${unknown}/inductions`,
        '/api/v1/members?search=other',
      ].map((path) => maker.client.get(path)),
    );
    for (const { status, body } of asked) expect([status, body.code]).toEqual([403, 'AUTH.FORBIDDEN']);
  });
});
