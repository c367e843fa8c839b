import { join } from 'node:path';
import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import { VirtualMachine } from '@pandafab/machine-sim';
import { systemClock } from '@pandafab/shared';
import { openPtyPort } from '../../apps/cli/src/ports/pty-port';
import type { Happening, HotMachine } from './evidence';
import { HeatWatch } from './heat-watch';
import { lineOf } from './parts';

const SPEED = 60;

type Plug = Awaited<ReturnType<typeof openPtyPort>>;

/** A virtual machine on a pseudo-terminal that can be unplugged. It is never killed, like hardware. */
export class ParkedMachine {
  readonly device: string;
  private plug: Plug | undefined;
  private readonly machine: VirtualMachine;
  private readonly heat = new HeatWatch();
  /** A person paused its print: its heaters may stay on. */
  isPaused = false;

  constructor(
    readonly name: string,
    directory: string,
    private readonly happenings: Happening[],
    /** A person has switched it on again. */
    private readonly onReset: (machine: string) => void = () => {},
  ) {
    this.device = join(directory, name);
    const profile = findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2');
    this.machine = new VirtualMachine({
      profile,
      clock: systemClock,
      speed: SPEED,
      send: (bytes) => this.plug?.send(bytes),
      onAccepted: (text) => this.note(text),
    });
    this.machine.powerOn();
  }

  async plugIn(): Promise<void> {
    if (this.plug) return;
    this.plug = await openPtyPort(
      {
        connected: () => {},
        received: (bytes) => this.machine.receive(bytes),
        lost: () => {
          this.plug = undefined;
        },
      },
      { baudRate: 115_200, link: this.device },
    );
  }

  /** The device path goes away; the machine stays on, and its heaters too. */
  async unplug(): Promise<void> {
    const { plug } = this;
    this.plug = undefined;
    await plug?.close();
  }

  /** A person presses its reset button. */
  reset(): void {
    this.machine.powerOn();
    this.onReset(this.name);
  }

  /** It is plugged in and answers. */
  get isReachable(): boolean {
    return this.plug !== undefined;
  }

  get isHalted(): boolean {
    return this.machine.record.state === 'halted';
  }

  /** @param calmMs how long its agent could work since the last check; undefined if there was a fault */
  look(calmMs: number | undefined): HotMachine | undefined {
    const { nozzles, bed, state } = this.machine.record;
    const isHot = state === 'running' && [...nozzles, bed].some(({ target }) => target > 0);
    const seconds = this.heat.look(isHot, this.plug && !this.isPaused ? calmMs : undefined);
    return seconds === undefined ? undefined : { machine: this.name, seconds };
  }

  private note(text: string): void {
    const line = lineOf(text);
    if (!line) return;
    this.heat.printed();
    this.happenings.push({ kind: 'line', machine: this.name, ...line, at: performance.now() });
  }
}
