import {
  LONGEST_PORT_PATH,
  LONGEST_PORT_TEXT,
  type MachineConfig,
  MOST_PORTS,
  type PortAnswer,
  type PortState,
  type ReportedPort,
} from '@pandafab/lab-link';
import type { SerialDevice } from '@pandafab/machine-host';
import { type CancelTimer, type Clock, Fault } from '@pandafab/shared';
import type { Logger } from 'pino';
import { userOf } from './port-user';

/** Soon enough for a person who has just plugged in a printer; it reads one directory. */
const LOOK_EVERY_MS = 5_000;

export interface PortsDeskOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** Changes when a device is plugged in or pulled out; cheaper than `list`. */
  readonly key: () => Promise<string>;
  readonly list: () => Promise<readonly SerialDevice[]>;
  /**
   * Opens a port and asks what is behind it.
   * @throws Fault MACHINE.PORT_BUSY and others when it cannot be opened
   */
  readonly ask: (path: string, signal: AbortSignal) => Promise<PortAnswer | null>;
  readonly machines: () => readonly MachineConfig[];
  readonly report: (ports: readonly ReportedPort[]) => void;
}

/** What is known of one port from the last time that a person had it asked. */
interface Asked {
  readonly state: PortState;
  readonly answer: PortAnswer | null;
}

const CONTROL_CHARACTER = /\p{Cc}/gu;
const shown = (text: string | null): string | null =>
  text?.replace(CONTROL_CHARACTER, '').trim().slice(0, LONGEST_PORT_TEXT) || null;

/**
 * The serial ports of this computer: which there are, which machine has which, and what answered on the others. It
 * watches what is plugged in, but it opens a port only when a person asks: opening resets most boards, and would stop a
 * machine that prints from its own card. It never opens a port of a machine.
 */
export class PortsDesk {
  private devices: readonly SerialDevice[] = [];
  private seenKey: string | undefined;
  private reported = '';
  private cancelLook: CancelTimer = () => {};
  private stopped = false;
  private readonly asked = new Map<string, Asked>();
  /** Ports that are open now. */
  private readonly asking = new Map<string, AbortController>();

  constructor(private readonly options: PortsDeskOptions) {}

  /** Begins to watch which devices are plugged in. */
  start(): void {
    void this.look().finally(() => {
      if (!this.stopped) this.cancelLook = this.options.clock.setTimer(LOOK_EVERY_MS, () => this.start());
    });
  }

  stop(): void {
    this.stopped = true;
    this.cancelLook();
    for (const controller of this.asking.values()) controller.abort();
  }

  /** The server has welcomed this agent: it may not know the ports. */
  reportAgain(): void {
    this.reported = '';
    this.tell();
  }

  /** A machine may have been given a port, or have left one. */
  machinesChanged(): void {
    const machines = this.options.machines();
    for (const device of this.devices)
      if (userOf(device, machines)) {
        this.asking.get(device.path)?.abort();
        this.asked.delete(device.path);
      }
    this.tell();
  }

  /** At a person's request: asks every port that no machine uses. */
  async askAll(): Promise<void> {
    await this.list();
    const machines = this.options.machines();
    const free = this.devices.filter((device) => !userOf(device, machines));
    await Promise.all(free.map(({ path }) => this.askOne(path)));
  }

  private async look(): Promise<void> {
    try {
      const key = await this.options.key();
      if (key !== this.seenKey) await this.list();
      this.seenKey = key;
    } catch (error) {
      this.options.log.debug({ err: error }, 'the serial ports cannot be listed');
    }
  }

  private async list(): Promise<void> {
    const found = await this.options.list();
    this.devices = [...found].sort((a, b) => a.path.localeCompare(b.path)).slice(0, MOST_PORTS);
    const paths = new Set(this.devices.map(({ path }) => path));
    // Something else may be plugged in there next time.
    for (const path of this.asked.keys()) if (!paths.has(path)) this.asked.delete(path);
    this.tell();
  }

  private async askOne(path: string): Promise<void> {
    if (this.stopped || this.asking.has(path)) return;
    const controller = new AbortController();
    this.asking.set(path, controller);
    this.tell();
    const result = await this.resultOf(path, controller.signal);
    this.asking.delete(path);
    if (!controller.signal.aborted) this.asked.set(path, result);
    this.tell();
  }

  private async resultOf(path: string, signal: AbortSignal): Promise<Asked> {
    try {
      const answer = await this.options.ask(path, signal);
      return { state: answer ? 'answered' : 'silent', answer };
    } catch (error) {
      const isBusy = error instanceof Fault && error.code === 'MACHINE.PORT_BUSY';
      this.options.log.info({ err: error, path }, 'a port could not be asked');
      return { state: isBusy ? 'busy' : 'forbidden', answer: null };
    }
  }

  private tell(): void {
    if (this.stopped) return;
    const ports = this.ports();
    const key = JSON.stringify(ports);
    if (key === this.reported) return;
    this.reported = key;
    this.options.report(ports);
  }

  private ports(): ReportedPort[] {
    const machines = this.options.machines();
    return this.devices
      .filter(({ path }) => path.length <= LONGEST_PORT_PATH)
      .map((device) => {
        const { path, maker, product, serialNumber } = device;
        const machineId = userOf(device, machines);
        return {
          ...{ path, machineId },
          ...{ maker: shown(maker), product: shown(product), serialNumber: shown(serialNumber) },
          ...this.standing(path, machineId !== null),
        };
      });
  }

  private standing(path: string, isUsed: boolean): Asked {
    if (isUsed) return { state: 'used', answer: null };
    const known = this.asked.get(path);
    if (this.asking.has(path)) return { state: 'asking', answer: known?.answer ?? null };
    return known ?? { state: 'unasked', answer: null };
  }
}
