import { isAllowedIn } from '@pandafab/domain';
import { Fault, type GroupId, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../accounts/access';
import { Group, GroupPerson } from '../group.entities';

/**
 * For those who lead the group, and staff who submit for others in the lab of the job and in the group's own: another
 * lab's class is not theirs to name.
 * @throws Fault GROUP.UNKNOWN, GROUP.NOT_LEADER, GROUP.ARCHIVED {name}
 */
export async function demandMaySubmitFor(
  manager: EntityManager,
  account: CurrentAccountInfo,
  groupId: GroupId,
  labId: LabId,
): Promise<void> {
  const group = await manager.findOneBy(Group, { id: groupId });
  if (!group) throw new Fault('GROUP.UNKNOWN');
  const leading = { groupId, memberId: account.memberId, leads: true };
  const asStaff = [labId, group.labId].every((each) => isAllowedIn(account, 'job.submit-for-others', each));
  // Before its name is told.
  if (!asStaff && !(await manager.existsBy(GroupPerson, leading))) throw new Fault('GROUP.NOT_LEADER');
  if (group.archivedAt !== null) throw new Fault('GROUP.ARCHIVED', { name: group.name });
}
