import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '@pandafab/domain';
import { type AccountId, type Clock, Fault } from '@pandafab/shared';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import type { CurrentAccountInfo } from './access';
import { Account, AccountRole, ApiToken } from './account.entity';
import { hashSecret } from './secrets';
import { type CookieRequest, sessionSecretOf } from './session-cookie';
import { SessionsService } from './sessions.service';

export interface IdentifiableRequest extends CookieRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const BEARER = /^Bearer +(\S+)$/i;

/** Who sends a request: by API token, or else by session cookie. */
@Injectable()
export class IdentityService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Undefined when nobody is signed in.
   * @throws Fault AUTH.TOKEN_INVALID when a token is sent that opens nothing.
   */
  async identify(request: IdentifiableRequest): Promise<CurrentAccountInfo | undefined> {
    const { authorization } = request.headers;
    if (typeof authorization === 'string') return this.byToken(authorization);
    return this.bySession(request);
  }

  /** Undefined when nobody is signed in with a cookie. */
  async bySession(request: CookieRequest): Promise<CurrentAccountInfo | undefined> {
    const secret = sessionSecretOf(request);
    const accountId = secret ? await this.sessions.accountOf(secret) : undefined;
    return accountId && this.account(accountId, null);
  }

  private async byToken(authorization: string): Promise<CurrentAccountInfo> {
    const [, secret] = BEARER.exec(authorization) ?? [];
    const token = secret
      ? await this.read.of(ApiToken).findOneBy({ tokenHash: hashSecret(secret) })
      : undefined;
    const alive = token && (token.expiresAt === null || token.expiresAt > this.clock.now());
    const account = alive ? await this.account(token.accountId, token.scopes) : undefined;
    if (!account) throw new Fault('AUTH.TOKEN_INVALID');
    return account;
  }

  private async account(
    id: AccountId,
    scopes: readonly Scope[] | null,
  ): Promise<CurrentAccountInfo | undefined> {
    const account = await this.read.of(Account).findOneBy({ id });
    if (!account || account.disabledAt !== null) return undefined;
    const roles = await this.read.of(AccountRole).findBy({ accountId: id });
    return {
      accountId: account.id,
      memberId: account.memberId,
      roles: roles.map(({ role, labId }) => ({ role, labId })),
      scopes,
    };
  }
}
