import { isAllowedIn } from '@pandafab/domain';
import { Fault, type GroupId, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../accounts/access';
import { GroupPerson } from '../group.entities';
import { findOpen } from './groups.service';

/**
 * For those who lead the group, and staff who submit for others in the lab.
 * @throws Fault GROUP.UNKNOWN, GROUP.ARCHIVED {name}, GROUP.NOT_LEADER
 */
export async function demandMaySubmitFor(
  manager: EntityManager,
  account: CurrentAccountInfo,
  groupId: GroupId,
  labId: LabId,
): Promise<void> {
  await findOpen(manager, groupId);
  if (isAllowedIn(account, 'job.submit-for-others', labId)) return;
  const leading = { groupId, memberId: account.memberId, leads: true };
  if (!(await manager.existsBy(GroupPerson, leading))) throw new Fault('GROUP.NOT_LEADER');
}
