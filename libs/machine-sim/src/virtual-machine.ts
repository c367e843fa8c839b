import type { FirmwareProfile } from '@pandafab/firmware';
import type { Clock } from '@pandafab/shared';
import { type FaultPlan, type FaultPoint, NO_FAULTS } from './faults/fault-plan';
import { Mishaps } from './faults/mishaps';
import { Firmware } from './firmware';
import { Hardware } from './hardware';
import { MainsSwitch } from './mains-switch';
import type { Volume } from './motion/motion';
import { Outbox } from './outbox';
import type { MachineRecord } from './record';
import type { Heater } from './thermal/heater';

export interface VirtualMachineOptions {
  readonly profile: FirmwareProfile;
  readonly clock: Clock;
  /** Receives the machine's output. It may answer immediately. */
  readonly send: (bytes: Uint8Array) => void;
  /** How many times faster than a real machine it moves, dwells and heats; 1 when not given. */
  readonly speed?: number;
  readonly faults?: FaultPlan;
  /** Same seed, same bytes in: same faults. */
  readonly seed?: number;
  /** Reach in millimetres; 200 × 200 × 200 when not given. */
  readonly volume?: Volume;
  /** Reads every line as the most dangerous firmware would: for tests of a host's guard. */
  readonly credulous?: boolean;
  /** Called with the text of each accepted numbered command, without number and checksum; not for M110. */
  readonly onAccepted?: (text: string) => void;
  /** Reports in its M115 answer that it is virtual, and its speed: then a host may switch it off and on. */
  readonly isDeclared?: boolean;
  /** The fault plan pulls the plug: the caller must close the line. */
  readonly onUnplug?: () => void;
}

/** A printer with a Marlin-like firmware: bytes in, bytes out. It knows nothing of the host's code, on purpose. */
export class VirtualMachine {
  private readonly hardware: Hardware;
  private readonly firmware: Firmware;
  private readonly mishaps: Mishaps;
  private readonly mains = new MainsSwitch();
  private state: MachineRecord['state'] = 'off';
  private resets = 0;
  /** Its output does not arrive: the host's cable only sends. */
  private mute = false;
  /** The state of the first bytes after a reset. */
  private banner: 'heard' | 'spoilt' | 'unheard' = 'heard';

  constructor(private readonly options: VirtualMachineOptions) {
    const { profile, clock, speed = 1, volume = { x: 200, y: 200, z: 200 } } = options;
    const { credulous = false, isDeclared = false } = options;
    this.mishaps = new Mishaps(options.faults ?? NO_FAULTS, options.seed ?? 1);
    this.hardware = new Hardware({ profile, clock, speed, volume, credulous, isDeclared });
    const outbox = new Outbox((bytes) => this.send(bytes));
    this.firmware = new Firmware(this.hardware, this.mishaps, outbox, {
      onPoint: (point) => this.strike(point),
      onHalt: () => {
        this.state = 'halted';
      },
      onAccepted: (text) => options.onAccepted?.(text),
    });
  }

  /** Boots and sends its banner; for a running machine this is a press on its reset button. */
  powerOn(): void {
    if (this.state !== 'off') this.resets++;
    this.state = 'running';
    this.mute = false;
    this.firmware.boot();
  }

  powerOff(): void {
    this.firmware.stop();
    this.state = 'off';
  }

  /** Off and on at its switch: ends its work, and also a halt. */
  switchOffAndOn(): void {
    this.powerOff();
    this.powerOn();
  }

  receive(bytes: Uint8Array): void {
    if (this.state !== 'off' && this.state !== 'unplugged' && this.mains.isPressed(bytes))
      return this.switchOffAndOn();
    if (this.state !== 'running' && this.state !== 'halted') return;
    this.firmware.receive(this.mishaps.wireIn.carry(Buffer.from(bytes)));
  }

  /** A person presses its button: a firmware that waits for a person continues. */
  click(): void {
    if (this.state === 'running') this.firmware.click();
  }

  get record(): MachineRecord {
    const { accepted, counts } = this.firmware;
    const reading = ({ actual, target }: Heater) => ({ actual, target });
    return {
      state: this.state,
      commandsAccepted: accepted.count,
      commandsExecuted: counts.executed,
      sha256: accepted.sha256,
      filamentUm: this.hardware.gauge.filamentUm,
      nozzles: this.hardware.nozzles.map(reading),
      bed: reading(this.hardware.bed),
      chamber: this.hardware.chamber && reading(this.hardware.chamber),
      position: { ...this.hardware.motion.position },
      fan: this.hardware.fan,
      resends: counts.resends,
      duplicates: counts.duplicates,
      unknownCommands: counts.unknown,
      bytesOverrun: counts.overrun,
      resets: this.resets,
      asked: {
        codes: [...this.firmware.codes],
        nozzleC: Math.max(...this.hardware.nozzles.map(({ hottest }) => hottest)),
        bedC: this.hardware.bed.hottest,
        min: { ...this.hardware.motion.sent.min },
        max: { ...this.hardware.motion.sent.max },
      },
      faults: this.mishaps.count,
    };
  }

  private send(bytes: Buffer): void {
    const carried = this.mishaps.wireOut.carry(this.spoilt(bytes));
    if (carried.length > 0 && !this.mute) this.options.send(carried);
  }

  /** The banner is sent in one piece. */
  private spoilt(bytes: Buffer): Buffer {
    const { banner } = this;
    this.banner = 'heard';
    if (banner === 'unheard') return Buffer.alloc(0);
    return banner === 'spoilt' ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  }

  private strike(point: FaultPoint): void {
    if (point === 'reset-spoilt') this.banner = 'spoilt';
    if (point === 'reset-unheard') this.banner = 'unheard';
    if (point.startsWith('reset')) return this.powerOn();
    if (point === 'runaway') return this.firmware.kill(this.options.profile.simulation.halted);
    if (point === 'runout') return this.firmware.runOut();
    if (point === 'mute') {
      this.mute = true;
      return;
    }
    this.firmware.stop();
    this.state = point === 'unplug' ? 'unplugged' : 'silent';
    if (point === 'unplug') this.options.onUnplug?.();
  }
}
