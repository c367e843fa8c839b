import type { PaidBy } from '@pandafab/domain';
import type { GroupId, MemberId, OrganisationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Group } from '../../people/groups/group.entities';
import { GroupPayer } from './settings.entities';
import { accountRules } from './settings-in-force';

/**
 * Who pays for a print. `client`: a client order. `organisation`: that of the group, by a client order that the service
 * keeps. `lab`: it is recorded with its value. `none`: nothing was decided, and it is recorded only.
 */
export type Payer =
  | { readonly kind: 'client' | 'lab' | 'none' }
  | { readonly kind: 'account'; readonly memberId: MemberId }
  | { readonly kind: 'organisation'; readonly organisationId: OrganisationId };

/** Who pays for a print that is submitted now. */
export async function payerOf(
  manager: EntityManager,
  { memberId, groupId, prestationId }: PaidBy,
): Promise<Payer> {
  if (prestationId !== null) return { kind: 'client' };
  if (groupId !== null) return payerOfGroup(manager, groupId);
  const { isOn } = await accountRules(manager);
  return isOn ? { kind: 'account', memberId } : { kind: 'none' };
}

async function payerOfGroup(manager: EntityManager, groupId: GroupId): Promise<Payer> {
  const chosen = await manager.findOneBy(GroupPayer, { groupId });
  if (chosen?.payer === 'lab') return { kind: 'lab' };
  if (chosen?.payer === 'organisation') {
    const { organisationId } = await manager.findOneByOrFail(Group, { id: groupId });
    return organisationId === null ? { kind: 'none' } : { kind: 'organisation', organisationId };
  }
  if (!chosen?.memberId || !(await accountRules(manager)).isOn) return { kind: 'none' };
  return { kind: 'account', memberId: chosen.memberId };
}
