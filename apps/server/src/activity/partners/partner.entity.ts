import type { AccountId, OrganisationId } from '@pandafab/shared';
import { Entity, PrimaryColumn } from 'typeorm';
import { FlagColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

export const PARTNER_KINDS = ['school', 'digital-space', 'association', 'city', 'other'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/**
 * What reports need to know of an organisation that the labs work with: a school and whether it is in a priority
 * education area, another public digital space, an association of a neighbourhood.
 */
@Entity('partners')
export class Partner {
  @PrimaryColumn({ type: 'varchar' }) organisationId!: OrganisationId;
  @TextColumn() kind!: PartnerKind;
  /** In the staff's words, the same as in the profiles of members. */
  @TextColumn({ nullable: true }) neighbourhood!: string | null;
  /** In a priority education area (éducation prioritaire, REP or REP+). */
  @FlagColumn() priorityEducation!: boolean;
  @IntegerColumn() version!: number;
  @TextColumn() changedBy!: AccountId;
  @InstantColumn() changedAt!: number;
}
