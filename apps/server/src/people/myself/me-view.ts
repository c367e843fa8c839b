import type { Instant } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Account } from '../accounts/account.entity';
import type { MemberRecord } from '../members/member-records';
import { toMemberView } from '../members/member-view';

/** The signed-in person's own data. */
export const viewMe = (
  { accountId, roles, scopes }: CurrentAccountInfo,
  { email, language }: Pick<Account, 'email' | 'language'>,
  record: MemberRecord,
  { now, sendsMail }: { readonly now: Instant; readonly sendsMail: boolean },
) => ({
  id: accountId,
  email,
  language,
  sendsMail,
  roles: [...roles],
  scopes: scopes && [...scopes],
  member: toMemberView(record, now),
});
