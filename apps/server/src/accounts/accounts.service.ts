import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, type MemberId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../config';
import { isUniqueViolation } from '../persistence/unique-violation';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Account } from './account.entity';
import { Member } from './member.entity';
import { hashPassword } from './passwords';

export interface NewAccount {
  /** Lower case. */
  readonly email: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** Members' right to sign in. */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Fault MEMBER.UNKNOWN, MEMBER.HAS_ACCOUNT or AUTH.EMAIL_TAKEN. */
  async open(memberId: MemberId, wanted: NewAccount): Promise<Account> {
    const passwordHash = await hashPassword(wanted.password);
    const write = (manager: EntityManager) => this.insert(manager, memberId, { ...wanted, passwordHash });
    return this.unitOfWork.run(write).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new Fault('AUTH.EMAIL_TAKEN', { email: wanted.email });
      throw error;
    });
  }

  /** For a caller that has hashed the password already: hashing takes too long for a unit of work. */
  async insert(
    manager: EntityManager,
    memberId: MemberId,
    { email, passwordHash, roles }: Omit<NewAccount, 'password'> & { passwordHash: string },
  ): Promise<Account> {
    if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
    const theirs = await manager.findOneBy(Account, { memberId });
    if (theirs) throw new Fault('MEMBER.HAS_ACCOUNT', { email: theirs.email });
    if (await manager.existsBy(Account, { email })) throw new Fault('AUTH.EMAIL_TAKEN', { email });
    const account: Account = {
      id: newId<AccountId>(),
      memberId,
      email,
      passwordHash,
      roles: [...new Set(roles)],
      disabledAt: null,
      createdAt: this.clock.now(),
    };
    await manager.insert(Account, account);
    return account;
  }
}
