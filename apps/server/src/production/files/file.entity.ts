import type { GcodeAnalysis } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';

export type FileState = 'pending' | 'analysed' | 'refused';
/** Why a file was refused: a fault's code and parameters. */
export interface FileRefusal {
  readonly code: string;
  readonly details: FaultDetails;
}

/** The analysis as its analyser wrote it; version 1 gathered no facts for the guard. */
type Later = 'guard' | 'timeline' | 'extentLines' | 'readings' | 'part' | 'waits';
export type StoredAnalysis = Omit<GcodeAnalysis, Later> & Partial<Pick<GcodeAnalysis, Later>>;

/** The content of an upload, stored once for all file names. */
@Entity('files')
export class StoredFile {
  /** SHA-256 of the content, in hexadecimal: also its place in the file store. */
  @IdColumn() sha256!: string;
  @IntegerColumn() bytes!: number;
  @TextColumn() state!: FileState;
  @IntegerColumn({ nullable: true }) analyserVersion!: number | null;
  @JsonColumn({ nullable: true }) analysis!: StoredAnalysis | null;
  @JsonColumn({ nullable: true }) refusal!: FileRefusal | null;
  @InstantColumn() createdAt!: number;
  /**
   * When the server found that the content is not in the file store: the files' backup was older, or a disk is missing.
   */
  @InstantColumn({ nullable: true }) lostAt!: number | null;
}
