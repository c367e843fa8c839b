import { dayIn, type Span } from '@pandafab/domain';
import {
  type AccountId,
  Fault,
  type FaultCode,
  type RoomId,
  type SessionId,
  type TopicId,
} from '@pandafab/shared';
import { type EntityManager, In, LessThan, MoreThan, Not } from 'typeorm';
import { chunks } from '../../platform/persistence/chunks';
import type { MachineClash } from '../../production/bookings/hold-machines';
import { Room } from '../rooms/room.entity';
import { titleEn, titlesOf } from '../topics/session-titles';
import { Session, SessionRoom } from './session.entities';
import { spanInWords } from './session-times';
import { trainersNamed } from './trainers';

/** A session as it would be: with what it takes. */
export interface Wish extends Span {
  readonly id: SessionId;
  readonly title: string;
  readonly topicId: TopicId | null;
  readonly trainerId: AccountId;
  readonly roomIds: readonly RoomId[];
}

const overlap = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until;

/** What is in the way of a wish: another session with the same trainer or room. */
interface Clash {
  readonly wish: Wish;
  readonly other: Wish;
  /** Undefined: the trainer. */
  readonly roomId?: RoomId;
}

function clashOf(wish: Wish, other: Wish): Clash | undefined {
  if (other.id === wish.id || !overlap(wish, other)) return undefined;
  if (other.trainerId === wish.trainerId) return { wish, other };
  const roomId = wish.roomIds.find((id) => other.roomIds.includes(id));
  return roomId && { wish, other, roomId };
}

/**
 * Of all wishes together: the clashes with sessions that are there, and with one another. Call it with the sessions
 * locked.
 * @throws Fault SESSION.TRAINER_TAKEN {name, title, when, days}, SESSION.ROOM_TAKEN {name, title, when, days}
 */
export async function demandNoClash(
  manager: EntityManager,
  wishes: readonly Wish[],
  zone: string,
): Promise<void> {
  const others = [...(await sessionsAround(manager, wishes)), ...wishes];
  const clashes = wishes.flatMap((wish) => {
    const found = others.map((other) => clashOf(wish, other)).find((each) => each !== undefined);
    return found ? [found] : [];
  });
  const [first] = clashes;
  if (!first) return;
  const room = first.roomId ? await manager.findOneBy(Room, { id: first.roomId }) : null;
  const code: FaultCode = room ? 'SESSION.ROOM_TAKEN' : 'SESSION.TRAINER_TAKEN';
  const trainer = (await trainersNamed(manager, [first.wish.trainerId])).get(first.wish.trainerId);
  const { id: sessionId, title } = first.other;
  throw new Fault(code, {
    ...{ name: room?.name ?? trainer?.name ?? '', sessionId, title },
    titleEn: titleEn(first.other, await titlesOf(manager, [first.other])),
    ...whenOf(
      clashes.map(({ wish }) => wish),
      zone,
    ),
  });
}

/** @throws Fault SESSION.MACHINE_TAKEN, SESSION.MACHINE_IN_MAINTENANCE {name, when, days} for clashes of machines */
export function demandNoMachineClash(clashes: readonly MachineClash[], zone: string): void {
  const [first] = clashes;
  if (!first) return;
  const code: FaultCode =
    first.why === 'maintenance' ? 'SESSION.MACHINE_IN_MAINTENANCE' : 'SESSION.MACHINE_TAKEN';
  const name = first.machine.name;
  throw new Fault(code, {
    name,
    ...whenOf(
      clashes.map(({ hold }) => hold),
      zone,
    ),
  });
}

/** Times in words, and their days: a page can leave these out of a series. */
const whenOf = (spans: readonly Span[], zone: string) => ({
  when: spans.map((span) => spanInWords(span, zone)),
  days: spans.map(({ from }) => dayIn(zone, from)),
});

/** The sessions that are not cancelled and touch one of the wishes; without those that the wishes replace. */
async function sessionsAround(manager: EntityManager, wishes: readonly Wish[]): Promise<Wish[]> {
  if (wishes.length === 0) return [];
  const own = new Set(wishes.map(({ id }) => id));
  const found = await manager.findBy(Session, {
    state: Not('cancelled'),
    fromAt: LessThan(Math.max(...wishes.map(({ until }) => until))),
    untilAt: MoreThan(Math.min(...wishes.map(({ from }) => from))),
  });
  const others = found.filter(
    ({ id, fromAt: from, untilAt: until }) =>
      !own.has(id) && wishes.some((wish) => overlap(wish, { from, until })),
  );
  const rooms = await roomsOf(
    manager,
    others.map(({ id }) => id),
  );
  return others.map(({ id, title, topicId, trainerId, fromAt, untilAt }) => ({
    ...{ id, title, topicId, trainerId, from: fromAt, until: untilAt },
    roomIds: rooms.get(id) ?? [],
  }));
}

/** The rooms and the equipment of sessions. */
export async function roomsOf(
  manager: EntityManager,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, RoomId[]>> {
  const rooms = new Map<SessionId, RoomId[]>();
  for (const some of chunks(ids))
    for (const { sessionId, roomId } of await manager.findBy(SessionRoom, { sessionId: In(some) }))
      rooms.set(sessionId, [...(rooms.get(sessionId) ?? []), roomId]);
  return rooms;
}
