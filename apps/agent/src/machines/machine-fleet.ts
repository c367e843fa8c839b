import { isDeepStrictEqual } from 'node:util';
import type { LabEvent, MachineConfig } from '@pandafab/lab-link';
import type { MachineDriver } from '@pandafab/machine-host';
import { type Clock, Fault, type MachineId, withoutSecrets } from '@pandafab/shared';
import type { Logger } from 'pino';
import { MachineKeeper } from './machine-keeper';

/** How long a run waits for its machine to be connected and free. */
const TAKE_WITHIN_MS = 120_000;

type MachineEvent = Extract<LabEvent, { readonly machineId: unknown }>;

export interface MachineFleetOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly createDriver: (config: MachineConfig) => MachineDriver;
  /** Machines that an earlier process may have left hot. */
  readonly hot: readonly MachineId[];
  readonly onCooled: (machineId: MachineId) => Promise<void>;
  /** Events for the log of a machine. */
  readonly onEvent: (event: MachineEvent) => void;
}

/** A machine reserved for one run, until it is freed. */
export interface TakenMachine {
  readonly config: MachineConfig;
  readonly driver: MachineDriver;
  /** @param hot whether the run may have switched a heater on */
  free(hot: boolean): void;
}

/** A change of any of these needs a new line. */
const lineOf = ({ address, credentials, profileId, baudRate }: MachineConfig) => ({
  ...{ address, credentials, profileId, baudRate },
});
const isSameLine = (a: MachineConfig, b: MachineConfig): boolean => isDeepStrictEqual(lineOf(a), lineOf(b));

/** The lab's machines, as the server last listed them. */
export class MachineFleet {
  private readonly keepers = new Map<MachineId, MachineKeeper>();
  private readonly leaving = new Map<MachineId, Promise<void>>();
  private readonly hot: Set<MachineId>;
  private readonly waiting = new Set<() => void>();
  /** Callbacks that wait until an emergency stop is written to a machine's line; its description may still be missing. */
  private readonly stopsUntaken = new Map<MachineId, (() => void)[]>();
  private wanted: readonly MachineConfig[] = [];
  private stopped = false;

  constructor(private readonly options: MachineFleetOptions) {
    this.hot = new Set(options.hot);
  }

  /** Applies a new list. A machine with an active run keeps its line until the run has ended. */
  update(machines: readonly MachineConfig[]): void {
    this.wanted = machines;
    this.reconcile();
  }

  all(): MachineKeeper[] {
    return [...this.keepers.values()];
  }

  find(machineId: MachineId): MachineKeeper | undefined {
    return this.keepers.get(machineId);
  }

  /**
   * Sends an emergency stop immediately, or as soon as the machine's line is open. Resolves when the stop is written to
   * the line.
   */
  emergencyStop(machineId: MachineId): Promise<void> {
    const taken = new Promise<void>((resolve) => {
      this.stopsUntaken.set(machineId, [...(this.stopsUntaken.get(machineId) ?? []), resolve]);
    });
    this.keepers.get(machineId)?.emergencyStop();
    return taken;
  }

  /**
   * Waits until the machine is connected and free, and reserves it.
   * @throws Fault LAB.MACHINE_UNKNOWN, LAB.MACHINE_BUSY {seconds} or MACHINE.NOT_READY {state} after a while;
   *   the reason of `signal`
   */
  async take(machineId: MachineId, signal: AbortSignal): Promise<TakenMachine> {
    const tooLate = new AbortController();
    const cancel = this.options.clock.setTimer(TAKE_WITHIN_MS, () => tooLate.abort(this.whyNot(machineId)));
    const either = AbortSignal.any([signal, tooLate.signal]);
    try {
      for (;;) {
        either.throwIfAborted();
        const keeper = this.keepers.get(machineId);
        if (keeper?.isReady) return this.hand(keeper);
        await this.nextChange(either);
      }
    } finally {
      cancel();
    }
  }

  private hand(keeper: MachineKeeper): TakenMachine {
    return { config: keeper.config, driver: keeper.take(), free: (hot) => this.free(keeper, hot) };
  }

  /** Closes every line; runs that still have one end. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.all().map((keeper) => keeper.stop()), ...this.leaving.values()]);
  }

  private free(keeper: MachineKeeper, hot: boolean): void {
    keeper.free(hot);
    this.reconcile();
  }

  private reconcile(): void {
    if (this.stopped) return;
    for (const [machineId, keeper] of this.keepers) {
      const config = this.wanted.find((machine) => machine.machineId === machineId);
      if (config && isSameLine(config, keeper.config)) continue;
      if (!keeper.isTaken) this.letGo(machineId, keeper);
    }
    for (const config of this.wanted) {
      if (!this.keepers.has(config.machineId) && !this.leaving.has(config.machineId)) this.keep(config);
    }
    this.announce();
  }

  private keep(config: MachineConfig): void {
    const { machineId, name, address } = config;
    const { clock, log, createDriver, onCooled, onEvent } = this.options;
    const keeper = new MachineKeeper({
      clock,
      log: log.child({ machine: name, address: withoutSecrets(address) }),
      config,
      createDriver,
      hot: this.hot.has(machineId),
      onCooled: async () => {
        this.hot.delete(machineId);
        await onCooled(machineId);
      },
      onHeaters: (state) => onEvent({ type: 'machine.heaters', machineId, state }),
      onStopTaken: () => this.stopTaken(machineId),
      onAnswerRefused: () => onEvent({ type: 'machine.answer-refused', machineId }),
      onChange: () => this.announce(),
    });
    this.keepers.set(machineId, keeper);
    if (this.stopsUntaken.has(machineId)) keeper.emergencyStop();
    keeper.start();
  }

  /** Closes its line before another line to the same machine may be opened. */
  private letGo(machineId: MachineId, keeper: MachineKeeper): void {
    this.keepers.delete(machineId);
    const left = keeper
      .stop()
      .catch((error: unknown) => this.options.log.warn({ err: error }, 'a machine was not closed in order'))
      .then(() => {
        this.leaving.delete(machineId);
        this.reconcile();
      });
    this.leaving.set(machineId, left);
  }

  private stopTaken(machineId: MachineId): void {
    for (const tell of this.stopsUntaken.get(machineId) ?? []) tell();
    this.stopsUntaken.delete(machineId);
  }

  private announce(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private nextChange(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  private whyNot(machineId: MachineId): Fault {
    const keeper = this.keepers.get(machineId);
    if (!keeper) return new Fault('LAB.MACHINE_UNKNOWN');
    if (keeper.isTaken) return new Fault('LAB.MACHINE_BUSY', { seconds: TAKE_WITHIN_MS / 1000 });
    return new Fault('MACHINE.NOT_READY', { state: keeper.status().state });
  }
}
