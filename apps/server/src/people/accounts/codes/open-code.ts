import type { MemberId } from '@pandafab/shared';
import { IsNull, MoreThan } from 'typeorm';
import { hashSecret, newSecret } from '../../../platform/http/secrets';
import type { Unit } from '../../../platform/persistence/unit';
import { Account } from '../account.entity';
import { AccountCode } from '../account-code.entity';
import { spendCodes } from './account-codes';

type Opened =
  /** A new secret; only its hash is stored. */
  | { readonly kind: 'secret'; readonly code: AccountCode; readonly secret: string }
  /** The address already belongs to an account: the mail says so instead. */
  | { readonly kind: 'known'; readonly memberId: MemberId }
  /** The mail must not be sent: the code was used or replaced, or the address belongs to no account. */
  | { readonly kind: 'unsent' };

/**
 * Makes the secret of a code while its mail is being written. Whether an address belongs to an account is looked up
 * here, long after the request was answered, so that the answer and its timing reveal nothing.
 */
export async function openCode(unit: Unit, id: string): Promise<Opened> {
  const { manager, now } = unit;
  const open = { id, usedAt: IsNull(), expiresAt: MoreThan(now) };
  const code = await manager.findOneBy(AccountCode, open);
  if (!code) return { kind: 'unsent' };
  const account = await manager.findOneBy(Account, { email: code.email });
  const resets = code.purpose === 'password-reset';
  if (resets && (!account || account.disabledAt !== null)) return spent(unit, code);
  if (!resets && account) {
    await spent(unit, code);
    return { kind: 'known', memberId: account.memberId };
  }
  const secret = newSecret();
  const whose = resets && account ? { accountId: account.id, memberId: account.memberId } : {};
  const { affected } = await manager.update(AccountCode, open, { codeHash: hashSecret(secret), ...whose });
  return affected ? { kind: 'secret', code: { ...code, ...whose }, secret } : { kind: 'unsent' };
}

async function spent(unit: Unit, { id }: AccountCode): Promise<Opened> {
  await spendCodes(unit, { id });
  return { kind: 'unsent' };
}
