import { Inject, Injectable } from '@nestjs/common';
import { isAvailable, type LiveMachine } from '@pandafab/domain';
import type { MachineTelemetry } from '@pandafab/lab-link';
import { type Clock, Fault, type LabId, type MachineId, type RunId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';

/** Agents report each second: after this time without a report, console lines are stale. */
const CONSOLE_LASTS_MS = 5_000;

interface Known {
  readonly labId: LabId;
  readonly latest: MachineTelemetry;
  /** By the monotonic clock. */
  readonly at: number;
  /** The run that it has, or had last if its end is not applied yet: until then the bed may be in any state. */
  readonly runId: RunId | null;
}

/** The live state of one lab, from its agent. */
export interface LiveLab {
  readonly agentOnline: boolean;
  /** Undefined where the agent has not reported this machine yet, or still has older events that are not applied. */
  machine(machineId: MachineId): LiveMachine | undefined;
}

/**
 * What agents report: which of them are online, and the latest telemetry of each machine. In memory only, and rebuilt
 * from the next messages, so that no message costs a database row.
 */
@Injectable()
export class PresenceBook {
  /** The epoch of each agent that is online. */
  private readonly online = new Map<LabId, number>();
  private readonly telemetry = new Map<MachineId, Known>();
  /** The event up to which a lab's journal must be applied before its machines get any work. */
  private readonly behind = new Map<LabId, number>();
  private readonly listeners: ((labId: LabId) => void)[] = [];

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Calls the listener when anything of a lab has changed. */
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
   * @returns the epoch of the agent that is online
   * @throws Fault LAB.AGENT_OFFLINE: a person who commands a machine must know that the command will not arrive.
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
    // The last telemetry of an absent agent is stale.
    for (const [machineId, { labId: owner }] of this.telemetry)
      if (owner === labId) this.telemetry.delete(machineId);
    this.announce(labId);
    return true;
  }

  /** The broker is unreachable, so its last news of the labs may be stale. It sends them again when it is back. */
  forget(): void {
    const labs = this.labsOnline();
    this.online.clear();
    this.behind.clear();
    this.telemetry.clear();
    for (const labId of labs) this.announce(labId);
  }

  /**
   * `refused`: the message is not from the agent that is online now. `freed`: a machine has become able to take a
   * run.
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

  /** The online agent holds events up to this one: until they are applied, the state of its machines is uncertain. */
  catchUp(labId: LabId, sequence: number): void {
    this.behind.set(labId, sequence);
  }

  /** Events up to this one are applied. @returns true when the lab has now caught up */
  applied(labId: LabId, sequence: number): boolean {
    return sequence >= (this.behind.get(labId) ?? Number.POSITIVE_INFINITY) && this.behind.delete(labId);
  }

  /** The end of a run is applied. @returns true when a machine waited for it */
  settle(runId: RunId): boolean {
    for (const [machineId, known] of this.telemetry) {
      if (known.runId !== runId) continue;
      this.telemetry.set(machineId, { ...known, runId: null });
      return true;
    }
    return false;
  }

  /** The lab's state, read at each call. */
  of(labId: LabId): LiveLab {
    return {
      agentOnline: this.isOnline(labId),
      machine: (machineId) => {
        const known = this.telemetry.get(machineId);
        if (known?.labId !== labId || this.behind.has(labId)) return undefined;
        const { state, heatersUnknown } = known.latest;
        return { state, heatersUnknown, runId: known.runId };
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

  /** The lines of a machine's live console, for staff of its lab only; null where its agent does not send them. */
  console(labId: LabId, machineId: MachineId): string[] | null {
    const known = this.telemetry.get(machineId);
    if (known?.labId !== labId || this.clock.monotonic() - known.at >= CONSOLE_LASTS_MS) return null;
    return known.latest.console ?? null;
  }
}
