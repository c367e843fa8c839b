import { Fault } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { type CanonicalValue, canonicalJson } from './canonical-json';
import { ChainHead, ChainLink, type LinkKind, THE_HEAD } from './chain.entities';
import { CHAIN_VERSION, hashLink } from './link-hash';

/** What a link says. Its kind and subject stand in the payload, so that the hash covers them. */
export interface LinkRecord {
  readonly record: LinkKind;
  readonly number: string;
  readonly [field: string]: CanonicalValue;
}

export interface LinkOptions {
  /** Issued before the chain existed: the link proves the document only from the day on which it was added. */
  readonly carried?: boolean;
}

/** The last link of the chain at a point in time. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Adds a link to the chain, in the caller's unit of work. The first statement is a write: on PostgreSQL it locks the
 * head until the transaction ends, so that no two links have the same predecessor.
 * @throws Error for a payload that has no canonical JSON
 * @throws Fault CHAIN.DAY_CLOSED
 */
export async function appendLink({ manager, now }: Unit, record: LinkRecord): Promise<Head> {
  await manager.increment(ChainHead, { id: THE_HEAD }, 'sequence', 1);
  const {
    sequence,
    hash: previousHash,
    closedUntil,
  } = await manager.findOneByOrFail(ChainHead, { id: THE_HEAD });
  // A document carries the day of its issue: it cannot enter a day that was closed between its first and last step.
  if (record.record === 'document' && String(record.day) <= closedUntil)
    throw new Fault('CHAIN.DAY_CLOSED', { day: String(record.day) });
  const parts = { version: CHAIN_VERSION, previousHash, payload: canonicalJson(record) };
  const hash = hashLink(parts);
  await manager.insert(ChainLink, {
    ...{ hash, sequence, kind: record.record, subject: record.number },
    ...parts,
  });
  await manager.update(ChainHead, { id: THE_HEAD }, { hash, at: now });
  return { sequence, hash };
}
