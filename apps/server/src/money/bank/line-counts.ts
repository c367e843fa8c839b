import type { EntityManager } from 'typeorm';
import { BankLine, LINE_STATES, type LineState } from './bank.entities';
import { inState } from './line-states';

/** How many lines are in each state now. */
export async function stateCounts(manager: EntityManager): Promise<Record<LineState, number>> {
  const counts = { open: 0, booked: 0, ignored: 0, out: 0 };
  for (const state of LINE_STATES) {
    const query = manager.createQueryBuilder(BankLine, 'line');
    inState(query, state);
    counts[state] = await query.getCount();
  }
  return counts;
}

/** By statement: its lines that are open. Statements without any are left out. */
export async function openCounts(
  manager: EntityManager,
  statementIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (statementIds.length === 0) return new Map();
  const query = manager
    .createQueryBuilder(BankLine, 'line')
    .select('line.statementId', 'id')
    .addSelect('COUNT(*)', 'count')
    .where('line.statementId IN (:...statementIds)', { statementIds })
    .groupBy('line.statementId');
  inState(query, 'open');
  const rows = await query.getRawMany<{ id: string; count: string | number }>();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}
