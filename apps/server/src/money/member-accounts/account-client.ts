import { Fault, newId, type OrganisationId } from '@pandafab/shared';
import { MemberBillingIdentity } from '../../people/members/member.entity';
import { writePersonClient } from '../../people/organisations/person-client';
import type { Unit } from '../../platform/persistence/unit';
import { MemberAccount } from './account.entities';

/**
 * The client that stands for a member on invoices, with the name and address that the member's record has now.
 * @param account locked by the caller
 * @throws Fault ACCOUNT.NO_ADDRESS
 */
export async function clientOf(unit: Unit, account: MemberAccount): Promise<OrganisationId> {
  const { manager } = unit;
  const { memberId } = account;
  const identity = await manager.findOneBy(MemberBillingIdentity, { memberId });
  if (!identity || identity.addressLine === '' || identity.name === '') throw new Fault('ACCOUNT.NO_ADDRESS');
  const { name, addressLine, postcode, city, countryCode } = identity;
  const id = account.organisationId ?? newId<OrganisationId>();
  await writePersonClient(unit, id, { name, addressLine, postcode, city, countryCode });
  if (account.organisationId === null)
    await manager.update(MemberAccount, { memberId }, { organisationId: id });
  return id;
}
