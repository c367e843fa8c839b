import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { In } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { AgendaService } from '../sessions/agenda.service';
import { Session } from '../sessions/session.entities';
import { ownMembers } from '../sessions/session-view';
import { Registration } from './registration.entities';
import { namesOf, waitingPositions } from './registration-view';

const MOST_ROWS = 200;
const HOUR = 3_600_000;

/** The sessions that a person attends, and those of the minors whose guardian they are. */
@Injectable()
export class OwnSessionsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly agenda: AgendaService,
  ) {}

  /** Registrations that are not cancelled: of sessions to come, the earliest first, or of past ones, the latest first. */
  async list(account: CurrentAccountInfo, past: boolean) {
    const { manager } = this.read;
    const now = this.clock.now();
    const members = await ownMembers(manager, account, now);
    const query = manager
      .createQueryBuilder(Session, 'session')
      .innerJoin(Registration, 'place', 'place.sessionId = session.id')
      .where("place.memberId IN (:...members) AND place.state <> 'cancelled'", { members })
      .andWhere(past ? 'session.untilAt <= :now' : 'session.untilAt > :now', { now })
      .orderBy('session.fromAt', past ? 'DESC' : 'ASC')
      .addOrderBy('session.id')
      .limit(MOST_ROWS);
    const sessions = await query.getMany();
    const views = await this.agenda.view(account, sessions);
    const rows = await manager.findBy(Registration, {
      ...{ sessionId: In(sessions.map(({ id }) => id)), memberId: In(members) },
    });
    const active = rows.filter(({ state }) => state !== 'cancelled');
    const names = await namesOf(manager, members);
    const waiting = await waitingPositions(manager, active);
    const items = sessions.flatMap((session, at) => {
      const view = views[at];
      const own = active.filter(({ sessionId }) => sessionId === session.id);
      return own.flatMap(({ id, memberId, state, attendance }) => {
        if (!view || memberId === null) return [];
        return {
          ...{ registrationId: id, memberId, memberName: names.get(memberId) ?? '' },
          ...{ mine: memberId === account.memberId, state, attendance, position: waiting.get(id) ?? null },
          mayCancel: session.state === 'planned' && session.fromAt > now,
          ...{ lateFrom: toIso(session.fromAt - session.cancelHours * HOUR), session: view },
        };
      });
    });
    return { items, total: items.length };
  }
}
