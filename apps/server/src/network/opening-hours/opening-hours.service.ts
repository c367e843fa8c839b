import { Injectable } from '@nestjs/common';
import { Fault, type LabId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Lab } from '../labs/lab.entity';
import { requestMatching } from '../labs/request-matching';
import type { LabClosureDto, LabHoursDto, NewLabClosureDto, SetLabHoursDto } from './opening-hours.dto';
import { LabClosure, LabWeek } from './opening-hours.entities';

/** The most closures of a lab that are shown. */
const MOST_ROWS = 500;

/** The hours of labs' weeks, and their closures. */
@Injectable()
export class OpeningHoursService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Fault LAB.UNKNOWN */
  async hours(labId: LabId): Promise<LabHoursDto> {
    return hoursOf(this.database.manager, labId);
  }

  /**
   * Replaces the hours of the whole week.
   * @throws Fault LAB.UNKNOWN, LAB.HOURS_CHANGED if `version` is not the present one
   */
  setHours(labId: LabId, { week, version }: SetLabHoursDto): Promise<LabHoursDto> {
    return this.change(labId, async (unit) => {
      const { manager, now } = unit;
      const before = await hoursOf(manager, labId);
      if (before.version !== version) throw new Fault('LAB.HOURS_CHANGED');
      const sorted = week?.toSorted((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1)) ?? null;
      await manager.upsert(LabWeek, { labId, week: sorted, version: version + 1, changedAt: now }, ['labId']);
      const note = { action: 'lab.hours-changed', subject: ['lab', labId], labId } as const;
      await audit(unit, { ...note, before: { week: before.week }, after: { week: sorted } });
      return hoursOf(manager, labId);
    });
  }

  /** The last days first. */
  async closures(labId: LabId) {
    const order = { lastDay: 'DESC', firstDay: 'DESC' } as const;
    const [items, total] = await this.database
      .of(LabClosure)
      .findAndCount({ where: { labId }, order, take: MOST_ROWS });
    return { items: items.map(view), total };
  }

  /** @throws Fault LAB.UNKNOWN, LAB.CLOSURE_EXISTS {reason} */
  addClosure(labId: LabId, fields: NewLabClosureDto): Promise<LabClosureDto> {
    return this.change(labId, async (unit) => {
      const { manager, now } = unit;
      const { firstDay, lastDay } = fields;
      const same = await manager.findOneBy(LabClosure, { labId, firstDay, lastDay });
      if (same) throw new Fault('LAB.CLOSURE_EXISTS', { reason: same.reason });
      const row: LabClosure = { id: newId<string>(), labId, ...fields, createdAt: now };
      await manager.insert(LabClosure, row);
      const note = { action: 'lab.closure-added', subject: ['lab', labId], labId } as const;
      await audit(unit, { ...note, after: { ...fields } });
      return view(row);
    });
  }

  /** Does nothing if the lab has no such closure. @throws Fault LAB.UNKNOWN */
  async removeClosure(labId: LabId, id: string): Promise<void> {
    await this.change(labId, async (unit) => {
      const row = await unit.manager.findOneBy(LabClosure, { id, labId });
      if (!row) return;
      await unit.manager.delete(LabClosure, { id });
      const { id: _id, ...before } = view(row);
      await audit(unit, { action: 'lab.closure-removed', subject: ['lab', labId], labId, before });
    });
  }

  /** The lab's jobs are matched again afterwards. */
  private change<T>(labId: LabId, work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async (unit) => {
      if (!(await unit.manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      // First: it locks the lab, so that two changes at once are made one after the other.
      await requestMatching(unit, labId);
      return work(unit);
    });
  }
}

async function hoursOf(manager: EntityManager, labId: LabId): Promise<LabHoursDto> {
  const lab = await manager.findOneBy(Lab, { id: labId });
  if (!lab) throw new Fault('LAB.UNKNOWN');
  const row = await manager.findOneBy(LabWeek, { labId });
  const week = row?.week?.map((each) => ({ ...each })) ?? null;
  return { labId, timeZone: lab.timeZone, week, version: row?.version ?? 0 };
}

const view = ({ id, firstDay, lastDay, hours, reason }: LabClosure): LabClosureDto => ({
  ...{ id, firstDay, lastDay, reason },
  hours: hours.map(({ opens, closes }) => ({ opens, closes })),
});
