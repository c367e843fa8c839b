import { Inject, Injectable } from '@nestjs/common';
import { learnClearing, learnPace } from '@pandafab/domain';
import { type Clock, Fault, type Instant, type LabId } from '@pandafab/shared';
import { MoreThan } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { calendarOf } from '../../network/opening-hours/lab-calendars';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { ExpectationResult } from '../jobs/expectation.entities';
import { clearings, HOURS_MS, hourIn, printTimes } from '../matching/queue/learnt';
import { startAccuracy, weeksOf } from './start-accuracy';

const WEEKS = 12;
const WEEK_MS = 7 * 86_400_000;
/** More starts than a busy lab has in twelve weeks. */
const MOST_STARTS = 20_000;

/** How right the expected hours of a lab were, and what was learnt from that. */
@Injectable()
export class AccuracyService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** @throws Fault LAB.UNKNOWN */
  async of(labId: LabId) {
    const now = this.clock.now();
    const lab = await this.database.of(Lab).findOneBy({ id: labId });
    if (!lab) throw new Fault('LAB.UNKNOWN');
    const told = await this.database.of(ExpectationResult).find({
      where: { labId, startedAt: MoreThan(now - WEEKS * WEEK_MS) },
      order: { startedAt: 'DESC' },
      take: MOST_STARTS,
    });
    return {
      starts: startAccuracy(told),
      weeks: weeksOf(told, now, WEEKS).map(({ from, ...week }) => ({ from: toIso(from), ...week })),
      printTimes: await this.printTimes(now, labId),
      clearing: await this.clearing(now, lab),
    };
  }

  private async printTimes(now: Instant, labId: LabId) {
    return learnPace(await printTimes(this.database.manager, now, labId))
      .sort((a, b) => b.prints - a.prints)
      .map(({ seconds, expectedSeconds, ...learnt }) => ({ ...learnt, measured: seconds / expectedSeconds }));
  }

  private async clearing(now: Instant, lab: Lab) {
    const { manager } = this.database;
    const calendar = await calendarOf(manager, lab, now - HOURS_MS);
    const seen = await clearings(manager, now, lab.id, calendar);
    return learnClearing(seen, hourIn(lab.timeZone)).map(({ beds, ms }, hour) => ({
      ...{ hour, beds },
      minutes: Math.round(ms / 6_000) / 10,
    }));
  }
}
