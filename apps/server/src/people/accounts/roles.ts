import { isLabRole, type RoleGrant } from '@pandafab/domain';
import { type AccountId, Fault, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import type { Unit } from '../../platform/persistence/unit';
import { AccountRole } from './account.entity';

const keyOf = ({ role, labId }: RoleGrant): string => `${role} ${labId ?? ''}`;

/** The roles of an account in a fixed order, for comparison and display. */
export async function rolesOf(manager: EntityManager, accountId: AccountId): Promise<RoleGrant[]> {
  const rows = await manager.findBy(AccountRole, { accountId });
  return rows.map(({ role, labId }) => ({ role, labId })).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/**
 * Sets exactly these roles of an account.
 * @param grantedBy who grants them; the acting account if absent
 * @throws Fault AUTH.ROLE_EVERYWHERE {role}, LAB.UNKNOWN
 */
export async function giveRoles(
  { manager, now, by }: Unit,
  accountId: AccountId,
  roles: readonly RoleGrant[],
  grantedBy: AccountId | null = by.kind === 'account' ? by.id : null,
): Promise<void> {
  await demandGrants(manager, roles);
  const wanted = new Map(roles.map((grant) => [keyOf(grant), grant]));
  for (const held of await manager.findBy(AccountRole, { accountId }))
    if (!wanted.delete(keyOf(held))) await manager.delete(AccountRole, { id: held.id });
  const granted = { grantedBy, grantedAt: now };
  for (const grant of wanted.values())
    await manager.insert(AccountRole, { id: newId<string>(), accountId, ...grant, ...granted });
}

/** @throws Fault AUTH.ROLE_EVERYWHERE {role}, LAB.UNKNOWN */
export async function demandGrants(manager: EntityManager, roles: readonly RoleGrant[]): Promise<void> {
  for (const { role, labId } of roles) {
    if (labId === null) continue;
    if (!isLabRole(role)) throw new Fault('AUTH.ROLE_EVERYWHERE', { role });
    if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
  }
}
