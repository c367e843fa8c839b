import type { PeriodDays } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { Convention } from '../conventions/convention.entities';

/** The convention that has a day of the period; the one that began last where there are several. */
export const conventionWithin = (
  manager: EntityManager,
  { from, until }: PeriodDays,
): Promise<Convention | null> =>
  manager
    .createQueryBuilder(Convention, 'convention')
    .where('convention.startsOn <= :until AND convention.endsOn >= :from', { from, until })
    .orderBy('convention.startsOn', 'DESC')
    .addOrderBy('convention.id', 'DESC')
    .limit(1)
    .getOne();
