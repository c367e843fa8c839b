import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '@pandafab/domain';
import { type AccountId, Fault, type MemberId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { isUniqueViolation } from '../../platform/persistence/unique-violation';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Member, MemberContact } from '../members/member.entity';
import { Account, AccountRole, LoginSession } from './account.entity';
import { hashPassword } from './passwords';
import { giveRoles, rolesOf } from './roles';

export interface NewAccount {
  /** Lower case. */
  readonly email: string;
  readonly password: string;
  readonly roles: readonly RoleGrant[];
  /** Who granted them, if not the caller. */
  readonly grantedBy?: AccountId | null;
}

/** Members' right to sign in. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /**
   * @throws Fault MEMBER.UNKNOWN, MEMBER.HAS_ACCOUNT, AUTH.EMAIL_TAKEN, AUTH.PASSWORD_COMMON, AUTH.ROLE_EVERYWHERE or
   * LAB.UNKNOWN.
   */
  async open(memberId: MemberId, wanted: NewAccount): Promise<Account> {
    const contact = await this.read.of(MemberContact).findOneBy({ memberId });
    const passwordHash = await hashPassword(wanted.password, [wanted.email, contact?.displayName ?? '']);
    const write = (unit: Unit) => this.insert(unit, memberId, { ...wanted, passwordHash });
    return this.unitOfWork.run(write).catch(asEmailTaken(wanted.email));
  }

  /** For a caller that has already hashed the password: hashing takes too long for a unit of work. */
  async insert(
    unit: Unit,
    memberId: MemberId,
    { email, passwordHash, roles, grantedBy }: Omit<NewAccount, 'password'> & { passwordHash: string },
  ): Promise<Account> {
    const { manager, now } = unit;
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
      createdAt: now,
    };
    await manager.insert(Account, account);
    await giveRoles(unit, account.id, roles, grantedBy);
    await audit(unit, {
      action: 'account.opened',
      subject: ['account', account.id],
      after: { roles: await rolesOf(manager, account.id) },
      personal: { memberId, after: { email } },
    });
    return account;
  }

  /**
   * Sets exactly these roles of an account, with immediate effect. @returns the member of the account
   * @throws Fault AUTH.UNKNOWN_ACCOUNT, AUTH.LAST_ADMINISTRATOR, LAB.UNKNOWN
   */
  setRoles(id: AccountId, roles: readonly RoleGrant[]): Promise<MemberId> {
    return this.change(id, async (unit, account) => {
      const { manager } = unit;
      const before = await rolesOf(manager, id);
      await giveRoles(unit, id, roles);
      const note = { before: { roles: before }, after: { roles: await rolesOf(manager, id) } };
      await audit(unit, {
        action: 'account.roles-changed',
        subject: ['account', account.id],
        ...note,
      });
    });
  }

  /**
   * Disables an account, with all its sessions and tokens, or enables it again. @returns the member of the account
   * @throws Fault AUTH.UNKNOWN_ACCOUNT, AUTH.LAST_ADMINISTRATOR
   */
  setDisabled(id: AccountId, disabled: boolean): Promise<MemberId> {
    return this.change(id, async (unit, { disabledAt }) => {
      const { manager, now } = unit;
      if ((disabledAt !== null) === disabled) return;
      await manager.update(Account, { id }, { disabledAt: disabled ? now : null });
      if (disabled) await manager.delete(LoginSession, { accountId: id });
      const action = disabled ? 'account.disabled' : 'account.enabled';
      await audit(unit, { action, subject: ['account', id] });
    });
  }

  private change(id: AccountId, work: (unit: Unit, account: Account) => Promise<void>): Promise<MemberId> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await this.holdAdministrators(unit);
      const account = await manager.findOneBy(Account, { id });
      if (!account) throw new Fault('AUTH.UNKNOWN_ACCOUNT');
      await work(unit, account);
      await demandAnAdministrator(manager);
      return account.memberId;
    });
  }

  /** Against a race: two administrators remove each other's role at the same time; PostgreSQL would allow both. */
  private async holdAdministrators({ manager }: Unit): Promise<void> {
    if (manager.connection.options.type === 'postgres')
      await manager.query('LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE');
  }
}

/** Translates the unique-constraint error of a race after the check passed. @throws Fault AUTH.EMAIL_TAKEN {email} */
export const asEmailTaken =
  (email: string) =>
  (error: unknown): never => {
    if (isUniqueViolation(error)) throw new Fault('AUTH.EMAIL_TAKEN', { email });
    throw error;
  };

/** Without an administrator, no other account could ever become one. */
async function demandAnAdministrator(manager: EntityManager): Promise<void> {
  const query = manager
    .createQueryBuilder(AccountRole, 'held')
    .innerJoin(Account, 'account', 'account.id = held.accountId')
    .where("held.role = 'administrator' AND account.disabledAt IS NULL");
  if (!(await query.getExists())) throw new Fault('AUTH.LAST_ADMINISTRATOR');
}
