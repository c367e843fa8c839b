import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { closureNumber, daysOf, monthOf, type PeriodName } from '@pandafab/domain';
import { type AccountId, type Clock, Fault } from '@pandafab/shared';
import { Between, LessThanOrEqual } from 'typeorm';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { ChainHead, THE_HEAD } from '../chain/chain.entities';
import { MoneyLinks } from '../chain/money-links';
import { addDays, type Day, parisDay } from '../kit/paris';
import { closeNextDay, closePeriod, openDays } from './close-period';
import { Closure } from './closure.entity';
import type { ClosureDto, ClosureListDto, ClosureSearchDto } from './closures.dto';

const EVERY_MS = 3_600_000;

/**
 * Closes the books. Days are closed by the service in the night after them; months and years by a person, when the
 * accountant wants them.
 */
@Injectable()
export class ClosuresService implements OnModuleInit {
  private readonly log = new Logger('Books');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MoneyLinks,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'closures', everyMs: EVERY_MS, run: () => this.closeDays(null) });
  }

  async list({ period, limit, offset }: ClosureSearchDto): Promise<ClosureListDto> {
    const [rows, total] = await this.database.of(Closure).findAndCount({
      ...(period ? { where: { period } } : {}),
      order: { lastDay: 'DESC', at: 'DESC', number: 'DESC' },
      ...{ take: limit, skip: offset },
    });
    const { manager } = this.database;
    const { closedUntil } = await manager.findOneByOrFail(ChainHead, { id: THE_HEAD });
    const days = await openDays(manager, closedUntil, parisDay(this.clock.now()));
    return {
      ...{ items: rows.map(viewClosure), total, closedUntil: closedUntil || null },
      openMonths: [...new Set(days.map(monthOf))].filter(
        (month) => daysOf(month).lastDay <= (days.at(-1) ?? ''),
      ),
      unclosedMonths: await this.unclosedMonths(),
    };
  }

  /**
   * Closes a month (`2026-11`) or year (`2026`), with all earlier days and months that are open. Called again, it
   * answers with the same closure.
   * @throws Fault CLOSURE.NOT_OVER while the period has days that are not over
   */
  async close(by: AccountId, name: PeriodName): Promise<ClosureDto> {
    const { lastDay } = daysOf(name);
    if (lastDay >= parisDay(this.clock.now()))
      throw new Fault('CLOSURE.NOT_OVER', { period: name, day: lastDay });
    await this.closeDays(by, lastDay);
    const isYear = name.length === 4;
    for (const month of await this.unclosedMonths(isYear ? lastDay : daysOf(name).lastDay))
      await this.unitOfWork.run((unit) => closePeriod(unit, this.links, by, 'month', month));
    const closure = await this.unitOfWork.run((unit) =>
      closePeriod(unit, this.links, by, isYear ? 'year' : 'month', name),
    );
    return viewClosure(closure);
  }

  /** Closes open days one by one, up to a day or up to yesterday. */
  async closeDays(by: AccountId | null, upTo: Day = addDays(parisDay(this.clock.now()), -1)): Promise<void> {
    let count = 0;
    const next = () => this.unitOfWork.run((unit) => closeNextDay(unit, this.links, by, upTo));
    while (await next()) count += 1;
    if (count > 0) this.log.log(`${count} days are closed, up to ${upTo}`);
  }

  /** Months whose days are all closed, and which are not, the earliest first. */
  private async unclosedMonths(upTo: Day = '9999'): Promise<PeriodName[]> {
    const days = await this.database.of(Closure).find({
      select: { id: true, lastDay: true },
      where: { period: 'day', lastDay: LessThanOrEqual(upTo) },
    });
    const months = [...new Set(days.map(({ lastDay }) => monthOf(lastDay)))].sort();
    const closed = new Set(
      (await this.database.of(Closure).findBy({ period: 'month', lastDay: Between('', upTo) })).map(
        ({ number }) => number,
      ),
    );
    const lasts = new Set(days.map(({ lastDay }) => lastDay));
    return months.filter(
      (month) => lasts.has(daysOf(month).lastDay) && !closed.has(closureNumber('month', month)),
    );
  }
}

function viewClosure({ at, closedBy: _, totals, perpetual, ...closure }: Closure): ClosureDto {
  const { documents, vat, payments, accounts } = totals;
  return {
    ...closure,
    totals: {
      ...{ documents: [...documents], vat: [...vat], payments: [...payments], accounts: [...accounts] },
    },
    perpetual,
    at: toIso(at),
  };
}
