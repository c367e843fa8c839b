import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/** What a link is about; payments and closures of periods get kinds of their own. */
export const LINK_KINDS = ['document', 'files'] as const;
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
  /** The number of the document. A document has at most one link of each kind. */
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
}
