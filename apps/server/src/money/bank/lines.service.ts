import { Inject, Injectable } from '@nestjs/common';
import { type BankLineId, type Clock, Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { CLOCK } from '../../platform/kit/config';
import { readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { type Day, parisDay } from '../kit/paris';
import { BankLine } from './bank.entities';
import { claimLine } from './claim-line';
import { stateCounts } from './line-counts';
import { inState, standingPayments } from './line-states';
import type { LineSearch, LineView } from './lines.dto';
import { firstDocumentDay } from './preview';

const SORTS: SortKeys<BankLine, 'day' | 'cents'> = {
  day: { column: 'line.day', of: ({ day }) => day },
  cents: { column: 'line.cents', of: ({ cents }) => cents, isNumber: true },
};
const BY_ID = { column: 'line.id', of: ({ id }: BankLine) => id };

/** Lines of bank statements, and those that are set aside. */
@Injectable()
export class LinesService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: ReadDatabase,
  ) {}

  async list({ search, state, statementId, sort, ...page }: LineSearch) {
    const { manager } = this.database;
    const query = manager.createQueryBuilder(BankLine, 'line');
    if (state) inState(query, state);
    if (statementId) query.andWhere('line.statementId = :statementId', { statementId });
    if (search) query.andWhere("line.foldedWords LIKE :words ESCAPE '\\'", { words: containing(search) });
    const { items, ...where } = await readPart(query, sortedBy(sort, SORTS, BY_ID), page);
    return { items: await this.view(manager, items), ...where, counts: await stateCounts(manager) };
  }

  /** Sets a line aside, such as a grant or a transfer between own accounts. @throws Fault as `claimLine` */
  ignore(id: BankLineId, reason: string): Promise<LineView> {
    return this.change(id, async (unit) => {
      const { state } = await claimLine(unit, id);
      await unit.manager.update(BankLine, { id }, { state: 'ignored', reason, paymentId: null });
      const before = { state };
      await audit(unit, {
        action: 'bank.line-ignored',
        subject: ['bank-line', id],
        before,
        after: { reason },
      });
    });
  }

  /** Takes a line back that was set aside. Does nothing if it was not. @throws Fault BANK.LINE_UNKNOWN */
  unignore(id: BankLineId): Promise<LineView> {
    return this.change(id, async (unit) => {
      const { affected } = await unit.manager.update(
        BankLine,
        { id, state: 'ignored' },
        { state: 'open', reason: null },
      );
      if (affected) await audit(unit, { action: 'bank.line-reopened', subject: ['bank-line', id] });
    });
  }

  /** @throws Fault BANK.LINE_UNKNOWN */
  async viewOne(manager: EntityManager, id: BankLineId): Promise<LineView> {
    const line = await manager.findOneBy(BankLine, { id });
    const [view] = line ? await this.view(manager, [line]) : [];
    if (!view) throw new Fault('BANK.LINE_UNKNOWN');
    return view;
  }

  private change(id: BankLineId, work: (unit: Unit) => Promise<void>): Promise<LineView> {
    return this.unitOfWork.run(async (unit) => {
      await work(unit);
      return this.viewOne(unit.manager, id);
    });
  }

  private async view(manager: EntityManager, lines: readonly BankLine[]): Promise<LineView[]> {
    const payments = await standingPayments(
      manager,
      lines.map(({ paymentId }) => paymentId),
    );
    const first = await firstDocumentDay(manager);
    const today = parisDay(this.clock.now());
    return lines.map((line) => {
      const { statementId: _, fingerprint: __, bookings: ___, ...shown } = line;
      const payment = (line.paymentId && payments.get(line.paymentId)) ?? null;
      const state = line.state === 'booked' && payment === null ? 'open' : line.state;
      const paymentId = state === 'booked' ? line.paymentId : null;
      return { ...shown, state, payment, paymentId, when: whenOf(line.day, today, first) };
    });
  }
}

function whenOf(day: Day, today: Day, first: Day | null): LineView['when'] {
  if (day > today) return 'future';
  return first !== null && day < first ? 'early' : null;
}
