import type { TariffVersion as TariffRates } from '@pandafab/domain';
import type { AccountId, TariffId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** A named list of prices, with its versions. */
@Entity('tariffs')
export class Tariff {
  @IdColumn() id!: TariffId;
  @TextColumn() name!: string;
  /** Applies if no tariff was chosen: exactly one, the first that was made. */
  @FlagColumn() standard!: boolean;
  @InstantColumn() createdAt!: number;
}

/** One version of the prices. A row never changes: a new price is a new row. */
@Entity('tariff_versions')
export class TariffVersion {
  @IdColumn() id!: string;
  @TextColumn() tariffId!: TariffId;
  /** 1, 2, 3… within the tariff. */
  @IntegerColumn() number!: number;
  @JsonColumn() rates!: TariffRates;
  /** YYYY-MM-DD in Europe/Paris; null for a version of before, which applies from the day of its publication. */
  @TextColumn({ nullable: true }) inForceFrom!: string | null;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}
