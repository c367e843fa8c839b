import { Inject, Injectable } from '@nestjs/common';
import { isAllowedIn } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, type LabId, newId } from '@pandafab/shared';
import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { audit } from '../../platform/audit/audit';
import { type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { holdSessions } from '../sessions/hold-sessions';
import { demandTrainer, type Trainer, trainersOf } from '../sessions/trainers';
import { slotsOf } from './slots';
import {
  MOST_DAYS,
  type SetTrainerHoursDto,
  type SlotQueryDto,
  type TrainerHoursDto,
} from './trainer-hours.dto';
import { TrainerHours } from './trainer-hours.entity';

/** A trainer who has said nothing offers no appointments. */
const NONE = {
  week: [],
  exceptions: [],
  slotMinutes: 60,
  topics: [],
  daysAhead: 30,
  noticeHours: 24,
  version: 0,
};
const DAYS_SHOWN = 13;

/** When trainers can be booked for appointments. */
@Injectable()
export class TrainerHoursService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Of each trainer of a lab, by name. @throws Fault LAB.UNKNOWN */
  async list(account: CurrentAccountInfo, labId: LabId) {
    const { manager } = this.read;
    await findLab(manager, labId);
    const rows = await manager.findBy(TrainerHours, { labId });
    const items = (await trainersOf(manager, labId)).map((trainer) =>
      view(
        account,
        labId,
        trainer,
        rows.find(({ trainerId }) => trainerId === trainer.id),
      ),
    );
    return { items, total: items.length };
  }

  /**
   * Trainers set their own hours; managers of the lab those of all.
   * @throws Fault LAB.UNKNOWN, SESSION.NOT_TRAINER, AUTH.FORBIDDEN, AUTH.OTHER_LAB, TRAINER_HOURS.CHANGED
   */
  set(
    account: CurrentAccountInfo,
    labId: LabId,
    trainerId: AccountId,
    { version, ...fields }: SetTrainerHoursDto,
  ): Promise<TrainerHoursDto> {
    if (trainerId !== account.accountId) demandIn(account, 'room.manage', labId);
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await findLab(manager, labId);
      const trainer = await demandTrainer(manager, labId, trainerId);
      await holdSessions(unit);
      const row = await manager.findOneBy(TrainerHours, { trainerId, labId });
      if ((row?.version ?? 0) !== version) throw new Fault('TRAINER_HOURS.CHANGED');
      const after: TrainerHours = {
        ...{ id: row?.id ?? newId<string>(), trainerId, labId, ...fields },
        ...{ version: version + 1, changedAt: now },
      };
      await manager.upsert(TrainerHours, { ...after } as object, ['id']);
      const note = { action: 'trainer-hours.changed', subject: ['trainer-hours', after.id], labId } as const;
      await audit(unit, { ...note, after: { trainerId, ...fields } });
      return view(account, labId, trainer, after);
    });
  }

  /** The times that can be booked at a lab, the earliest first. @throws Fault LAB.UNKNOWN */
  async slots(labId: LabId, { from, until, trainerId, topicId }: SlotQueryDto) {
    const { manager } = this.read;
    const now = this.clock.now();
    const lab = await findLab(manager, labId);
    const zone = lab.timeZone;
    const first = (from ? DateTime.fromISO(from, { zone }) : DateTime.fromMillis(now, { zone })).startOf(
      'day',
    );
    const end = until ? DateTime.fromISO(until, { zone }) : first.plus({ days: DAYS_SHOWN });
    // Without a first day, the request itself does not say how many days it asks for.
    const last = DateTime.min(end, first.plus({ days: MOST_DAYS }));
    const window = { from: first.toMillis(), until: last.plus({ days: 1 }).toMillis() };
    const trainers = new Map((await trainersOf(manager, labId)).map((each) => [each.id, each]));
    const rows = (await manager.findBy(TrainerHours, { labId })).filter((row) => trainers.has(row.trainerId));
    const asked = rows.filter(
      (row) =>
        (!trainerId || row.trainerId === trainerId) &&
        (!topicId || row.topics.length === 0 || row.topics.includes(topicId)),
    );
    const items = [];
    for (const row of asked)
      for (const slot of await slotsOf(manager, now, lab, row, window))
        items.push({
          trainerId: row.trainerId,
          trainerName: trainers.get(row.trainerId)?.name ?? '',
          ...slot,
        });
    items.sort((a, b) => a.from - b.from || (a.trainerId < b.trainerId ? -1 : 1));
    return {
      items: items.map((slot) => ({ ...slot, from: toIso(slot.from), until: toIso(slot.until) })),
      ...{ total: items.length, timeZone: zone, offered: rows.some(({ week }) => week.length > 0) },
    };
  }
}

/** @throws Fault LAB.UNKNOWN */
export async function findLab(manager: EntityManager, id: LabId): Promise<Lab> {
  const lab = await manager.findOneBy(Lab, { id });
  if (!lab) throw new Fault('LAB.UNKNOWN');
  return lab;
}

function view(
  account: CurrentAccountInfo,
  labId: LabId,
  { id: trainerId, name: trainerName }: Trainer,
  row: TrainerHours | undefined,
): TrainerHoursDto {
  const { week, exceptions, topics, slotMinutes, daysAhead, noticeHours, version } = row ?? NONE;
  return {
    ...{ trainerId, trainerName, labId, slotMinutes, daysAhead, noticeHours, version },
    week: week.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
    exceptions: exceptions.map(({ hours, ...each }) => ({
      ...each,
      hours: hours.map(({ opens, closes }) => ({ opens, closes })),
    })),
    topics: [...topics],
    canChange: trainerId === account.accountId || isAllowedIn(account, 'room.manage', labId),
  };
}
