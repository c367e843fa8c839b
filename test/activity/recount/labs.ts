import type { Rows, UsageRow } from './rows';
import { isInstantIn, isLabIn, narrows, type Parameters, rounded, type Scope } from './scope';

const HOUR_MS = 3_600_000;

/** The milliseconds that at least one opening of the lab covers: bounds in order, and how many are open between two. */
function covered(rows: Rows, { start, end, now }: Scope, lab: string): number {
  const bounds: { at: number; opens: 1 | -1 }[] = [];
  for (const { labId, openedAt, closedAt } of rows.openings) {
    if (labId !== lab) continue;
    const from = Math.max(openedAt, start);
    const until = Math.min(closedAt ?? now, end, now);
    if (from < until) bounds.push({ at: from, opens: 1 }, { at: until, opens: -1 });
  }
  bounds.sort((one, other) => one.at - other.at);
  let [open, since, total] = [0, 0, 0];
  for (const { at, opens } of bounds) {
    if (open > 0) total += at - since;
    open += opens;
    since = at;
  }
  return total;
}

export function hoursOpen(rows: Rows, scope: Scope): number {
  const labs = new Set(rows.openings.map(({ labId }) => labId).filter((labId) => isLabIn(scope, labId)));
  let total = 0;
  for (const lab of labs) total += covered(rows, scope, lab);
  return rounded(total / HOUR_MS, 1);
}

export const usageOf = (rows: Rows, scope: Scope, { category }: Parameters = {}): UsageRow[] =>
  rows.usage.filter(
    (record) =>
      isInstantIn(scope, record.at) && isLabIn(scope, record.labId) && narrows(category, record.category),
  );

export function prints(rows: Rows, scope: Scope, parameters: Parameters = {}): number {
  const done = new Set(rows.runs.filter(({ state }) => state === 'done').map(({ id }) => id));
  return usageOf(rows, scope, parameters).filter(({ runId }) => done.has(runId)).length;
}

export function machineHours(rows: Rows, scope: Scope, { category }: Parameters = {}): number {
  const groups = new Map(rows.usage.map((record) => [record.runId, record.category]));
  let total = 0;
  for (const { id, labId, endedAt, seconds } of rows.runs)
    if (endedAt !== null && isInstantIn(scope, endedAt) && isLabIn(scope, labId))
      if (narrows(category, groups.get(id) ?? null)) total += seconds;
  return rounded(total / 3600, 1);
}

export function materialGrams(rows: Rows, scope: Scope, parameters: Parameters = {}): number {
  let milligrams = 0;
  for (const { materials } of usageOf(rows, scope, parameters))
    for (const used of JSON.parse(materials) as { material: string; milligrams: number }[])
      if (narrows(parameters.material, used.material)) milligrams += used.milligrams;
  return rounded(milligrams / 1000, 0);
}
