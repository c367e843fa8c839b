import { type FirmwareProfile, findProfile, ownProfiles } from '@pandafab/firmware';
import { parseFaults, VirtualMachine } from '@pandafab/machine-sim';
import { FakeClock } from './fake-clock';

export interface MachineBenchOptions {
  /** Profile id; `marlin-2` when not given. */
  readonly profile?: string;
  /** Changes to that profile. */
  readonly buffer?: Partial<FirmwareProfile['buffer']>;
  readonly capabilities?: Partial<FirmwareProfile['capabilities']>;
  readonly identity?: Partial<FirmwareProfile['identity']>;
  readonly extruders?: number;
  readonly faults?: string;
  readonly seed?: number;
  readonly speed?: number;
}

/** A virtual machine whose clock the test controls. */
export class MachineBench {
  readonly clock = new FakeClock();
  readonly machine: VirtualMachine;
  unplugged = false;
  private text = '';
  private number = 0;

  constructor(options: MachineBenchOptions = {}) {
    this.machine = new VirtualMachine({
      profile: benchProfile(options),
      clock: this.clock,
      send: (bytes) => {
        this.text += Buffer.from(bytes).toString('latin1');
      },
      onUnplug: () => {
        this.unplugged = true;
      },
      faults: parseFaults(options.faults ?? ''),
      ...(options.seed === undefined ? {} : { seed: options.seed }),
      ...(options.speed === undefined ? {} : { speed: options.speed }),
    });
  }

  /** Switches on; the banner is not kept. */
  on(): this {
    this.machine.powerOn();
    this.heard();
    return this;
  }

  /** Sends the text with a newline, and returns the machine's immediate output. */
  send(line: string): string[] {
    this.machine.receive(Buffer.from(`${line}\n`, 'latin1'));
    return this.heard();
  }

  /** Sends commands one by one with the next line numbers and right checksums. */
  print(...commands: readonly string[]): string[] {
    return commands.flatMap((command) => this.send(numbered(++this.number, command)));
  }

  /** The machine's output since the last call, line by line. */
  heard(): string[] {
    const lines = this.text.split('\n');
    this.text = lines.pop() ?? '';
    return lines;
  }

  /** Lets time pass; returns the machine's output meanwhile. */
  after(seconds: number): string[] {
    this.clock.advance(seconds * 1000);
    return this.heard();
  }
}

/** `N<number> <command>*<checksum>`, without newline. */
export function numbered(number: number, command: string): string {
  const line = `N${number} ${command}`;
  let sum = 0;
  for (const byte of Buffer.from(line, 'latin1')) sum ^= byte;
  return `${line}*${sum}`;
}

function benchProfile(options: MachineBenchOptions): FirmwareProfile {
  const base = findProfile(ownProfiles(), options.profile ?? 'marlin-2');
  return {
    ...base,
    buffer: { ...base.buffer, ...options.buffer },
    capabilities: { ...base.capabilities, ...options.capabilities },
    identity: { ...base.identity, ...options.identity },
    limits: { ...base.limits, extruders: options.extruders ?? base.limits.extruders },
  };
}
