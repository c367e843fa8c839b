import { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Head } from '../append-link';
import { ChainHead, ChainLink, THE_HEAD } from '../chain.entities';
import { CHAIN_VERSIONS, hashLink, NO_HASH } from '../link-hash';

/** A number of links whose documents are still young for the garbage collector when they were compared. */
const BATCH = 100;

/** What a payload says: see `document-payload.ts` and `files-payload.ts`. */
export type Payload = Readonly<Record<string, unknown>>;

export interface ReadLink {
  readonly link: ChainLink;
  readonly payload: Payload;
}

/**
 * The head, as the database says. The last link is read in the same statement: other processes add links meanwhile.
 * @throws Fault CHAIN.TAIL_CUT, CHAIN.HEAD_CHANGED where head and last link are not the same
 */
export async function readHead(manager: EntityManager): Promise<Head> {
  const found = await manager
    .createQueryBuilder(ChainHead, 'head')
    .leftJoinAndMapOne(
      'head.link',
      ChainLink,
      'link',
      'link.sequence = (SELECT MAX(sequence) FROM chain_links)',
    )
    .where('head.id = :id', { id: THE_HEAD })
    .getOne();
  if (!found) throw new Fault('CHAIN.HEAD_CHANGED', { sequence: 0 });
  const { sequence, hash, link } = found as ChainHead & { link: ChainLink | null };
  const last = link ?? { sequence: 0, hash: NO_HASH };
  if (last.sequence < sequence) throw new Fault('CHAIN.TAIL_CUT', { last: last.sequence, sequence });
  if (last.sequence > sequence || last.hash !== hash) throw new Fault('CHAIN.HEAD_CHANGED', { sequence });
  return { sequence, hash };
}

/** The last link; the place before the first where there is none. */
export async function lastLink(manager: EntityManager): Promise<Head> {
  const link = await manager
    .createQueryBuilder(ChainLink, 'link')
    .orderBy('link.sequence', 'DESC')
    .limit(1)
    .getOne();
  return link ?? { sequence: 0, hash: NO_HASH };
}

const COLUMNS = ['hash', 'sequence', 'version', 'kind', 'subject', 'payload', 'previousHash'] as const;

/** The links up to `head`, in batches, read without entities. */
export async function* linksUpTo(manager: EntityManager, head: Head): AsyncGenerator<ChainLink[]> {
  let after = 0;
  while (after < head.sequence) {
    const query = manager.createQueryBuilder(ChainLink, 'link').select([]);
    for (const column of COLUMNS) query.addSelect(`link.${column}`, column);
    const rows = await query
      .where('link.sequence > :after AND link.sequence <= :last', { after, last: head.sequence })
      .orderBy('link.sequence')
      .limit(BATCH)
      .getRawMany<ChainLink>();
    if (rows.length === 0) throw new Fault('CHAIN.LINK_MISSING', { sequence: after + 1 });
    const batch = rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
    yield batch;
    after = batch.at(-1)?.sequence ?? head.sequence;
  }
}

/** Checks that each link follows the one before, and that its hash is that of its content. */
export class LinkChecker {
  private before: Head = { sequence: 0, hash: NO_HASH };

  /** @throws Fault CHAIN.LINK_MISSING, CHAIN.LINK_CHANGED, CHAIN.LINK_DISPLACED, CHAIN.VERSION_UNKNOWN */
  check(link: ChainLink): ReadLink {
    const { sequence, hash, version, kind, subject, previousHash } = link;
    const place = { sequence, number: subject };
    if (sequence !== this.before.sequence + 1)
      throw new Fault('CHAIN.LINK_MISSING', { sequence: this.before.sequence + 1 });
    if (!CHAIN_VERSIONS.has(version)) throw new Fault('CHAIN.VERSION_UNKNOWN', { ...place, version });
    if (hashLink(link) !== hash) throw new Fault('CHAIN.LINK_CHANGED', place);
    if (previousHash !== this.before.hash) throw new Fault('CHAIN.LINK_DISPLACED', place);
    const payload = read(link.payload);
    if (payload?.record !== kind || payload.number !== subject) throw new Fault('CHAIN.LINK_CHANGED', place);
    this.before = { sequence, hash };
    return { link, payload };
  }
}

function read(payload: string): Payload | undefined {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null ? (value as Payload) : undefined;
  } catch {
    return undefined;
  }
}
