import type { AccountId, FilamentId, LabId, RunId, SpoolId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RealColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

/** A kind of filament, as a maker sells it. */
@Entity('filaments')
export class Filament {
  @IdColumn() id!: FilamentId;
  /** PLA, PETG, …: the material that jobs request. */
  @TextColumn() material!: string;
  @TextColumn() brand!: string;
  @TextColumn() colour!: string;
  @RealColumn() diameterMm!: number;
  @RealColumn() densityGramsPerCm3!: number;
  /** No new spool gets a retired filament; spools that have it keep it. */
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
  @InstantColumn() createdAt!: number;
}

/** One reel of a filament. Its balance is the sum of its movements, and is not stored. */
@Entity('spools')
export class Spool {
  @IdColumn() id!: SpoolId;
  @TextColumn() filamentId!: FilamentId;
  @TextColumn() labId!: LabId;
  @TextColumn() label!: string;
  @FoldedColumn('label') foldedLabel?: string | null;
  @InstantColumn() createdAt!: number;
}

/**
 * A person recorded that another spool was loaded during a run. A row never changes: a further row corrects a
 * mistake.
 */
@Entity('spool_changes')
export class SpoolChangeRow {
  @IdColumn() id!: string;
  @TextColumn() runId!: RunId;
  @IntegerColumn() tool!: number;
  /** Null: the spool is unknown. */
  @TextColumn({ nullable: true }) spoolId!: SpoolId | null;
  /** Progress of the run: the last acknowledged line. */
  @IntegerColumn() linesAcknowledged!: number;
  /** The length that the tool had extruded by then. */
  @IntegerColumn() filamentUm!: number;
  @TextColumn() accountId!: AccountId;
  @InstantColumn() at!: number;
}

export type MovementKind = 'receipt' | 'print' | 'correction';

/** Material added or removed. A row never changes: another movement corrects a mistake. */
@Entity('material_movements')
export class MaterialMovement {
  @IdColumn() id!: string;
  @TextColumn() spoolId!: SpoolId;
  @TextColumn() kind!: MovementKind;
  /** Positive in, negative out. */
  @IntegerColumn() milligrams!: number;
  @TextColumn({ nullable: true }) runId!: RunId | null;
  /** The tool of the run that moved it; with `runId` and `spoolId` it makes the movement unique. */
  @IntegerColumn({ nullable: true }) tool!: number | null;
  /** Acknowledged length, for prints. */
  @IntegerColumn({ nullable: true }) filamentUm!: number | null;
  @TextColumn({ nullable: true }) note!: string | null;
  @TextColumn({ nullable: true }) accountId!: AccountId | null;
  @InstantColumn() at!: number;
}
