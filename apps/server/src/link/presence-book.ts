import { Inject, Injectable } from '@nestjs/common';
import type { MachineTelemetry } from '@pandafab/lab-link';
import { type Clock, Fault, type LabId, type MachineId } from '@pandafab/shared';
import { CLOCK } from '../config';

/** Agents report each second: lines that have not come again for so long are no longer what is said now. */
const CONSOLE_LASTS_MS = 5_000;

interface Known {
  readonly labId: LabId;
  readonly latest: MachineTelemetry;
  /** By the monotonic clock. */
  readonly at: number;
}

/**
 * What agents say of themselves now: who is there, and the latest telemetry of each machine. In memory only, and
 * made again by the next message: never a row per message.
 */
@Injectable()
export class PresenceBook {
  /** The epoch of each agent that is there. */
  private readonly online = new Map<LabId, number>();
  private readonly telemetry = new Map<MachineId, Known>();
  private readonly listeners: ((labId: LabId) => void)[] = [];

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

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

  /**
   * @returns the epoch of the agent that is there
   * @throws Fault LAB.AGENT_OFFLINE: people who command a machine must know that it will not hear them.
   */
  demandOnline(labId: LabId): number {
    const epoch = this.online.get(labId);
    if (epoch === undefined) throw new Fault('LAB.AGENT_OFFLINE');
    return epoch;
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
    const at = this.clock.monotonic();
    for (const latest of machines) this.telemetry.set(latest.machineId, { labId, latest, at });
    this.announce(labId);
    return true;
  }

  machine(labId: LabId, machineId: MachineId): MachineTelemetry | undefined {
    const known = this.telemetry.get(machineId);
    return known?.labId === labId ? known.latest : undefined;
  }

  /** What is said on a machine's line now, for staff of its lab only; null where its agent does not tell. */
  console(labId: LabId, machineId: MachineId): string[] | null {
    const known = this.telemetry.get(machineId);
    if (known?.labId !== labId || this.clock.monotonic() - known.at >= CONSOLE_LASTS_MS) return null;
    return known.latest.console ?? null;
  }
}
