import { Injectable } from '@nestjs/common';
import { Fault, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { requestMatching } from '../../network/labs/request-matching';
import { audit } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import type { BookingRulesDto, SetBookingRulesDto } from './bookings.dto';
import { BookingRules } from './bookings.entities';

/** A lab that has said nothing. */
const NONE = { offered: false, longestHours: 4, hoursPerWeek: 8, daysAhead: 14, version: 0 };

/** The rules of a lab's bookings. */
export async function bookingRulesOf(manager: EntityManager, labId: LabId): Promise<BookingRules> {
  return (await manager.findOneBy(BookingRules, { labId })) ?? { labId, ...NONE };
}

/** Staff say whether and how machines of their lab can be booked. */
@Injectable()
export class BookingRulesService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Fault LAB.UNKNOWN */
  async get(labId: LabId): Promise<BookingRulesDto> {
    await demandLab(this.database.manager, labId);
    return { ...(await bookingRulesOf(this.database.manager, labId)) };
  }

  /** Bookings that were made before stay. @throws Fault LAB.UNKNOWN, BOOKING.RULES_CHANGED */
  set(labId: LabId, { version, ...rules }: SetBookingRulesDto): Promise<BookingRulesDto> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await demandLab(manager, labId);
      // First: it locks the lab, so that two changes at once are made one after the other.
      await requestMatching(unit, labId);
      const { version: present, labId: _lab, ...before } = await bookingRulesOf(manager, labId);
      if (present !== version) throw new Fault('BOOKING.RULES_CHANGED');
      const row = { labId, ...rules, version: version + 1 };
      await manager.upsert(BookingRules, { ...row }, ['labId']);
      const note = { action: 'lab.booking-rules-changed', subject: ['lab', labId], labId } as const;
      await audit(unit, { ...note, before, after: rules });
      return row;
    });
  }
}

async function demandLab(manager: EntityManager, id: LabId): Promise<void> {
  if (!(await manager.existsBy(Lab, { id }))) throw new Fault('LAB.UNKNOWN');
}
