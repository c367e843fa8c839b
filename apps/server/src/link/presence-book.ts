import { Injectable } from '@nestjs/common';
import type { MachineTelemetry } from '@pandafab/lab-link';
import { Fault, type LabId, type MachineId } from '@pandafab/shared';

/**
 * What agents say of themselves now: who is there, and the latest telemetry of each machine. In memory only, and
 * made again by the next message: never a row per message.
 */
@Injectable()
export class PresenceBook {
  /** The epoch of each agent that is there. */
  private readonly online = new Map<LabId, number>();
  private readonly telemetry = new Map<
    MachineId,
    { readonly labId: LabId; readonly latest: MachineTelemetry }
  >();

  private readonly listeners: ((labId: LabId) => void)[] = [];

  /** Calls the listener when anything of a lab is another than before. */
  onChange(listener: (labId: LabId) => void): void {
    this.listeners.push(listener);
  }

  private announce(labId: LabId): void {
    for (const listener of this.listeners) listener(labId);
  }

  isOnline(labId: LabId): boolean {
    return this.online.has(labId);
  }

  /** @throws Fault LAB.AGENT_OFFLINE: people who command a machine must know that it will not hear them. */
  demandOnline(labId: LabId): void {
    if (!this.online.has(labId)) throw new Fault('LAB.AGENT_OFFLINE');
  }

  labsOnline(): LabId[] {
    return [...this.online.keys()];
  }

  /** True when the lab was offline. */
  arrive(labId: LabId, epoch: number): boolean {
    const isNew = !this.online.has(labId);
    this.online.set(labId, epoch);
    if (isNew) this.announce(labId);
    return isNew;
  }

  /** True when the lab was online. */
  leave(labId: LabId): boolean {
    if (!this.online.delete(labId)) return false;
    // What an absent agent said last is no longer what the machine does.
    for (const [machineId, { labId: owner }] of this.telemetry)
      if (owner === labId) this.telemetry.delete(machineId);
    this.announce(labId);
    return true;
  }

  /** The broker is away: what it last told of the labs may no longer be so. It tells anew when it is back. */
  forget(): void {
    const labs = this.labsOnline();
    this.online.clear();
    this.telemetry.clear();
    for (const labId of labs) this.announce(labId);
  }

  /** False where that agent is not, or no more, the one that is there. */
  record(labId: LabId, epoch: number, machines: readonly MachineTelemetry[]): boolean {
    if (this.online.get(labId) !== epoch) return false;
    for (const latest of machines) this.telemetry.set(latest.machineId, { labId, latest });
    this.announce(labId);
    return true;
  }

  machine(labId: LabId, machineId: MachineId): MachineTelemetry | undefined {
    const known = this.telemetry.get(machineId);
    return known?.labId === labId ? known.latest : undefined;
  }
}
