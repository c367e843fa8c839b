import { Inject, Injectable } from '@nestjs/common';
import { type BookAccounts, DEFAULT_BOOK_ACCOUNTS } from '@pandafab/domain';
import { type AccountId, type Clock, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { type Day, parisDay } from '../kit/paris';
import type { BookAccountsDto, BookAccountsListDto, PutBookAccountsDto } from './book-accounts.dto';
import { BookAccountSettings } from './book-accounts.entity';

const LATEST_FIRST = { inForceFrom: 'DESC', createdAt: 'DESC', id: 'DESC' } as const;

/** The accounts for entries of a day. */
export type AccountsOn = (day: Day) => BookAccounts;

/** Reads every version once. Before the first one, and without any, the accounts of the installation count. */
export async function readAccounts(manager: EntityManager): Promise<AccountsOn> {
  const versions = await manager.find(BookAccountSettings, { order: LATEST_FIRST });
  return (day) => versions.find(({ inForceFrom }) => inForceFrom <= day)?.accounts ?? DEFAULT_BOOK_ACCOUNTS;
}

@Injectable()
export class BookAccountsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Those in force today. */
  async current(): Promise<BookAccountsDto> {
    const today = parisDay(this.clock.now());
    const versions = await this.database.of(BookAccountSettings).find({ order: LATEST_FIRST });
    const found = versions.find(({ inForceFrom }) => inForceFrom <= today);
    return viewed(found?.accounts ?? DEFAULT_BOOK_ACCOUNTS, found?.inForceFrom ?? null);
  }

  /** Every version, the latest first day first. */
  async versions(): Promise<BookAccountsListDto> {
    const rows = await this.database.of(BookAccountSettings).find({ order: LATEST_FIRST });
    const items = rows.map(({ inForceFrom, accounts, createdAt }) => {
      const { inForceFrom: _, ...shown } = viewed(accounts, inForceFrom);
      return { inForceFrom, recordedAt: toIso(createdAt), accounts: shown };
    });
    return { items, total: items.length };
  }

  save(createdBy: AccountId, { inForceFrom, ...accounts }: PutBookAccountsDto): Promise<BookAccountsDto> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: createdAt } = unit;
      const from = inForceFrom ?? parisDay(createdAt);
      const row = { id: newId<string>(), inForceFrom: from, accounts, createdBy, createdAt };
      await manager.insert(BookAccountSettings, row);
      const subject = ['book-accounts', row.id] as const;
      await audit(unit, {
        action: 'book-accounts.recorded',
        subject,
        after: { inForceFrom: from, accounts },
      });
      return viewed(accounts, from);
    });
  }
}

/** The accounts as the API has them: the domain's are read-only. */
const viewed = (accounts: BookAccounts, inForceFrom: Day | null): BookAccountsDto => ({
  ...structuredClone(accounts as Omit<BookAccountsDto, 'inForceFrom'>),
  inForceFrom,
});
