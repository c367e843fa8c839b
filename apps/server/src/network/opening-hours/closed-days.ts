import type { LabId } from '@pandafab/shared';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { LabClosure } from './opening-hours.entities';

const length = ({ firstDay, lastDay }: LabClosure): number => Date.parse(lastDay) - Date.parse(firstDay);

/** Says for a day, YYYY-MM-DD on the lab's calendar, why the lab is closed on it; undefined where it is not. */
export type ClosedOn = (day: string) => string | undefined;

/**
 * The days from `from` on that the staff closed. Where several exceptions cover a day, the shortest one counts, as in
 * `openSpans`: a day with other hours within a month of closing is not closed.
 */
export async function closedDays(manager: EntityManager, labId: LabId, from: string): Promise<ClosedOn> {
  const closures = await manager.findBy(LabClosure, { labId, lastDay: MoreThanOrEqual(from) });
  const shortestFirst = closures.sort((a, b) => length(a) - length(b) || (a.firstDay > b.firstDay ? -1 : 1));
  return (day) => {
    const found = shortestFirst.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
    return found && found.hours.length === 0 ? found.reason : undefined;
  };
}
