import { join } from 'node:path';
import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import { VirtualMachine } from '@pandafab/machine-sim';
import { systemClock } from '@pandafab/shared';
import { openPtyPort } from '../../apps/cli/src/ports/pty-port';
import type { Happening, HotMachine } from './evidence';
import { lineOf } from './parts';

const SPEED = 60;
const LOOK_EVERY_MS = 250;
/** What the product promises: no heater on for longer than this, on a reachable machine, after its run. */
const HOT_FOR_AT_MOST_MS = 10_000;

type Plug = Awaited<ReturnType<typeof openPtyPort>>;

/** A virtual machine on a pseudo-terminal whose plug can be pulled. It is never killed: hardware stays where it is. */
export class ParkedMachine {
  readonly device: string;
  private plug: Plug | undefined;
  private readonly machine: VirtualMachine;
  private pluggedSince = 0;
  private lastLineAt = 0;
  private coolSince = 0;
  /** True since it was reported, so that one hot hour is one violation. */
  private reported = false;

  constructor(
    readonly name: string,
    directory: string,
    private readonly happenings: Happening[],
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
    this.pluggedSince = performance.now();
  }

  /** The device path goes away; the machine stays on, with whatever heats. */
  async unplug(): Promise<void> {
    const { plug } = this;
    this.plug = undefined;
    await plug?.close();
  }

  /** Somebody presses its reset button. */
  reset(): void {
    this.machine.powerOn();
  }

  /** @param steadyMs for how long its agent has been there, neither dead, frozen nor cramped */
  look(steadyMs: number): HotMachine | undefined {
    const now = performance.now();
    const { nozzles, bed, state } = this.machine.record;
    const isHot = state === 'running' && [...nozzles, bed].some(({ target }) => target > 0);
    if (!isHot || !this.plug) {
      this.coolSince = now;
      this.reported = false;
      return undefined;
    }
    const since = Math.max(this.coolSince, this.pluggedSince, this.lastLineAt, now - steadyMs);
    if (this.reported || now - since < HOT_FOR_AT_MOST_MS) return undefined;
    this.reported = true;
    return { machine: this.name, seconds: (now - since) / 1000 };
  }

  private note(text: string): void {
    const line = lineOf(text);
    if (!line) return;
    this.lastLineAt = performance.now();
    this.happenings.push({ kind: 'line', machine: this.name, ...line, at: this.lastLineAt });
  }
}

/** Watches the heaters of all machines until told to stop. */
export function watchHeaters(
  machines: readonly ParkedMachine[],
  steadyMs: (machine: ParkedMachine) => number,
  report: (hot: HotMachine) => void,
): () => void {
  const timer = setInterval(() => {
    for (const machine of machines) {
      const hot = machine.look(steadyMs(machine));
      if (hot) report(hot);
    }
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
