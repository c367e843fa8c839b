import type { OrganisationId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../persistence/columns';

/** An external client: business, school, association or public body. */
@Entity('organisations')
export class Organisation {
  @IdColumn() id!: OrganisationId;
  @TextColumn() name!: string;
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
  @InstantColumn() createdAt!: number;
}
