import { NO_PERPETUAL, type PerpetualTotals } from '@pandafab/domain';
import { Fault } from '@pandafab/shared';
import { type EntityManager, LessThan } from 'typeorm';
import type { Head } from '../chain/append-link';
import { ChainLink } from '../chain/chain.entities';
import { NO_HASH } from '../chain/link-hash';
import { Closure } from '../closures/closure.entity';

/** The part of the chain that a year needs: from its first record to its closure. */
export interface ArchivedYear {
  /** `2026` */
  readonly year: string;
  /** The link before the first. */
  readonly previous: Head;
  readonly last: Head;
  readonly perpetualBefore: PerpetualTotals;
}

/** @throws Fault ARCHIVE.YEAR_OPEN while the year is not closed */
export async function archivedYear(manager: EntityManager, year: string): Promise<ArchivedYear> {
  const number = `A-${year}`;
  const last = await manager.findOneBy(ChainLink, { kind: 'closure', subject: number });
  if (!last) throw new Fault('ARCHIVE.YEAR_OPEN', { year });
  const first = await firstLinkOf(manager, year, last);
  const previous = await manager.findOneBy(ChainLink, { sequence: first.sequence - 1 });
  const [before] = await manager.find(Closure, {
    where: { period: 'day', lastDay: LessThan(`${year}-01-01`) },
    order: { lastDay: 'DESC' },
    take: 1,
  });
  return {
    year,
    previous: { sequence: first.sequence - 1, hash: previous?.hash ?? NO_HASH },
    last: { sequence: last.sequence, hash: last.hash },
    perpetualBefore: before?.perpetual ?? NO_PERPETUAL,
  };
}

/** Payloads are canonical JSON: the day of a record is always written in the same way. */
async function firstLinkOf(manager: EntityManager, year: string, last: ChainLink): Promise<ChainLink> {
  const first = await manager
    .createQueryBuilder(ChainLink, 'link')
    .where('(link.payload LIKE :day OR link.payload LIKE :closed)', {
      day: `%"day":"${year}-%`,
      closed: `%"firstDay":"${year}-%`,
    })
    .orderBy('link.sequence')
    .limit(1)
    .getOne();
  return first ?? last;
}
