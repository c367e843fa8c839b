import type { AccountId, UploadId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/** A file that an account uploaded and has not submitted yet. The row is deleted on submission, removal or expiry. */
@Entity('uploads')
export class Upload {
  @IdColumn() id!: UploadId;
  /** The account that uploaded it; no other account sees it. */
  @TextColumn() accountId!: AccountId;
  @TextColumn() fileSha256!: string;
  /** The uploaded file's name: shown, never used as a path. */
  @TextColumn() fileName!: string;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
}
