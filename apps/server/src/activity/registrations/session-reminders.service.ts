import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock, SessionId } from '@pandafab/shared';
import { In, LessThanOrEqual } from 'typeorm';
import { SERVER_ACTOR } from '../../platform/kit/actor';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { Session } from '../sessions/session.entities';
import { holdRegistrations } from './hold-registrations';
import { membersOf } from './move-up';
import { Registration } from './registration.entities';
import { sessionReminder } from './session-notices';
import { tellPeople } from './tell-people';

const LOOK_EVERY_MS = 5 * 60_000;

/**
 * Reminds each person of their session when it is time for them (`reminderAt`): once, because the note that it was done
 * and the notice are one unit of work. After a crash, the next look does what is missing.
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
    const due = await this.read
      .of(Registration)
      .find({ where: { remindAt: LessThanOrEqual(this.clock.now()) }, select: { sessionId: true } });
    for (const id of new Set(due.map(({ sessionId }) => sessionId)))
      await this.unitOfWork.run((unit) => remind(unit, id), { by: SERVER_ACTOR });
  }
}

/** Reminds those of one session who are due. Who gave up the place, or whose session is not to come, is only forgotten. */
async function remind(unit: Unit, sessionId: SessionId): Promise<void> {
  const { manager, now } = unit;
  await holdRegistrations(unit);
  // Of two processes at once, the second one finds no person.
  const due = await manager.findBy(Registration, { sessionId, remindAt: LessThanOrEqual(now) });
  await manager.update(Registration, { id: In(due.map(({ id }) => id)) }, { remindAt: null });
  const session = await manager.findOneByOrFail(Session, { id: sessionId });
  if (session.state !== 'planned' || session.fromAt <= now) return;
  const memberIds = membersOf(due.filter(({ state }) => state === 'registered'));
  await tellPeople(unit, sessionReminder, [{ session, memberIds }], () => ({}));
}
