import cookie from '@fastify/cookie';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FakeClock, TestServer } from '@pandafab/testing';
import { AppModule } from '../../../apps/server/src/app/app.module';
import { Account } from '../../../apps/server/src/people/accounts/account.entity';
import { SERVER_CONFIG, type ServerConfig } from '../../../apps/server/src/platform/kit/config';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { describeOnSharedClock } from '../fixtures/shared-clock';

interface Token {
  readonly id: string;
  readonly token: string;
}
interface List {
  readonly total: number;
  readonly items: readonly { readonly name: string }[];
}

/** What a tired developer writes: a route that says nothing of who may use it. */
@Controller('v1/forgotten')
class ForgottenController {
  @Get()
  answer() {
    return { secret: true };
  }
}

describeOnSharedClock('access', (shared) => {
  let server: TestServer;
  let clock: FakeClock;

  beforeAll(async () => {
    ({ server, clock } = await shared());
  });

  const withToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  const iso = (afterMs: number) => new Date(clock.now() + afterMs).toISOString();

  it('is refused without an account, in problem+json and in the reader’s language', async () => {
    const headers = { 'accept-language': 'fr-FR' };
    const answer = await server.anonymous().get('/api/v1/me', { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'AUTH.REQUIRED', title: 'Vous n’êtes pas connecté.' });
  });

  it('is opened by an API token, shown once and stored hashed', async () => {
    const { client } = await server.accountWith('maker');
    const made = await client.post<Token>('/api/v1/tokens', { name: 'my slicer', scopes: ['account:read'] });
    expect([made.status, made.body.token]).toEqual([201, expect.stringMatching(/^pft_[\w-]{43}$/)]);
    const program = server.anonymous();
    expect((await program.get('/api/v1/me', withToken(made.body.token))).status).toBe(200);
    const list = await client.get<List>('/api/v1/tokens');
    expect(list.body.items.map(({ name }) => name)).toContain('my slicer');
    expect(list.text).not.toContain(made.body.token);
  });

  it('is closed again when the token is revoked or expires', async () => {
    const { client } = await server.accountWith('maker');
    const revoked = await client.post<Token>('/api/v1/tokens', {
      name: 'lost laptop',
      scopes: ['account:read'],
    });
    const dated = await client.post<Token>('/api/v1/tokens', {
      name: 'workshop',
      scopes: ['account:read'],
      expiresAt: iso(60_000),
    });
    expect((await client.delete(`/api/v1/tokens/${revoked.body.id}`)).status).toBe(204);
    clock.advance(60_000);
    for (const { token } of [revoked.body, dated.body]) {
      const answer = await server.anonymous().get('/api/v1/me', withToken(token));
      expect([answer.status, answer.body.code]).toEqual([401, 'AUTH.TOKEN_INVALID']);
    }
    const past = await client.post('/api/v1/tokens', {
      name: 'late',
      scopes: ['account:read'],
      expiresAt: iso(-1),
    });
    expect([past.status, past.body.code]).toEqual([422, 'AUTH.TOKEN_EXPIRY_PAST']);
  });

  it('to another account’s token is as to none', async () => {
    const owner = await server.accountWith('maker');
    const stranger = await server.accountWith('administrator');
    const made = await owner.client.post<Token>('/api/v1/tokens', { name: 'mine', scopes: ['account:read'] });
    const answer = await stranger.client.delete(`/api/v1/tokens/${made.body.id}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'AUTH.UNKNOWN_TOKEN']);
    expect((await server.anonymous().get('/api/v1/me', withToken(made.body.token))).status).toBe(200);
  });

  it('follows the role, and the refusal names who may', async () => {
    const { client } = await server.accountWith('maker');
    const answer = await client.get('/api/v1/members');
    expect([answer.status, answer.body.code]).toEqual([403, 'AUTH.FORBIDDEN']);
    expect(answer.body.params.roles).toEqual(['trainer', 'manager', 'billing', 'administrator']);
    const manager = await server.accountWith('maker', 'manager');
    expect((await manager.client.get('/api/v1/members')).status).toBe(200);
    const account = await manager.client.post(`/api/v1/members/${manager.memberId}/account`, {
      email: 'more@example.org',
      password: 'correct horse battery',
      roles: [{ role: 'administrator' }],
    });
    expect(account.status).toBe(403);
  });

  it('ends immediately when the account is disabled', async () => {
    const { client, accountId } = await server.accountWith('maker');
    const disable = { disabledAt: clock.now() };
    await server.app
      .get(UnitOfWork)
      .run(({ manager }) => manager.update(Account, { id: accountId }, disable));
    expect((await client.get('/api/v1/me')).status).toBe(401);
  });

  it('is denied on a route that does not say who may use it, even to an administrator', async () => {
    const config = server.app.get<ServerConfig>(SERVER_CONFIG);
    @Module({ imports: [AppModule.with(config, clock)], controllers: [ForgottenController] })
    class ForgetfulModule {}
    const app = await NestFactory.create<NestFastifyApplication>(ForgetfulModule, new FastifyAdapter(), {
      logger: false,
    });
    await app.register(cookie);
    await app.init();
    const { client } = await server.accountWith('administrator');
    const get = (headers: Record<string, string>) =>
      app.inject({ method: 'GET', url: '/v1/forgotten', headers });
    const stranger = await get({});
    const administrator = await get({ authorization: `Bearer ${client.token}` });
    await app.close();
    expect([stranger.statusCode, administrator.statusCode]).toEqual([401, 403]);
    expect(administrator.json()).toMatchObject({ code: 'AUTH.CLOSED_TO_ALL' });
  });
});
