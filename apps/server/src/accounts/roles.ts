import { isLabRole, type RoleGrant } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { currentRequest } from '../audit/request-context';
import { Lab } from '../labs/lab.entity';
import { AccountRole } from './account.entity';

const keyOf = ({ role, labId }: RoleGrant): string => `${role} ${labId ?? ''}`;

/** What an account holds, in one order, so that it can be compared and shown. */
export async function rolesOf(manager: EntityManager, accountId: AccountId): Promise<RoleGrant[]> {
  const rows = await manager.findBy(AccountRole, { accountId });
  return rows.map(({ role, labId }) => ({ role, labId })).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/**
 * Gives an account these roles and takes away all others.
 * @param grantedBy who gives them: whoever asks, where nothing else is said
 * @throws Fault AUTH.ROLE_EVERYWHERE {role}, LAB.UNKNOWN
 */
export async function giveRoles(
  manager: EntityManager,
  clock: Clock,
  accountId: AccountId,
  roles: readonly RoleGrant[],
  grantedBy: AccountId | null = currentRequest()?.accountId ?? null,
): Promise<void> {
  await demandGrants(manager, roles);
  const wanted = new Map(roles.map((grant) => [keyOf(grant), grant]));
  for (const held of await manager.findBy(AccountRole, { accountId }))
    if (!wanted.delete(keyOf(held))) await manager.delete(AccountRole, { id: held.id });
  const granted = { grantedBy, grantedAt: clock.now() };
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
