import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { MembersService } from '../people/members.service';
import type { Database } from '../persistence/data-source';
import { ReadDatabase } from '../persistence/read-database';
import { DATABASE, UnitOfWork } from '../persistence/unit-of-work';
import { Account } from './account.entity';
import { AccountsService } from './accounts.service';
import { hashPassword } from './passwords';
import { hashSecret, isSecret, newSecret } from './secrets';

export interface FirstAdministrator {
  readonly code: string;
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
}

/** The first administrator: made once, by whoever can read the server's terminal. */
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

  /** A fresh one-time code while there is no account at all; an earlier one stops working. Else undefined. */
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
    const id = await this.unitOfWork.run(async (manager) => {
      await this.demandFirst(manager);
      const { displayName, email } = form;
      const member = await this.members.insert(manager, { displayName, category: 'non-resident' });
      const account = { email, passwordHash, roles: [{ role: 'administrator', labId: null } as const] };
      return (await this.accounts.insert(manager, member.id, account)).id;
    });
    this.codeHash = undefined;
    return id;
  }

  /** PostgreSQL runs two of these at once, each blind to the other's account; SQLite never does. */
  private async demandFirst(manager: EntityManager): Promise<void> {
    if (this.database.writer.options.type === 'postgres') {
      await manager.query('LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE');
    }
    if (await manager.exists(Account)) throw new Fault('AUTH.SETUP_DONE');
  }
}
