import { acceptsPrints } from '@pandafab/domain';
import type { AccountId, GroupId, PrestationId } from '@pandafab/shared';
import { Group } from '../../people/groups/group.entities';
import type { Unit } from '../../platform/persistence/unit';
import { createPrestation } from '../prestations/create-prestation';
import { lockPrestation } from '../prestations/prestation-lines';
import { GroupPayer } from './settings.entities';

/**
 * The client order to which the prints of a group are added, if its organisation pays: the one in use while it accepts
 * prints, else a new one. Locked: it cannot be invoiced before this unit of work ends.
 * @returns null where the organisation does not pay
 */
export async function prestationOfGroup(
  unit: Unit,
  by: AccountId,
  groupId: GroupId,
): Promise<PrestationId | null> {
  const { manager } = unit;
  // The write locks the choice: two submissions at once make one order.
  const payer = 'organisation';
  const { affected } = await manager.update(GroupPayer, { groupId, payer }, { payer });
  if (!affected) return null;
  const { prestationId } = await manager.findOneByOrFail(GroupPayer, { groupId });
  const current = prestationId && (await lockPrestation(unit, prestationId));
  if (current && acceptsPrints(current.state)) return current.id;
  const { name, organisationId, labId } = await manager.findOneByOrFail(Group, { id: groupId });
  if (organisationId === null) return null;
  const opened = await createPrestation(unit, by, {
    organisationId,
    title: `Impressions 3D, ${name}`,
    labId,
  });
  await manager.update(GroupPayer, { groupId }, { prestationId: opened.id });
  return opened.id;
}
