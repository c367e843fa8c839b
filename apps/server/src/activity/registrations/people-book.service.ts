import { Injectable, type OnModuleInit } from '@nestjs/common';
import { reminderAt } from '@pandafab/domain';
import type { MemberId, SessionId } from '@pandafab/shared';
import { type EntityManager, In, Not } from 'typeorm';
import { chunks } from '../../platform/persistence/chunks';
import type { Unit } from '../../platform/persistence/unit';
import type { Session } from '../sessions/session.entities';
import {
  type OwnPlace,
  type PeopleBook,
  type PeopleCounts,
  type SessionChange,
  SessionPeople,
} from '../sessions/session-people';
import { holdRegistrations } from './hold-registrations';
import { membersOf, moveUp, placesAt } from './move-up';
import { Registration } from './registration.entities';
import { sessionCancelled, sessionChanged } from './session-notices';
import { type ToTell, tellPeople } from './tell-people';

/** What sessions know and do about their people. */
@Injectable()
export class RegistrationBook implements PeopleBook, OnModuleInit {
  constructor(private readonly people: SessionPeople) {}

  onModuleInit(): void {
    this.people.register(this);
  }

  hold = holdRegistrations;

  async counts(
    manager: EntityManager,
    ids: readonly SessionId[],
  ): Promise<ReadonlyMap<SessionId, PeopleCounts>> {
    const counts = new Map<SessionId, PeopleCounts>();
    for (const some of chunks(ids)) {
      const rows = await manager
        .createQueryBuilder(Registration, 'place')
        .select('place.sessionId', 'id')
        .addSelect("SUM(CASE WHEN place.state = 'registered' THEN 1 ELSE 0 END)", 'registered')
        .addSelect("SUM(CASE WHEN place.state = 'waiting' THEN 1 ELSE 0 END)", 'waiting')
        .addSelect("SUM(CASE WHEN place.attendance = 'present' THEN 1 ELSE 0 END)", 'present')
        .where("place.sessionId IN (:...some) AND place.state <> 'cancelled'", { some })
        .groupBy('place.sessionId')
        .getRawMany<{ id: SessionId } & Record<keyof PeopleCounts, string | number>>();
      for (const { id, registered, waiting, present } of rows)
        counts.set(id, {
          ...{ registered: Number(registered), waiting: Number(waiting), present: Number(present) },
        });
    }
    return counts;
  }

  async placesOf(
    manager: EntityManager,
    members: readonly MemberId[],
    ids: readonly SessionId[],
  ): Promise<ReadonlyMap<SessionId, readonly OwnPlace[]>> {
    const places = new Map<SessionId, OwnPlace[]>();
    for (const some of chunks(ids)) {
      const where = { sessionId: In(some), memberId: In([...members]), state: Not('cancelled' as const) };
      for (const { id, sessionId, memberId, state } of await manager.findBy(Registration, where))
        if (memberId)
          places.set(sessionId, [
            ...(places.get(sessionId) ?? []),
            ...[{ registrationId: id, memberId, state }],
          ]);
    }
    return places;
  }

  async follow(unit: Unit, changes: readonly SessionChange[]): Promise<void> {
    const told = changes.filter(
      ({ before, after }) =>
        before.fromAt !== after.fromAt || before.untilAt !== after.untilAt || before.title !== after.title,
    );
    const sessions = told.map(({ after }) => after);
    await tellPeople(unit, sessionChanged, await this.toTell(unit, sessions), () => ({}));
    for (const { before, after } of told)
      if (before.fromAt !== after.fromAt) await this.remindOfNewTime(unit, after);
    await moveUp(
      unit,
      changes.map(({ after }) => after),
    );
  }

  /** Those who were reminded of the old beginning are reminded of the new one too. */
  private async remindOfNewTime({ manager, now }: Unit, { id: sessionId, fromAt }: Session): Promise<void> {
    const where = { sessionId, state: 'registered' } as const;
    await manager.update(Registration, where, { remindAt: reminderAt(fromAt, now) });
  }

  async tellCancelled(unit: Unit, sessions: readonly Session[]): Promise<void> {
    const reasons = new Map(sessions.map(({ id, cancelledReason }) => [id, cancelledReason ?? '']));
    const all = await this.toTell(unit, sessions);
    await tellPeople(unit, sessionCancelled, all, ({ id }) => ({ reason: reasons.get(id) ?? '' }));
  }

  /** Those who are registered or wait. What is past is no news. */
  private async toTell({ manager, now }: Unit, sessions: readonly Session[]): Promise<ToTell[]> {
    const coming = sessions.filter(({ untilAt }) => untilAt > now);
    const places = await placesAt(
      manager,
      coming.map(({ id }) => id),
    );
    return coming.map((session) => ({ session, memberIds: membersOf(places.get(session.id) ?? []) }));
  }
}
