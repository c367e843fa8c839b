import { isAllowedIn, labsAllowed } from '@pandafab/domain';
import type { Instant } from '@pandafab/shared';
import { Brackets, type EntityManager, MoreThan, type SelectQueryBuilder } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { GroupPerson } from '../people/group.entities';
import { Member } from '../people/member.entity';
import type { Job } from './job.entities';

/** Who sees a job: whoever it is for, staff of its lab, a minor's guardian, and those who lead its group. */
export async function maySee(
  manager: EntityManager,
  now: Instant,
  account: CurrentAccountInfo,
  { memberId, labId, groupId }: Job,
): Promise<boolean> {
  if (memberId === account.memberId || isAllowedIn(account, 'job.read-any', labId)) return true;
  const ward = { id: memberId, guardianId: account.memberId, minorUntil: MoreThan(now) };
  if (await manager.existsBy(Member, ward)) return true;
  return (
    groupId !== null && manager.existsBy(GroupPerson, { groupId, memberId: account.memberId, leads: true })
  );
}

const OF_WARDS = 'SELECT m.id FROM members m WHERE m."guardianId" = :me AND m."minorUntil" > :now';
const OF_GROUPS = 'SELECT p."groupId" FROM member_group_people p WHERE p."memberId" = :me AND p.leads';

/** The same as a condition of a list of `job`. */
export function onlyVisible(
  query: SelectQueryBuilder<Job>,
  now: Instant,
  account: CurrentAccountInfo,
): SelectQueryBuilder<Job> {
  const labs = labsAllowed(account, 'job.read-any');
  if (labs === 'everywhere') return query;
  const visible = new Brackets((either) => {
    either.where('job.memberId = :me').orWhere(`job.memberId IN (${OF_WARDS})`);
    either.orWhere(`job.groupId IN (${OF_GROUPS})`);
    if (labs.length > 0) either.orWhere('job.labId IN (:...labs)', { labs: [...labs] });
  });
  return query.andWhere(visible).setParameters({ me: account.memberId, now });
}
