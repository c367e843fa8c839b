import type { MachineConfig } from '@pandafab/lab-link';
import type { MachineDriver, MachineStatus, OpenRequest } from '@pandafab/machine-host';
import { type CancelTimer, type Clock, Fault } from '@pandafab/shared';
import type { Logger } from 'pino';
import { wordsOf } from '../fault-words';

/** A driver that lost its run first tries by itself to switch the heaters off over the line it still has. */
const FIRST_RETRY_MS = 5000;
const LONGEST_RETRY_MS = 30_000;

/** While a driver is connecting its line may be open already: the stop is sent now, and again once it is known to be. */
const OPEN: readonly string[] = ['ready', 'printing', 'pausing', 'paused', 'cancelling', 'halted'];

export interface MachineKeeperOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly config: MachineConfig;
  /** @throws Fault MACHINE.UNKNOWN_PROFILE, MACHINE.BAD_ADDRESS */
  readonly createDriver: (config: MachineConfig) => MachineDriver;
  /** An earlier process may have left the heaters on. */
  readonly hot: boolean;
  /** The heaters are off, on the machine's own word. */
  readonly onCooled: () => Promise<void>;
  /** For the record: heaters came into doubt that a person was asked about, or are off again. */
  readonly onHeaters: (state: 'unknown' | 'off') => void;
  /** The machine's line has taken an emergency stop. */
  readonly onStopTaken: () => void;
  /** For the record, too: an answer came too late, and pressed nothing. */
  readonly onAnswerRefused: () => void;
  /** Called after each change of what this keeper says. */
  readonly onChange: () => void;
}

const ABSENT: MachineStatus = {
  connection: 'disconnected',
  firmware: null,
  temperatures: { nozzle: null, bed: null },
  heatersUnknown: true,
  needsPerson: null,
};

/** A run may have left a heater on, and the machine cannot be asked. */
const heatersUnknown = (id: number): OpenRequest => ({
  ...{ id, kind: 'heaters-unknown', message: '', buttons: [], cooled: false },
});

/**
 * Looks after one machine: connects, connects again while no run depends on it, never in mid-run (opening a port
 * resets most boards), and has its heaters off before the next run and whenever a run left them in doubt.
 */
export class MachineKeeper {
  private driver: MachineDriver | undefined;
  private stopListening: () => void = () => {};
  private taken = false;
  /** An emergency stop came while the line was closed. */
  private stopWished = false;
  private stopped = false;
  /** A virtual machine is to be switched off and on as soon as its line is open. */
  private switchWished = false;
  private connecting = false;
  private cooling: Promise<void> | undefined;
  /** A run may have left a heater on: the machine has to say that none is before the next one. */
  private hot: boolean;
  /** What a person is asked for while there is no driver that could ask. */
  private readonly doubt: OpenRequest;
  /** The record says that the heaters are in doubt. */
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
    // What is known of heaters the driver alone says: two who knew would contradict one another.
    return this.driver?.status() ?? { ...ABSENT, needsPerson: this.hot ? this.doubt : null };
  }

  /** The last lines said on its line, the oldest first; none before it was first reached for. */
  consoleTail(lines: number): readonly string[] {
    return this.driver?.consoleTail(lines) ?? [];
  }

  /** True while a run has this machine. */
  get isTaken(): boolean {
    return this.taken;
  }

  /** Connected, cold in the sense of switched off, and nobody's. */
  get isReady(): boolean {
    return !this.taken && !this.stopped && !this.hot && this.status().connection === 'ready';
  }

  start(): void {
    if (this.hot)
      this.options.log.warn('an earlier run may have left the heaters on: they are switched off first');
    this.recordDoubt();
    void this.connect();
  }

  /** Gives the machine to one run: the driver to run it with. Only when `isReady`. */
  take(): MachineDriver {
    if (!this.isReady || !this.driver)
      throw new Fault('MACHINE.NOT_READY', { connection: this.status().connection });
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

  /** A person's wish: also for a machine that was stopped and then switched on again. */
  reconnect(): void {
    if (this.taken || this.stopped) return;
    this.failures = 0;
    void this.connect();
  }

  /** Switches a virtual machine off and on, whatever it was doing; a run of it ends as after a power cut. */
  powerCycle(): void {
    if (this.stopped || (this.status().virtualSpeed ?? null) === null) return;
    this.failures = 0;
    this.switchWished = true;
    void this.connect();
  }

  /** Presses a button of the request with this id; when it is no longer asked, nothing is pressed. */
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
    this.stopWished = !OPEN.includes(this.status().connection);
    this.driver?.emergencyStop();
    if (!this.stopWished) this.options.onStopTaken();
    this.changed();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    // The line is not closed amid the question whether the heaters are off, nor before it was asked.
    if (this.hot && this.status().connection === 'ready') await this.cool();
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
      const { connection } = driver.status();
      if (!['disconnected', 'faulted', 'halted'].includes(connection)) await driver.disconnect();
      await driver.connect({ switchOffAndOn: this.switchWished });
      this.switchWished = false;
      this.options.log.info({ firmware: driver.status().firmware }, 'machine connected');
      if (this.stopWished) driver.emergencyStop();
      this.endStopWish();
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
    // The stop went out on the line that was being opened: after a reset it is not wanted again.
    if (error instanceof Fault && error.code === 'MACHINE.EMERGENCY_STOP') this.endStopWish();
    const words = error instanceof Fault ? wordsOf(error) : String(error);
    // Said once: a machine that is switched off for the night is no news.
    if (this.failures++ === 0) log.warn({ err: error }, `the machine cannot be reached, trying on: ${words}`);
    else log.debug({ err: error }, 'the machine still cannot be reached');
  }

  private endStopWish(): void {
    if (this.stopWished) this.options.onStopTaken();
    this.stopWished = false;
  }

  private changed(): void {
    this.recordDoubt();
    const { connection, heatersUnknown } = this.status();
    const idle = !this.taken && !this.stopped && !this.connecting;
    // Reconnects to send a stop that is still waiting. After that stop, only a person reconnects the machine.
    const isAway = connection === 'disconnected' || connection === 'faulted' || this.stopWished;
    if (idle && isAway) this.retryLater();
    // A board that has started again is being introduced: opening its line now would reset it once more.
    if (idle && (connection === 'ready' || connection === 'connecting')) {
      this.cancelRetry?.();
      this.cancelRetry = undefined;
    }
    // A firmware that has halted is asked nothing, but has said that its heaters are off.
    const tells = connection === 'ready' || (connection === 'halted' && !heatersUnknown);
    if (idle && tells && this.hot) void this.cool();
    this.options.onChange();
  }

  private retryLater(): void {
    const delay = Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, this.failures - 1), LONGEST_RETRY_MS);
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
      this.cancelRetry ??= clock.setTimer(FIRST_RETRY_MS, () => {
        this.cancelRetry = undefined;
        this.changed();
      });
    }
  }
}
