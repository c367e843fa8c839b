import type { AccountId, FaultDetails } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** One run of a verification that a person started in the pages or by the API. */
@Entity('chain_verifications')
export class ChainVerification {
  @IdColumn() id!: string;
  @TextColumn() startedBy!: AccountId;
  @InstantColumn() startedAt!: number;
  /** True where the stored contents are hashed again too. */
  @FlagColumn() withFiles!: boolean;
  /** The next are null until it ends. */
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  @IntegerColumn({ nullable: true }) links!: number | null;
  @IntegerColumn({ nullable: true }) documents!: number | null;
  /** Payments, closures and the other records. */
  @IntegerColumn({ nullable: true }) records!: number | null;
  @IntegerColumn({ nullable: true }) erased!: number | null;
  @IntegerColumn({ nullable: true }) files!: number | null;
  @IntegerColumn({ nullable: true }) headSequence!: number | null;
  @TextColumn({ nullable: true }) headHash!: string | null;
  /** The first record that is wrong, as a fault; null where there is none. */
  @JsonColumn({ nullable: true }) problem!: { code: string; details: FaultDetails } | null;
  /** True where the verification itself failed, for example because the database did not answer. */
  @FlagColumn() hasFailed!: boolean;
}
