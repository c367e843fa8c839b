import type { AccountId } from '@pandafab/shared';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Mail } from '../../platform/mail/mail.entity';
import { isOfAddress } from '../../platform/mail/smtp';
import { Account } from '../accounts/account.entity';

/**
 * The account, if mails about events may be sent to it: it is not disabled, and its address took the last mail. An
 * address that the mail server refused is mailed again once another mail, such as a new password's, has arrived there.
 */
export async function readableAccount(manager: EntityManager, id: AccountId): Promise<Account | undefined> {
  const account = await manager.findOneBy(Account, { id, disabledAt: IsNull() });
  if (!account) return undefined;
  const last = await manager.findOne(Mail, {
    where: { address: account.email, settledAt: Not(IsNull()), state: Not('dropped') },
    order: { settledAt: 'DESC' },
  });
  return last?.state === 'failed' && isOfAddress(last.failure ?? '') ? undefined : account;
}
