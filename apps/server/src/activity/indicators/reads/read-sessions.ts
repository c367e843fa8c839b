import type { Audience, IndicatorParameters, SessionKind } from '@pandafab/domain';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Group } from '../../../people/groups/group.entities';
import { Registration } from '../../registrations/registration.entities';
import { Session } from '../../sessions/session.entities';
import { type IndicatorScope, onceForAll } from '../scope';
import { inDays, numberOf, ofLab } from './conditions';

/** A session that took place, with how many people came and how many did not. */
export interface HeldSession {
  readonly id: string;
  readonly labId: string;
  readonly day: string;
  readonly kind: SessionKind;
  readonly topicId: string | null;
  readonly audience: Audience;
  /** Its own organisation, or that of its group. */
  readonly organisationId: string | null;
  /** Attendances plus people without a name. */
  readonly people: number;
  readonly absent: number;
}

interface Raw extends Omit<HeldSession, 'people' | 'absent'> {
  readonly headCount: string | number | null;
  readonly present: string | number | null;
  readonly absent: string | number | null;
}

/** Attendance of a person who was not cancelled. */
export const IS_PRESENT = `registration.attendance = 'present' AND registration.state <> 'cancelled'`;
const IS_ABSENT = `registration.attendance = 'absent' AND registration.state = 'registered'`;

/** Only sessions that took place in the period. */
export const held = <Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: IndicatorScope,
): SelectQueryBuilder<Row> =>
  ofLab(inDays(query.andWhere(`session.state = 'held'`), 'session.day', scope), 'session.labId', scope);

/** The sessions of the period. */
export const readSessions = (
  manager: EntityManager,
  scope: IndicatorScope,
): Promise<readonly HeldSession[]> =>
  onceForAll(scope, 'sessions', async (network) => {
    const query = manager
      .createQueryBuilder(Session, 'session')
      .leftJoin(Group, 'people', 'people.id = session.groupId')
      .leftJoin(Registration, 'registration', 'registration.sessionId = session.id')
      .select('session.id', 'id')
      .addSelect('session.labId', 'labId')
      .addSelect('session.day', 'day')
      .addSelect('session.kind', 'kind')
      .addSelect('session.topicId', 'topicId')
      .addSelect('session.audience', 'audience')
      .addSelect('session.headCount', 'headCount')
      .addSelect('COALESCE(session.organisationId, people.organisationId)', 'organisationId')
      .addSelect(`SUM(CASE WHEN ${IS_PRESENT} THEN 1 ELSE 0 END)`, 'present')
      .addSelect(`SUM(CASE WHEN ${IS_ABSENT} THEN 1 ELSE 0 END)`, 'absent')
      .groupBy('session.id')
      .addGroupBy('people.organisationId');
    const rows = await held(query, network).getRawMany<Raw>();
    return rows.map(({ headCount, present, absent, ...row }) => ({
      ...row,
      people: numberOf(headCount) + numberOf(present),
      absent: numberOf(absent),
    }));
  });

/** The sessions that the parameters `kind`, `topic` and `audience` leave. */
export const narrowed = (
  sessions: readonly HeldSession[],
  { kind, topic, audience }: IndicatorParameters,
): HeldSession[] =>
  sessions.filter(
    (session) =>
      (kind === undefined || session.kind === kind) &&
      (topic === undefined || session.topicId === topic) &&
      (audience === undefined || session.audience === audience),
  );

export const peopleAt = (sessions: readonly HeldSession[]): number =>
  sessions.reduce((sum, { people }) => sum + people, 0);
