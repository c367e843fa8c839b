import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, newId } from '@pandafab/shared';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { type CurrentAccountInfo, demandScope } from './access';
import { ApiToken } from './account.entity';
import { API_TOKEN_PREFIX, hashSecret, newSecret } from './secrets';

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null: never. */
  readonly expiresAt?: number | null | undefined;
}

/** Secrets for programs: an account's own. */
@Injectable()
export class TokensService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  list(accountId: AccountId): Promise<ApiToken[]> {
    return this.read.of(ApiToken).find({ where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /**
   * Returns the token itself too: nobody can read it again.
   * @throws Fault AUTH.TOKEN_EXPIRY_PAST; AUTH.SCOPE_MISSING when a token asks for a token that may do more than itself.
   */
  async create(
    account: CurrentAccountInfo,
    { name, scopes, expiresAt = null }: NewToken,
  ): Promise<{ entry: ApiToken; token: string }> {
    const { accountId } = account;
    for (const scope of scopes) demandScope(account, scope);
    const createdAt = this.clock.now();
    if (expiresAt !== null && expiresAt <= createdAt) throw new Fault('AUTH.TOKEN_EXPIRY_PAST');
    const token = newSecret(API_TOKEN_PREFIX);
    const entry: ApiToken = {
      id: newId(),
      accountId,
      name,
      tokenHash: hashSecret(token),
      scopes: [...new Set(scopes)],
      createdAt,
      expiresAt,
    };
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(ApiToken, entry);
      await audit(manager, this.clock, {
        action: 'token.made',
        subject: ['token', entry.id],
        after: { name, scopes, expiresAt },
      });
    });
    return { entry, token };
  }

  /** @throws Fault AUTH.UNKNOWN_TOKEN, also for someone else's. */
  async revoke(accountId: AccountId, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { affected } = await manager.delete(ApiToken, { id, accountId });
      if (affected === 0) throw new Fault('AUTH.UNKNOWN_TOKEN');
      await audit(manager, this.clock, { action: 'token.revoked', subject: ['token', id] });
    });
  }
}
