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
} from '../../persistence/columns';

/** A named list of prices. What it asks now is its highest version. */
@Entity('tariffs')
export class Tariff {
  @IdColumn() id!: TariffId;
  @TextColumn() name!: string;
  /** What applies where nobody chose a tariff: exactly one, the first that was made. */
  @FlagColumn() standard!: boolean;
  @InstantColumn() createdAt!: number;
}

/** Prices as they were; another price is another row. */
@Entity('tariff_versions')
export class TariffVersion {
  @IdColumn() id!: string;
  @TextColumn() tariffId!: TariffId;
  /** 1, 2, 3… within the tariff. */
  @IntegerColumn() number!: number;
  @JsonColumn() rates!: TariffRates;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}
