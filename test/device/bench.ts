import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  defaultProfilesDirectory,
  type FirmwareProfile,
  findProfile,
  guardPolicyOf,
  loadProfiles,
} from '@pandafab/firmware';
import {
  type CloseReason,
  type CommandSource,
  createStreamingDriver,
  type DriverLog,
  type LineFigures,
  type Link,
  type MachineDriver,
  openCommandSource,
  type PauseReason,
  type RunObserver,
  type RunOutcome,
  type RunProgress,
  type Transport,
  type Work,
} from '@pandafab/machine-host';
import { parseFaults, VirtualMachine, type Volume } from '@pandafab/machine-sim';
import { FakeClock } from '@pandafab/testing';

export const profiles = loadProfiles(defaultProfilesDirectory);
export const profileOf = (id: string): FirmwareProfile => findProfile(profiles, id);
export const profileIds: readonly string[] = [...profiles.keys()];
export const fixture = (name: string): string => join(__dirname, '../fixtures/gcode', name);
const NO_LIMITS = { sizeMm: null, maxNozzleC: null, maxBedC: null, maxChamberC: null, allowed: [] };
export const silentLog: DriverLog = { info: () => undefined, warn: () => undefined };

/** Commands from memory. */
export function sourceOf(commands: readonly string[]): CommandSource {
  let taken = 0;
  return {
    totalBytes: commands.length,
    get offset() {
      return taken;
    },
    next: () => (taken < commands.length ? (commands[taken++] as string) : null),
    line: 0,
    onReady: null,
    error: null,
    close: async () => undefined,
  };
}

/** No file: the policy is the one against which the lines were checked. */
const NO_FILE = { file: '', policy: guardPolicyOf(profileOf('marlin-2'), NO_LIMITS) };

/** Commands from memory, or from a source of them, as work for a driver. */
export const workOf = (commands: readonly string[] | CommandSource): Work => {
  const source = 'next' in commands ? commands : sourceOf(commands);
  return { ...NO_FILE, openLines: async () => source };
};

/** The hash of a sequence of commands, as both ends of the line compute it. */
export const hashOf = (commands: readonly string[]): string =>
  createHash('sha256')
    .update(commands.map((command) => `${command}\n`).join(''))
    .digest('hex');

/** Every command of a G-code file. */
export async function commandsOf(path: string): Promise<string[]> {
  const source = await openCommandSource(path);
  const commands: string[] = [];
  for (;;) {
    const command = source.next();
    if (command === null) break;
    if (command !== undefined) commands.push(command);
    else await new Promise<void>((resolve) => (source.onReady = resolve));
  }
  await source.close();
  return commands;
}

/** Records all events of a run. */
export class NotingObserver implements RunObserver {
  readonly progresses: (RunProgress & LineFigures)[] = [];
  readonly events: string[] = [];
  progress(progress: RunProgress): void {
    const { lines = { linesSent: 0, linesAcknowledged: 0, resends: 0 } } = progress;
    this.progresses.push({ ...progress, ...lines });
  }
  paused(reason: PauseReason): void {
    this.events.push(`paused: ${reason.kind} ${reason.message}`.trim());
  }
  resumed(): void {
    this.events.push('resumed');
  }
}

export interface BenchOptions {
  readonly profile?: FirmwareProfile;
  /** The profile of the virtual machine; default: the same. */
  readonly machineProfile?: FirmwareProfile;
  /** The profiles that it may be recognised as; default: those of the repository. */
  readonly profiles?: ReadonlyMap<string, FirmwareProfile>;
  /** The machine reads every line as the most dangerous firmware would. */
  readonly credulous?: boolean;
  /** It reports that it is virtual. */
  readonly isDeclared?: boolean;
  /** The size of its volume, millimetres. */
  readonly volume?: Volume;
  readonly faults?: string;
  readonly seed?: number;
  /** Changes what the host writes, line by line; the line feed is part of the line. */
  readonly noise?: (line: Buffer) => Buffer;
  /** How long bytes travel in each direction; default 0. */
  readonly latencyMs?: number;
  /** How many times faster than a real one the machine moves and heats; default 100. */
  readonly speed?: number;
}

/** A real driver and a virtual machine, connected, with a clock that the test controls. */
export class Bench {
  readonly clock = new FakeClock();
  readonly observer = new NotingObserver();
  readonly machine: VirtualMachine;
  readonly driver: MachineDriver;
  /** All bytes that the host wrote. */
  readonly written: string[] = [];
  /** The log of the driver. */
  readonly logged: string[] = [];
  /** No answer of the machine arrives. */
  deaf = false;
  private readonly noise: (line: Buffer) => Buffer;
  private readonly latencyMs: number;
  private onBytes: ((bytes: Uint8Array) => void) | null = null;
  private onClose: ((why: CloseReason) => void) | null = null;

  constructor(options: BenchOptions = {}) {
    const { profile = profileOf('marlin-2'), faults = '', seed = 1 } = options;
    const known = options.profiles ?? profiles;
    const { clock } = this;
    this.noise = options.noise ?? ((line) => line);
    this.latencyMs = options.latencyMs ?? 0;
    this.machine = new VirtualMachine({
      ...{ profile: options.machineProfile ?? profile, clock, seed, faults: parseFaults(faults) },
      speed: options.speed ?? 100,
      ...(options.volume && { volume: options.volume }),
      credulous: options.credulous ?? false,
      isDeclared: options.isDeclared ?? false,
      send: (bytes) => this.underway(Buffer.from(bytes), (arrived) => this.deaf || this.onBytes?.(arrived)),
      onUnplug: () => this.unplug(),
    });
    const note = (event: string) => void this.logged.push(event);
    this.driver = createStreamingDriver({
      ...{ transport: this.transport(), profile, profiles: known, clock, log: { info: note, warn: note } },
    });
  }

  /** Connects to a machine that has just been switched on. */
  async connect(): Promise<void> {
    this.machine.powerOn();
    await this.settle(this.driver.connect());
  }

  /** Starts a run and lets time pass until it has ended. */
  async run(commands: readonly string[]): Promise<RunOutcome> {
    return this.settle(this.driver.run(workOf(commands), this.observer));
  }

  /** Lets time pass until the promise is settled, and returns its result. */
  async settle<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const note = () => {
      settled = true;
    };
    promise.then(note, note);
    await this.clock.runUntil(() => settled);
    return promise;
  }

  /** Presses a button of what is shown now. */
  answer(button: number): void {
    this.driver.answer(this.driver.status().needsPerson?.id ?? 0, button);
  }

  /** An unexpected line from the firmware. */
  hear(line: string): void {
    this.onBytes?.(Buffer.from(`${line}\n`));
  }

  unplug(): void {
    const close = this.onClose;
    this.onBytes = null;
    this.onClose = null;
    close?.({ kind: 'unplugged', detail: 'the plug was pulled' });
  }

  private transport(): Transport {
    return {
      open: async (onBytes, onClose): Promise<Link> => {
        this.onBytes = onBytes;
        this.onClose = onClose;
        return { write: (bytes) => this.carry(bytes), close: () => this.hangUp() };
      },
    };
  }

  private carry(bytes: Uint8Array): boolean {
    const text = Buffer.from(bytes).toString('latin1');
    this.written.push(text);
    const lines = text.split(/(?<=\n)/).map((line) => this.noise(Buffer.from(line, 'latin1')));
    // On a real line, bytes that are written together arrive together.
    const pieces = this.latencyMs > 0 ? [Buffer.concat(lines)] : lines;
    for (const piece of pieces) this.underway(piece, (arrived) => this.machine.receive(arrived));
    return true;
  }

  private underway(bytes: Buffer, arrive: (bytes: Buffer) => void): void {
    if (this.latencyMs > 0) this.clock.setTimer(this.latencyMs, () => arrive(bytes));
    else arrive(bytes);
  }

  private hangUp(): void {
    const close = this.onClose;
    this.onBytes = null;
    this.onClose = null;
    close?.({ kind: 'closed' });
  }
}
