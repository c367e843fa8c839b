import { Entity } from 'typeorm';
import { BytesColumn, IdColumn, IntegerColumn, TextColumn } from '../persistence/columns';

export type ThumbnailFormat = 'png' | 'jpg' | 'qoi';

/** A picture that a slicer put into a file: untrusted bytes, served only as what they were found to be. */
@Entity('thumbnails')
export class Thumbnail {
  @IdColumn() id!: string;
  @TextColumn() fileSha256!: string;
  /** Pixels. */
  @IntegerColumn() width!: number;
  @IntegerColumn() height!: number;
  @TextColumn() format!: ThumbnailFormat;
  /** Read only where it is asked for: lists of jobs need the sizes alone. */
  @BytesColumn({ select: false }) bytes!: Buffer;
}
