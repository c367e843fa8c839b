import type { AccountId, Instant, LabId, MemberId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { isMinor } from '../../people/members/guardians';
import { Member } from '../../people/members/member.entity';
import type { NoticeKind } from '../../people/notices/notice-kind';
import { notify } from '../../people/notices/notify';
import { accountsOfMembers } from '../../people/notices/recipients';
import { chunks } from '../../platform/persistence/chunks';
import type { Unit } from '../../platform/persistence/unit';
import type { Session } from '../sessions/session.entities';
import { titleEn, titlesOf } from '../topics/session-titles';
import type { Topic } from '../topics/topic.entity';
import type { SessionDetails } from './session-notices';

/** Some people of one session, to be told the same. */
export interface ToTell {
  readonly session: Pick<Session, 'id' | 'title' | 'topicId' | 'fromAt' | 'labId'>;
  readonly memberIds: readonly MemberId[];
}

/** Tells people at sessions, and the guardians of those who are minors, of one kind of event. */
export async function tellPeople<Details extends SessionDetails>(
  unit: Unit,
  kind: NoticeKind<Details>,
  all: readonly ToTell[],
  more: (session: ToTell['session']) => Omit<Details, keyof SessionDetails>,
): Promise<void> {
  const { manager, now } = unit;
  const accounts = await accountsToTell(
    manager,
    now,
    all.flatMap(({ memberIds }) => memberIds),
  );
  const labs = await labNames(
    manager,
    all.map(({ session }) => session.labId),
  );
  const topics = await titlesOf(
    manager,
    all.map(({ session }) => session),
  );
  const tellings = all.flatMap(({ session, memberIds }) =>
    memberIds.flatMap((memberId) => {
      const to = accounts.get(memberId) ?? [];
      const details = { ...detailsOf(session, labs, topics), ...more(session) } as unknown as Details;
      return to.length > 0 ? [{ to, subject: `session-${session.id}`, details }] : [];
    }),
  );
  await notify(unit, kind, ...tellings);
}

/** What each notice about a session needs. */
export const detailsOf = (
  session: ToTell['session'],
  labs: ReadonlyMap<LabId, string>,
  topics: ReadonlyMap<string, Topic>,
) => {
  const { id, title, fromAt, labId } = session;
  return { sessionId: id, title, titleEn: titleEn(session, topics), fromAt, lab: labs.get(labId) ?? '' };
};

export async function labNames(
  manager: EntityManager,
  ids: readonly LabId[],
): Promise<ReadonlyMap<LabId, string>> {
  const labs = await manager.findBy(Lab, { id: In([...new Set(ids)]) });
  return new Map(labs.map(({ id, name }) => [id, name]));
}

/** The accounts of these people; for minors their guardian's too. */
async function accountsToTell(
  manager: EntityManager,
  now: Instant,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, AccountId[]>> {
  const members: Member[] = [];
  for (const some of chunks([...new Set(memberIds)]))
    members.push(...(await manager.findBy(Member, { id: In(some) })));
  const guardianOf = (member: Member) => (isMinor(member, now) ? member.guardianId : null);
  const people = members.flatMap((member) => [member.id, guardianOf(member)]).filter((id) => id !== null);
  const accounts = await accountsOfMembers(manager, people);
  return new Map(
    members.map((member) => [
      member.id,
      [member.id, guardianOf(member)].flatMap((id) => (id && accounts.get(id)) || []),
    ]),
  );
}
