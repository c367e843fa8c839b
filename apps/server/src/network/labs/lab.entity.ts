import type { LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

/** Which of the two was restored to an earlier state. */
export type HeldBecause = 'LAB.SERVER_RESTORED' | 'LAB.JOURNAL_RESTORED';

/** A place with machines. */
@Entity('labs')
export class Lab {
  @IdColumn() id!: LabId;
  @TextColumn() name!: string;
  @FoldedColumn('name') foldedName?: string | null;
  /** IANA zone of the lab's opening hours, such as Europe/Paris. */
  @TextColumn() timeZone!: string;
  /** Every person with an e-mail address may register as a member of this lab. */
  @FlagColumn({ default: false }) selfRegistration!: boolean;
  /** Raised by every event that can free or occupy a machine; a match for a lower revision is stale. */
  @IntegerColumn() matchRevision!: number;
  /**
   * The queue is on hold: the lab's machines get no jobs until a person confirms having checked them; null where it
   * is not on hold.
   */
  @InstantColumn({ nullable: true }) heldSince!: number | null;
  /** The reason, as a fault's code. */
  @TextColumn({ nullable: true }) heldBecause!: HeldBecause | null;
  @InstantColumn() createdAt!: number;
}
