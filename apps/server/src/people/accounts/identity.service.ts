import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, type Language } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { hashSecret } from '../../platform/http/secrets';
import { type CookieRequest, sessionSecretOf } from '../../platform/http/session-cookie';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Account, AccountRole } from './account.entity';
import { SessionsService } from './sessions.service';
import { findTokenOwner, type TokenOwner } from './token-owner';
import { TokenUse } from './token-use';

export interface IdentifiableRequest extends CookieRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The sender of a request with a token. */
export interface TokenCaller {
  readonly account: CurrentAccountInfo;
  readonly tokenId: string;
  /** Language that the account's owner chose for the pages; null if never chosen. */
  readonly language: Language | null;
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

  /** @throws Fault AUTH.TOKEN_INVALID for a token that is unknown, expired or revoked, or of a disabled account */
  async bySecret(secret: string): Promise<TokenCaller> {
    return this.callerOf(await findTokenOwner(this.read.manager, 'tokenHash', hashSecret(secret)));
  }

  /**
   * The sender of a request that is signed by HTTP Digest.
   * @param isRight checks the signature with the stored digest of the token (see `slicerDigestOf`)
   * @throws Fault AUTH.TOKEN_INVALID, also for a wrong signature
   */
  async bySlicerUser(slicerUser: string, isRight: (digest: string) => boolean): Promise<TokenCaller> {
    const owner = await findTokenOwner(this.read.manager, 'slicerUser', slicerUser);
    return this.callerOf(owner?.slicerDigest && isRight(owner.slicerDigest) ? owner : undefined);
  }

  /**
   * An account as a token without any use sees it: for work that the account's owner allowed before.
   * @throws Fault AUTH.TOKEN_INVALID if the account is disabled
   */
  async byAccountId(id: AccountId, scopes: readonly Scope[]): Promise<CurrentAccountInfo> {
    const found = await this.account(id, scopes);
    if (!found) throw new Fault('AUTH.TOKEN_INVALID');
    return found;
  }

  private async byToken(authorization: string): Promise<CurrentAccountInfo> {
    const [, secret = ''] = BEARER.exec(authorization) ?? [];
    return (await this.bySecret(secret)).account;
  }

  private callerOf(owner: TokenOwner | undefined): TokenCaller {
    const isAlive = owner && (owner.expiresAt === null || owner.expiresAt > this.clock.now());
    if (!isAlive || owner.isDisabled) throw new Fault('AUTH.TOKEN_INVALID');
    const { tokenId, accountId, memberId, roles, scopes, language, lastUsedAt } = owner;
    this.use.note({ id: tokenId, lastUsedAt });
    return { account: { accountId, memberId, roles, scopes }, tokenId, language };
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
