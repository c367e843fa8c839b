import type { OrganisationId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

export const ORGANISATION_KINDS = ['client', 'school', 'association', 'public-body', 'person'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** An external client: business, school, association, public body or private person. */
@Entity('organisations')
export class Organisation {
  @IdColumn() id!: OrganisationId;
  @TextColumn({ default: 'client' }) kind!: OrganisationKind;
  @TextColumn() name!: string;
  @FoldedColumn('name') foldedName?: string | null;
  @TextColumn() addressLine!: string;
  @TextColumn() postcode!: string;
  @TextColumn() city!: string;
  /** ISO 3166-1 alpha-2. */
  @TextColumn() countryCode!: string;
  /** 9 digits; null for foreign clients and private persons. */
  @TextColumn({ nullable: true }) siren!: string | null;
  /** 14 digits; public buyers always have one. */
  @TextColumn({ nullable: true }) siret!: string | null;
  @TextColumn({ nullable: true }) vatNumber!: string | null;
  @TextColumn({ nullable: true }) email!: string | null;
  /** Chorus Pro: the department of a public body, if it requires one on invoices (BT-10). */
  @TextColumn({ nullable: true }) serviceCode!: string | null;
  /** Chorus Pro: whether this public body demands the service code, or an order number, on each invoice. */
  @FlagColumn({ default: false }) requiresServiceCode!: boolean;
  @FlagColumn({ default: false }) requiresEngagement!: boolean;
  /** The order number on a public body's invoices, if one number applies to all of them (BT-13). */
  @TextColumn({ nullable: true }) engagementNumber!: string | null;
  @InstantColumn() createdAt!: number;
}

/** A person at an organisation. */
@Entity('organisation_contacts')
export class OrganisationContact {
  @IdColumn() id!: string;
  @TextColumn() organisationId!: OrganisationId;
  @TextColumn() name!: string;
  /** Their role there, for example “comptabilité”. */
  @TextColumn({ nullable: true }) duty!: string | null;
  @TextColumn({ nullable: true }) email!: string | null;
  @TextColumn({ nullable: true }) phone!: string | null;
  @InstantColumn() createdAt!: number;
}
