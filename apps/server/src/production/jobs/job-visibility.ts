import { labsAllowed } from '@pandafab/domain';
import type { Instant } from '@pandafab/shared';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { isAnyOf } from '../../platform/persistence/any-of';
import { Job } from './job.entities';

const OF_WARDS = 'SELECT m.id FROM members m WHERE m."guardianId" = :me AND m."minorUntil" > :now';
const OF_GROUPS = 'SELECT p."groupId" FROM member_group_people p WHERE p."memberId" = :me AND p.leads';

/**
 * Who may see a job, as a condition of a query of `job`: the member it is for, the staff of its lab, a minor's
 * guardian, and the leaders of its group. This rule exists only here.
 */
export function onlyVisible(
  query: SelectQueryBuilder<Job>,
  now: Instant,
  account: CurrentAccountInfo,
): SelectQueryBuilder<Job> {
  const labs = labsAllowed(account, 'job.read-any');
  if (labs === 'everywhere') return query;
  const visible = new Brackets((either) => {
    either.where('job.memberId = :me');
    either.orWhere(isAnyOf('job.memberId', OF_WARDS, query.connection));
    either.orWhere(isAnyOf('job.groupId', OF_GROUPS, query.connection));
    if (labs.length > 0) either.orWhere('job.labId IN (:...labs)', { labs: [...labs] });
  });
  return query.andWhere(visible).setParameters({ me: account.memberId, now });
}

/** The same for one job. */
export const maySee = (
  manager: EntityManager,
  now: Instant,
  account: CurrentAccountInfo,
  { id }: Pick<Job, 'id'>,
): Promise<boolean> =>
  onlyVisible(manager.createQueryBuilder(Job, 'job').where('job.id = :id', { id }), now, account).getExists();
