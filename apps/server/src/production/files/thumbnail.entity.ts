import type { Thumbnail as Picture } from '@pandafab/gcode';
import { Entity } from 'typeorm';
import { BytesColumn, IdColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/**
 * A picture that a slicer put into a file, which the analyser has checked; or the one that the analyser drew, where the
 * file has none.
 */
@Entity('thumbnails')
export class Thumbnail {
  @IdColumn() id!: string;
  @TextColumn() fileSha256!: string;
  /** Pixels. */
  @IntegerColumn() width!: number;
  @IntegerColumn() height!: number;
  @TextColumn() format!: Picture['format'];
  @TextColumn() source!: Picture['source'];
  /** Read only on explicit selection: lists of jobs need only the sizes. */
  @BytesColumn({ select: false }) bytes!: Buffer;
}
