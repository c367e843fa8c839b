import type { Instant } from '@pandafab/shared';
import { toMemberView } from '../people/member-view';
import type { MemberRecord } from '../people/members.service';
import type { CurrentAccountInfo } from './access';

/** Who is signed in, as they see themselves. */
export const viewMe = (
  { accountId, roles, scopes }: CurrentAccountInfo,
  record: MemberRecord,
  { now, sendsMail }: { readonly now: Instant; readonly sendsMail: boolean },
) => ({
  id: accountId,
  email: record.account?.email ?? '',
  language: record.account?.language ?? null,
  sendsMail,
  roles: [...roles],
  scopes: scopes && [...scopes],
  member: toMemberView(record, now),
});
