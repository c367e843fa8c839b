import { Injectable } from '@nestjs/common';
import { openSpans, type Span } from '@pandafab/domain';
import { Fault, type Instant, type LabId } from '@pandafab/shared';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { Lab } from '../labs/lab.entity';
import { LabClosure, LabWeek } from './opening-hours.entities';

/** More than the longest opening of one day, and than the difference between a day in UTC and in any zone. */
const THREE_DAYS = 3 * 86_400_000;

/** The opening hours of a lab, to be asked more than once. */
export interface LabCalendar {
  readonly timeZone: string;
  /**
   * The times in the window at which the lab is open, sorted and disjoint.
   * @param from not before the `since` of the calendar
   * @returns null for a lab that is always open
   */
  readonly open: (from: Instant, until: Instant) => readonly Span[] | null;
}

/** @param since of the earliest window that it is asked for */
export async function calendarOf(
  manager: EntityManager,
  { id: labId, timeZone }: Pick<Lab, 'id' | 'timeZone'>,
  since: Instant,
): Promise<LabCalendar> {
  const week = (await manager.findOneBy(LabWeek, { labId }))?.week ?? null;
  const earliest = new Date(since - THREE_DAYS).toISOString().slice(0, 10);
  const closures = await manager.findBy(LabClosure, { labId, lastDay: MoreThanOrEqual(earliest) });
  return { timeZone, open: (from, until) => openSpans(week, closures, timeZone, from, until) };
}

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
  return (await calendarOf(manager, lab, from)).open(from, until);
}

/** When labs are open. */
@Injectable()
export class LabCalendars {
  readonly openOf = openingOf;
}
