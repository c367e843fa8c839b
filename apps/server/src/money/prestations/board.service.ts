import { Inject, Injectable } from '@nestjs/common';
import { ORDER_STATES, type OrderState } from '@pandafab/domain';
import type { Clock, Instant } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { type Day, parisDay } from '../kit/paris';
import { type Filters, filteredPrestations } from './list-prestations';
import { viewListed } from './listed-prestations';
import type { BoardDto, BoardSearchDto } from './prestation.dto';
import { isOpen } from './urgency';

/** PostgreSQL gives counts and sums as texts. */
interface Figures {
  readonly state: OrderState;
  readonly count: string | number;
  readonly late: string | number;
  readonly cents: string | number;
}

/** Prestations in columns by state. */
@Injectable()
export class BoardService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** The counts and sums of each state, and its first prestations: late ones first, closed ones by date. */
  async read({ limit, ...filters }: BoardSearchDto): Promise<BoardDto> {
    const { manager } = this.database;
    const now = this.clock.now();
    const figures = await figuresOf(manager, filters, parisDay(now));
    const columns: BoardDto['columns'] = [];
    for (const state of ORDER_STATES) {
      const found = figures.get(state);
      const items = found ? await firstOf(manager, { ...filters, state, limit }, now) : [];
      const { count = 0, late = 0, cents = 0 } = found ?? {};
      columns.push({
        ...{ state, count: Number(count), lateCount: Number(late), netCents: Number(cents) },
        items,
      });
    }
    return { columns };
  }
}

async function figuresOf(manager: EntityManager, filters: Filters, today: Day) {
  const rows = await filteredPrestations(manager, filters, today)
    .select('prestation.state', 'state')
    .addSelect('COUNT(*)', 'count')
    .addSelect('SUM(CASE WHEN prestation.urgency < :present THEN 1 ELSE 0 END)', 'late')
    .addSelect('SUM(prestation.netCents)', 'cents')
    .setParameter('present', today)
    .groupBy('prestation.state')
    .getRawMany<Figures>();
  return new Map(rows.map((row) => [row.state, row]));
}

async function firstOf(
  manager: EntityManager,
  { state, limit, ...filters }: Filters & { state: OrderState; limit: number },
  now: Instant,
) {
  const query = filteredPrestations(manager, filters, parisDay(now))
    .andWhere('prestation.state = :state', { state })
    .limit(limit);
  if (isOpen(state)) query.orderBy('prestation.urgency', 'ASC').addOrderBy('prestation.id', 'ASC');
  else query.orderBy('prestation.changedAt', 'DESC').addOrderBy('prestation.id', 'DESC');
  return viewListed(manager, await query.getMany(), now);
}
