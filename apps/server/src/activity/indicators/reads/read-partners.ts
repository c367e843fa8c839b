import type { EntityManager } from 'typeorm';
import { Organisation } from '../../../people/organisations/organisation.entity';
import { Partner, type PartnerKind } from '../../partners/partner.entity';
import { type IndicatorScope, once } from '../scope';

/** An organisation that the labs work with. */
export interface CountedPartner {
  readonly id: string;
  readonly name: string;
  readonly kind: PartnerKind;
  readonly neighbourhood: string | null;
  readonly isPriority: boolean;
}

interface Raw extends Omit<CountedPartner, 'isPriority'> {
  readonly isPriority: boolean | number;
}

/** All partners, by their ids. */
export const readPartners = (
  manager: EntityManager,
  scope: IndicatorScope,
): Promise<ReadonlyMap<string, CountedPartner>> =>
  once(scope, 'partners', async () => {
    const rows = await manager
      .createQueryBuilder(Partner, 'partner')
      .innerJoin(Organisation, 'organisation', 'organisation.id = partner.organisationId')
      .select('organisation.id', 'id')
      .addSelect('organisation.name', 'name')
      .addSelect('partner.kind', 'kind')
      .addSelect('partner.neighbourhood', 'neighbourhood')
      .addSelect('partner.priorityEducation', 'isPriority')
      .getRawMany<Raw>();
    return new Map(rows.map((row) => [row.id, { ...row, isPriority: Boolean(row.isPriority) }]));
  });
