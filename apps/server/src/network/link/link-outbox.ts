import type { CommandBody, DownMessage } from '@pandafab/lab-link';
import { type LabId, newId, type RunId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { LinkMessage } from './link-message.entity';

/** A pause that arrives minutes late would surprise the person next to the machine. */
const COMMAND_LIFE_MS = 60_000;

/** Once accepted, these are delivered however late: people rely on them. */
const KEPT: readonly CommandBody['action'][] = ['cancel', 'emergency-stop'];

type WithoutEpoch<Body> = Body extends unknown ? Omit<Body, 'epoch'> : never;
type Unsent<Message extends DownMessage> = Message extends unknown
  ? { readonly kind: Message['kind']; readonly body: WithoutEpoch<Message['body']> }
  : never;
/** The messages that are repeated until they are receipted. Their epoch is the one in force when they are sent. */
export type LabMessage = Unsent<Extract<DownMessage, Pick<LinkMessage, 'kind'>>>;

/** The runs whose assignment the lab's agent has not receipted. */
export async function assignmentsOnTheirWay(
  manager: EntityManager,
  labId: LabId,
): Promise<ReadonlySet<RunId | undefined>> {
  const waiting = await manager.findBy(LinkMessage, { labId, kind: 'assignment', acknowledgedAt: IsNull() });
  return new Set(waiting.map(({ body }) => body.runId));
}

/** Marks a message as receipted. @returns the message; undefined where it was receipted before, or does not exist */
export async function acknowledge(
  { manager, now }: Unit,
  labId: LabId,
  id: string,
): Promise<LinkMessage | undefined> {
  const waiting = { id, labId, acknowledgedAt: IsNull() };
  const { affected } = await manager.update(LinkMessage, waiting, { acknowledgedAt: now });
  return affected === 1 ? manager.findOneByOrFail(LinkMessage, { id }) : undefined;
}

/**
 * Writes an assignment or a command for the lab's agent. It is sent after this unit of work commits, and repeated
 * until it is receipted. A pause, and commands like it, are dropped after a minute.
 */
export async function sendToLab(unit: Unit, labId: LabId, message: LabMessage): Promise<void> {
  const { kind, body } = message;
  const row = { id: newId<string>(), labId, kind, body: { ...body }, createdAt: unit.now };
  unit.feed(LinkMessage);
  await unit.manager.insert(LinkMessage, { ...row, expiresAt: expiryOf(message, unit.now) });
}

/**
 * Drops the messages that the lab's agent has not receipted, because their runs have ended. Stops and cancels are
 * kept: people must see them arrive, whichever agent is connected by then.
 */
export async function dropUnreceipted({ manager }: Unit, labId: LabId): Promise<void> {
  const waiting = await manager.findBy(LinkMessage, { labId, acknowledgedAt: IsNull() });
  const kept: readonly unknown[] = KEPT;
  const ids = waiting.filter(({ body }) => !kept.includes(body.action)).map(({ id }) => id);
  if (ids.length > 0) await manager.delete(LinkMessage, { id: In(ids) });
}

const expiryOf = ({ kind, body }: LabMessage, now: number): number | null =>
  kind === 'command' && !KEPT.includes(body.action) ? now + COMMAND_LIFE_MS : null;
