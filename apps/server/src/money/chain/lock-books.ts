import type { Unit } from '../../platform/persistence/unit';
import { addDays, type Day, parisDay } from '../kit/paris';
import { ChainHead, THE_HEAD } from './chain.entities';

/** What is open when money is written. */
export interface OpenBooks {
  /** The day of an entry that is written now: today, or the first day that is not closed yet. */
  readonly day: Day;
  /** The last closed day; empty before the first closure. */
  readonly closedUntil: Day;
}

/**
 * Waits for every other unit of work that writes money, and keeps them waiting until this one ends: sums that are read
 * afterwards stay true. It locks the head of the chain, which every link locks too. Order of locks, against deadlocks:
 * client order, member's account, books.
 */
export async function lockBooks({ manager, now }: Unit): Promise<OpenBooks> {
  await manager.increment(ChainHead, { id: THE_HEAD }, 'sequence', 0);
  const { closedUntil } = await manager.findOneByOrFail(ChainHead, { id: THE_HEAD });
  return { day: openDay(parisDay(now), closedUntil), closedUntil };
}

/** An entry that is late, or made with a clock that was set back, belongs to the first open day. */
export const openDay = (today: Day, closedUntil: Day): Day =>
  today > closedUntil ? today : addDays(closedUntil, 1);

/** Notes the last closed day. Call it with the books locked. */
export async function closeUntil({ manager }: Unit, closedUntil: Day): Promise<void> {
  await manager.update(ChainHead, { id: THE_HEAD }, { closedUntil });
}
