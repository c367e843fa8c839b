import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type LabId, newId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { lockBooks } from '../chain/lock-books';
import { type Day, parisDay } from '../kit/paris';
import { namesOfAccounts } from '../prestations/staff-names';
import { Payment } from '../settlement/settlement.entities';
import type { CashBookDto, CashBookQueryDto, CountCashDto } from './accounts.dto';
import { CashCount } from './cash-count.entity';

interface Till {
  readonly labId: LabId | null;
  readonly day: Day;
}

/** The cash of each till: what moved on a day, what should be there, and what was counted. */
@Injectable()
export class CashBookService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  read({ labId, day }: CashBookQueryDto): Promise<CashBookDto> {
    const till = { labId: labId ?? null, day: day ?? parisDay(this.clock.now()) };
    return cashBook(this.database.manager, till);
  }

  /** @throws Fault PAYMENT.IN_FUTURE, CASH.LATER_COUNT, CASH.REASON_MISSING */
  count(createdBy: AccountId, { labId, day, countedCents, reason }: CountCashDto): Promise<CashBookDto> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await lockBooks(unit);
      const today = parisDay(now);
      if (day > today) throw new Fault('PAYMENT.IN_FUTURE', { day, today });
      const last = await lastCount(manager, labId, '9999');
      if (last && last.day > day) throw new Fault('CASH.LATER_COUNT', { day: last.day });
      const { expectedCents } = await cashBook(manager, { labId, day });
      const differenceCents = countedCents - expectedCents;
      if (differenceCents !== 0 && reason === undefined)
        throw new Fault('CASH.REASON_MISSING', { expectedCents, differenceCents });
      const figures = { countedCents, expectedCents, reason: reason ?? null };
      const row: CashCount = { id: newId(), labId, day, ...figures, createdBy, at: now };
      await manager.insert(CashCount, row);
      await audit(unit, { action: 'cash.counted', subject: ['cash', row.id], after: { day, ...figures } });
      return cashBook(manager, { labId, day });
    });
  }
}

/** The last count before a day. */
async function lastCount(
  manager: EntityManager,
  labId: LabId | null,
  before: Day,
): Promise<CashCount | null> {
  const counts = manager
    .createQueryBuilder(CashCount, 'count')
    .where(labId === null ? 'count.labId IS NULL' : 'count.labId = :labId', { labId })
    .andWhere('count.day < :before', { before })
    .orderBy('count.day', 'DESC')
    .addOrderBy('count.at', 'DESC')
    .limit(1);
  return counts.getOne();
}

async function cashBook(manager: EntityManager, { labId, day }: Till): Promise<CashBookDto> {
  const base = await lastCount(manager, labId, day);
  const openingCents = (base?.countedCents ?? 0) + (await movedSince(manager, { labId, day }, base));
  const rows = await manager.find(Payment, {
    where: { means: 'cash', paidOn: day, labId: labId ?? IsNull() },
    order: { at: 'ASC', number: 'ASC' },
  });
  const movements = rows.map(({ id, number, payer, cents, at }) => {
    return { paymentId: id, number, payer, cents, at: toIso(at) };
  });
  const expectedCents = openingCents + rows.reduce((sum, { cents }) => sum + cents, 0);
  return {
    labId,
    day,
    openingCents,
    movements,
    expectedCents,
    count: await countOf(manager, { labId, day }),
  };
}

/** Cash of earlier days that the last count could not know: of later days than it, or written after it. */
async function movedSince(
  manager: EntityManager,
  { labId, day }: Till,
  base: CashCount | null,
): Promise<number> {
  const query = manager
    .createQueryBuilder(Payment, 'payment')
    .select('SUM(payment.cents)', 'cents')
    .where(`payment.means = 'cash' AND payment.paidOn < :day`, { day })
    .andWhere(labId === null ? 'payment.labId IS NULL' : 'payment.labId = :labId', { labId });
  if (base) query.andWhere('(payment.paidOn > :last OR payment.at > :at)', { last: base.day, at: base.at });
  const row = await query.getRawOne<{ cents: string | number | null }>();
  return Number(row?.cents ?? 0);
}

async function countOf(manager: EntityManager, { labId, day }: Till): Promise<CashBookDto['count']> {
  const [count] = await manager.find(CashCount, {
    where: { day, labId: labId ?? IsNull() },
    order: { at: 'DESC', id: 'DESC' },
    take: 1,
  });
  if (!count) return null;
  const { countedCents, expectedCents, reason, createdBy, at } = count;
  const by = (await namesOfAccounts(manager, [createdBy])).get(createdBy) ?? '';
  const differenceCents = countedCents - expectedCents;
  return { countedCents, expectedCents, differenceCents, reason, by, at: toIso(at) };
}
