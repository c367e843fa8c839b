import type { OrganisationId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { Organisation } from './organisation.entity';
import { auditOrganisation } from './organisation-audit';

type Identity = Pick<Organisation, 'name' | 'addressLine' | 'postcode' | 'city' | 'countryCode'>;

/** Makes the client that stands for a private person, or gives it the person's present name and address. */
export async function writePersonClient(unit: Unit, id: OrganisationId, identity: Identity): Promise<void> {
  const { manager } = unit;
  const current = await manager.findOneBy(Organisation, { id });
  const organisation: Organisation = current
    ? { ...current, ...identity }
    : {
        ...{ id, kind: 'person', ...identity, siren: null, siret: null, vatNumber: null, email: null },
        ...{
          serviceCode: null,
          requiresServiceCode: false,
          requiresEngagement: false,
          engagementNumber: null,
        },
        createdAt: unit.now,
      };
  if (current) await manager.update(Organisation, { id }, { ...organisation });
  else await manager.insert(Organisation, organisation);
  await auditOrganisation(unit, current, organisation);
}
