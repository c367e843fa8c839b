import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { Head } from '../append-link';
import { ChainLink } from '../chain.entities';
import type { HeadLog, LoggedHead } from '../head-log';

const BATCH = 500;
const PAUSE_MS = 100;

/**
 * Compares the head file with the links: each head in it must be a link of the chain, and the file must reach the head.
 * @param patienceMs how long a running server may take to write the head of a document that it just issued
 * @throws Fault CHAIN.TAIL_CUT, CHAIN.LOG_DIFFERS, CHAIN.LOG_BEHIND
 */
export async function checkLog(
  manager: EntityManager,
  log: HeadLog,
  head: Head,
  patienceMs: number,
): Promise<void> {
  let reached = await compareAll(manager, log, head);
  for (let waited = 0; reached < head.sequence && waited < patienceMs; waited += PAUSE_MS) {
    await pause(PAUSE_MS);
    reached = (await log.last())?.sequence ?? 0;
  }
  if (reached < head.sequence)
    throw new Fault('CHAIN.LOG_BEHIND', { last: reached, sequence: head.sequence });
}

/** @returns the highest sequence in the file */
async function compareAll(manager: EntityManager, log: HeadLog, head: Head): Promise<number> {
  let reached = 0;
  let batch: LoggedHead[] = [];
  for await (const logged of log.heads()) {
    reached = Math.max(reached, logged.sequence);
    batch.push(logged);
    if (batch.length < BATCH) continue;
    await compare(manager, batch, head);
    batch = [];
  }
  await compare(manager, batch, head);
  return reached;
}

async function compare(manager: EntityManager, batch: readonly LoggedHead[], head: Head): Promise<void> {
  const links = await manager.findBy(ChainLink, { sequence: In(batch.map(({ sequence }) => sequence)) });
  const hashes = new Map(links.map(({ sequence, hash }) => [sequence, hash]));
  for (const { sequence, hash } of batch) {
    const found = hashes.get(sequence);
    // A head is written after its commit: a link that the file names was in the database.
    if (found === undefined) throw new Fault('CHAIN.TAIL_CUT', { last: head.sequence, sequence });
    if (found !== hash) throw new Fault('CHAIN.LOG_DIFFERS', { sequence });
  }
}
