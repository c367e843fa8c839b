import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock, SessionId } from '@pandafab/shared';
import { SERVER_ACTOR } from '../../platform/kit/actor';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { holdAttended } from '../sessions/hold-attended';
import { Session } from '../sessions/session.entities';
import { Registration } from './registration.entities';

const LOOK_EVERY_MS = 5 * 60_000;
/** So long after its end, the trainer has left. */
const AFTER_MS = 3_600_000;
/** Older ones are left as staff left them. */
const OLDEST_MS = 31 * 86_400_000;

/**
 * Reports count sessions that took place. A trainer who notes that people were there, and forgets to say that the
 * session was held, must not lose it for the report: an hour after its end the server says so.
 */
@Injectable()
export class AttendedSessions implements OnModuleInit {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'attended-sessions', everyMs: LOOK_EVERY_MS, run: () => this.look() });
  }

  async look(): Promise<void> {
    const now = this.clock.now();
    const ended = await this.read.manager
      .createQueryBuilder(Session, 'session')
      .select('session.id', 'id')
      .where(`session.state = 'planned' AND session.untilAt < :ended AND session.fromAt > :oldest`, {
        ...{ ended: now - AFTER_MS, oldest: now - OLDEST_MS },
      })
      .andWhere((query) => {
        const present = query
          .subQuery()
          .select('1')
          .from(Registration, 'registration')
          .where(`registration.sessionId = session.id AND registration.attendance = 'present'`);
        return `EXISTS ${present.getQuery()}`;
      })
      .getRawMany<{ id: SessionId }>();
    for (const { id } of ended)
      await this.unitOfWork.run((unit) => holdAttended(unit, id), { by: SERVER_ACTOR });
  }
}
