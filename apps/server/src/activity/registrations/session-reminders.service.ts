import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock, SessionId } from '@pandafab/shared';
import { Between, IsNull } from 'typeorm';
import { SERVER_ACTOR } from '../../platform/kit/actor';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { claimReminder } from '../sessions/claim-reminder';
import { Session } from '../sessions/session.entities';
import { holdRegistrations } from './hold-registrations';
import { membersOf, placesAt } from './move-up';
import { sessionReminder } from './session-notices';
import { tellPeople } from './tell-people';

const LOOK_EVERY_MS = 5 * 60_000;
/** The day before, at the hour of the session. */
const BEFORE_MS = 24 * 3_600_000;

/**
 * Reminds the people of each session the day before: once, because the note that it was done and the notices are one
 * unit of work. After a crash, the next look does what is missing.
 */
@Injectable()
export class SessionReminders implements OnModuleInit {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'session-reminders', everyMs: LOOK_EVERY_MS, run: () => this.look() });
  }

  async look(): Promise<void> {
    const now = this.clock.now();
    const due = await this.read.of(Session).find({
      where: { state: 'planned', remindedAt: IsNull(), fromAt: Between(now, now + BEFORE_MS) },
      select: { id: true },
    });
    for (const { id } of due)
      await this.unitOfWork.run((unit) => this.remind(unit, id), { by: SERVER_ACTOR });
  }

  private async remind(unit: Unit, id: SessionId): Promise<void> {
    const session = await claimReminder(unit, id);
    if (!session) return;
    await holdRegistrations(unit);
    const places = (await placesAt(unit.manager, [id])).get(id) ?? [];
    const memberIds = membersOf(places.filter(({ state }) => state === 'registered'));
    await tellPeople(unit, sessionReminder, [{ session, memberIds }], () => ({}));
  }
}
