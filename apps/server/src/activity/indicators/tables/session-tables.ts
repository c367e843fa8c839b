import { AUDIENCES, SESSION_KINDS } from '@pandafab/domain';
import type { TopicId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Topic } from '../../topics/topic.entity';
import { type HeldSession, peopleAt, readSessions } from '../reads/read-sessions';
import type { IndicatorScope } from '../scope';
import type { SessionsRow } from './rows';

const counted = (sessions: readonly HeldSession[]) => ({
  ...{ sessions: sessions.length, people: peopleAt(sessions) },
});

const byCode = (
  sessions: readonly HeldSession[],
  codes: readonly string[],
  codeOf: (session: HeldSession) => string,
): SessionsRow[] =>
  codes
    .map((key) => ({
      ...{ key, label: null, labelEn: null },
      ...counted(sessions.filter((session) => codeOf(session) === key)),
    }))
    .filter((row) => row.sessions > 0);

/** Sessions by topic in the order of the catalogue, by kind and by audience. */
export async function sessionTables(manager: EntityManager, scope: IndicatorScope) {
  const sessions = await readSessions(manager, scope);
  return {
    sessionsByTopic: await byTopic(manager, sessions),
    sessionsByKind: byCode(sessions, SESSION_KINDS, ({ kind }) => kind),
    sessionsByAudience: byCode(sessions, AUDIENCES, ({ audience }) => audience),
  };
}

async function byTopic(manager: EntityManager, sessions: readonly HeldSession[]): Promise<SessionsRow[]> {
  const groups = new Map<string | null, HeldSession[]>();
  for (const session of sessions) {
    const group = groups.get(session.topicId) ?? [];
    group.push(session);
    groups.set(session.topicId, group);
  }
  const ids = [...groups.keys()].filter((id) => id !== null) as TopicId[];
  const topics = await manager.find(Topic, { where: { id: In(ids) }, order: { position: 'ASC', id: 'ASC' } });
  const rows: SessionsRow[] = topics.map(({ id, nameFr, nameEn }) => ({
    ...{ key: id, label: nameFr, labelEn: nameEn, ...counted(groups.get(id) ?? []) },
  }));
  const others = groups.get(null);
  return others ? [...rows, { key: null, label: null, labelEn: null, ...counted(others) }] : rows;
}
