import { allIncome } from './income';
import { usageOf } from './labs';
import type { Rows } from './rows';
import { isDayIn, isLabIn, narrows, type Parameters, type Scope } from './scope';

export function incomeServices(rows: Rows, scope: Scope, { activity }: Parameters = {}): number {
  let cents = 0;
  for (const income of allIncome(rows, scope))
    if (narrows(activity, income.activity ?? 'none')) cents += income.cents;
  return Math.round(cents);
}

export function cashed(rows: Rows, scope: Scope): number {
  let sum = 0;
  // The means with which a member’s own money pays an invoice: it was cashed before.
  for (const { bookedOn, means, cents, labId } of rows.payments)
    if (isDayIn(scope, bookedOn) && means !== 'account' && isLabIn(scope, labId)) sum += cents;
  return sum;
}

export function freeAccessValue(rows: Rows, scope: Scope): number {
  let sum = 0;
  for (const { valueCents, chargedCents } of usageOf(rows, scope))
    if (valueCents !== null && chargedCents !== null) sum += valueCents - chargedCents;
  const labs = new Map(rows.usage.map(({ id, labId }) => [id, labId]));
  const [first, last] = [scope.from.slice(0, 7), scope.to.slice(0, 7)];
  for (const { usageRecordId, month, freeCents } of rows.charges)
    if (month >= first && month <= last && isLabIn(scope, labs.get(usageRecordId) ?? null)) sum += freeCents;
  return sum;
}

export function subsidyReceived(rows: Rows, scope: Scope): number | null {
  if (scope.labId !== null || scope.conventionId === null) return null;
  let sum = 0;
  for (const { conventionId, cents, receivedOn } of rows.instalments)
    if (conventionId === scope.conventionId && isDayIn(scope, receivedOn)) sum += cents;
  return sum;
}

function spent(rows: Rows, scope: Scope, wanted: 'cost' | 'in-kind', { heading }: Parameters): number | null {
  if (scope.conventionId === null) return null;
  let sum = 0;
  for (const cost of rows.costs)
    if (
      cost.conventionId === scope.conventionId &&
      cost.kind === wanted &&
      isDayIn(scope, cost.day) &&
      isLabIn(scope, cost.labId) &&
      narrows(heading, cost.heading)
    )
      sum += cost.cents;
  return sum;
}

export const costs = (rows: Rows, scope: Scope, parameters: Parameters = {}): number | null =>
  spent(rows, scope, 'cost', parameters);

export const inKindValue = (rows: Rows, scope: Scope, parameters: Parameters = {}): number | null =>
  spent(rows, scope, 'in-kind', parameters);

export function result(rows: Rows, scope: Scope): number | null {
  const subsidy = subsidyReceived(rows, scope);
  const all = costs(rows, scope);
  return subsidy === null || all === null ? null : incomeServices(rows, scope) + subsidy - all;
}
