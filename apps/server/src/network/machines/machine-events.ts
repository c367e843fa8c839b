import { type MachineId, newId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { MachineEvent } from './machine-record.entities';

export interface MachineEventFields {
  readonly machineId: MachineId;
  readonly type: MachineEvent['type'];
  readonly details?: MachineEvent['details'];
  /** UTC, milliseconds: by the agent's clock for an event in the lab, otherwise the time of the unit of work. */
  readonly at?: number;
}

/** Writes an event of a machine in its record, with the account that caused it, if any. */
export async function recordMachineEvent(unit: Unit, fields: MachineEventFields): Promise<void> {
  const { manager, now, by } = unit;
  const { details = null, at = now, ...event } = fields;
  const accountId = by.kind === 'account' ? by.id : null;
  await manager.insert(MachineEvent, { id: newId<string>(), ...event, accountId, details, at } as object);
}
