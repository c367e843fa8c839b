import type { AccountId, UploadId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../persistence/columns';

/** A file that somebody sent and has not submitted yet. Submitted, thrown away or expired, it is gone. */
@Entity('uploads')
export class Upload {
  @IdColumn() id!: UploadId;
  /** Whoever sent it, and nobody else sees it. */
  @TextColumn() accountId!: AccountId;
  @TextColumn() fileSha256!: string;
  /** The name the file came with: shown, never used as a path. */
  @TextColumn() fileName!: string;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
}
