import type { TariffCategory } from '@pandafab/domain';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../persistence/columns';

/** What members may be registered as, and by which rates of the tariffs each is priced. */
@Entity('member_categories')
export class MemberCategory {
  /** Such as `non-resident`: what rows refer to, whatever it is called. */
  @IdColumn() code!: string;
  @TextColumn() nameFr!: string;
  @TextColumn() nameEn!: string;
  @TextColumn() tariff!: TariffCategory;
  @IntegerColumn() position!: number;
  /** No new member or group gets it; those that have it keep it. */
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
}
