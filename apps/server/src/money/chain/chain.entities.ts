import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/** What a link is about. Each kind but the first two is a `ChainedRecord` of a feature. */
export const LINK_KINDS = ['document', 'files', 'payment', 'allotment', 'account-entry', 'closure'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** One link of the hash chain. The database refuses to change or delete it. */
@Entity('chain_links')
export class ChainLink {
  /** SHA-256 of `version`, `previousHash` and `payload`. */
  @IdColumn() hash!: string;
  /** 1 for the first link, without gap. */
  @IntegerColumn() sequence!: number;
  /** How the hash and the payload are made. */
  @TextColumn() version!: string;
  @TextColumn() kind!: LinkKind;
  /** The number of the record. A record has at most one link of each kind. */
  @TextColumn() subject!: string;
  /** Canonical JSON. It names `kind` and `subject` too, so that the hash covers them. */
  @TextColumn() payload!: string;
  /** The hash of the link before; zeros before the first. */
  @TextColumn() previousHash!: string;
}

export const THE_HEAD = 'head';

/** The last link of the chain: one row, which a transaction that adds a link locks first. */
@Entity('chain_head')
export class ChainHead {
  @IdColumn() id!: typeof THE_HEAD;
  /** 0 before the first link. */
  @IntegerColumn() sequence!: number;
  @TextColumn() hash!: string;
  @InstantColumn() at!: number;
  /** The last closed day, YYYY-MM-DD; empty before the first closure. */
  @TextColumn() closedUntil!: string;
}
