import { labsAllowed } from '@pandafab/domain';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { memberWords } from '../members/member-words';
import type { JoinedMember, StaffMembersService } from './staff-members.service';

const PLACE = {
  key: 'member.id',
  columns: ['contact.foldedName', 'contact.email', 'account.email'],
} as const;
/** Members whom the account does not know are among those found in the index: it has no labs. */
const MOST_OF_OTHER_LABS = 1000;
/** The address with which a person signs in is in the accounts, each of which has another one. */
const BY_SIGN_IN = 'SELECT "memberId" AS k FROM accounts WHERE email = :whole';

/** Members by their names and e-mail addresses. */
export async function findMembers(
  members: StaffMembersService,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  const labs = labsAllowed(account, 'member.read-any');
  if (labs.length === 0) return [];
  const reach = labs === 'everywhere' ? { also: BY_SIGN_IN } : { also: BY_SIGN_IN, most: MOST_OF_OTHER_LABS };
  const best = await findBest(members.knownTo(labs), PLACE, asked, { index: memberWords, reach });
  return best.map(({ row, closeness }) => {
    const { id, homeLabId, contact } = row as JoinedMember;
    const title = contact?.displayName ?? '—';
    return { id, title, detail: contact?.email ?? null, labId: homeLabId, state: null, closeness };
  });
}
