import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Role, type RoleGrant, SCOPES } from '@pandafab/domain';
import { type AccountId, type Clock, type MemberId, newId } from '@pandafab/shared';
import type { LimitSettings } from '../../../../apps/server/src/platform/limits/limit-settings';
import type { TestDatabase } from './databases';
import { HttpClient } from './http-client';
import { copyMigrated } from './migrated-database';
import { borrowRedis } from './redis';
import { UnlistedFaults } from './unlisted-faults';

export interface TestServerOptions {
  readonly database: TestDatabase;
  readonly clock?: Clock;
  /** Replaces the server's own Redis: to share one, or to name an absent one. */
  readonly redisUrl?: string;
  /** A fixed port for a restart; any free one when not given. */
  readonly port?: number;
  /** Replaces the server's rate limits: to reach a limit soon, or to wait for its end. */
  readonly limits?: LimitSettings;
  /** Settings as the environment names them, such as `PUBLIC_URL`. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A person with an account, and a client that sends the person's API token. */
export interface TestAccount {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly client: HttpClient;
}

export interface TestServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Every route of the server. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** A client that is not signed in. */
  anonymous(): HttpClient;
  /**
   * A new member with these roles, everywhere or in one lab, and a token with every scope. Without a password: the
   * tests of accounts cover signing in.
   */
  accountWith(...roles: (Role | RoleGrant)[]): Promise<TestAccount>;
  /** @throws Error when an operation answered a fault that openapi.json does not list for it */
  stop(): Promise<void>;
}

/** Loaded on demand: a unit test that needs a fake clock must not load the whole server. */
const serverModules = () => ({
  ...(require('../../../../apps/server/src/app/app') as typeof import('../../../../apps/server/src/app/app')),
  ...(require('../../../../apps/server/src/platform/kit/config') as typeof import('../../../../apps/server/src/platform/kit/config')),
});
const accountModules = () => ({
  ...(require('../../../../apps/server/src/people/accounts/account.entity') as typeof import('../../../../apps/server/src/people/accounts/account.entity')),
  ...(require('../../../../apps/server/src/people/members/member.entity') as typeof import('../../../../apps/server/src/people/members/member.entity')),
  ...(require('../../../../apps/server/src/platform/http/secrets') as typeof import('../../../../apps/server/src/platform/http/secrets')),
  ...(require('../../../../apps/server/src/platform/persistence/unit-of-work') as typeof import('../../../../apps/server/src/platform/persistence/unit-of-work')),
});

function settings(options: TestServerOptions, redisUrl: string): NodeJS.ProcessEnv {
  const { location, dataDirectory } = options.database;
  return {
    PORT: '0',
    PANDAFAB_MQTT_PORT: '0',
    PANDAFAB_DATA_DIR: dataDirectory,
    REDIS_URL: redisUrl,
    LOG_LEVEL: 'silent',
    ...('postgresUrl' in location && { DATABASE_URL: location.postgresUrl }),
    ...options.env,
  };
}

/** A well-formed hash of an unknown password. */
const UNUSABLE_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$gv/J0Rl2nHJhDE67g/vS1w$J1rhMchayS8XHK49XaiDZerawP5YQW3HQ+TIQNomVRE';

/** The real server on a real Redis, in this process, on its own ports. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const { createApp, readConfig } = serverModules();
  await copyMigrated(options.database);
  const redis = options.redisUrl ? undefined : await borrowRedis();
  const redisUrl = options.redisUrl ?? redis?.url ?? '';
  const routes: { method: string; path: string }[] = [];
  const config = readConfig(settings(options, redisUrl));
  const app = await createApp(config, {
    clock: options.clock,
    limits: options.limits,
    onRoute: (route) => routes.push(route),
  });
  const unlisted = new UnlistedFaults();
  app.getHttpAdapter().getInstance().addHook('onSend', unlisted.look);
  await app.listen(options.port ?? 0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    url,
    app,
    routes,
    anonymous: () => new HttpClient(url),
    accountWith: (...roles) => createAccount(app, url, roles),
    stop: async () => {
      await app.close();
      await redis?.giveBack();
      unlisted.demandNone();
    },
  };
}

async function createAccount(
  app: NestFastifyApplication,
  url: string,
  roles: (Role | RoleGrant)[],
): Promise<TestAccount> {
  const {
    Account,
    AccountRole,
    ApiToken,
    Member,
    MemberContact,
    UnitOfWork,
    newSecret,
    hashSecret,
    API_TOKEN_PREFIX,
  } = accountModules();
  const memberId = newId<MemberId>();
  const accountId = newId<AccountId>();
  const token = newSecret(API_TOKEN_PREFIX);
  const createdAt = 0;
  const grants = roles.map((role) => (typeof role === 'string' ? { role, labId: null } : role));
  const displayName = grants.map(({ role }) => role).join(' and ') || 'no role';
  await app.get(UnitOfWork).run(async ({ manager }) => {
    const details = { category: 'non-resident', homeLabId: null, guardianId: null, minorUntil: null };
    await manager.insert(Member, { id: memberId, ...details, importId: null, createdAt });
    const unreached = { email: null, emailBouncedAt: null, phone: null };
    await manager.insert(MemberContact, { memberId, displayName, ...unreached });
    const access = { email: `${accountId}@test.invalid`, passwordHash: UNUSABLE_HASH, disabledAt: null };
    await manager.insert(Account, { id: accountId, memberId, ...access, createdAt });
    for (const grant of grants)
      await manager.insert(AccountRole, { id: newId(), accountId, ...grant, grantedAt: createdAt });
    const secret = { name: 'test', tokenHash: hashSecret(token), scopes: [...SCOPES], expiresAt: null };
    await manager.insert(ApiToken, { id: newId(), accountId, ...secret, createdAt });
  });
  return { accountId, memberId, client: new HttpClient(url, token) };
}
