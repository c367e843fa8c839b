import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, Fault } from '@pandafab/shared';
import { hashSecret, isSecret, newSecret } from '../../platform/http/secrets';
import type { Database } from '../../platform/persistence/data-source';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { DATABASE, UnitOfWork } from '../../platform/persistence/unit-of-work';
import { MembersService } from '../members/members.service';
import { Account } from './account.entity';
import { AccountsService } from './accounts.service';
import { hashPassword } from './passwords';

export interface FirstAdministrator {
  readonly code: string;
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
}

/** The first administrator: made once, by a person who can read the server's terminal. */
@Injectable()
export class SetupService {
  private codeHash: string | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
  ) {}

  /** A new one-time code while there is no account; earlier codes become invalid. Undefined if there is an account. */
  async invite(): Promise<string | undefined> {
    if (await this.isDone()) return undefined;
    const code = newSecret();
    this.codeHash = hashSecret(code);
    return code;
  }

  isDone(): Promise<boolean> {
    return this.read.of(Account).exists();
  }

  /** @throws Fault AUTH.SETUP_DONE, AUTH.SETUP_CODE_WRONG. */
  async demandCode(code: string): Promise<void> {
    if (await this.isDone()) throw new Fault('AUTH.SETUP_DONE');
    if (this.codeHash === undefined || !isSecret(code, this.codeHash))
      throw new Fault('AUTH.SETUP_CODE_WRONG');
  }

  /** Makes member and account. @throws Fault AUTH.SETUP_DONE, AUTH.SETUP_CODE_WRONG, AUTH.PASSWORD_COMMON. */
  async create(form: FirstAdministrator): Promise<AccountId> {
    await this.demandCode(form.code);
    const passwordHash = await hashPassword(form.password, [form.email, form.displayName]);
    const id = await this.unitOfWork.run(async (unit) => {
      await this.demandFirst(unit);
      const { displayName, email } = form;
      const member = await this.members.insert(unit, { displayName, category: 'non-resident' });
      const account = { email, passwordHash, roles: [{ role: 'administrator', labId: null } as const] };
      return (await this.accounts.insert(unit, member.id, account)).id;
    });
    this.codeHash = undefined;
    return id;
  }

  /**
   * Against a race: PostgreSQL could run two of these, and neither would see the other's account; SQLite never does.
   */
  private async demandFirst({ manager }: Unit): Promise<void> {
    if (this.database.writer.options.type === 'postgres') {
      await manager.query('LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE');
    }
    if (await manager.exists(Account)) throw new Fault('AUTH.SETUP_DONE');
  }
}
