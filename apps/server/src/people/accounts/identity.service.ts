import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '@pandafab/domain';
import { type AccountId, type Clock, Fault } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { hashSecret } from '../../platform/http/secrets';
import { type CookieRequest, sessionSecretOf } from '../../platform/http/session-cookie';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Account, AccountRole, ApiToken } from './account.entity';
import { SessionsService } from './sessions.service';
import { TokenUse } from './token-use';

export interface IdentifiableRequest extends CookieRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const BEARER = /^Bearer +(\S+)$/i;

/** The sender of a request, from its API token or else its session cookie. */
@Injectable()
export class IdentityService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly sessions: SessionsService,
    private readonly use: TokenUse,
  ) {}

  /**
   * Undefined if the request has neither token nor session.
   * @throws Fault AUTH.TOKEN_INVALID if the request has a token that is not valid.
   */
  async identify(request: IdentifiableRequest): Promise<CurrentAccountInfo | undefined> {
    const { authorization } = request.headers;
    if (typeof authorization === 'string') return this.byToken(authorization);
    return this.bySession(request);
  }

  /** Undefined if the request has no valid session cookie. */
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
    if (!token || !account) throw new Fault('AUTH.TOKEN_INVALID');
    this.use.note(token);
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
