import type { Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Feature } from '../../platform/kit/feature';
import type { LinkRecord } from './append-link';
import type { LinkKind } from './chain.entities';

declare module '../../platform/kit/feature' {
  interface Feature {
    /** Records of the feature that are links of the hash chain; documents are linked by the chain itself. */
    readonly chained?: readonly ChainedRecord[];
  }
}

/** A kind of record that is linked when it is written, as `appendLink` needs it, and compared by each verification. */
export interface ChainedRecord {
  readonly kind: Exclude<LinkKind, 'document' | 'files'>;
  /** Its table has the column `number`, which is the subject of the link. */
  readonly entity: Type<{ number: string }>;
  /** True where its numbers are a series without gap. */
  readonly isSeries: boolean;
  /** What the links of these numbers must say. A number without a row is left out. */
  readonly read: (
    manager: EntityManager,
    numbers: readonly string[],
  ) => Promise<ReadonlyMap<string, ChainedRow>>;
  /** Begins to read the whole chain along, for what no single row shows, such as the totals of a closure. */
  readonly follow?: () => ChainFollower;
  /** Tables besides its own that `read` needs. */
  readonly reads?: readonly Type[];
}

/** Sees each link after it was compared with its record, in the order of the chain. */
export interface ChainFollower {
  /** @throws Fault CHAIN.* for a link that does not fit those before it */
  see(kind: LinkKind, payload: Readonly<Record<string, unknown>>): void;
}

/** @param linked what the link says: data of a person that was erased cannot be hashed again, and is taken from there */
export type ChainedRow = (linked: Readonly<Record<string, unknown>>) => LinkRecord;

/** The records of all features, each kind once. @throws Error when two features have the same kind */
export function chainedOf(features: readonly Feature[]): readonly ChainedRecord[] {
  const records = features.flatMap(({ chained = [] }) => chained);
  const doubled = records.find(({ kind }, at) => records.findIndex((other) => other.kind === kind) !== at);
  if (doubled) throw new Error(`two features link records of the kind ${doubled.kind}`);
  return records;
}
