import type { Clock, MemberId } from '@pandafab/shared';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { Account } from '../account.entity';
import { AccountCode } from '../account-code.entity';
import { hashSecret, newSecret } from '../secrets';
import { spendCodes } from './account-codes';

type Opened =
  /** A fresh secret, whose hash is all that is kept. */
  | { readonly kind: 'secret'; readonly code: AccountCode; readonly secret: string }
  /** The address opens an account already: that is what the mail says instead. */
  | { readonly kind: 'known'; readonly memberId: MemberId }
  /** Nobody is to get this mail: the code was used or replaced, or the address opens no account. */
  | { readonly kind: 'nobody' };

/**
 * Makes the secret of a code whose mail is being written. Whether an address opens an account is looked up here, long
 * after the request was answered: nothing about that answer can tell.
 */
export async function openCode(manager: EntityManager, clock: Clock, id: string): Promise<Opened> {
  const open = { id, usedAt: IsNull(), expiresAt: MoreThan(clock.now()) };
  const code = await manager.findOneBy(AccountCode, open);
  if (!code) return { kind: 'nobody' };
  const account = await manager.findOneBy(Account, { email: code.email });
  const resets = code.purpose === 'password-reset';
  if (resets && (!account || account.disabledAt !== null)) return spent(manager, clock, code);
  if (!resets && account) {
    await spent(manager, clock, code);
    return { kind: 'known', memberId: account.memberId };
  }
  const secret = newSecret();
  const whose = resets && account ? { accountId: account.id, memberId: account.memberId } : {};
  const { affected } = await manager.update(AccountCode, open, { codeHash: hashSecret(secret), ...whose });
  return affected ? { kind: 'secret', code: { ...code, ...whose }, secret } : { kind: 'nobody' };
}

async function spent(manager: EntityManager, clock: Clock, { id }: AccountCode): Promise<Opened> {
  await spendCodes(manager, clock, { id });
  return { kind: 'nobody' };
}
