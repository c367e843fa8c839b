import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AccountId, newId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { lockBooks } from '../chain/lock-books';
import { MoneyLinks } from '../chain/money-links';
import type { Payment } from '../settlement/settlement.entities';
import { AccountEntry, MemberAccount } from './account.entities';
import { entryPayload } from './entry-payload';

/** One movement to write. */
export interface NewEntry extends Pick<AccountEntry, 'kind' | 'cents'> {
  readonly payment?: Pick<Payment, 'id' | 'number'>;
  readonly usageRecordId?: AccountEntry['usageRecordId'];
  readonly reason?: string | null;
  /** Null: the service itself. */
  readonly by: AccountId | null;
}

/** Writes the movements of accounts, and links each to the chain. */
@Injectable()
export class AccountEntries {
  constructor(private readonly links: MoneyLinks) {}

  /** @param account locked by the caller; its balance and count are raised in place, for a further entry */
  async write(unit: Unit, account: MemberAccount, added: NewEntry): Promise<AccountEntry> {
    const { manager, now: at } = unit;
    const { memberId, reference } = account;
    const { kind, cents, payment, usageRecordId = null, reason = null, by: createdBy } = added;
    const { day: bookedOn } = await lockBooks(unit);
    const sequence = account.entries + 1;
    const balanceCents = account.balanceCents + cents;
    const entry: AccountEntry = {
      ...{ id: newId<string>(), memberId, number: `${reference}/${sequence}`, sequence },
      ...{ kind, cents, balanceCents, bookedOn, paymentId: payment?.id ?? null, usageRecordId, reason },
      ...{ createdBy, at, salt: randomBytes(32).toString('hex') },
    };
    await manager.insert(AccountEntry, { ...entry });
    await manager.update(MemberAccount, { memberId }, { entries: sequence, balanceCents });
    await this.links.add(unit, entryPayload(entry, { payment: payment?.number ?? null }));
    Object.assign(account, { entries: sequence, balanceCents });
    return entry;
  }
}
