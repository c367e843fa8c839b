import { Injectable } from '@nestjs/common';
import type { Scope } from '@pandafab/domain';
import { type AccountId, Fault, newId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { type CurrentAccountInfo, demandScope } from '../../platform/http/access';
import { API_TOKEN_PREFIX, hashSecret, newSecret } from '../../platform/http/secrets';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { ApiToken } from './account.entity';
import { newSlicerUser, slicerDigestOf } from './slicer-secret';

const NOT_USED = { lastUsedAt: null, lastClient: null };

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null: never. */
  readonly expiresAt?: number | null | undefined;
}

/** An account's secrets for programs. */
@Injectable()
export class TokensService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  list(accountId: AccountId): Promise<ApiToken[]> {
    return this.read.of(ApiToken).find({ where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /**
   * Returns the token itself too; it cannot be read again later.
   * @throws Fault AUTH.TOKEN_EXPIRY_PAST; AUTH.SCOPE_MISSING if a token requests a token with more rights than its own.
   */
  async create(
    account: CurrentAccountInfo,
    { name, scopes, expiresAt = null }: NewToken,
  ): Promise<{ entry: ApiToken; token: string }> {
    const { accountId } = account;
    for (const scope of scopes) demandScope(account, scope);
    const token = newSecret(API_TOKEN_PREFIX);
    const id = newId<string>();
    const own = {
      id,
      accountId,
      name,
      tokenHash: hashSecret(token),
      scopes: [...new Set(scopes)],
      expiresAt,
    };
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: createdAt } = unit;
      if (expiresAt !== null && expiresAt <= createdAt) throw new Fault('AUTH.TOKEN_EXPIRY_PAST');
      const entry: ApiToken = { ...own, ...slicerFieldsOf(own.scopes, token), createdAt, ...NOT_USED };
      await manager.insert(ApiToken, entry);
      await audit(unit, { action: 'token.made', subject: ['token', id], after: { name, scopes, expiresAt } });
      return { entry, token };
    });
  }

  /** @throws Fault AUTH.UNKNOWN_TOKEN, also for another account's. */
  revoke(accountId: AccountId, id: string): Promise<void> {
    return this.remove({ id, accountId });
  }

  /** For administrators: a token of any account. @throws Fault AUTH.UNKNOWN_TOKEN */
  revokeAny(id: string): Promise<void> {
    return this.remove({ id });
  }

  private async remove(which: { id: string; accountId?: AccountId }): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const token = await manager.findOneBy(ApiToken, which);
      if (!token || (await manager.delete(ApiToken, which)).affected === 0)
        throw new Fault('AUTH.UNKNOWN_TOKEN');
      const { id, name, accountId } = token;
      await audit(unit, { action: 'token.revoked', subject: ['token', id], before: { name, accountId } });
    });
  }
}

/** What a token for slicers has besides. */
function slicerFieldsOf(
  scopes: readonly Scope[],
  token: string,
): Pick<ApiToken, 'slicerUser' | 'slicerDigest'> {
  if (!scopes.includes('slicer')) return { slicerUser: null, slicerDigest: null };
  const slicerUser = newSlicerUser();
  return { slicerUser, slicerDigest: slicerDigestOf(slicerUser, token) };
}
