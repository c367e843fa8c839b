import { Inject, Injectable } from '@nestjs/common';
import { labDayOf, type VisitorPublic, type VisitPurpose } from '@pandafab/domain';
import type { Clock, LabId } from '@pandafab/shared';
import { Between, In, IsNull } from 'typeorm';
import { MemberContact } from '../../people/members/member.entity';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { findLab } from './find-lab';
import { Kiosk, LabOpening, Visit } from './visit.entities';
import { kioskVisitView, openingView } from './visit-view';
import type { DayRangeDto, VisitDayDto, VisitDaysDto } from './visits.dto';

/** The most visits of a day that a list has. */
const MOST_ROWS = 200;

interface Sum {
  readonly visits: number;
  readonly people: number;
}

/** The visits of labs, by day. */
@Injectable()
export class VisitDays {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** A day of a lab; today if none is given. @throws Fault LAB.UNKNOWN */
  async day(labId: LabId, asked?: string): Promise<VisitDayDto> {
    const { timeZone } = await findLab(this.database.manager, labId);
    const day = asked ?? labDayOf(this.clock.now(), timeZone);
    const byBoth = await this.sums(labId, day);
    const opening = await this.database.of(LabOpening).findOneBy({ labId, closedAt: IsNull() });
    const people = (of: readonly Sum[]) => of.reduce((total, sum) => total + sum.people, 0);
    const publics = [...new Set(byBoth.map((each) => each.public))];
    const purposes = [...new Set(byBoth.map((each) => each.purpose))];
    return {
      ...{ labId, timeZone, day, people: people(byBoth) },
      visits: byBoth.reduce((total, { visits }) => total + visits, 0),
      byPublic: publics.map((one) => ({
        ...{ public: one, people: people(byBoth.filter((each) => each.public === one)) },
      })),
      byPurpose: purposes.map((purpose) => ({
        ...{ purpose, people: people(byBoth.filter((each) => each.purpose === purpose)) },
      })),
      opening: opening && openingView(opening),
      items: await this.listed(
        await this.database.of(Visit).find({
          ...{ where: { labId, day }, order: { at: 'DESC', id: 'DESC' }, take: MOST_ROWS },
        }),
      ),
    };
  }

  /** Visits as staff see them. */
  async listed(visits: readonly Visit[]) {
    const idsOf = <Id extends string>(ids: readonly (Id | null)[]): Id[] => [
      ...new Set(ids.filter((each) => each !== null)),
    ];
    const contacts = await this.database
      .of(MemberContact)
      .findBy({ memberId: In(idsOf(visits.map(({ memberId }) => memberId))) });
    const kiosks = await this.database
      .of(Kiosk)
      .findBy({ id: In(idsOf(visits.map(({ kioskId }) => kioskId))) });
    return visits.map((visit) => ({
      ...kioskVisitView(visit),
      memberId: visit.memberId,
      memberName: contacts.find(({ memberId }) => memberId === visit.memberId)?.displayName ?? null,
      kioskName: kiosks.find(({ id }) => id === visit.kioskId)?.name ?? null,
    }));
  }

  /** The days of a range on which the lab had visits or was open. @throws Fault LAB.UNKNOWN */
  async numbers(labId: LabId, { from, to }: DayRangeDto): Promise<VisitDaysDto> {
    const { manager } = this.database;
    await findLab(manager, labId);
    const rows = await manager
      .createQueryBuilder(Visit, 'visit')
      .select('visit.day', 'day')
      .addSelect('COUNT(*)', 'visits')
      .addSelect('SUM(visit.people)', 'people')
      .where('visit.labId = :labId AND visit.day BETWEEN :from AND :to', { labId, from, to })
      .andWhere('visit.undoneAt IS NULL')
      .groupBy('visit.day')
      .getRawMany<{ day: string; visits: string; people: string }>();
    const counts = new Map(rows.map(({ day, ...row }) => [day, numbersOf(row)]));
    const minutes = await this.openMinutes(labId, from, to);
    const days = [...new Set([...counts.keys(), ...minutes.keys()])].sort();
    return {
      items: days.map((day) => ({
        ...{ day, visits: 0, people: 0, ...counts.get(day) },
        openMinutes: Math.round(minutes.get(day) ?? 0),
      })),
    };
  }

  /** By the day on which the lab opened; an opening that lasts counts until now. */
  private async openMinutes(labId: LabId, from: string, to: string): Promise<ReadonlyMap<string, number>> {
    const openings = await this.database.of(LabOpening).findBy({ labId, day: Between(from, to) });
    const minutes = new Map<string, number>();
    for (const { day, openedAt, closedAt } of openings) {
      const length = ((closedAt ?? this.clock.now()) - openedAt) / 60_000;
      minutes.set(day, (minutes.get(day) ?? 0) + Math.max(0, length));
    }
    return minutes;
  }

  private async sums(labId: LabId, day: string) {
    const rows = await this.database.manager
      .createQueryBuilder(Visit, 'visit')
      .select('visit.public', 'public')
      .addSelect('visit.purpose', 'purpose')
      .addSelect('COUNT(*)', 'visits')
      .addSelect('SUM(visit.people)', 'people')
      .where('visit.labId = :labId AND visit.day = :day AND visit.undoneAt IS NULL', { labId, day })
      .groupBy('visit.public')
      .addGroupBy('visit.purpose')
      .getRawMany<{ public: VisitorPublic; purpose: VisitPurpose; visits: string; people: string }>();
    return rows.map((row) => ({ public: row.public, purpose: row.purpose, ...numbersOf(row) }));
  }
}

const numbersOf = ({ visits, people }: { visits: string; people: string }): Sum => ({
  ...{ visits: Number(visits), people: Number(people) },
});
