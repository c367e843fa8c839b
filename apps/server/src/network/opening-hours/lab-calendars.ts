import { Injectable } from '@nestjs/common';
import { openSpans, type Span } from '@pandafab/domain';
import { Fault, type Instant, type LabId } from '@pandafab/shared';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { Lab } from '../labs/lab.entity';
import { LabClosure, LabWeek } from './opening-hours.entities';

/** More than the longest opening of one day, and than the difference between a day in UTC and in any zone. */
const THREE_DAYS = 3 * 86_400_000;

/**
 * The times in the window at which a lab is open, sorted and disjoint.
 * @returns null for a lab that is always open
 * @throws Fault LAB.UNKNOWN
 */
export async function openingOf(
  manager: EntityManager,
  labId: LabId,
  from: Instant,
  until: Instant,
): Promise<readonly Span[] | null> {
  const lab = await manager.findOneBy(Lab, { id: labId });
  if (!lab) throw new Fault('LAB.UNKNOWN');
  const week = (await manager.findOneBy(LabWeek, { labId }))?.week ?? null;
  const earliest = new Date(from - THREE_DAYS).toISOString().slice(0, 10);
  const closures = await manager.findBy(LabClosure, { labId, lastDay: MoreThanOrEqual(earliest) });
  return openSpans(week, closures, lab.timeZone, from, until);
}

/** When labs are open. */
@Injectable()
export class LabCalendars {
  readonly openOf = openingOf;
}
