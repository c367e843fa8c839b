import type { MachineConfig } from '@pandafab/lab-link';
import type { MachineDriver, MachineStatus, OpenRequest } from '@pandafab/machine-host';
import { backOffMs, type CancelTimer, type Clock, Fault, type MachineState } from '@pandafab/shared';
import type { Logger } from 'pino';
import { wordsOf } from '../fault-words';

/** A driver that lost its run first tries to switch the heaters off over the line that is still open. */
const RETRY = { firstMs: 5000, longestMs: 30_000 };

/** While a driver is connecting, its line may be open already: the stop is sent now, and again once the line is open. */
const OPEN: readonly MachineState[] = ['ready', 'printing', 'pausing', 'paused', 'cancelling', 'halted'];

export interface MachineKeeperOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly config: MachineConfig;
  /** @throws Fault MACHINE.UNKNOWN_PROFILE, MACHINE.BAD_ADDRESS */
  readonly createDriver: (config: MachineConfig) => MachineDriver;
  /** An earlier process may have left the heaters on. */
  readonly hot: boolean;
  /** The machine has confirmed that its heaters are off. */
  readonly onCooled: () => Promise<void>;
  /** For the log: the heater state became unknown and a person was asked, or the heaters are off again. */
  readonly onHeaters: (state: 'unknown' | 'off') => void;
  /** An emergency stop is written to the machine's line. */
  readonly onStopTaken: () => void;
  /** Also for the log: an answer came too late and pressed no button. */
  readonly onAnswerRefused: () => void;
  /** Called after each change of this keeper's state. */
  readonly onChange: () => void;
}

const ABSENT: MachineStatus = {
  state: 'disconnected',
  firmware: null,
  readings: [],
  heatersUnknown: true,
  needsPerson: null,
};

/** A run may have left a heater on, and the machine cannot be asked. */
const heatersUnknown = (id: number): OpenRequest => ({
  ...{ id, kind: 'heaters-unknown', message: '', buttons: [], cooled: false },
});

/**
 * Manages one machine: connects, reconnects while no run depends on it, never during a run (opening a port resets
 * most boards), and switches its heaters off before the next run and whenever a run may have left them on.
 */
export class MachineKeeper {
  private driver: MachineDriver | undefined;
  private stopListening: () => void = () => {};
  private taken = false;
  /** An emergency stop was requested while the line was closed. */
  private stopRequested = false;
  private stopped = false;
  /** A virtual machine is to be switched off and on as soon as its line is open. */
  private powerCycleRequested = false;
  private connecting = false;
  private cooling: Promise<void> | undefined;
  /** A run may have left a heater on: the machine has to say that none is before the next one. */
  private hot: boolean;
  /** The question for a person while no driver can ask it. */
  private readonly doubt: OpenRequest;
  /** The log says that the heater state is unknown. */
  private recorded = false;
  private failures = 0;
  private cancelRetry: CancelTimer | undefined;

  constructor(private readonly options: MachineKeeperOptions) {
    this.hot = options.hot;
    this.doubt = heatersUnknown(Math.floor(options.clock.now()));
  }

  get config(): MachineConfig {
    return this.options.config;
  }

  status(): MachineStatus {
    // Only the driver reports the heater state: two sources would contradict each other.
    return this.driver?.status() ?? { ...ABSENT, needsPerson: this.hot ? this.doubt : null };
  }

  /** The last lines of its console, the oldest first; empty before the first connection attempt. */
  consoleTail(lines: number): readonly string[] {
    return this.driver?.consoleTail(lines) ?? [];
  }

  /** True while a run has this machine. */
  get isTaken(): boolean {
    return this.taken;
  }

  /** Connected, heaters off, not reserved by a run. */
  get isReady(): boolean {
    return !this.taken && !this.stopped && !this.hot && this.status().state === 'ready';
  }

  start(): void {
    if (this.hot)
      this.options.log.warn('an earlier run may have left the heaters on: they are switched off first');
    this.recordDoubt();
    void this.connect();
  }

  /** Gives the machine to one run: the driver to run it with. Only when `isReady`. */
  take(): MachineDriver {
    if (!this.isReady || !this.driver) throw new Fault('MACHINE.NOT_READY', { state: this.status().state });
    this.taken = true;
    this.options.onChange();
    return this.driver;
  }

  /** The run is over. `hot`: its heaters are believed off only when the machine says so. */
  free(hot: boolean): void {
    this.taken = false;
    if (hot) this.hot = true;
    this.changed();
  }

  /** Reconnects at a person's request, also after a stop. */
  reconnect(): void {
    if (this.taken || this.stopped) return;
    this.failures = 0;
    void this.connect();
  }

  /** Switches a virtual machine off and on, in any state; its run ends as after a power cut. */
  powerCycle(): void {
    if (this.stopped || (this.status().virtualSpeed ?? null) === null) return;
    this.failures = 0;
    this.powerCycleRequested = true;
    void this.connect();
  }

  /** Presses a button of the question with this id; presses nothing when that question is no longer open. */
  answer(request: number, button: number): void {
    try {
      this.driver?.answer(request, button);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.options.log.warn({ code: error.code, request, button }, wordsOf(error));
      this.options.onAnswerRefused();
    }
  }

  /** Sends the emergency stop now. While the machine's line is closed, sends it once the line is open. */
  emergencyStop(): void {
    this.hot = true;
    this.stopRequested = !OPEN.includes(this.status().state);
    this.driver?.emergencyStop();
    if (!this.stopRequested) this.options.onStopTaken();
    this.changed();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    // Do not close the line before or while the machine is asked whether its heaters are off.
    if (this.hot && this.status().state === 'ready') await this.cool();
    this.stopListening();
    await this.driver?.disconnect();
  }

  private recordDoubt(): void {
    const { heatersUnknown, needsPerson } = this.status();
    const inDoubt = this.recorded ? heatersUnknown : needsPerson?.kind === 'heaters-unknown';
    if (inDoubt === this.recorded) return;
    this.recorded = inDoubt;
    this.options.onHeaters(inDoubt ? 'unknown' : 'off');
  }

  private async connect(): Promise<void> {
    if (this.connecting) return;
    this.connecting = true;
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    try {
      const driver = this.driver ?? this.makeDriver();
      const { state } = driver.status();
      if (!['disconnected', 'faulted', 'halted'].includes(state)) await driver.disconnect();
      await driver.connect({ switchOffAndOn: this.powerCycleRequested });
      this.powerCycleRequested = false;
      this.options.log.info({ firmware: driver.status().firmware }, 'machine connected');
      if (this.stopRequested) driver.emergencyStop();
      this.endStopRequest();
      this.failures = 0;
    } catch (error) {
      this.onConnectFailed(error);
    } finally {
      this.connecting = false;
      this.changed();
    }
  }

  private makeDriver(): MachineDriver {
    const driver = this.options.createDriver(this.options.config);
    if (this.hot) driver.doubtHeaters();
    this.stopListening = driver.onStatus(() => this.changed());
    this.driver = driver;
    return driver;
  }

  private onConnectFailed(error: unknown): void {
    const { log } = this.options;
    // The stop was sent on the line that was being opened: do not send it again after a reset.
    if (error instanceof Fault && error.code === 'MACHINE.EMERGENCY_STOP') this.endStopRequest();
    const words = error instanceof Fault ? wordsOf(error) : String(error);
    // Logged once: a machine that is switched off for the night is normal.
    if (this.failures++ === 0) log.warn({ err: error }, `the machine cannot be reached, retrying: ${words}`);
    else log.debug({ err: error }, 'the machine still cannot be reached');
  }

  private endStopRequest(): void {
    if (this.stopRequested) this.options.onStopTaken();
    this.stopRequested = false;
  }

  private changed(): void {
    this.recordDoubt();
    const { state, heatersUnknown } = this.status();
    const idle = !this.taken && !this.stopped && !this.connecting;
    // Reconnects to send a stop that is still waiting. After that stop, only a person reconnects the machine.
    const isAway = state === 'disconnected' || state === 'faulted' || this.stopRequested;
    if (idle && isAway) this.retryLater();
    // A board that has restarted is being identified: opening its line now would reset it again.
    if (idle && (state === 'ready' || state === 'connecting')) {
      this.cancelRetry?.();
      this.cancelRetry = undefined;
    }
    // A halted firmware is not asked, but has reported that its heaters are off.
    const tells = state === 'ready' || (state === 'halted' && !heatersUnknown);
    if (idle && tells && this.hot) void this.cool();
    this.options.onChange();
  }

  private retryLater(): void {
    const delay = backOffMs(RETRY, this.failures);
    this.cancelRetry ??= this.options.clock.setTimer(delay, () => void this.connect());
  }

  private cool(): Promise<void> {
    this.cooling ??= this.coolDown().finally(() => {
      this.cooling = undefined;
      this.options.onChange();
    });
    return this.cooling;
  }

  private async coolDown(): Promise<void> {
    const { clock, log, onCooled } = this.options;
    try {
      await this.driver?.heatersOff();
      await onCooled();
      this.hot = false;
      this.recordDoubt();
      log.info('the machine says that its heaters are off');
    } catch (error) {
      log.warn({ err: error }, 'the heaters may be on, trying again');
      if (this.stopped) return;
      this.cancelRetry ??= clock.setTimer(RETRY.firstMs, () => {
        this.cancelRetry = undefined;
        this.changed();
      });
    }
  }
}
