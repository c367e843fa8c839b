import type { Evidence, Order } from './evidence';

/** Accepted cancellations, pauses and stops that did not take effect in time. */
export function judgeOrders(evidence: Evidence): string[] {
  return evidence.orders.flatMap((order) => {
    const { kind, machine, part, dueAt } = order;
    if (dueAt === undefined) return [];
    const whose = `part ${part} on ${machine}`;
    const late = linesAfter(evidence, order, dueAt);
    const disobeyed =
      late > 0 ? [`the ${kind} of ${whose} was accepted, and ${late} lines followed when it was due`] : [];
    const running =
      order.inEffect === false ? [`the stop of ${whose} was accepted, and the machine did not halt`] : [];
    return [...disobeyed, ...running];
  });
}

function linesAfter({ happenings, runs }: Evidence, { machine, part, overAt }: Order, dueAt: number): number {
  // A part that is made again may come to the same machine again; then it may be printed.
  const same = runs.filter((run) => run.machine === machine && run.part === part);
  if (same.length > 1) return 0;
  return happenings.filter(
    (line) =>
      line.kind === 'line' &&
      line.machine === machine &&
      line.part === part &&
      line.at > dueAt &&
      line.at < (overAt ?? Number.POSITIVE_INFINITY),
  ).length;
}
