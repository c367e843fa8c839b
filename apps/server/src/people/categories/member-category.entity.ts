import type { TariffGroup } from '@pandafab/domain';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/** A category of members, and the rates of the tariffs that apply to it. */
@Entity('member_categories')
export class MemberCategory {
  /** For example `non-resident`: other rows refer to it; the name may change. */
  @IdColumn() code!: string;
  @TextColumn() nameFr!: string;
  @TextColumn() nameEn!: string;
  @TextColumn() tariff!: TariffGroup;
  @IntegerColumn() position!: number;
  /** No new member or group gets a retired category; those that have it keep it. */
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
}
