import { isAllowedIn } from '@pandafab/domain';
import { Fault, type GroupId, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { Group, GroupPerson } from './group.entities';

/**
 * Checks who may submit for a group: its leaders, and staff who may submit for others both in the job's lab and in the
 * group's lab. Staff of another lab must not name its class.
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
  // Checked before GROUP.ARCHIVED, which reveals the group's name.
  if (!asStaff && !(await manager.existsBy(GroupPerson, leading))) throw new Fault('GROUP.NOT_LEADER');
  if (group.archivedAt !== null) throw new Fault('GROUP.ARCHIVED', { name: group.name });
}
