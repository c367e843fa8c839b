import type { PaymentId } from '@pandafab/shared';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { Payment } from '../settlement/settlement.entities';
import type { BankLine, LineState } from './bank.entities';

/** Whether the payment of a booked line was undone. The line is an alias of the query. */
const undone = (query: SelectQueryBuilder<BankLine>): string =>
  `EXISTS ${query
    .subQuery()
    .select('1')
    .from(Payment, 'undo')
    .where('undo.undoesId = line.paymentId')
    .getQuery()}`;

/** Keeps the lines that are in this state now: a booked line whose payment was undone is open. */
export function inState(query: SelectQueryBuilder<BankLine>, state: LineState): void {
  const isUndone = undone(query);
  if (state === 'open') query.andWhere(`(line.state = 'open' OR (line.state = 'booked' AND ${isUndone}))`);
  else if (state === 'booked') query.andWhere(`line.state = 'booked' AND NOT ${isUndone}`);
  else query.andWhere('line.state = :state', { state });
}

/** The payments of lines that stand: those that were undone are left out. Numbers by id. */
export async function standingPayments(
  manager: EntityManager,
  ids: readonly (PaymentId | null)[],
): Promise<ReadonlyMap<PaymentId, string>> {
  const asked = ids.filter((id) => id !== null);
  if (asked.length === 0) return new Map();
  const undoing = await manager.find(Payment, { where: { undoesId: In(asked) }, select: ['id', 'undoesId'] });
  const undoneIds = new Set(undoing.map(({ undoesId }) => undoesId));
  const payments = await manager.find(Payment, { where: { id: In(asked) }, select: ['id', 'number'] });
  return new Map(payments.flatMap(({ id, number }) => (undoneIds.has(id) ? [] : [[id, number] as const])));
}
