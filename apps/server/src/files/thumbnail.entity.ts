import type { Thumbnail as Picture } from '@pandafab/gcode';
import { Entity } from 'typeorm';
import { BytesColumn, IdColumn, IntegerColumn, TextColumn } from '../persistence/columns';

/** A picture that a slicer put into a file: whole, and of the format that it says, or it would not be here. */
@Entity('thumbnails')
export class Thumbnail {
  @IdColumn() id!: string;
  @TextColumn() fileSha256!: string;
  /** Pixels. */
  @IntegerColumn() width!: number;
  @IntegerColumn() height!: number;
  @TextColumn() format!: Picture['format'];
  /** Read only where it is asked for: lists of jobs need the sizes alone. */
  @BytesColumn({ select: false }) bytes!: Buffer;
}
