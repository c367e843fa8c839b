import { type AccountId, type MachineId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { MachineEvent } from './machine-record.entities';

export interface MachineEventFields {
  readonly machineId: MachineId;
  readonly type: MachineEvent['type'];
  /** Who did it; left out where it happened by itself. */
  readonly accountId?: AccountId;
  readonly details?: MachineEvent['details'];
  /** UTC, milliseconds: of the agent's clock where it happened there. */
  readonly at: number;
}

/** Writes what happened to a machine in its record, as part of the caller's unit of work. */
export async function recordMachineEvent(manager: EntityManager, fields: MachineEventFields): Promise<void> {
  const { accountId = null, details = null, ...event } = fields;
  await manager.insert(MachineEvent, { id: newId<string>(), ...event, accountId, details } as object);
}
