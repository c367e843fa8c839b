import type { AssignmentBody, CommandBody } from '@pandafab/lab-link';
import { type Clock, type LabId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { LinkMessage } from './link-message.entity';

/** A pause that arrives minutes late would surprise whoever stands beside the machine. */
const COMMAND_LIFE_MS = 60_000;

type WithoutEpoch<Body> = Body extends unknown ? Omit<Body, 'epoch'> : never;

/** Writes an assignment for the lab's agent: sent once this unit of work is committed, and until it is receipted. */
export async function queueAssignment(
  manager: EntityManager,
  clock: Clock,
  labId: LabId,
  body: WithoutEpoch<AssignmentBody>,
): Promise<void> {
  await insert(manager, clock, labId, 'assignment', body, null);
}

/** What a person counts on once it was accepted, however late it arrives. */
const KEPT: readonly CommandBody['action'][] = ['cancel', 'emergency-stop'];

/** Writes a command for the lab's agent. A cancel or a stop stays until it is receipted; the others grow stale. */
export async function queueCommand(
  manager: EntityManager,
  clock: Clock,
  labId: LabId,
  body: WithoutEpoch<CommandBody>,
): Promise<void> {
  const expiresAt = KEPT.includes(body.action) ? null : clock.now() + COMMAND_LIFE_MS;
  await insert(manager, clock, labId, 'command', body, expiresAt);
}

async function insert(
  manager: EntityManager,
  clock: Clock,
  labId: LabId,
  kind: LinkMessage['kind'],
  body: object,
  expiresAt: number | null,
): Promise<void> {
  const createdAt = clock.now();
  await manager.insert(LinkMessage, {
    id: newId<string>(),
    labId,
    kind,
    body: { ...body },
    createdAt,
    expiresAt,
  });
}
