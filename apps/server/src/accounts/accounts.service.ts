import { Inject, Injectable } from '@nestjs/common';
import type { RoleGrant } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, type MemberId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { Member, MemberContact } from '../people/member.entity';
import { ReadDatabase } from '../persistence/read-database';
import { isUniqueViolation } from '../persistence/unique-violation';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Account, AccountRole, LoginSession } from './account.entity';
import { hashPassword } from './passwords';
import { giveRoles, rolesOf } from './roles';

export interface NewAccount {
  /** Lower case. */
  readonly email: string;
  readonly password: string;
  readonly roles: readonly RoleGrant[];
  /** Who gave them, where that is not who asks. */
  readonly grantedBy?: AccountId | null;
}

/** Members' right to sign in. */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** @throws Fault MEMBER.UNKNOWN, MEMBER.HAS_ACCOUNT, AUTH.EMAIL_TAKEN, AUTH.PASSWORD_COMMON, AUTH.ROLE_EVERYWHERE or LAB.UNKNOWN. */
  async open(memberId: MemberId, wanted: NewAccount): Promise<Account> {
    const contact = await this.read.of(MemberContact).findOneBy({ memberId });
    const passwordHash = await hashPassword(wanted.password, [wanted.email, contact?.displayName ?? '']);
    const write = (manager: EntityManager) => this.insert(manager, memberId, { ...wanted, passwordHash });
    return this.unitOfWork.run(write).catch(asEmailTaken(wanted.email));
  }

  /** For a caller that has hashed the password already: hashing takes too long for a unit of work. */
  async insert(
    manager: EntityManager,
    memberId: MemberId,
    { email, passwordHash, roles, grantedBy }: Omit<NewAccount, 'password'> & { passwordHash: string },
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
      language: null,
      disabledAt: null,
      createdAt: this.clock.now(),
    };
    await manager.insert(Account, account);
    await giveRoles(manager, this.clock, account.id, roles, grantedBy);
    await audit(manager, this.clock, {
      action: 'account.opened',
      subject: ['account', account.id],
      after: { roles: await rolesOf(manager, account.id) },
      personal: { memberId, after: { email } },
    });
    return account;
  }

  /**
   * Gives an account these roles, and no others; what it may do changes at once. Whose account it is.
   * @throws Fault AUTH.UNKNOWN_ACCOUNT, AUTH.LAST_ADMINISTRATOR, LAB.UNKNOWN
   */
  setRoles(id: AccountId, roles: readonly RoleGrant[]): Promise<MemberId> {
    return this.change(id, async (manager, account) => {
      const before = await rolesOf(manager, id);
      await giveRoles(manager, this.clock, id, roles);
      const note = { before: { roles: before }, after: { roles: await rolesOf(manager, id) } };
      await audit(manager, this.clock, {
        action: 'account.roles-changed',
        subject: ['account', account.id],
        ...note,
      });
    });
  }

  /**
   * Shuts an account, with all its sessions and tokens, or opens it again. Whose account it is.
   * @throws Fault AUTH.UNKNOWN_ACCOUNT, AUTH.LAST_ADMINISTRATOR
   */
  setDisabled(id: AccountId, disabled: boolean): Promise<MemberId> {
    return this.change(id, async (manager, { disabledAt }) => {
      if ((disabledAt !== null) === disabled) return;
      await manager.update(Account, { id }, { disabledAt: disabled ? this.clock.now() : null });
      if (disabled) await manager.delete(LoginSession, { accountId: id });
      const action = disabled ? 'account.disabled' : 'account.enabled';
      await audit(manager, this.clock, { action, subject: ['account', id] });
    });
  }

  private change(
    id: AccountId,
    work: (manager: EntityManager, account: Account) => Promise<void>,
  ): Promise<MemberId> {
    return this.unitOfWork.run(async (manager) => {
      await this.holdAdministrators(manager);
      const account = await manager.findOneBy(Account, { id });
      if (!account) throw new Fault('AUTH.UNKNOWN_ACCOUNT');
      await work(manager, account);
      await demandAnAdministrator(manager);
      return account.memberId;
    });
  }

  /** Two administrators who take each other's role away at once: PostgreSQL would let both. */
  private async holdAdministrators(manager: EntityManager): Promise<void> {
    if (manager.connection.options.type === 'postgres')
      await manager.query('LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE');
  }
}

/** For what a race ends in where the check came first. @throws Fault AUTH.EMAIL_TAKEN {email} */
export const asEmailTaken =
  (email: string) =>
  (error: unknown): never => {
    if (isUniqueViolation(error)) throw new Fault('AUTH.EMAIL_TAKEN', { email });
    throw error;
  };

/** Without one, nobody could ever make another. */
async function demandAnAdministrator(manager: EntityManager): Promise<void> {
  const query = manager
    .createQueryBuilder(AccountRole, 'held')
    .innerJoin(Account, 'account', 'account.id = held.accountId')
    .where("held.role = 'administrator' AND account.disabledAt IS NULL");
  if (!(await query.getExists())) throw new Fault('AUTH.LAST_ADMINISTRATOR');
}
