import {
  addPerpetual,
  addTotals,
  type ClosurePeriod,
  closureNumber,
  daysOf,
  daysThrough,
  NO_PERPETUAL,
  nextDay,
  type PeriodName,
  type PerpetualTotals,
} from '@pandafab/domain';
import { type AccountId, Fault, newId } from '@pandafab/shared';
import { Between, type EntityManager } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { closeUntil, lockBooks } from '../chain/lock-books';
import type { MoneyLinks } from '../chain/money-links';
import { addDays, type Day, parisDay } from '../kit/paris';
import { Closure } from './closure.entity';
import { closurePayload } from './closure-payload';
import { firstDayOfBooks, totalsOfDay } from './day-totals';

/** The days that can be closed now: from the first open one up to yesterday. */
export async function openDays(manager: EntityManager, closedUntil: Day, today: Day): Promise<Day[]> {
  const first = closedUntil === '' ? await firstDayOfBooks(manager) : nextDay(closedUntil);
  return first === null ? [] : daysThrough(first, addDays(today, -1));
}

/**
 * Closes the next open day, if it is `upTo` or before; in the caller's unit of work, so that other writers never
 * wait for long, also while a server closes years of open days.
 * @returns the closure; undefined when nothing is left to close
 */
export async function closeNextDay(
  unit: Unit,
  links: MoneyLinks,
  by: AccountId | null,
  upTo: Day,
): Promise<Closure | undefined> {
  const { closedUntil } = await lockBooks(unit);
  const [day] = await openDays(unit.manager, closedUntil, parisDay(unit.now));
  if (day === undefined || day > upTo) return undefined;
  const totals = await totalsOfDay(unit.manager, day);
  const perpetual = addPerpetual(await lastPerpetual(unit.manager), totals);
  const closure = await write(unit, links, by, {
    period: 'day',
    firstDay: day,
    lastDay: day,
    totals,
    perpetual,
  });
  await closeUntil(unit, day);
  return closure;
}

/**
 * Closes a month or year whose days (and months) are closed. A second call answers with the same closure.
 * @throws Fault CLOSURE.NOT_OVER, CLOSURE.NOTHING
 */
export async function closePeriod(
  unit: Unit,
  links: MoneyLinks,
  by: AccountId | null,
  period: Exclude<ClosurePeriod, 'day'>,
  name: PeriodName,
): Promise<Closure> {
  const { closedUntil } = await lockBooks(unit);
  const { manager } = unit;
  const earlier = await manager.findOneBy(Closure, { number: closureNumber(period, name) });
  if (earlier) return earlier;
  const { firstDay, lastDay } = daysOf(name);
  if (closedUntil !== '' && lastDay > closedUntil)
    throw new Fault('CLOSURE.NOT_OVER', { period: name, day: lastDay });
  const parts = await manager.find(Closure, {
    where: { period: period === 'month' ? 'day' : 'month', lastDay: Between(firstDay, lastDay) },
    order: { lastDay: 'ASC' },
  });
  if (parts.length === 0) throw new Fault('CLOSURE.NOTHING', { period: name });
  const totals = addTotals(parts.map((part) => part.totals));
  const perpetual = parts.at(-1)?.perpetual ?? NO_PERPETUAL;
  return write(unit, links, by, { period, firstDay, lastDay, totals, perpetual });
}

/** The perpetual totals after the last closed day. */
async function lastPerpetual(manager: EntityManager): Promise<PerpetualTotals> {
  const where = { period: 'day' } as const;
  const [last] = await manager.find(Closure, { where, order: { lastDay: 'DESC' }, take: 1 });
  return last?.perpetual ?? NO_PERPETUAL;
}

async function write(
  unit: Unit,
  links: MoneyLinks,
  closedBy: AccountId | null,
  closed: Omit<Closure, 'id' | 'number' | 'closedBy' | 'at'>,
): Promise<Closure> {
  const { period, lastDay } = closed;
  const name = { day: lastDay, month: lastDay.slice(0, 7), year: lastDay.slice(0, 4) }[period];
  const number = closureNumber(period, name);
  const closure: Closure = { id: newId(), number, ...closed, closedBy, at: unit.now };
  await unit.manager.insert(Closure, { ...closure });
  await links.add(unit, closurePayload(closure));
  await audit(unit, { action: 'books.closed', subject: ['closure', closure.id], after: { number } });
  return closure;
}
