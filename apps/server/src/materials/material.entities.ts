import type { AccountId, FilamentId, LabId, RunId, SpoolId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, RealColumn, TextColumn } from '../persistence/columns';

/** A kind of filament, as a maker sells it. */
@Entity('filaments')
export class Filament {
  @IdColumn() id!: FilamentId;
  /** PLA, PETG, …: what jobs ask for. */
  @TextColumn() material!: string;
  @TextColumn() brand!: string;
  @TextColumn() colour!: string;
  @RealColumn() diameterMm!: number;
  @RealColumn() densityGramsPerCm3!: number;
  @InstantColumn() createdAt!: number;
}

/** One reel of a filament. Its balance is the sum of its movements, and stands nowhere else. */
@Entity('spools')
export class Spool {
  @IdColumn() id!: SpoolId;
  @TextColumn() filamentId!: FilamentId;
  @TextColumn() labId!: LabId;
  @TextColumn() label!: string;
  @InstantColumn() createdAt!: number;
}

/**
 * A person said that another spool was put on a machine while a run was under way. A row is never changed: a mistake is
 * corrected by a further row.
 */
@Entity('spool_changes')
export class SpoolChangeRow {
  @IdColumn() id!: string;
  @TextColumn() runId!: RunId;
  @IntegerColumn() tool!: number;
  /** Null: nobody knows which. */
  @TextColumn({ nullable: true }) spoolId!: SpoolId | null;
  /** How far the run had come, by the last line that was acknowledged. */
  @IntegerColumn() linesAcknowledged!: number;
  /** What the tool had extruded by then. */
  @IntegerColumn() filamentUm!: number;
  @TextColumn() accountId!: AccountId;
  @InstantColumn() at!: number;
}

export type MovementKind = 'receipt' | 'print' | 'correction';

/** Material that came or went. Never changed: a mistake is corrected by another movement. */
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
