import type { ActivityIncome } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { readCosts, readInstalments } from '../reads/read-convention-money';
import { type PrestationIncome, readIncome, sumOfIncome } from '../reads/read-income';
import type { IndicatorScope } from '../scope';
import type { CentsRow, PrestationRow } from './rows';

/** Income by activity and by order, costs and contributions by heading, and the instalments of the subsidy. */
export async function moneyTables(manager: EntityManager, scope: IndicatorScope) {
  const orders = await readIncome(manager, scope);
  const costs = await readCosts(manager, scope);
  const ofKind = (kind: 'cost' | 'in-kind'): CentsRow[] =>
    costs.filter((cost) => cost.kind === kind).map(({ heading, cents }) => ({ key: heading, cents }));
  const instalments = scope.labId === null ? await readInstalments(manager, scope) : [];
  return {
    incomeByActivity: byActivity(orders.flatMap(({ income }) => income)),
    incomeByPrestation: byOrder(orders),
    costsByHeading: ofKind('cost'),
    inKindByHeading: ofKind('in-kind'),
    instalments: instalments.map(({ id, label, payer, dueOn, receivedOn, cents }) => ({
      ...{ key: id, label, payer, dueOn, receivedOn, cents },
    })),
  };
}

function byActivity(income: readonly ActivityIncome[]): CentsRow[] {
  const sums = new Map<string | null, number>();
  for (const { activity, netCents } of income) sums.set(activity, (sums.get(activity) ?? 0) + netCents);
  return [...sums]
    .map(([key, cents]) => ({ key, cents }))
    .sort((a, b) => b.cents - a.cents || (a.key ?? '').localeCompare(b.key ?? ''));
}

/** A private person is not named in a report: their orders are one row, the last one. */
function byOrder(orders: readonly PrestationIncome[]): PrestationRow[] {
  const named = orders
    .filter(({ isPerson }) => !isPerson)
    .map(({ id, reference, title, client, income }) => ({
      ...{ key: id, reference, title, client, cents: sumOfIncome(income) },
    }));
  const persons = orders.filter(({ isPerson }) => isPerson);
  if (persons.length === 0) return named;
  const cents = persons.reduce((sum, { income }) => sum + sumOfIncome(income), 0);
  return [...named, { key: null, reference: null, title: null, client: null, cents }];
}
