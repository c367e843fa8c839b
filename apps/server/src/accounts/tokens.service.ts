import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, newId } from '@pandafab/shared';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { ApiToken } from './account.entity';
import { API_TOKEN_PREFIX, hashSecret, newSecret } from './secrets';

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
   * @throws Fault AUTH.TOKEN_EXPIRY_PAST.
   */
  async create(
    accountId: AccountId,
    name: string,
    expiresAt: number | null,
  ): Promise<{ entry: ApiToken; token: string }> {
    const createdAt = this.clock.now();
    if (expiresAt !== null && expiresAt <= createdAt) throw new Fault('AUTH.TOKEN_EXPIRY_PAST');
    const token = newSecret(API_TOKEN_PREFIX);
    const entry: ApiToken = {
      id: newId(),
      accountId,
      name,
      tokenHash: hashSecret(token),
      createdAt,
      expiresAt,
    };
    await this.unitOfWork.run((manager) => manager.insert(ApiToken, entry));
    return { entry, token };
  }

  /** @throws Fault AUTH.UNKNOWN_TOKEN, also for someone else's. */
  async revoke(accountId: AccountId, id: string): Promise<void> {
    const { affected } = await this.unitOfWork.run((manager) => manager.delete(ApiToken, { id, accountId }));
    if (affected === 0) throw new Fault('AUTH.UNKNOWN_TOKEN');
  }
}
