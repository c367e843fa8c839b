import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../../../platform/persistence/columns';

/** A slicer's request for a token, which a signed-in person allows or denies. It lives ten minutes. */
@Entity('slicer_requests')
export class SlicerRequest {
  /** In the address of the page on which a person decides. */
  @IdColumn() id!: string;
  /** SHA-256 of the secret with which the slicer asks for the decision. */
  @TextColumn() secretHash!: string;
  /** Name of the program, as it calls itself. */
  @TextColumn() app!: string;
  /** A few characters by which people tell two requests apart. */
  @TextColumn() code!: string;
  @TextColumn() decision!: 'waiting' | 'allowed' | 'denied';
  /** Who decided; null while it waits. The token will be this account's. */
  @TextColumn({ nullable: true }) accountId!: AccountId | null;
  @InstantColumn() createdAt!: number;
}
