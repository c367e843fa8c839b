import { Inject, Injectable } from '@nestjs/common';
import { isAvailable, type LiveMachine } from '@pandafab/domain';
import type { MachineTelemetry } from '@pandafab/lab-link';
import { type Clock, Fault, type LabId, type MachineId, type RunId } from '@pandafab/shared';
import { CLOCK } from '../config';

/** Agents report each second: lines that have not come again for so long are no longer what is said now. */
const CONSOLE_LASTS_MS = 5_000;

interface Known {
  readonly labId: LabId;
  readonly latest: MachineTelemetry;
  /** By the monotonic clock. */
  readonly at: number;
  /** The run that it has, or had last and whose end is not applied yet: until then its bed may be anything. */
  readonly runId: RunId | null;
}

/** One lab, as its agent says it now. */
export interface LiveLab {
  readonly agentOnline: boolean;
  /** Undefined where the agent has said nothing of this machine yet, or has older news that are not applied yet. */
  machine(machineId: MachineId): LiveMachine | undefined;
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
  /** Up to which event a lab has to be applied before its machines are given anything. */
  private readonly behind = new Map<LabId, number>();
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
    this.behind.delete(labId);
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
    this.behind.clear();
    this.telemetry.clear();
    for (const labId of labs) this.announce(labId);
  }

  /**
   * `refused`: that agent is not, or no more, the one that is there. `freed`: a machine can take a run that could not
   * before.
   */
  record(
    labId: LabId,
    epoch: number,
    machines: readonly MachineTelemetry[],
  ): 'refused' | 'recorded' | 'freed' {
    if (this.online.get(labId) !== epoch) return 'refused';
    const at = this.clock.monotonic();
    const free = this.freeIn(labId);
    for (const latest of machines) {
      const runId = latest.run?.runId ?? this.telemetry.get(latest.machineId)?.runId ?? null;
      this.telemetry.set(latest.machineId, { labId, latest, at, runId });
    }
    this.announce(labId);
    return [...this.freeIn(labId)].every((id) => free.has(id)) ? 'recorded' : 'freed';
  }

  /** The agent that is there holds events up to this one: its machines may not be what they say before these are applied. */
  catchUp(labId: LabId, sequence: number): void {
    this.behind.set(labId, sequence);
  }

  /** Events up to this one are applied. @returns true when the lab has caught up by that */
  applied(labId: LabId, sequence: number): boolean {
    return sequence >= (this.behind.get(labId) ?? Number.POSITIVE_INFINITY) && this.behind.delete(labId);
  }

  /** The end of a run is applied. @returns true when a machine waited for that */
  settle(runId: RunId): boolean {
    for (const [machineId, known] of this.telemetry) {
      if (known.runId !== runId) continue;
      this.telemetry.set(machineId, { ...known, runId: null });
      return true;
    }
    return false;
  }

  /** The lab as it is at the moment of asking. */
  of(labId: LabId): LiveLab {
    return {
      agentOnline: this.isOnline(labId),
      machine: (machineId) => {
        const known = this.telemetry.get(machineId);
        if (known?.labId !== labId || this.behind.has(labId)) return undefined;
        const { connection, heatersUnknown } = known.latest;
        return { connection, heatersUnknown, runId: known.runId };
      },
    };
  }

  private freeIn(labId: LabId): Set<MachineId> {
    const { machine } = this.of(labId);
    const isFree = (id: MachineId) => {
      const live = machine(id);
      return live !== undefined && isAvailable(live);
    };
    return new Set([...this.telemetry.keys()].filter(isFree));
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
