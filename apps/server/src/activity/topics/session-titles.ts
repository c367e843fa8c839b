import type { Language, TopicId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Topic } from './topic.entity';

/** What decides in which languages there is a title. */
export interface Titled {
  readonly topicId: TopicId | null;
  readonly title: string;
}

/** The title of an appointment that is about no topic. */
export const APPOINTMENT = { fr: 'Rendez-vous', en: 'Appointment' } as const;

/** The topics of sessions, by id. */
export async function titlesOf(
  manager: EntityManager,
  sessions: readonly Pick<Titled, 'topicId'>[],
): Promise<ReadonlyMap<string, Topic>> {
  const ids = [...new Set(sessions.flatMap(({ topicId }) => topicId ?? []))];
  return new Map((await manager.findBy(Topic, { id: In(ids) })).map((topic) => [topic.id, topic]));
}

/** The English title, while the title is still the topic's, or that of any appointment. */
export function titleEn({ topicId, title }: Titled, topics: ReadonlyMap<string, Topic>): string | null {
  const topic = topics.get(topicId ?? '');
  if (!topic) return title === APPOINTMENT.fr ? APPOINTMENT.en : null;
  return topic.nameFr === title ? topic.nameEn : null;
}

/** The title in the reader's language, where there is one. */
export const titleIn = (session: Titled, topics: ReadonlyMap<string, Topic>, language: Language): string =>
  (language === 'en' ? titleEn(session, topics) : null) ?? session.title;
